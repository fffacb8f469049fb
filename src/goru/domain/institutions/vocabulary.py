from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
