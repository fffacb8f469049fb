import json
from datetime import UTC
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def write_sealed_texts(apps: Any, _schema_editor: Any) -> None:
    """Keep the text that version 0.1.0 sealed, as it made it of the columns."""
    for line in apps.get_model("audit", "OfficialAct").objects.order_by("number").iterator():
        content = {
            "number": line.number,
            "act": line.act,
            "subject_kind": line.subject_kind,
            "subject_key": line.subject_key,
            "details": line.details,
            "by": line.by_id,
            "previous": line.previous_seal,
            "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        }
        line.text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        line.save(update_fields=["text"])


FREE = "ALTER TABLE audit_officialact DISABLE TRIGGER official_act_is_never_changed"
HOLD = "ALTER TABLE audit_officialact ENABLE TRIGGER official_act_is_never_changed"

REFUSE = """
CREATE FUNCTION audit_refuse_all_but_the_next() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_number bigint;
    last_seal text;
BEGIN
    -- by its number: a temporary table of the same name would be found first
    EXECUTE format('SELECT number, seal FROM %s ORDER BY number DESC LIMIT 1', TG_RELID::regclass)
        INTO last_number, last_seal;
    IF NEW.number <> coalesce(last_number, 0) + 1 OR NEW.previous_seal <> coalesce(last_seal, repeat('0', 64))
        OR NEW.seal <> encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'The log of official acts takes only its next line, sealed.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER official_act_is_the_next BEFORE INSERT ON audit_officialact
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_all_but_the_next();
"""
ALLOW = """
DROP TRIGGER official_act_is_the_next ON audit_officialact;
DROP FUNCTION audit_refuse_all_but_the_next();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.AddField("officialact", "text", models.TextField(default=""), preserve_default=False),
        migrations.RunSQL(FREE, HOLD),
        migrations.RunPython(write_sealed_texts, migrations.RunPython.noop),
        migrations.RunSQL(HOLD, FREE),
        migrations.RemoveField("officialact", "details"),
        migrations.AlterField(
            "officialact",
            "by",
            models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField("officialact", "at", models.DateTimeField(db_index=True)),
        migrations.RunSQL(REFUSE, ALLOW),
        migrations.CreateModel(
            "LogCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("moment", models.DateTimeField()),
                ("lines", models.PositiveBigIntegerField()),
                ("seal", models.CharField(max_length=64)),
                ("broken", models.PositiveBigIntegerField(null=True)),
            ],
        ),
    ]
