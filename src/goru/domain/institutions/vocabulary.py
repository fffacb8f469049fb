from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class InstitutionAct(Act):
    """What is done to accounts, posts and registers."""

    ACCOUNT_OPENED = "institutions.account_opened", _("계정 열기")
    ACCOUNT_RENEWED = "institutions.account_renewed", _("계정 갱신")
    ACCOUNT_LOCKED = "institutions.account_locked", _("계정 잠금")
    ACCOUNT_UNLOCKED = "institutions.account_unlocked", _("계정 잠금 해제")
    REGISTER_LOADED = "institutions.register_loaded", _("기관 등록부 반영")
    INSTITUTION_ADDED = "institutions.institution_added", _("기관을 등록부에 더함")
    MEMBERS_JOINED = "institutions.members_joined", _("초광역권 구성원 더하기")
    UNIT_OPENED = "institutions.unit_opened", _("부서 설치")
    UNIT_CLOSED = "institutions.unit_closed", _("부서 폐지")
    APPOINTED = "institutions.appointed", _("임명")
    INVITED = "institutions.invited", _("초대")
    HANDED_OVER = "institutions.handed_over", _("인계")
    STOOD_IN = "institutions.stood_in", _("직무대행 지정")
    HOLDING_ENDED = "institutions.holding_ended", _("보직 끝냄")
    TELEPHONE_SET = "institutions.telephone_set", _("직위의 전화번호 고치기")
    TOKEN_MADE = "institutions.token_made", _("토큰 만들기")
    TOKEN_ENDED = "institutions.token_ended", _("토큰 끝냄")


class InstitutionKind(TextChoices):
    """What an institution is, and so which plan it owes; a municipality owes none."""

    PROVINCE = "province", _("시·도")
    MINISTRY = "ministry", _("중앙행정기관")
    MEGAREGION = "megaregion", _("초광역권")
    MUNICIPALITY = "municipality", _("시·군·구")
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


class UnitKind(TextChoices):
    """What a unit of an institution is."""

    DEPARTMENT = "department", _("부서")
    AFFILIATE = "affiliate", _("출연기관")


class Role(TextChoices):
    """What a post is for; which posts an institution has follows from its kind (rules.ROLES_OF)."""

    AUTHOR = "author", _("총괄 담당자")
    CONTRIBUTOR = "contributor", _("작성 담당자")
    CERTIFIER = "certifier", _("결재권자")
    BUDGET_OFFICER = "budget_officer", _("예산 담당")
    SUPPORT_GROUP = "support_group", _("지방시대지원단")
    AUDITOR = "auditor", _("감사")
    SECRETARIAT = "secretariat", _("기획단")
    MEMBER = "member", _("위원")
    EXPERT_MEMBER = "expert_member", _("전문위원")
    EVALUATOR = "evaluator", _("평가위원")
    MODERATOR = "moderator", _("의견 관리자")
    HELP_DESK = "help_desk", _("도움 창구")
    ADMINISTRATOR = "administrator", _("시스템 관리자")


class TokenScope(TextChoices):
    """What a program may do by a token."""

    READ = "read", _("초안 읽기")
    WRITE = "write", _("초안 읽고 쓰기")


class HoldingKind(TextChoices):
    """By what right a person holds a post."""

    OWN = "own", _("본직")
    STAND_IN = "stand_in", _("직무대행")
