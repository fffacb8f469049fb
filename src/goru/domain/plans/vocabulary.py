from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanKind(TextChoices):
    """Which of the three kinds of plan of the Special Act (제7조, 제8조, 제9조)."""

    PROVINCIAL = "provincial", _("시·도 시행계획")
    SECTORAL = "sectoral", _("부문별 시행계획")
    MEGAREGIONAL = "megaregional", _("초광역권발전 시행계획")


class FocusGroup(TextChoices):
    """The two groups of focus tasks."""

    ZONES = "zones", _("4대 특구")
    TASKS = "tasks", _("10대 과제")


class StatementKind(TextChoices):
    """What a printed sentence says of the plan or task it stands under."""

    VISION = "vision", _("비전")
    STRATEGY = "strategy", _("추진전략")
    PERFORMANCE = "performance", _("성과관리계획")
    AIM = "aim", _("추진방향")
    GOAL = "goal", _("목표")
    REFORM = "reform", _("제도개선")


class DatePrecision(TextChoices):
    """How fine a printed date is; its interval says the same in days."""

    DAY = "day", _("일")
    MONTH = "month", _("월")
    QUARTER = "quarter", _("분기")
    HALF = "half", _("반기")
    YEAR = "year", _("연")


class MilestoneState(TextChoices):
    """Where a dated step stands on the day it is looked at: the book's word for what is done, the days for the rest."""

    DONE = "done", _("계획서에 완료로 적힘")
    OVER = "over", _("기간 지남, 결과 적히지 않음")
    RUNNING = "running", _("기간 안")
    PLANNED = "planned", _("예정")


class Severity(TextChoices):
    """Whether a finding blocks (error) or needs an explanation (warning)."""

    ERROR = "error", _("오류")
    WARNING = "warning", _("확인 필요")


class FindingCategory(TextChoices):
    """What a finding doubts."""

    EXISTENCE = "existence", _("존재")
    COMPLETENESS = "completeness", _("완전성")
    ACCURACY = "accuracy", _("정확성")
    CONSISTENCY = "consistency", _("일관성")


class DocumentForm(TextChoices):
    """What a book was given as, and so what its places are counted in (goru.book.places)."""

    TEXT = "text", _("텍스트본")
    PDF = "pdf", _("PDF")
    HWPX = "hwpx", _("HWPX")


PrintedWords = tuple[int | None, int, str | None, str]
"""A printed line: its page, its number, its cell and its words."""
