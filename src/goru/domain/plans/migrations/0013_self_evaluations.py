from django.db import migrations

_OWED_TOO = """
    INSERT INTO plans_duty (cycle_id, institution_id, kind, due_date)
    SELECT duty.cycle_id, duty.institution_id, 'self-evaluation', make_date(cycle.year + 1, 3, 1) - 1
    FROM plans_duty duty JOIN plans_cycle cycle ON cycle.id = duty.cycle_id
    WHERE duty.kind = 'yearly-plan'
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    """Who owes a yearly plan owes its self-evaluation (자체평가) too, by the last day of the next February."""

    dependencies = [("plans", "0012_calendar")]

    operations = [migrations.RunSQL(_OWED_TOO, migrations.RunSQL.noop)]
