"""Entries are of a cycle, not of a document: those of before go, and are made again."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("searching", "0002_index"), ("plans", "0007_ranges")]

    operations: ClassVar = [
        migrations.RunSQL("DELETE FROM searching_index", migrations.RunSQL.noop),
        migrations.DeleteModel("Entry"),
    ]
