"""What kinds of things deeds are about: what each is called, and the page that shows how one stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext_lazy

from goru.core.codes import is_code
from goru.core.verdict import Refused, Subject
from goru.domain.formulation import queries as formulation
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.permissions import may_see_accounts, may_see_posts
from goru.domain.institutions.rules import COMMITTEE
from goru.domain.meetings import queries as meetings
from goru.domain.plans import queries as plans
from goru.domain.plans.permissions import may_see_drafts
from goru.domain.registers import queries as registers
from goru.pipelines.importing import queries as importing
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.web.access import today

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

    from goru.domain.institutions.models import Person

    Reader = Person | AnonymousUser
    Where = Callable[[str, Reader, date], str]


def noun_of(kind: str) -> StrOrPromise:
    """What kind of thing a subject is, in words."""
    return _KINDS[kind][0] if kind in _KINDS else kind


def where(about: Subject, by: Reader) -> str:
    """The address where a person sees how the subject of a deed stands, or what is nearest to it; empty where nothing is."""
    return _KINDS[about.kind][1](about.key, by, today()) if about.kind in _KINDS else ""


def _cycle(key: str, _by: Reader, _on: date) -> str:
    return reverse("web:publications", args=[int(key)]) if plans.cycles().filter(year=int(key)) else ""


def _plan(key: str, by: Reader, on: date) -> str:
    """What is published of it; before that, where it is written, for who sees its drafts."""
    year, _slash, institution = key.partition("/")
    try:
        plans.plan_of(int(year), institution)
    except ObjectDoesNotExist:
        return _plan_desk(key, by, on) or _cycle(year, by, on)
    return reverse("web:institution", args=[int(year), institution])


def _plan_desk(key: str, by: Reader, on: date) -> str:
    year, _slash, institution = key.partition("/")
    try:
        seen = may_see_drafts(by, plans.plan_in(int(year), institution), on)
    except ObjectDoesNotExist:
        return ""
    return reverse("web:plan-desk", args=[int(year), institution]) if seen else ""


def _edition(key: str, by: Reader, on: date) -> str:
    """Where it is written, for who may read a draft of it; else what is published of its plan."""
    if by.is_authenticated and plans.shows_drafts_of(int(key), by=by, on=on):
        return reverse("web:edition", args=[int(key)])
    plan = plans.plan_of_edition(int(key))
    return _plan(plan.key, by, on) if plan else ""


def _collecting(key: str, by: Reader, on: date) -> str:
    """What is collected for a plan, for who sees its drafts."""
    year, _slash, institution = key.partition("/")
    try:
        seen = may_see_drafts(by, plans.plan_in(int(year), institution), on)
    except ObjectDoesNotExist:
        return ""
    return reverse("web:collecting", args=[int(year), institution]) if seen else ""


def _assignment(key: str, by: Reader, on: date) -> str:
    """Where who was assigned it writes it; for who collects, among all that is collected."""
    if not by.is_authenticated:
        return ""
    try:
        found, edition = formulation.leads_to(int(key), by=by, on=on)
    except ObjectDoesNotExist:
        return reverse("web:desk")
    if edition:
        return reverse("web:section", args=[edition.pk, found.section])
    return _collecting(plans.subject_of(found.plan).key, by, on) or reverse("web:desk")


def _explanation(key: str, by: Reader, on: date) -> str:
    """What was said of a finding, for who sees the drafts of its plan and for who answers it."""
    seen = by.is_authenticated and plans.shows_explanation(int(key), by=by, on=on)
    return reverse("web:explanation", args=[int(key)]) if seen else ""


def _section(key: str, by: Reader, on: date) -> str:
    """Where it is written, for who sees it there."""
    edition, _slash, section = key.partition("/")
    if by.is_authenticated and formulation.shows_section(int(edition), section, by=by, on=on):
        return reverse("web:section", args=[int(edition), section])
    return _edition(edition, by, on)


def _attachments(key: str, by: Reader, on: date) -> str:
    """The files of an edition, for who sees them."""
    if by.is_authenticated and formulation.follows(int(key), by=by, on=on):
        return reverse("web:attachments", args=[int(key)])
    return _edition(key, by, on)


def _comment(key: str, by: Reader, on: date) -> str:
    """Where it stands in the draft, for who reads it there."""
    if not by.is_authenticated:
        return ""
    try:
        found = formulation.comment_read_by(int(key), by=by, on=on)
    except (ObjectDoesNotExist, Refused):
        return reverse("web:desk")
    edition = formulation.written_edition(found.comment).pk
    if found.section is None:
        return f"{reverse('web:edition', args=[edition])}#comment-{key}"
    return f"{reverse('web:section', args=[edition, found.section.key])}#comment-{key}"


def _item(key: str, _by: Reader, _on: date) -> str:
    """None of what nobody points at, which has no code."""
    return reverse("web:item", args=[key]) if is_code(key) else ""


def _import(key: str, by: Reader, on: date) -> str:
    return reverse("web:import", args=[int(key)]) if may_bring_in_books(by, on) else ""


def _proposal(key: str, by: Reader, on: date) -> str:
    sees = by.is_authenticated and importing.shows_proposal(int(key), by=by, on=on)
    return reverse("web:proposal", args=[int(key)]) if sees else ""


def _institution(key: str, by: Reader, on: date) -> str:
    """Its posts, for who may see them; for who holds one of them and sees no others, their own."""
    if not by.is_authenticated:
        return ""
    try:
        institution = institutions.institution_on(key, on).institution
    except ObjectDoesNotExist:
        return reverse("web:posts")
    return reverse("web:posts-of", args=[key]) if may_see_posts(by, institution, on) else reverse("web:posts")


def _post(key: str, by: Reader, on: date) -> str:
    _role, _colon, place = key.partition(":")
    return _institution(place.partition("/")[0] or COMMITTEE, by, on)


def _body(key: str, by: Reader, on: date) -> str:
    """Its meetings, for who may see them; what is not there yet stands among the others to come."""
    found = key and meetings.body_seen_by(key, by, on)
    return reverse("web:body", args=[key]) if found else _desk_of("web:meetings", by)


def _meeting(key: str, by: Reader, on: date) -> str:
    body, _slash, number = key.partition("/")
    if meetings.body_seen_by(body, by, on):
        return reverse("web:meeting", args=[body, int(number)])
    return _desk_of("web:meetings", by)


def _guideline(key: str, by: Reader, on: date) -> str:
    found = key and formulation.guideline_read_by(int(key), by, on)
    return reverse("web:guideline", args=[int(key)]) if found else _desk_of("web:guidelines", by)


def _desk_of(name: str, by: Reader) -> str:
    return reverse(name) if by.is_authenticated else ""


def _person(key: str, by: Reader, on: date) -> str:
    """The own account; another's stands among all of them."""
    if by.is_authenticated and by.get_username() == key:
        return reverse("mfa_index")
    return reverse("web:accounts") if may_see_accounts(by, on) else ""


def _mail(_key: str, by: Reader, _on: date) -> str:
    return reverse("web:mails") if by.is_authenticated else ""


def _register(_key: str, by: Reader, _on: date) -> str:
    """Of the registers only the institutions stand on a page."""
    return reverse("web:posts") if by.is_authenticated else ""


def _case(key: str, by: Reader, on: date) -> str:
    """Its page, for who may see it."""
    one = registers.seen_cases(by, on).filter(number=key).select_related("register").first()
    return reverse("web:case", args=[one.register.key, key]) if one else reverse("web:registers")


def _round(key: str, _by: Reader, _on: date) -> str:
    register, _slash, round_key = key.partition("/")
    return reverse("web:round", args=[register, round_key])


def _case_register(key: str, _by: Reader, _on: date) -> str:
    """Its page; all of them, where the deed was about all."""
    try:
        registers.register_of(key)
    except ObjectDoesNotExist:
        return reverse("web:registers")
    return reverse("web:register", args=[key])


def _holiday(_key: str, _by: Reader, _on: date) -> str:
    return reverse("web:holidays")


def _duty(key: str, _by: Reader, _on: date) -> str:
    return reverse("web:duties", args=[int(key.partition("/")[0])])


def _five_year_plan(key: str, _by: Reader, _on: date) -> str:
    """Its page; all of them where it is not on record."""
    owner, _slash, first_year = key.partition("/")
    try:
        plans.parent_of(owner, int(first_year or 0))
    except ObjectDoesNotExist:
        return reverse("web:parents")
    return reverse("web:parent", args=[owner, int(first_year)])


_KINDS: Final[Mapping[str, tuple[StrOrPromise, Where]]] = {
    "assignment": (gettext_lazy("맡긴 절"), _assignment),
    "attachments": (gettext_lazy("첨부"), _attachments),
    "body": (gettext_lazy("회의체"), _body),
    "case": (gettext_lazy("사안"), _case),
    "case-register": (gettext_lazy("대장"), _case_register),
    "collecting": (gettext_lazy("취합"), _collecting),
    "comment": (gettext_lazy("메모"), _comment),
    "cycle": (gettext_lazy("연도"), _cycle),
    "duty": (gettext_lazy("의무"), _duty),
    "edition": (gettext_lazy("판"), _edition),
    "explanation": (gettext_lazy("점검 결과 설명"), _explanation),
    "five-year-plan": (gettext_lazy("5개년 계획"), _five_year_plan),
    "holiday": (gettext_lazy("임시공휴일"), _holiday),
    "guideline": (gettext_lazy("수립지침"), _guideline),
    "import": (gettext_lazy("가져오기"), _import),
    "institution": (gettext_lazy("기관"), _institution),
    "item": (gettext_lazy("항목"), _item),
    "mail": (gettext_lazy("메일"), _mail),
    "meeting": (gettext_lazy("회의"), _meeting),
    "person": (gettext_lazy("계정"), _person),
    "plan": (gettext_lazy("계획"), _plan),
    "post": (gettext_lazy("직위"), _post),
    "proposal": (gettext_lazy("불러온 수정"), _proposal),
    "register": (gettext_lazy("등록부"), _register),
    "round": (gettext_lazy("회차"), _round),
    "section": (gettext_lazy("절"), _section),
}
KINDS: Final = tuple(_KINDS)
"""All kinds of subjects that there are."""
