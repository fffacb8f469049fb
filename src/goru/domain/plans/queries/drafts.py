"""Plans as they are written: which there are, what an open edition says, what does not add up in it, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.db.models import Count, Max
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy

from goru.book.checking.projects import Asked
from goru.book.checking.rulebook import check
from goru.book.checking.sentences import Language
from goru.book.composing import Parts, compose
from goru.book.items.carrying import carried_frame
from goru.book.items.editing import Change, Deed
from goru.book.items.locating import Conflict, there
from goru.book.items.sections import Section, SectionKind, section_at, sections_of
from goru.book.items.walking import items_of
from goru.book.model import Finding, Item, PlanBook
from goru.book.model.books import PartOfBook
from goru.book.model.editions import InstitutionPlan
from goru.book.paths import Path
from goru.core.practice import marked
from goru.core.verdict import Verdict, require
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions, rules
from goru.domain.plans.models import Cycle, Edit, Edition, Explanation, Plan
from goru.domain.plans.models import Item as ItemRow
from goru.domain.plans.queries.compositions import empty_frame, value_class
from goru.domain.plans.queries.subjects import subject_of
from goru.domain.plans.rules.acceptance import mark_of, may_be_accepted
from goru.domain.plans.vocabulary import EditionState, PlanKind

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_SCOPES: Final[Mapping[str, PartOfBook]] = {
    "provincial": "provincial_plan",
    "megaregional": "megaregional_plan",
    "sectoral": "action_tasks",
}
"""What of a book an institution's plan is, by its kind."""

_HEAVY = ("beginning", "content")
"""What of an edition is fetched only where it is read: most pages name editions, and show what one of them says."""

_SECTION_NAMES: Final[Mapping[SectionKind, StrOrPromise]] = {
    SectionKind.VISION: gettext_lazy("비전·추진전략"),
    SectionKind.CORE_TASKS: gettext_lazy("핵심과제"),
    SectionKind.CORE_TASK: gettext_lazy("핵심과제"),
    SectionKind.MONEY: gettext_lazy("재정투입"),
    SectionKind.INDICATORS: gettext_lazy("성과지표"),
    SectionKind.REFORMS: gettext_lazy("제도개선"),
    SectionKind.DECENTRALIZATION: gettext_lazy("지방분권 시행계획"),
    SectionKind.PERFORMANCE: gettext_lazy("성과관리"),
    SectionKind.SUMMARY: gettext_lazy("요약(1쪽)"),
    SectionKind.ACTION_TASK: gettext_lazy("실천과제"),
}


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """A plan as who writes it sees it: its editions, the latest first, what one could begin with, and what may be done."""

    plan: Plan
    editions: Sequence[Edition]
    bases: Sequence[Edition]
    may_read: Verdict
    may_write: Verdict

    @property
    def open(self) -> Edition | None:
        """The edition that is being written."""
        return next((one for one in self.editions if one.state == EditionState.OPEN), None)

    @property
    def sealed(self) -> Edition | None:
        """The latest that was sealed."""
        return next((one for one in self.editions if one.state == EditionState.SEALED), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition of an institution's plan: its value, its sections, its findings by the section that they lead to.

    `explanations` are of the plan, by the marks of what they explain.
    """

    edition: Edition
    value: InstitutionPlan
    sections: Sequence[Section]
    findings: Sequence[tuple[Finding, str | None]]
    explanations: Mapping[str, Explanation]

    @property
    def required(self) -> int:
        """How many sections the plan must have."""
        return sum(one.is_required for one in self.sections)

    @property
    def written(self) -> int:
        """How many of those have nothing missing."""
        return self.required - len(self.lacking)

    @property
    def lacking(self) -> list[Section]:
        """The sections that the plan must have and in which something is missing."""
        return [one for one in self.sections if one.is_required and not one.is_written]

    def section(self, key: str) -> Section:
        """One of its sections; Edition.DoesNotExist where it has none of that key."""
        for section in self.sections:
            if section.key == key:
                return section
        raise Edition.DoesNotExist

    @property
    def may_be_accepted(self) -> Verdict:
        """Whether nothing of what was found, or is missing, stands in the way of its acceptance."""
        left = [one for one, _ in self.findings if not self._is_settled(one)]
        errors = sum(one.severity == "error" for one in left)
        return may_be_accepted(
            errors=errors, warnings=len(left) - errors, missing=self.required - self.written
        )

    def finding(self, mark: str) -> Finding | None:
        """What was found, by its mark."""
        return next((one for one, _ in self.findings if mark_of(one) == mark), None)

    def explanation_of(self, finding: Finding) -> Explanation | None:
        """Why a finding stands, where somebody said so."""
        return self.explanations.get(mark_of(finding))

    def _is_settled(self, finding: Finding) -> bool:
        said = self.explanation_of(finding)
        return said is not None and said.is_settling

    def findings_in(self, key: str) -> list[Finding]:
        """What does not add up in a section."""
        return [finding for finding, at in self.findings if at == key]


def section_name(section: Section) -> StrOrPromise:
    """What a section is called: its kind, a task by its own name."""
    return section.name or _SECTION_NAMES[section.kind]


def plan_in(year: int, key: str) -> Plan:
    """The plan of an institution for a cycle, kept or not yet; DoesNotExist where there is no such cycle or institution."""
    cycle = Cycle.objects.get(year=year)
    institution = institutions.institution_on(key, date(year, 1, 1)).institution
    kind = rules.OWED_BY.get(institution.kind)
    if kind is None:
        raise Plan.DoesNotExist
    known = (
        Plan.objects.select_related("cycle", "institution")
        .filter(cycle=cycle, institution=institution)
        .first()
    )
    return known or Plan(cycle=cycle, institution=institution, kind=kind)


def desk_of(plan: Plan, *, by: Person, on: date) -> PlanDesk:
    """What who writes a plan sees of it, and whether they may see it."""
    editions = list(plan.editions.defer(*_HEAVY).order_by("-pk")) if plan.pk else []
    may_read, may_write = permissions.may_see_drafts(by, plan, on), permissions.may_write(by, plan, on)
    return PlanDesk(plan, editions, bases_of(plan), may_read, may_write)


def bases_of(plan: Plan) -> list[Edition]:
    """What a plan can be carried over from: what was published of the year before, of its institution or those it follows."""
    institution = plan.institution
    if institution is None:
        return []
    line = [institution.pk, *institution.predecessors.values_list("pk", flat=True)]
    last = Edition.objects.filter(
        plan__institution__in=line, plan__cycle__year=plan.cycle.year - 1, publications__isnull=False
    )
    latest = Edition.objects.filter(pk__in=last.order_by("plan", "-pk").distinct("plan").values("pk"))
    return list(latest.defer(*_HEAVY).select_related("plan__cycle", "plan__institution"))


def plans_written_by(person: Person, on: date) -> list[Plan]:
    """The plans of cycles without a publication that a person's posts have a part in, the latest year first."""
    seen = [
        one.post.place for one in institutions.posts_of(person, on) if one.role in permissions.WHO_SEES_DRAFTS
    ]
    line = {one.pk: one for place in seen for one in (place, *place.predecessors.all())}
    writing = [one for one in line.values() if one.kind in rules.OWED_BY]
    return [
        plan_in(year, one.key)
        for year in open_years()
        for one in writing
        if one.is_in_force(date(year, 1, 1))
    ]


def open_years() -> list[int]:
    """The years whose plans are being written: their cycles are open, and nothing is published of them yet."""
    return list(Cycle.objects.filter(publications=None).order_by("-year").values_list("year", flat=True))


def cycle_in(year: int) -> Cycle:
    """The cycle of a year, published or not; Cycle.DoesNotExist where it is not open."""
    return Cycle.objects.get(year=year)


def edits_since(
    found: Sequence[Plan], *, by: Person, since: datetime
) -> list[tuple[Plan, Person, int, datetime]]:
    """Who else wrote in some plans since a moment: how many edits of each, and when the latest was, the latest first."""
    recent = Edit.objects.filter(edition__plan__in=[one.pk for one in found if one.pk], at__gte=since)
    counted = (
        recent.exclude(by=by)
        .values("edition__plan", "by")
        .annotate(count=Count("pk"), last=Max("at"))
        .order_by("-last")
    )
    plans, people = {one.pk: one for one in found}, Person.objects.in_bulk({one["by"] for one in counted})
    return [(plans[one["edition__plan"]], people[one["by"]], one["count"], one["last"]) for one in counted]


def own_edition(number: int) -> Edition:
    """An edition of an institution's plan; Edition.DoesNotExist where there is none, or it is of the national part."""
    own = Edition.objects.filter(plan__institution__isnull=False)
    return own.select_related("plan__cycle", "plan__institution").get(pk=number)


def edition_in(number: int, *, by: Person, on: date) -> tuple[Edition, Verdict]:
    """An edition of an institution that a person may read, and whether they may write in it; refused where they may not."""
    edition = own_edition(number)
    require(permissions.may_see(by, edition, on), about=subject_of(edition.plan))
    return edition, permissions.may_write(by, edition.plan, on) and permissions.is_open(edition)


def shows_drafts_of(number: int, *, by: Person, on: date) -> bool:
    """Whether somebody sees what is written of the institution's plan that an edition is of."""
    edition = (
        Edition.objects.select_related("plan__institution")
        .filter(pk=number, plan__institution__isnull=False)
        .first()
    )
    return bool(edition and permissions.may_see_drafts(by, edition.plan, on))


def item_in(edition: Edition, item: UUID) -> dict[str, Any]:
    """An item of an edition with all under it, as JSON; Item.DoesNotExist where it has none of that id."""
    try:
        return there(edition.content, value_class(edition.plan), item).item
    except Conflict as conflict:
        raise ItemRow.DoesNotExist from conflict


def tasks_to_add(edition: Edition) -> list[tuple[str, str]]:
    """The action tasks of the national frame that a ministry's plan has no part of: their numbers and names."""
    if edition.plan.kind != PlanKind.SECTORAL:
        return []
    there = {one["action_task"] for one in edition.content["tasks"]}
    found = _frame_of(edition.plan.cycle).action_tasks
    return [(one.id, one.heading or one.name) for one in found if one.id not in there]


def begun_task(edition: Edition, number: str) -> Change:
    """The edit that gives a ministry's plan a part of an action task of the frame; Edition.DoesNotExist where it has none."""
    task = next((one for one in _frame_of(edition.plan.cycle).action_tasks if one.id == number), None)
    if task is None:
        raise Edition.DoesNotExist
    others = {*task.ministries} - {edition.content["institution"]}
    new = {"action_task": number, "is_joint": bool(others)}
    return Change(Deed.SET, None, f"tasks/{number}", new=new)


def task_of(edition: Edition, number: str) -> dict[str, Any]:
    """What a ministry's plan says of an action task, as JSON; Edition.DoesNotExist where it has no part of it."""
    for task in edition.content["tasks"]:
        if task["action_task"] == number:
            return dict(task)
    raise Edition.DoesNotExist


def draft_of(edition: Edition, asked: Collection[Asked] = ()) -> Draft:
    """An institution's edition with its sections and what the rules find in it, by what the guideline asks."""
    return draft_with(edition, edition.content, asked)


def draft_with(edition: Edition, content: Mapping[str, Any], asked: Collection[Asked] = ()) -> Draft:
    """An edition as it would be with another content: before that is written."""
    value = InstitutionPlan.model_validate(content)
    sections = sections_of(value)
    found = [
        (one, section_at(sections, one.item_id, Path.parse(one.subject)))
        for one in _findings(edition, value, asked)
    ]
    said = {one.mark: one for one in edition.plan.explanations.select_related("written_by", "answered_by")}
    return Draft(edition, value, sections, found, said)


def items_before(edition: Edition) -> dict[UUID, Item]:
    """The items of what an edition began with as they were there: last year's words and figures, or those it was opened with."""
    bases = [base.content for base in edition.bases.order_by("pk")] or [edition.beginning]
    values = [InstitutionPlan.model_validate(one) for one in bases]
    return {held.item.item_id: held.item for one in values for held in items_of(one) if held.item.item_id}


def book_of_edition(edition: Edition) -> PlanBook:
    """An institution's edition as a part of a book by itself, under the national frame."""
    return book_with(edition, InstitutionPlan.model_validate(edition.content))


def book_with(edition: Edition, value: InstitutionPlan) -> PlanBook:
    """The same with another value of its plan."""
    frame = _frame_of(edition.plan.cycle)
    tasks = {one.action_task for one in value.tasks}
    own = [task for task in frame.action_tasks if task.id in tasks]
    book = compose(Parts(frame.model_copy(update={"action_tasks": own}), (value,)))
    scope = [_SCOPES[value.kind]]
    return book.model_copy(update={"scope": scope, "year": value.year, "title": _title_of(edition)})


def mark_of_edition(edition: Edition) -> str:
    """What tells a print of an edition from another: of an open one 초안, its version and moment, else its digest."""
    title = marked(_title_of(edition))
    if edition.state == EditionState.SEALED:
        return f"{title} · {edition.digest[:16]}"
    saved = f"{localtime(saved_at(edition)):%Y-%m-%d %H:%M}"
    return f"{title} · {edition.get_state_display()} {edition.version} · {saved}"


def saved_at(edition: Edition) -> datetime:
    """When an edition was written in last: its latest edit, else its opening."""
    return edition.edits.order_by("-number").values_list("at", flat=True).first() or edition.opened_at


def _title_of(edition: Edition) -> str:
    institution = edition.plan.institution
    whose = (
        institutions.institution_on(institution.key, date(edition.plan.cycle.year, 1, 1)).full_name
        if institution
        else ""
    )
    return f"{edition.plan.cycle.year}년 {whose} {edition.plan.get_kind_display()}"


def _findings(edition: Edition, value: InstitutionPlan, asked: Collection[Asked]) -> list[Finding]:
    """What the rules find in a plan by itself, and against the national frame."""
    institution = edition.plan.institution
    lang: Language = "en" if get_language() == "en" else "ko"
    found = check(book_with(edition, value), lang, register=institutions.register_in_use(), asked=asked)
    return [one for one in found if institution and institution.key in one.concerns]


def _frame_of(cycle: Cycle) -> PlanBook:
    """The national part that the plans of a cycle are written under: its own, else that of the year before it."""
    national = Edition.objects.filter(plan__institution=None).exclude(state=EditionState.ABANDONED)
    if own := national.filter(plan__cycle=cycle).order_by("-pk").first():
        return PlanBook.model_validate(own.content)
    before = (
        national.filter(plan__cycle__year=cycle.year - 1, publications__isnull=False).order_by("-pk").first()
    )
    if before is None:
        return PlanBook.model_validate(empty_frame(cycle.year))
    return carried_frame(PlanBook.model_validate(before.content), year=cycle.year)[0]
