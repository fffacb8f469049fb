from django.db import migrations, models

_VIEW = """
CREATE VIEW registers_casevalue AS
SELECT held.id || '/' || field.key AS id, held.id AS case_id, field.key AS key,
    CASE jsonb_typeof(field.value)
        WHEN 'array' THEN (SELECT string_agg(one, '; ') FROM jsonb_array_elements_text(field.value) AS one)
        ELSE field.value #>> '{}'
    END AS value
FROM registers_case AS held, jsonb_each(held.values) AS field
WHERE field.value NOT IN ('null', '""', '[]');
"""


class Migration(migrations.Migration):
    dependencies = [("registers", "0002_case_upload")]

    operations = [
        migrations.CreateModel(
            name="CaseValue",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("key", models.TextField()),
                ("value", models.TextField()),
            ],
            options={"db_table": "registers_casevalue", "managed": False},
        ),
        migrations.RunSQL(_VIEW, "DROP VIEW registers_casevalue"),
    ]
