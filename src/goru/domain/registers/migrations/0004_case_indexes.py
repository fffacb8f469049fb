from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
from django.db.models.functions import Upper


class Migration(migrations.Migration):
    dependencies = [
        ("registers", "0003_case_value"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["register", "-opened_date", "number"], name="case_by_day"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="case_title_words"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=GinIndex(OpClass(Upper("number"), name="gin_trgm_ops"), name="case_number_words"),
        ),
    ]
