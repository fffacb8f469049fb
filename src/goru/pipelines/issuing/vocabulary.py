from typing import Final

from goru.core.queue import Job

ISSUE_CYCLE: Final = Job("goru.pipelines.issuing.jobs.issue_cycle", queue="issuing")
"""Make what readers find and take of a year's plan."""
ISSUE_AGAIN: Final = Job("goru.pipelines.issuing.jobs.issue_earlier", queue="issuing")
"""Make the data of an earlier publication again."""
