from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.book.funds import ACCOUNTS, FUNDINGS
from goru.core.languages import in_language


class FundingSource(TextChoices):
    """Who pays; combined where a table prints one amount for all three."""

    NATIONAL = "national", in_language(*FUNDINGS["national"])
    LOCAL = "local", in_language(*FUNDINGS["local"])
    PROVINCIAL = "provincial", in_language(*FUNDINGS["provincial"])
    MUNICIPAL = "municipal", in_language(*FUNDINGS["municipal"])
    PRIVATE = "private", in_language(*FUNDINGS["private"])
    COMBINED = "combined", in_language(*FUNDINGS["combined"])


class Account(TextChoices):
    """Of which account money is (특별법 제76조 for those of 지역균형발전특별회계)."""

    GENERAL = "general", in_language(*ACCOUNTS["general"])
    BALANCE_AUTONOMY = "balance-autonomy", in_language(*ACCOUNTS["balance-autonomy"])
    BALANCE_SUPPORT = "balance-support", in_language(*ACCOUNTS["balance-support"])
    BALANCE_JEJU = "balance-jeju", in_language(*ACCOUNTS["balance-jeju"])
    BALANCE_SEJONG = "balance-sejong", in_language(*ACCOUNTS["balance-sejong"])
    BALANCE_MEGAREGION = "balance-megaregion", in_language(*ACCOUNTS["balance-megaregion"])
    OTHER_SPECIAL = "other-special", in_language(*ACCOUNTS["other-special"])
    FUND = "fund", in_language(*ACCOUNTS["fund"])


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
