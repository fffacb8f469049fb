import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from goru.book.items.walking import plain


def link(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Plans adopted before: as `link_core_tasks` does it for those adopted from now on."""
    core_task, own_task = apps.get_model("plans", "CoreTask"), apps.get_model("plans", "PlanCoreTask")
    national = {
        (task.strategy.cycle_id, plain(task.name)): task
        for task in core_task.objects.select_related("strategy")
    }
    for task in own_task.objects.select_related("plan"):
        task.national = national.get((task.plan.cycle_id, plain(task.name)))
        task.save(update_fields=["national"])


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_unlimited_text"),
    ]

    operations = [
        migrations.AddField(
            model_name="plancoretask",
            name="national",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="plan_core_tasks",
                to="plans.coretask",
            ),
        ),
        migrations.RunPython(link, migrations.RunPython.noop),
    ]
