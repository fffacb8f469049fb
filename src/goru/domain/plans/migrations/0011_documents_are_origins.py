"""Editions hold what documents said; what the database itself keeps of editions, publications and codes."""

from typing import ClassVar

from django.db import migrations

_SEALED = """
CREATE FUNCTION plans_sealed_editions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'open' THEN
        RAISE EXCEPTION 'edition % is % and never changes', OLD.id, OLD.state USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER plans_sealed_editions_stay BEFORE UPDATE OR DELETE ON plans_edition
    FOR EACH ROW EXECUTE FUNCTION plans_sealed_editions_stay();

CREATE FUNCTION plans_edits_of_sealed_editions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM plans_edition
                WHERE state <> 'open' AND id = CASE TG_OP WHEN 'INSERT' THEN NEW.edition_id ELSE OLD.edition_id END) THEN
        RAISE EXCEPTION 'the edition is not open any more' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER plans_edits_of_sealed_editions_stay BEFORE INSERT OR UPDATE OR DELETE ON plans_edit
    FOR EACH ROW EXECUTE FUNCTION plans_edits_of_sealed_editions_stay();
"""
_UNSEALED = """
DROP TRIGGER plans_edits_of_sealed_editions_stay ON plans_edit;
DROP FUNCTION plans_edits_of_sealed_editions_stay();
DROP TRIGGER plans_sealed_editions_stay ON plans_edition;
DROP FUNCTION plans_sealed_editions_stay();
"""
_OF_ITS_PLAN = """
ALTER TABLE plans_edition ADD CONSTRAINT edition_with_its_plan UNIQUE (id, plan_id);
ALTER TABLE plans_publishededition ADD CONSTRAINT published_edition_is_of_its_plan
    FOREIGN KEY (edition_id, plan_id) REFERENCES plans_edition (id, plan_id) DEFERRABLE INITIALLY DEFERRED;
"""
_OF_ANY_PLAN = """
ALTER TABLE plans_publishededition DROP CONSTRAINT published_edition_is_of_its_plan;
ALTER TABLE plans_edition DROP CONSTRAINT edition_with_its_plan;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("plans", "0010_documents_become_editions")]

    operations: ClassVar = [
        migrations.RunSQL(_SEALED, _UNSEALED),
        migrations.RunSQL(_OF_ITS_PLAN, _OF_ANY_PLAN),
        migrations.RemoveConstraint(
            model_name="document",
            name="document_is_the_only_current_one_of_its_cycle",
        ),
        migrations.RemoveField(
            model_name="document",
            name="content",
        ),
        migrations.RemoveField(
            model_name="document",
            name="decided_date",
        ),
        migrations.RemoveField(
            model_name="document",
            name="is_current",
        ),
        migrations.RemoveField(
            model_name="document",
            name="mark",
        ),
        migrations.RemoveField(
            model_name="document",
            name="total_sources",
        ),
    ]
