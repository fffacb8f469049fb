"""Rows are made of editions from now on: those of before go, and are made again when the year is published."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("finance", "0004_ranges"), ("plans", "0007_ranges")]

    operations: ClassVar = [
        migrations.DeleteModel("BudgetLine"),
        migrations.DeleteModel("StatedTotal"),
        migrations.DeleteModel("StatedShare"),
    ]
