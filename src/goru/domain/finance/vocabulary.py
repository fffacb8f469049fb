from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FundingSource(TextChoices):
    """Who pays; combined where a table prints one amount for all three."""

    NATIONAL = "national", _("국비")
    LOCAL = "local", _("지방비")
    PRIVATE = "private", _("민자")
    COMBINED = "combined", _("합계(국비·지방비·민자)")


class BudgetPhase(TextChoices):
    """How far the money has come: planned, approved by a parliament or council, spent."""

    PLAN = "plan", _("계획")
    APPROVED = "approved", _("확정 예산")
    EXECUTED = "executed", _("집행")


class TotalBasis(TextChoices):
    """Whose tally a stated total is, and over what."""

    HEADLINE = "headline", _("총 재정투입(계획서의 총액)")
    PLAN = "plan", _("자체 집계")
    SUMMARY_TABLE = "summary-table", _("총괄표")
    BODY_MONEY = "body-money", _("본문 재정투입 합계")
    BODY_TASKS = "body-tasks", _("본문 과제 합계")
    STRATEGY = "strategy", _("총괄표 전략 합계")
    GRAND = "grand", _("총괄표 총계")


class ShareKind(TextChoices):
    """What a printed percentage says."""

    OF_TOTAL = "of-total", _("구성비")
    GROWTH = "growth", _("전년 대비 증감률")
    MINISTRIES = "ministries", _("중앙부처 전략별 비중")
    PROVINCES = "provinces", _("시·도 전략별 비중")
