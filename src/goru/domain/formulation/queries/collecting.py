"""The sections of plans that are assigned, and what who writes or collects sees of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from goru.book.items.sections import Section, sections_of
from goru.book.items.touching import homes_of
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import Subject, Verdict, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import Assignment
from goru.domain.formulation.queries.attachments import Attached, attachments_of
from goru.domain.formulation.queries.comments import Commented, comments_on
from goru.domain.formulation.queries.texts import asked_of
from goru.domain.formulation.vocabulary import SubmissionState
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Holding, Institution, Person, Unit
from goru.domain.institutions.permissions import in_charge_of
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import permissions as plan_permissions
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Edition, Plan
from goru.domain.plans.vocabulary import EditionOrigin, EditionState

Writers = Mapping[str, Sequence[tuple[Person, datetime]]]
"""Who wrote in each section, by its key, and when last; the latest first."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assigned section as it stands on a day; `is_begun` where somebody it was assigned to wrote in it.

    `section` is None where the draft has no such section any more. `has_writer` where somebody holds the post to write it.
    """

    assignment: Assignment
    section: Section | None
    is_begun: bool
    days_left: int
    has_writer: bool

    @property
    def state_name(self) -> str:
        """Its state in words: a draft is not begun (미착수), or being written (작성중)."""
        if self.assignment.state != SubmissionState.DRAFT:
            return str(self.assignment.get_state_display())
        return _("작성중") if self.is_begun else _("미착수")

    @property
    def is_late(self) -> bool:
        """Whether its inner date is over, and nobody handed it in."""
        return self.days_left < 0 and not self.assignment.is_handed_in

    @property
    def can_be_accepted(self) -> Verdict:
        """Whether its author can accept it as it stands."""
        return rules.can_be_moved(self.assignment.state, SubmissionState.ACCEPTED)

    @property
    def can_be_returned(self) -> Verdict:
        """Whether its author can return it as it stands."""
        return rules.can_be_moved(self.assignment.state, SubmissionState.RETURNED)


@dataclass(frozen=True, slots=True)
class Collecting:
    """A plan's sections, those of them that are assigned, and who wrote where, as who may see drafts sees it."""

    plan: Plan
    edition: Edition | None
    sections: Sequence[Section]
    assigned: Sequence[Assigned]
    writers: Writers
    may_assign: Verdict
    may_decide: Verdict

    @property
    def free(self) -> list[Section]:
        """The sections that nobody was assigned."""
        taken = {one.assignment.section for one in self.assigned}
        return [one for one in self.sections if one.key not in taken]


@dataclass(frozen=True, slots=True)
class DraftSeen:
    """What a person sees of an edition, and may write of it: who sees no drafts, the sections that they were assigned alone.

    What is published everybody sees; who has which section, who wrote it and what is noted on it, those alone who see drafts
    or write it.

    `may_write`, `may_comment` and `may_attach` are of the section that was asked for, as is `own`, what they were assigned of
    it and may hand in; `may_end` is of the edition as a whole, `may_explain` of its findings. `follows`
    where they see what is not published of it. `follower` is the draft that is written now where this one is sealed,
    `may_follow` whether one may be begun with it. `carried` are the sections, by their keys, that stand as last year's plan
    had them: nobody wrote in them or handed them in.
    """

    draft: plans.Draft
    sees_all: bool
    sees_drafts: bool
    follows: bool
    may_write: Verdict
    may_end: Verdict
    may_explain: Verdict
    own: Sequence[tuple[Assignment, Verdict]]
    assigned: Mapping[str, Sequence[Assigned]]
    writers: Writers
    comments: Sequence[Commented]
    may_comment: Verdict
    attachments: Sequence[Attached]
    may_attach: Verdict
    comparable: Edition | None
    follower: Edition | None
    may_follow: bool
    carried: Collection[str]

    def attachments_in(self, key: str) -> list[Attached]:
        """The files that are attached to a section."""
        return [one for one in self.attachments if one.attachment.section == key]

    def comments_in(self, key: str) -> list[Commented]:
        """What is noted on a section and its items, what is open first."""
        found = [one for one in self.comments if one.section and one.section.key == key]
        return sorted(found, key=lambda one: not one.comment.is_open)

    @property
    def carried_whole(self) -> int:
        """How many of the sections that have nothing missing stand as last year's plan had them."""
        return sum(
            one.is_required and one.is_written and one.key in self.carried for one in self.draft.sections
        )

    @property
    def open_comments(self) -> list[Commented]:
        """What is noted and not done yet."""
        return [one for one in self.comments if one.comment.is_open]


def collecting_subject(plan: Plan) -> Subject:
    """What deeds on the assigned sections of a plan are about."""
    return Subject("collecting", plans.subject_of(plan).key)


def open_edition_of(plan: Plan) -> Edition | None:
    """The edition of a plan that is being written."""
    return plan.editions.filter(state=EditionState.OPEN).first() if plan.pk else None


def written_sections(plan: Plan) -> list[Section]:
    """The sections of the edition that is being written; none where none is."""
    edition = open_edition_of(plan)
    return sections_of(InstitutionPlan.model_validate(edition.content)) if edition else []


def assignees_of(plan: Plan, on: date) -> list[Unit | Institution]:
    """Who can be assigned sections of a plan on a day: units of its institution, then municipalities of a province."""
    institution = plan.institution
    if institution is None:
        return []
    every: list[Unit | Institution] = [
        *institution.units.order_by("name"),
        *institutions.municipalities_under(institution),
    ]
    return [one for one in every if one.is_in_force(on)]


def assignee_name(one: Unit | Institution) -> str:
    """What who can be assigned sections is called."""
    return one.name if isinstance(one, Unit) else institutions.named(one)


def without_writer(every: Iterable[Unit | Institution], on: date) -> set[Unit | Institution]:
    """Those for whom nobody would write what they are assigned: nobody holds the contributor's post (작성 담당자) on the day."""
    held = Holding.objects.in_force(on).filter(role=Role.CONTRIBUTOR)
    units, places = (set(held.values_list(f"post__{one}", flat=True)) for one in ("unit", "institution"))
    return {
        one
        for one in every
        if not (
            one.pk in units if isinstance(one, Unit) else places & {each.pk for each in in_charge_of(one, on)}
        )
    }


def assignment_of(number: int) -> Assignment:
    """An assigned section; Assignment.DoesNotExist where it was taken back."""
    return assignments().get(pk=number)


def leads_to(number: int, *, by: Person, on: date) -> tuple[Assignment, Edition | None]:
    """An assigned section, and the draft in which a person who was assigned it writes it, where there is one."""
    assignment = assignment_of(number)
    edition = open_edition_of(assignment.plan) if permissions.contributes(by, assignment, on) else None
    return assignment, edition


def collecting_in(year: int, key: str, *, by: Person, on: date) -> Collecting:
    """What is collected for a plan; Refused to who does not see its drafts."""
    plan = plans.plan_in(year, key)
    require(plan_permissions.may_see_drafts(by, plan, on), about=plans.subject_of(plan))
    edition = open_edition_of(plan)
    sections = written_sections(plan)
    writers = _writers_of(edition, sections) if edition else {}
    assigned = _seen(assignments().filter(plan=plan) if plan.pk else (), sections, writers, on)
    return Collecting(
        plan=plan,
        edition=edition,
        sections=sections,
        assigned=assigned,
        writers=writers,
        may_assign=permissions.may_assign(by, plan, on),
        may_decide=plan_permissions.may_write(by, plan, on),
    )


def draft_in(number: int, *, by: Person, on: date, section: str = "") -> DraftSeen:
    """An institution's edition, or a section of it, as a person sees it; Refused where they may not."""
    edition = plans.own_edition(number)
    sees_drafts = plan_permissions.may_see_drafts(by, edition.plan, on)
    seen = sees_drafts or plan_permissions.may_see(by, edition, on)
    own = permissions.assigned_to(by, edition.plan, on)
    keys = {one.section for one in own}
    if not seen and (not own or (section and section not in keys)):
        require(seen, about=plans.subject_of(edition.plan))
    whole = plans.draft_of(edition, asked_of(edition.plan))
    draft = whole if seen else _narrowed(whole, keys)
    follows = bool(sees_drafts or own)
    writers = _writers_of(edition, draft.sections) if follows else {}
    found = assignments().filter(plan=edition.plan) if follows else ()
    shown = [one for one in _seen(found, draft.sections, writers, on) if one.section]
    handed_in = {one.assignment.section for one in shown if one.assignment.is_handed_in}
    touched = {*writers, *handed_in}
    is_carried = follows and edition.origin == EditionOrigin.CARRIED and edition.state == EditionState.OPEN
    may_begin = plan_permissions.may_write(by, edition.plan, on)
    may_end = may_begin and plan_permissions.is_open(edition)
    is_sealed = edition.state == EditionState.SEALED
    follower = open_edition_of(edition.plan) if is_sealed and sees_drafts else None
    return DraftSeen(
        draft=draft,
        sees_all=bool(seen),
        sees_drafts=bool(sees_drafts),
        follows=follows,
        may_write=may_end
        or (permissions.may_write_section(by, edition, section, on) if section else may_end),
        may_end=may_end,
        may_explain=plan_permissions.may_explain(by, edition.plan, on),
        own=[(one, permissions.may_submit(by, one, on)) for one in own if one.section == section],
        assigned={key: [one for one in shown if one.assignment.section == key] for key in _keys(shown)},
        writers=writers,
        may_comment=plan_permissions.is_open(edition)
        and permissions.may_comment(by, edition.plan, section, on),
        comments=comments_on(edition, whole.sections, by=by, on=on) if follows else [],
        attachments=attachments_of(edition, whole.sections, by=by, on=on) if follows else [],
        comparable=next(iter(plans.comparable_with(edition, by=by, on=on)), None),
        may_attach=permissions.may_attach(by, edition, section, on),
        follower=follower,
        may_follow=bool(is_sealed and may_begin and not follower and _is_last_sealed(edition)),
        carried={one.key for one in draft.sections if one.key not in touched} if is_carried else (),
    )


def _is_last_sealed(edition: Edition) -> bool:
    return not edition.plan.editions.filter(state=EditionState.SEALED, pk__gt=edition.pk).exists()


def shows_section(number: int, key: str, *, by: Person, on: date) -> bool:
    """Whether a person sees a section of an edition that is not published."""
    edition = _edition(number)
    if edition is None or not permissions.may_see_section(by, edition.plan, key, on):
        return False
    return any(one.key == key for one in sections_of(InstitutionPlan.model_validate(edition.content)))


def follows(number: int, *, by: Person, on: date) -> bool:
    """Whether a person sees what is not published of an edition: its draft, or a section of it."""
    edition = _edition(number)
    return edition is not None and bool(
        plan_permissions.may_see_drafts(by, edition.plan, on) or permissions.assigned_to(by, edition.plan, on)
    )


def _edition(number: int) -> Edition | None:
    try:
        return plans.own_edition(number)
    except Edition.DoesNotExist:
        return None


def edition_to_bring_into(number: int, *, by: Person, on: date) -> tuple[Edition, Verdict]:
    """An edition into which files are brought, for who sees its drafts or writes sections of it, and whether they may."""
    edition = plans.own_edition(number)
    verdict = permissions.may_bring_in(by, edition, on)
    if not verdict and not permissions.assigned_to(by, edition.plan, on):
        require(plan_permissions.may_see_drafts(by, edition.plan, on), about=plans.subject_of(edition.plan))
    return edition, verdict


def _narrowed(draft: plans.Draft, keys: Collection[str]) -> plans.Draft:
    """A draft with some of its sections alone."""
    return replace(
        draft,
        sections=[one for one in draft.sections if one.key in keys],
        findings=[(one, key) for one, key in draft.findings if key in keys],
    )


def assignments() -> QuerySet[Assignment]:
    """All sections that are assigned, what is due first."""
    related = ("plan__cycle", "plan__institution", "unit", "institution")
    return Assignment.objects.select_related(*related).order_by("due_date", "pk")


def _keys(assigned: Iterable[Assigned]) -> dict[str, None]:
    return dict.fromkeys(one.assignment.section for one in assigned)


def _seen(
    found: Iterable[Assignment], sections: Sequence[Section], writers: Writers, on: date
) -> list[Assigned]:
    every = list(found)
    known = {one.key: one for one in sections}
    members = _members_of(every)
    nobody = without_writer({one.to for one in every}, on)
    return [
        Assigned(
            assignment=one,
            section=known.get(one.section),
            is_begun=any(
                (one.unit_id, one.institution_id, who.pk) in members
                for who, _at in writers.get(one.section, ())
            ),
            days_left=(one.due_date - on).days,
            has_writer=one.to not in nobody,
        )
        for one in every
    ]


def _members_of(every: Sequence[Assignment]) -> set[tuple[int | None, int | None, int]]:
    """Who ever wrote for the units and institutions that sections were assigned to."""
    places = Q(post__unit__in=[one.unit_id for one in every if one.unit_id]) | Q(
        post__institution__in=[one.institution_id for one in every if one.institution_id]
    )
    held = Holding.objects.filter(places, role=Role.CONTRIBUTOR)
    return set(held.values_list("post__unit", "post__institution", "person"))


def _writers_of(edition: Edition, sections: Sequence[Section]) -> dict[str, list[tuple[Person, datetime]]]:
    """By the edits of an edition; what is not there any more was written where it stood in the beginning."""
    edits = list(edition.edits.order_by("at").values_list("item", "field", "by", "at"))
    fields = {field: one.key for one in sections for field in one.fields}
    homes = homes_of(sections)
    if any(item and item not in homes for item, *_rest in edits):
        homes = homes_of(sections_of(InstitutionPlan.model_validate(edition.beginning))) | homes
    last: dict[str, dict[int, datetime]] = {}
    for item, field, by, at in edits:
        if key := homes.get(item) if item else fields.get(field):
            last.setdefault(key, {})[by] = at
    people = Person.objects.in_bulk({by for found in last.values() for by in found})
    return {
        key: [(people[by], at) for by, at in sorted(found.items(), key=lambda one: one[1], reverse=True)]
        for key, found in last.items()
    }
