from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def tell_from_content(apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
    for document in apps.get_model("plans", "Document").objects.all():
        document.decided_date = document.content.get("decided")
        document.form = _form_of(document.content)
        document.save(update_fields=["decided_date", "form"])


def _form_of(content: dict[str, Any]) -> str:
    places = list(_places(content))
    if any(place.get("page") for place in places):
        return "pdf"
    return "hwpx" if any(place.get("cell") for place in places) else "text"


def _places(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        own = [part] if "first_line" in part else []
        return own + [place for one in part.values() for place in _places(one)]
    return [place for one in part for place in _places(one)] if isinstance(part, list) else []


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_document_mark"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="decided_date",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="form",
            field=models.CharField(
                choices=[("text", "텍스트본"), ("pdf", "PDF"), ("hwpx", "HWPX")],
                default="text",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="document",
            name="page_numbers",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="document",
            name="total_sources",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(tell_from_content, migrations.RunPython.noop),
    ]
