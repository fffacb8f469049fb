from django.db import migrations

REFUSE = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of official acts is append-only: % refused.', TG_OP
        USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER official_act_is_never_changed BEFORE UPDATE OR DELETE ON audit_officialact
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER official_act_is_never_truncated BEFORE TRUNCATE ON audit_officialact
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""
ALLOW = """
DROP TRIGGER official_act_is_never_truncated ON audit_officialact;
DROP TRIGGER official_act_is_never_changed ON audit_officialact;
DROP FUNCTION audit_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
