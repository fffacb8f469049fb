from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FundingSource(TextChoices):
    """Who pays; combined where a table prints one amount for all three."""

    NATIONAL = "national", _("국비")
    LOCAL = "local", _("지방비")
    PROVINCIAL = "provincial", _("시·도비")
    MUNICIPAL = "municipal", _("시·군·구비")
    PRIVATE = "private", _("민자")
    COMBINED = "combined", _("합계(국비·지방비·민자)")


class Account(TextChoices):
    """Of which account money is (특별법 제76조 for those of 지역균형발전특별회계)."""

    GENERAL = "general", _("일반회계")
    BALANCE_AUTONOMY = "balance-autonomy", _("지특회계 지역자율계정")
    BALANCE_SUPPORT = "balance-support", _("지특회계 지역지원계정")
    BALANCE_JEJU = "balance-jeju", _("지특회계 제주계정")
    BALANCE_SEJONG = "balance-sejong", _("지특회계 세종계정")
    BALANCE_MEGAREGION = "balance-megaregion", _("지특회계 초광역계정")
    OTHER_SPECIAL = "other-special", _("기타특별회계")
    FUND = "fund", _("기금")


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
