"""Rows are made of editions from now on: those of before go, and are made again when the year is published."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("plans", "0007_ranges"),
        ("finance", "0005_rows_are_made_again"),
        ("indicators", "0004_rows_are_made_again"),
        ("searching", "0003_entries_of_a_cycle"),
    ]

    operations: ClassVar = [
        migrations.DeleteModel("Finding"),
        migrations.DeleteModel("Milestone"),
        migrations.DeleteModel("Subtask"),
        migrations.DeleteModel("Statement"),
        migrations.DeleteModel("FocusTask"),
        migrations.DeleteModel("Project"),
        migrations.DeleteModel("ActionTaskMinistry"),
        migrations.DeleteModel("ActionTask"),
        migrations.DeleteModel("TaskItem"),
        migrations.DeleteModel("PlanCoreTask"),
        migrations.DeleteModel("CoreTask"),
        migrations.DeleteModel("Strategy"),
        migrations.DeleteModel("Plan"),
    ]
