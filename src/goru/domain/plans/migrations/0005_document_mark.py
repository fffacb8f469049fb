from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def mark_by_digest(apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("plans", "Document").objects.update(mark=F("digest"))


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_printed_line"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="mark",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(mark_by_digest, migrations.RunPython.noop),
    ]
