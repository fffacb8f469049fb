"""Editions: opened with a whole value, edited, sealed or abandoned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from goru.book.items.editing import Change, Deed, make
from goru.book.items.locating import Conflict, Tree, Unfit, ids_in, named_in
from goru.book.items.placing import digest_of, facts_of
from goru.book.items.walking import items_of
from goru.book.model import Part, PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.core import moves
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import ALLOWED, Outdated, Refused, Subject, Verdict, require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions
from goru.domain.plans.actions.items import keep_items
from goru.domain.plans.models import Document, Edit, Edition, Plan, PrintedPlaces
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.queries.subjects import subject_of
from goru.domain.plans.rules import EDITION_MOVES
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay, ItemKind, PlanAct

May = Callable[[Mapping[str, Any], Change], Verdict]
"""Whether an edit may be made in what an edition says (its content, as JSON)."""

_ONE_EDIT = timedelta(minutes=10)
"""Within it, consecutive settings of one field by one person are one edit, while nothing else is edited."""


class Unwritable(Refused):
    """What shall be there cannot be, whatever is there now."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of edits: the edition, those that are applied, and those that were not, with what is there now."""

    edition: Edition
    applied: Sequence[Edit]
    conflicts: Sequence[tuple[Change, Any]]


@audit.deed
def open_edition(
    *,
    plan: Plan,
    value: PlanBook | InstitutionPlan,
    origin: EditionOrigin,
    by: Person,
    at: datetime,
    document: Document | None = None,
    bases: Iterable[Edition] = (),
) -> Edition:
    """Begin an edition of a plan with a whole value, all whose items have ids; `document` is what printed it.

    Refused where another edition of the plan is open.
    """
    verdict = require(permissions.may_write(by, plan, day_in_korea(at)), about=subject_of(plan))
    Plan.objects.select_for_update().get(pk=plan.pk)
    if other := plan.editions.filter(state=EditionState.OPEN).first():
        sentence = _("이 계획에는 이미 쓰고 있는 초안이 있습니다. 그 초안을 확정하거나 폐기한 뒤 여세요.")
        raise Refused(sentence, about=_about(other))
    _keep_items_of(value)
    facts, places = facts_of(value.model_dump(mode="json"))
    edition = Edition.objects.create(
        plan=plan,
        origin=origin,
        document=document,
        beginning=facts,
        content=facts,
        opened_at=at,
        opened_by=by,
    )
    edition.bases.set(bases)
    if document:
        PrintedPlaces.objects.create(edition=edition, document=document, places=places)
    else:
        _take_over_places(edition)
    details = {"plan": subject_of(plan).key, "origin": str(origin)}
    audit.note(
        PlanAct.EDITION_OPENED, subject=_about(edition), by=by, post=verdict.post, at=at, details=details
    )
    return edition


@transaction.atomic
def keep_printed(
    *,
    plan: Plan,
    value: PlanBook | InstitutionPlan,
    printed: PlanBook | InstitutionPlan | None,
    document: Document,
    before: Edition | None,
    by: Person,
    at: datetime,
) -> Edition:
    """The sealed edition of what a document prints: `before`, where it has the same facts, else a new one.

    `printed` is what of the value the document itself prints, with its places; None where it prints nothing of it.
    """
    facts, _places = facts_of(value.model_dump(mode="json"))
    digest = digest_of(facts)
    if before and before.digest == digest:
        edition = before
    else:
        _keep_items_of(value)
        edition = Edition.objects.create(
            plan=plan,
            state=EditionState.SEALED,
            origin=EditionOrigin.DOCUMENT,
            document=document,
            beginning=facts,
            content=facts,
            digest=digest,
            opened_at=at,
            opened_by=by,
            ended_at=at,
            ended_by=by,
        )
        if before:
            edition.bases.add(before)
    if printed is not None:
        keep_places(edition=edition, document=document, value=printed)
    return edition


@transaction.atomic
def edit(
    *,
    edition_id: int,
    changes: Sequence[Change],
    way: EditWay,
    by: Person,
    at: datetime,
    all_or_nothing: bool = False,
) -> Edited:
    """Apply edits of its author to an open edition, as `apply_edits` does."""
    edition = held_edition(edition_id)
    require(permissions.may_write(by, edition.plan, day_in_korea(at)), about=_about(edition))
    return apply_edits(edition=edition, changes=changes, way=way, by=by, at=at, all_or_nothing=all_or_nothing)


def held_edition(edition_id: int) -> Edition:
    """An edition that nobody else edits or ends while the transaction lasts."""
    found = Edition.objects.select_for_update(of=("self",))
    return found.select_related("plan__cycle", "plan__institution").get(pk=edition_id)


def apply_edits(
    *,
    edition: Edition,
    changes: Sequence[Change],
    way: EditWay,
    by: Person,
    at: datetime,
    all_or_nothing: bool = False,
    may: May = lambda _content, _change: ALLOWED,
) -> Edited:
    """Apply edits to a held edition, each where its field still is as seen; the others are given back with both sides.

    What is there already is no edit. Who calls it knows that the person writes in the edition; `may` is asked of each edit,
    and of what stands there when it is made: what it refuses leaves all undone.
    With `all_or_nothing` (a workbook, a document) one that cannot be applied leaves all undone. Refused where the edition
    is not open, or where what shall be there cannot be (Refused names the field).
    """
    about = _about(edition)
    require(permissions.is_open(edition), about=about)
    class_ = value_class(edition.plan)
    tree, conflicts, done = (
        Tree(deepcopy(edition.content), class_),
        list[tuple[Change, Any]](),
        list[Change](),
    )
    for change in changes:
        require(may(tree.content, change), about=about)
        try:
            made = make(tree, change)
        except Conflict as conflict:
            conflicts.append((change, conflict.now))
        except Unfit as unfit:
            raise _unfit(unfit, about) from unfit
        else:
            done += [made] if made else []
    if (all_or_nothing and conflicts) or not done:
        return Edited(edition, (), conflicts)
    _keep_added(edition, tree.content, class_)
    applied = _kept(edition, done, way, by, at)
    edition.content = tree.content
    edition.version += 1
    edition.save(update_fields=["content", "version"])
    _forget_places(edition, done)
    return Edited(edition, applied, conflicts)


@audit.deed
def seal(*, edition_id: int, version: int, by: Person, at: datetime) -> Edition:
    """Make an open edition one that never changes (확정), as the person saw it; Outdated where it went on."""
    edition, verdict = _as_seen(edition_id, version, by, at)
    digest = digest_of(edition.content)
    _end(edition, EditionState.SEALED, {"digest": digest, "ended_at": at, "ended_by": by})
    details = {"digest": digest, "version": version}
    audit.note(
        PlanAct.EDITION_SEALED, subject=_about(edition), by=by, post=verdict.post, at=at, details=details
    )
    return edition


@audit.deed
def abandon(*, edition_id: int, version: int, by: Person, at: datetime) -> Edition:
    """Give an open edition up (폐기); it stays readable for whoever may see drafts."""
    edition, verdict = _as_seen(edition_id, version, by, at)
    _end(edition, EditionState.ABANDONED, {"ended_at": at, "ended_by": by})
    audit.note(PlanAct.EDITION_ABANDONED, subject=_about(edition), by=by, post=verdict.post, at=at)
    return edition


@transaction.atomic
def keep_places(*, edition: Edition, document: Document, value: Part) -> None:
    """Say where a document prints the facts of a sealed edition: another print of the same makes no new one."""
    _, places = facts_of(value.model_dump(mode="json"))
    kept = edition.printed_places.order_by("-pk").first()
    if kept and kept.places == places and (kept.document.lines.exists() or not document.lines.exists()):
        return
    edition.printed_places.filter(document=document).delete()
    PrintedPlaces.objects.create(edition=edition, document=document, places=places)


def _keep_items_of(value: Part) -> None:
    keep_items(
        {
            held.item.item_id: (ItemKind(held.kind.value), held.item.public_code)
            for held in items_of(value)
            if held.item.item_id
        }
    )


def _as_seen(edition_id: int, version: int, by: Person, at: datetime) -> tuple[Edition, Verdict]:
    edition = Edition.objects.select_related("plan__institution").get(pk=edition_id)
    verdict = require(permissions.may_write(by, edition.plan, day_in_korea(at)), about=_about(edition))
    if edition.version != version:
        sentence = _("그사이 이 초안이 바뀌었습니다. 지금 내용을 확인한 뒤 다시 하세요.")
        raise Outdated(sentence, about=_about(edition))
    return edition, verdict


def _about(edition: Edition) -> Subject:
    return Subject("edition", str(edition.pk))


def _end(edition: Edition, state: EditionState, also: Mapping[str, object]) -> None:
    """Nobody edits it any more: an edit counts the version up, and this is done in the version that was seen alone."""
    moves.move(edition, "state", to=state, moves=EDITION_MOVES, also=also, about=_about(edition))


def _keep_added(edition: Edition, after: Mapping[str, Any], class_: type[Part]) -> None:
    """Keep the items that edits brought in, however deep they lie in what was added or set."""
    there = set(ids_in(edition.content))
    try:
        named = named_in(after, class_)
    except Unfit as unfit:
        raise _unfit(unfit, _about(edition)) from unfit
    keep_items({item: (ItemKind(kind), None) for item, kind in named.items() if item not in there})


def _unfit(unfit: Unfit, about: Subject) -> Unwritable:
    return Unwritable(_("적을 수 없는 값입니다: %(field)s") % {"field": unfit}, about=about)


def _kept(edition: Edition, done: Sequence[Change], way: EditWay, by: Person, at: datetime) -> list[Edit]:
    """The records of applied changes: the last one of all goes on, where the same person does so within ten minutes."""
    last = edition.edits.order_by("-number").first()
    applied, added, gone_on = list[Edit](), list[Edit](), dict[int, Edit]()
    for change in done:
        if last and _goes_on(last, change, way, by, at):
            last.new = change.new
            if last.pk:
                gone_on[last.pk] = last
        else:
            last = Edit(
                edition=edition,
                number=last.number + 1 if last else 1,
                deed=change.deed.value,
                item_id=change.item,
                field=change.field,
                under_id=change.under,
                seen=change.seen,
                new=change.new,
                way=way,
                at=at,
                by=by,
            )
            added.append(last)
        applied.append(last)
    Edit.objects.bulk_update(gone_on.values(), ["new"])
    Edit.objects.bulk_create(added)
    return applied


def _goes_on(before: Edit, change: Change, way: EditWay, by: Person, at: datetime) -> bool:
    """`before.at` is when it began, so that no edit goes on for ever."""
    known = (before.deed, before.item_id, before.field, before.way, before.by_id)
    is_same = known == (Deed.SET.value, change.item, change.field, way.value, by.pk)
    return change.deed == Deed.SET and is_same and at - before.at <= _ONE_EDIT


def _take_over_places(edition: Edition) -> None:
    """What begins as another edition was is printed where that was, until it is edited."""
    like = edition.bases.first() if edition.bases.count() == 1 else None
    printed = (
        like.printed_places.order_by("-pk").first() if like and like.content == edition.content else None
    )
    if printed:
        PrintedPlaces.objects.create(edition=edition, document=printed.document, places=printed.places)


def _forget_places(edition: Edition, done: Sequence[Change]) -> None:
    """A fact that was set is no longer what was printed."""
    set_ones = [(str(change.item or ""), change.field) for change in done if change.deed == Deed.SET]
    for printed in edition.printed_places.all():
        kept = {
            at: place
            for at, place in printed.places.items()
            if not any(_is_of(at, item, field) for item, field in set_ones)
        }
        if kept != printed.places:
            printed.places = kept
            printed.save(update_fields=["places"])


def _is_of(place: str, item: str, field: str) -> bool:
    """Whether a place is that of the part whose field was set."""
    owner, _, at = place.partition("/")
    above = field.rpartition("/")[0]
    return owner == item and at.startswith(f"{above}/" if above else ("source", "body_source"))
