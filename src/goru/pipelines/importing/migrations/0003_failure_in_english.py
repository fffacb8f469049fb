from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def say_it_in_korean(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What failed before has its reason in Korean alone."""
    apps.get_model("importing", "Import").objects.update(failure_en=F("failure"))


class Migration(migrations.Migration):
    dependencies = [
        ("importing", "0002_printed"),
        ("plans", "0005_document_mark"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="import", name="import_says_why_it_failed"),
        migrations.AddField(model_name="import", name="failure_en", field=models.TextField(blank=True)),
        migrations.RunPython(say_it_in_korean, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "failed"),
                        models.Q(("failure", ""), _negated=True),
                        models.Q(("failure_en", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "failed"), _negated=True), ("failure", ""), ("failure_en", "")
                    ),
                    _connector="OR",
                ),
                name="import_says_why_it_failed",
            ),
        ),
    ]
