from django.db import migrations

FORWARDS = """
UPDATE procrastinate_jobs SET
    queue_name = 'issuing',
    queueing_lock = regexp_replace(queueing_lock, '^publish ', 'issue '),
    task_name = CASE WHEN args->>'import_id' IS NULL THEN 'goru.pipelines.issuing.jobs.issue_cycle'
                     ELSE 'goru.pipelines.importing.jobs.issue_adopted' END
WHERE task_name = 'goru.pipelines.publishing.jobs.publish_cycle'
"""
BACKWARDS = """
UPDATE procrastinate_jobs SET
    queue_name = 'publishing',
    queueing_lock = regexp_replace(queueing_lock, '^issue ', 'publish '),
    task_name = 'goru.pipelines.publishing.jobs.publish_cycle'
WHERE task_name IN ('goru.pipelines.issuing.jobs.issue_cycle', 'goru.pipelines.importing.jobs.issue_adopted')
"""


class Migration(migrations.Migration):
    """Jobs that wait in the queue keep the name of their task: theirs is another now."""

    dependencies = [
        ("importing", "0004_one_word_for_checking"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
