from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class InstitutionAct(Act):
    """What is done to accounts and registers."""

    ACCOUNT_OPENED = "institutions.account_opened", _("계정 열기")
    ACCOUNT_RENEWED = "institutions.account_renewed", _("계정 갱신")
    REGISTER_LOADED = "institutions.register_loaded", _("기관 등록부 반영")


class InstitutionKind(TextChoices):
    """What an institution is, and so which plan it owes."""

    PROVINCE = "province", _("시·도")
    MINISTRY = "ministry", _("중앙행정기관")
    MEGAREGION = "megaregion", _("초광역권")
    COMMITTEE = "committee", _("지방시대위원회")


class RegionLevel(TextChoices):
    """Which level of local government a region is governed on."""

    PROVINCE = "province", _("시·도")
    MUNICIPALITY = "municipality", _("시·군·구")


class CodeScheme(TextChoices):
    """Who gave a code; codes of different schemes collide."""

    MOIS = "mois", _("행정표준코드")
    KOSTAT = "kostat", _("통계청 행정구역분류")
    ISO = "iso3166-2", "ISO 3166-2"
