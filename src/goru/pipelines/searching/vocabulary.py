"""What can be found."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """The kind of an entry, in the order in which equals are shown."""

    INSTITUTION = "institution", _("기관")
    STRATEGY = "strategy", _("전략")
    CORE_TASK = "core_task", _("핵심과제")
    ACTION_TASK = "action_task", _("실천과제")
    FOCUS_TASK = "focus_task", _("중점 이행과제")
    PLAN_TASK = "plan_task", _("기관별 핵심과제")
    STATEMENT = "statement", _("비전·방향·목표")
    PROJECT = "project", _("사업")
    INDICATOR = "indicator", _("성과지표")
    ITEM = "item", _("세부과제")
    MILESTONE = "milestone", _("일정")
    FINDING = "finding", _("점검 결과")
