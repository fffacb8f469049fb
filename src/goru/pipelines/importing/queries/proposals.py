"""What a file proposes to an open edition: found anew whenever a person says which row or part is which item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from pydantic import Field, TypeAdapter

from goru.book.composing import decompose
from goru.book.items.changing import changes_between
from goru.book.items.filled import Asked, Problem, ProblemKind, filled
from goru.book.items.identifying import identified
from goru.book.items.narrowing import narrowed
from goru.book.items.proposing import Outcome, Proposed, outcome, proposals, twins
from goru.book.items.stamping import Stamp
from goru.book.items.touching import Touching
from goru.book.items.walking import items_of, mapped
from goru.book.model import Finding, Item, Measured, Part, PlanBook, Text
from goru.book.model.editions import InstitutionPlan, TaskPart
from goru.core.verdict import Verdict, require
from goru.domain.formulation import permissions as formulation
from goru.domain.formulation.queries import asked_of, edition_to_bring_into
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions as plan_permissions
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Edition
from goru.pipelines.importing import permissions
from goru.pipelines.importing.models import Proposal
from goru.pipelines.importing.reading.brought import BroughtPlan, BroughtWorkbook, place_of
from goru.pipelines.importing.vocabulary import ProposalState

BROUGHT: TypeAdapter[BroughtWorkbook | BroughtPlan] = TypeAdapter(
    Annotated[BroughtWorkbook | BroughtPlan, Field(discriminator="kind")]
)
_PROPOSED = TypeAdapter(list[Proposed])
_FORSAKEN = """
    SELECT id FROM importing_proposal
     WHERE state = %s AND NOT EXISTS (
        SELECT FROM procrastinate_jobs
         WHERE status IN ('todo', 'doing') AND (args->>'proposal_id')::bigint = importing_proposal.id)
"""
_TOLD = TypeAdapter(list[Problem])
_ASKED = TypeAdapter(list[Asked])


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file proposes, what of it could not be taken, what is asked; `stamp` says what a workbook was made from."""

    proposed: Sequence[Proposed]
    told: Sequence[Problem] = ()
    asked: Sequence[Asked] = ()
    stamp: Stamp | None = None

    def as_json(self) -> dict[str, Any]:
        """As a proposal keeps it."""
        return {
            "changes": [one.model_dump(mode="json") for one in self.proposed],
            "told": [one.model_dump(mode="json") for one in self.told],
            "asked": [one.model_dump(mode="json") for one in self.asked],
        }


@dataclass(frozen=True, slots=True)
class Review:
    """A proposal as a person decides on it: its edits, those that are chosen, where they meet others' words (`outcome`).

    `draft` is the edition as it would be with what is chosen; `again` are additions
    of what has its like there; `others` whose plans the document has too, `printed_year` is that of a document.
    """

    proposal: Proposal
    proposed: Sequence[Proposed]
    told: Sequence[Problem]
    asked: Sequence[Asked]
    chosen: frozenset[int]
    outcome: Outcome
    again: frozenset[int]
    draft: plans.Draft
    others: Sequence[str]
    printed_year: int | None
    may_write: Verdict


def understood(
    edition: Edition,
    brought: BroughtWorkbook | BroughtPlan,
    same: Mapping[str, str],
    seed: str,
    *,
    keys: frozenset[str] | None,
) -> Understood:
    """What a file proposes to an edition. `same` are answers; `seed` makes the ids of new items. Raises NoStamp.

    `keys` are the sections that who brought it in writes (None: all); what it says elsewhere is left out, and counted.
    """
    match brought:
        case BroughtPlan():
            found = _of_plan(edition, brought, same)
        case _:
            found = _of_workbook(brought, same, seed)
    return found if keys is None else _within(edition, found, keys)


def _within(edition: Edition, found: Understood, keys: frozenset[str]) -> Understood:
    touching = Touching(InstitutionPlan.model_validate(edition.content))
    own = [one for one in found.proposed if _is_own(touching, one, keys)]
    asked = [one for one in found.asked if touching.homes.get(one.old_id) in keys]
    left = len(found.proposed) - len(own)
    told = [Problem(kind=ProblemKind.ELSEWHERE, sheet="", typed=str(left))] if left else []
    return replace(found, proposed=own, asked=asked, told=[*found.told, *told])


def _is_own(touching: Touching, one: Proposed, keys: frozenset[str]) -> bool:
    return all(touching.of(change) <= keys for change in one.changes)


def _of_workbook(brought: BroughtWorkbook, same: Mapping[str, str], seed: str) -> Understood:
    found = filled(brought.sheets, same=same, seed=seed)
    proposed = []
    for one in proposals(found.stamp.value, found.changes):
        change = one.changes[0]
        at = found.cells.get((change.item, change.field)) or (
            found.rows.get(change.item) if change.item else None
        )
        where = {"sheet": at.sheet, "cell": at.cell} if at else {}
        is_sure = change.item not in found.unsure
        proposed.append(one.model_copy(update={**where, "is_sure": is_sure}))
    return Understood(proposed, found.told, found.asked, found.stamp)


def _of_plan(edition: Edition, brought: BroughtPlan, same: Mapping[str, str]) -> Understood:
    """Identify what is printed against the draft; what the book's form has no place for stays as the draft has it."""
    draft = InstitutionPlan.model_validate(edition.content)
    found = identified(
        plans.book_with(edition, brought.value),
        before=plans.book_with(edition, draft),
        same={place: UUID(item) for place, item in same.items() if item},
    )
    value = _with_unprinted(_own(found.book, draft), draft)
    sources = {held.item.item_id: getattr(held.item, "source", None) for held in items_of(value)}
    budget = value.plan.budget if value.plan else None
    sources[None] = budget.source if budget else None
    similar = [one for one in found.similar if one.place not in same]
    unsure = {one.old_id for one in similar}
    proposed = []
    for one in proposals(draft, changes_between(draft, value)):
        source = sources.get(one.changes[0].item)
        lines = brought.printed.get(place_of(source), []) if source else []
        is_new = any(one.name == other.name for other in similar)
        is_sure = one.changes[0].item not in unsure and not (is_new and one.deed == "add")
        proposed.append(one.model_copy(update={"lines": lines, "is_sure": is_sure}))
    asked = [
        Asked(place=one.place, name=one.name, old_id=one.old_id, old_name=one.old_name, sheet="", cell="")
        for one in similar
    ]
    return Understood(proposed, asked=asked)


def _own(book: PlanBook, draft: InstitutionPlan) -> InstitutionPlan:
    whose = draft.kind, draft.institution
    return next(one for one in decompose(book).plans if (one.kind, one.institution) == whose)


def _with_unprinted(value: InstitutionPlan, draft: InstitutionPlan) -> InstitutionPlan:
    """A printed plan with what its form does not print, of each item as the draft has it."""
    known = {held.item.item_id: held.item for held in items_of(draft)}

    def kept(item: Item) -> dict[str, object]:
        return _kept(item, known.get(item.item_id))

    whole = mapped(value, kept)
    own: dict[str, object] = {"position": draft.position, "sheets": draft.sheets}
    if whole.plan and draft.plan:
        own["plan"] = whole.plan.model_copy(
            update={
                **_kept(whole.plan, draft.plan),
                "measures": draft.plan.measures,
                "vision": _in_place_of(whole.plan.vision, draft.plan.vision),
            }
        )
    if draft.tasks:
        known_tasks = {one.action_task: one for one in draft.tasks}
        own["tasks"] = [_task(one, known_tasks.get(one.action_task)) for one in whole.tasks]
    return whole.model_copy(update=own)


def _in_place_of(vision: Text | None, draft: Text | None) -> Text | None:
    """The one vision of a plan, whatever its words."""
    return vision.model_copy(update={"item_id": draft.item_id}) if vision and draft else vision


def _task(task: TaskPart, draft: TaskPart | None) -> TaskPart:
    return task.model_copy(update={"measures": draft.measures if draft else []})


def _kept(part: Part, before: Part | None) -> dict[str, object]:
    """The fields of a part that later versions of the schema brought and print has nothing of, and those that print has a
    dash for where nothing is said.
    """
    fields = type(part).model_fields
    later = [
        name
        for name, field in fields.items()
        if field.exclude_if is not None and name not in ("item_id", "public_code")
    ]
    update = {
        name: getattr(before, name)
        for name in later
        if before is not None and hasattr(before, name) and not getattr(part, name)
    }
    placed = {"position": getattr(before, "position", None)} if "position" in fields else {}
    measured = {"measure": getattr(before, "measure", None)} if isinstance(part, Measured) else {}
    empty = {name: "" for name in fields if getattr(part, name) == "-" and getattr(before, name, None) == ""}
    return {**update, **placed, **measured, **empty}


def proposals_seen(edition: Edition, *, by: Person, on: date) -> QuerySet[Proposal]:
    """What was brought into an edition, as far as a person may see it, the latest first, without what was read."""
    heavy = ("read", "changes", "told", "asked")
    found = edition.proposals.defer(*heavy).select_related("made_by").order_by("-pk")
    sees_all = plan_permissions.may_see_drafts(by, edition.plan, on)
    return found if sees_all else found.filter(made_by=by)


def workbook_of(number: int, *, by: Person, on: date) -> tuple[Edition, InstitutionPlan, tuple[str, ...]]:
    """What the workbook of an edition is made of for a person; of who writes some sections, these alone, by their keys."""
    edition, _may = edition_to_bring_into(number, by=by, on=on)
    value = InstitutionPlan.model_validate(edition.content)
    keys = formulation.sections_written(by, edition, on)
    if not keys:
        require(plan_permissions.may_see_drafts(by, edition.plan, on), about=plans.subject_of(edition.plan))
        return edition, value, ()
    return edition, narrowed(value, keys), tuple(sorted(keys))


def proposal_in(number: int, *, by: Person, on: date) -> tuple[Proposal, Verdict]:
    """A proposal, for who may see it, and whether they may decide on it."""
    found = Proposal.objects.select_related(
        "edition__plan__cycle", "edition__plan__institution", "made_by", "decided_by"
    ).get(pk=number)
    plan = found.edition.plan
    require(permissions.may_see_proposal(by, found, on), about=plans.subject_of(plan))
    return found, permissions.may_decide_on(by, found, on)


def shows_proposal(number: int, *, by: Person, on: date) -> bool:
    """Whether somebody sees a proposal."""
    found = Proposal.objects.select_related("edition__plan__institution").filter(pk=number).first()
    return bool(found and permissions.may_see_proposal(by, found, on))


def forsaken_proposals() -> list[Proposal]:
    """Those that wait for a job of the queue that is not there any more."""
    return list(Proposal.objects.raw(_FORSAKEN, [ProposalState.READING]))


def proposed_in(proposal: Proposal) -> list[Proposed]:
    """The edits of a proposal; their numbers are their places."""
    return _PROPOSED.validate_python(proposal.changes)


def review_of(
    proposal: Proposal,
    may_write: Verdict,
    *,
    by: Person,
    on: date,
    chosen: frozenset[int] | None = None,
    seen: Mapping[int, str] | None = None,
) -> Review:
    """A proposal beside the edition as it is now; with nothing said, chosen is what is offered and meets nobody's words."""
    edition, proposed = proposal.edition, proposed_in(proposal)
    sees_drafts = bool(plan_permissions.may_see_drafts(by, edition.plan, on))
    is_open = proposal.state == ProposalState.PROPOSED
    keys = formulation.sections_written(by, edition, on)
    every = dict(enumerate(proposed)) if is_open else {}
    if keys is not None and not sees_drafts:
        touching = Touching(InstitutionPlan.model_validate(edition.content))
        every = {at: one for at, one in every.items() if _is_own(touching, one, keys)}
    again = twins(edition.content, InstitutionPlan, proposed) if is_open else frozenset()
    whole = outcome(edition.content, InstitutionPlan, every, {})
    if chosen is None:
        left = again | set(whole.conflicts)
        chosen = frozenset(at for at, one in every.items() if one.is_offered and at not in left)
    picked = {at: one for at, one in every.items() if at in chosen}
    after = outcome(edition.content, InstitutionPlan, picked, seen or {})
    brought = BROUGHT.validate_python(proposal.read)
    printed = brought if isinstance(brought, BroughtPlan) else None
    draft = plans.draft_with(edition, after.content, asked_of(edition.plan))
    return Review(
        proposal=proposal,
        proposed=proposed,
        told=_TOLD.validate_python(proposal.told),
        asked=_ASKED.validate_python(proposal.asked),
        chosen=chosen,
        outcome=whole,
        again=again,
        draft=draft if sees_drafts else replace(draft, findings=_found_in(draft, keys)),
        others=printed.others if printed else (),
        printed_year=printed.value.year if printed else None,
        may_write=may_write,
    )


def _found_in(draft: plans.Draft, keys: frozenset[str] | None) -> list[tuple[Finding, str | None]]:
    return [(one, at) for one, at in draft.findings if keys is None or at in keys]
