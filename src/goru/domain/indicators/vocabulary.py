from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class IndicatorKind(TextChoices):
    """Where an indicator stands: one all plans share, one of a plan's own, a plan's ungrouped one, a task's goal."""

    COMMON = "common", _("공통지표")
    OWN = "own", _("자율지표")
    UNGROUPED = "ungrouped", _("주요 성과지표")
    GOAL = "goal", _("목표지표")
