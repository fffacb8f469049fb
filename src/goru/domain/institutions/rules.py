"""What is true of institutions by the values alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from goru.core.text import folded
from goru.core.verdict import ALLOWED, Refused, Verdict, refuse
from goru.domain.institutions.vocabulary import InstitutionKind, Role

SYSTEM = "goru"
"""The name of who acts when no person does."""

COMMITTEE = "committee"
"""The key of the Committee (지방시대위원회)."""

LOCAL_GOVERNMENTS = (InstitutionKind.PROVINCE, InstitutionKind.MUNICIPALITY)

_OF_AN_AUTHOR = (Role.AUTHOR, Role.CONTRIBUTOR, Role.CERTIFIER, Role.BUDGET_OFFICER, Role.AUDITOR)
ROLES_OF: Mapping[str, tuple[Role, ...]] = {
    InstitutionKind.PROVINCE: (*_OF_AN_AUTHOR, Role.SUPPORT_GROUP),
    InstitutionKind.MINISTRY: _OF_AN_AUTHOR,
    InstitutionKind.MEGAREGION: _OF_AN_AUTHOR,
    InstitutionKind.MUNICIPALITY: (Role.CONTRIBUTOR,),
    InstitutionKind.COMMITTEE: (
        *(Role.SECRETARIAT, Role.MEMBER, Role.EXPERT_MEMBER, Role.EVALUATOR, Role.AUDITOR),
        *(Role.MODERATOR, Role.HELP_DESK, Role.ADMINISTRATOR),
    ),
}
"""Which posts an institution may have, by its kind. 지방시대지원단 is a province's (특별법 제67조②)."""

ROLES_OF_A_UNIT = (Role.CONTRIBUTOR,)

WITH_UNITS = (InstitutionKind.PROVINCE, InstitutionKind.MINISTRY, InstitutionKind.MEGAREGION)
"""Whose departments and affiliates contribute to a plan; a municipality contributes as a whole."""

TELEPHONE = r"^((02|0[3-6]\d|070|080)-\d{3,4}|1[5-9]\d{2})-\d{4}$"
"""A telephone of an office as it is kept: 061-286-1234, 02-2100-1234, 1588-1234; none of a person's own (010)."""
_TELEPHONES = (r"(02|0[3-6]\d|070|080)(\d{3,4})(\d{4})", r"(1[5-9]\d{2})(\d{4})")

SOLE = (Role.AUTHOR, Role.CERTIFIER)
"""Posts with one holder in their own right at a time: one answers for a plan, one signs it. All others are held by several:
the officers of a department, a team (기획단, 지원단), the members of a body, and administrators, of whom one may be ill."""

THAT_WRITE = (Role.AUTHOR, Role.CONTRIBUTOR)
"""Posts by which plans are written: programs may act for who holds one."""

COMMISSIONED = (Role.MEMBER, Role.EXPERT_MEMBER, Role.EVALUATOR)
"""Posts that a person is commissioned to (위촉): they cannot pass them on."""

GUARDED = (Role.ADMINISTRATOR, Role.HELP_DESK, Role.AUDITOR)
"""Posts of the Committee that an administrator alone gives: who is watched does not choose who watches."""

WITH_SECOND_FACTOR = (Role.SECRETARIAT, Role.ADMINISTRATOR)


class PostKey(NamedTuple):
    """Which post: `secretariat`, `author:seoul`, `contributor:seoul/기획조정실`; the Committee's where none is named."""

    role: Role
    institution: str
    unit: str

    @classmethod
    def parse(cls, text: str) -> PostKey:
        """Refused where there is no such role."""
        role, _colon, place = text.partition(":")
        institution, _slash, unit = place.partition("/")
        if role not in Role.values:
            raise Refused(_("없는 직위입니다. 예: secretariat, author:seoul, contributor:seoul/기획조정실"))
        return cls(Role(role), institution or COMMITTEE, unit.strip())


def has_the_post(kind: str, role: str, *, is_in_a_unit: bool) -> Verdict:
    """Whether an institution of a kind, or a unit of it, has posts of a role."""
    roles = ROLES_OF[kind]
    if role in roles and (not is_in_a_unit or role in ROLES_OF_A_UNIT):
        return ALLOWED
    return refuse(_("이 기관에는 없는 직위입니다."))


def is_to_come(first_day: date, on: date) -> Verdict:
    """Whether a post may be given from a day on: nobody was given it before they were."""
    return (
        ALLOWED
        if first_day >= on
        else refuse(_("지난 날짜부터 임명할 수 없습니다. 오늘이나 그 뒤로 정하세요."))
    )


_BORDERS = """
seoul incheon gyeonggi
busan ulsan gyeongnam
daegu gyeongbuk gyeongnam
gwangju jeonnam
daejeon sejong chungbuk chungnam
ulsan gyeongbuk gyeongnam
sejong chungbuk chungnam
gyeonggi incheon gangwon chungbuk chungnam
gangwon chungbuk gyeongbuk
chungbuk chungnam jeonbuk gyeongbuk
chungnam jeonbuk
jeonbuk jeonnam jeonnam-gwangju gyeongbuk gyeongnam
gyeongnam gyeongbuk jeonnam jeonnam-gwangju
"""
"""A line a province: itself, then those it borders on land that no line above has said."""


def neighbours_of(key: str) -> frozenset[str]:
    """The provinces, of whatever time, that border on a province by land; none of an island or of another institution."""
    found: set[str] = set()
    for line in _BORDERS.split("\n"):
        first, *others = line.split() or [""]
        found.update(others if key == first else [first] if key in others else [])
    return frozenset(found)


def may_be_locked(*, is_active: bool, is_own: bool) -> Verdict:
    """Whether an account can be closed to its person: not one's own, so that somebody is left who opens it again."""
    if not is_active:
        return refuse(_("이미 잠긴 계정입니다."))
    return ALLOWED if not is_own else refuse(_("자기 계정은 잠글 수 없습니다."))


def may_be_unlocked(username: str, *, is_active: bool) -> Verdict:
    """Whether an account can be opened again to its person; the system's is nobody's."""
    return is_a_persons_name(username) and (refuse(_("잠긴 계정이 아닙니다.")) if is_active else ALLOWED)


def is_a_persons_name(username: str) -> Verdict:
    """Whether somebody may sign in by a name: not by that of the system."""
    if folded(username).strip() != SYSTEM:
        return ALLOWED
    return refuse(_("이 이름은 프로그램이 씁니다. 다른 아이디로 정하세요."))


LONGEST_STAND_IN = timedelta(days=366)


def is_a_leave(first_day: date, last_day: date) -> Verdict:
    """Whether somebody may stand in for so long: it ends within a year, or the post is given."""
    if last_day - first_day <= LONGEST_STAND_IN:
        return ALLOWED
    return refuse(_("직무대행은 한 해까지입니다. 더 길면 임명하세요."))


def is_somebody_else(person: int, by: int) -> Verdict:
    """Whether a post is given to another than who gives it."""
    return (
        ALLOWED
        if person != by
        else refuse(_("자기 자신에게는 맡길 수 없습니다. 다른 관리자에게 요청하세요."))
    )


def is_within(last_day: date, limit: date | None) -> Verdict:
    """Whether what a holder gives on ends no later than what they hold."""
    if limit is None or last_day <= limit:
        return ALLOWED
    return refuse(_("%(limit)s에 끝나는 보직입니다. 그날까지만 맡길 수 있습니다."), limit=limit)


def telephone_said(text: str) -> str | None:
    """A telephone of an office in the one form it is kept in, empty where none is said; None where it is no such number."""
    plain = re.sub(r"[\s().-]", "", text)
    digits = re.sub(r"^\+82", "0", plain)
    found = (re.fullmatch(one, digits) for one in _TELEPHONES)
    return "" if not digits else next(("-".join(one.groups()) for one in found if one), None)


MOST_DAYS = 366
"""How long a token lasts at most."""


def can_last_until(last_day: date, on: date) -> Verdict:
    """Whether a token made on a day may last until another: a year at most."""
    if on <= last_day <= on + timedelta(days=MOST_DAYS):
        return ALLOWED
    return refuse(_("마지막 날은 오늘부터 1년 안이어야 합니다."))
