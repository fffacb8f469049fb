from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class MeetingAct(Act):
    """What is done with bodies and their meetings."""

    BODY_OPENED = "meetings.body_opened", _("회의체 두기")
    MEMBER_ADDED = "meetings.member_added", _("위원 두기")
    MEMBER_ENDED = "meetings.member_ended", _("위원 끝냄")
    CALLED = "meetings.called", _("회의 소집")
    ITEM_ADDED = "meetings.item_added", _("안건 올리기")
    ATTENDANCE_RECORDED = "meetings.attendance_recorded", _("출석 기록")
    DECIDED = "meetings.decided", _("안건 결정 기록")
    CLOSED = "meetings.closed", _("회의 마침")
    CALLED_OFF = "meetings.called_off", _("회의 취소")


class BodyKind(TextChoices):
    """What a body is; which an institution may have follows from its kind (rules.BODIES_OF)."""

    COMMITTEE = "committee", _("지방시대위원회")
    SUBCOMMITTEE = "subcommittee", _("분과위원회")
    EXPERT = "expert", _("전문위원회")
    SPECIAL = "special", _("특별위원회")
    REGIONAL = "regional", _("시·도 지방시대위원회")


class MemberKind(TextChoices):
    """By what right somebody is a member."""

    EX_OFFICIO = "ex_officio", _("당연직")
    COMMISSIONED = "commissioned", _("위촉")


class MeetingState(TextChoices):
    """How far a meeting is; what is decided in it has force once it is closed."""

    CALLED = "called", _("소집")
    CLOSED = "closed", _("마침")
    CALLED_OFF = "called_off", _("취소")


class AgendaKind(TextChoices):
    """What a meeting does with an item."""

    RESOLUTION = "resolution", _("의결")
    REPORT = "report", _("보고")


class Outcome(TextChoices):
    """What was decided on an item."""

    APPROVED = "approved", _("원안의결")
    AMENDED = "amended", _("수정의결")
    CONDITIONAL = "conditional", _("조건부의결")
    DEFERRED = "deferred", _("보류")
    REJECTED = "rejected", _("부결")
