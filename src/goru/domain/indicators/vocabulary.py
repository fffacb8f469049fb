from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class IndicatorKind(TextChoices):
    """Where an indicator stands: one all plans share, one of a plan's own, a plan's ungrouped one, a task's goal."""

    COMMON = "common", _("공통지표")
    OWN = "own", _("자율지표")
    UNGROUPED = "ungrouped", _("주요 성과지표")
    GOAL = "goal", _("목표지표")


class Direction(TextChoices):
    """Which way a measure is better."""

    MORE = "more", _("높을수록 좋음")
    LESS = "less", _("낮을수록 좋음")
    NONE = "none", _("방향 없음")


class Calculation(TextChoices):
    """How values of parts make that of the whole."""

    SUM = "sum", _("합")
    AVERAGE = "average", _("평균")
    LAST = "last", _("마지막 값")
    NONE = "none", _("더하지 않음")


class ActualSource(TextChoices):
    """How an actual came about."""

    TYPED = "typed", _("적은 값")
    COUNTED = "counted", _("센 값")
