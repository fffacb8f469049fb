"""What became of a plan: its moments, what is another in one than in another, what happened to one of its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from goru.book.funds import ACCOUNTS, FUNDINGS
from goru.book.items.changing import changes_between
from goru.book.items.editing import Change, Deed, replayed
from goru.book.items.locating import Conflict, ids_in, there
from goru.book.items.sections import FIELDS, Section, section_at, sections_of
from goru.book.items.typed import OF_A_STEP
from goru.book.items.walking import items_of, name_in, name_of
from goru.book.model import BudgetRow, Item, MoneyLine
from goru.book.model.editions import InstitutionPlan
from goru.book.paths import Path
from goru.core.languages import in_language
from goru.core.money import WON
from goru.core.verdict import require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions
from goru.domain.plans.models import Edit, Edition
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.queries.drafts import own_edition
from goru.domain.plans.queries.subjects import subject_of
from goru.domain.plans.vocabulary import EditDeed

_FOLLOWS = OF_A_STEP[1:]
"""What of a dated step follows from its words."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An edition as it was after an edit: `number` of how many were made (0: as it began), `at` when, `by` whom."""

    edition: Edition
    number: int
    value: InstitutionPlan
    at: datetime
    by: Person
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that is another in the later of two moments: the edit that would make it so, what its item is called in
    the later one (or was in the earlier one, where it is gone), in which section it stands there.

    `edit` is the last one that made it so, where the later edition's own edits did.
    """

    change: Change
    name: str
    section: Section | None
    edit: Edit | None

    @property
    def deed(self) -> EditDeed:
        """Whether it was set, added, moved or taken out."""
        return EditDeed(self.change.comes_to.value)


@dataclass(frozen=True, slots=True)
class MoneyCompared:
    """What two moments spend in a year, by a source of funds (None: by all), in whole won."""

    year: int
    funding: str | None
    before: int
    after: int

    @property
    def difference(self) -> int:
        """By how much the later one spends more."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """What became of an item: what its fields say in each edition (None: it is not there), and the edits of it and what is
    under it, the latest first."""

    name: str
    fields: Sequence[str]
    said: Sequence[tuple[Edition, Mapping[str, Any] | None]]
    edits: Sequence[tuple[Edit, str]]


def history_in(number: int, *, by: Person, on: date) -> Edition:
    """An edition whose edits a person may read: who sees its drafts, whatever is published of it; else Refused."""
    edition = own_edition(number)
    require(permissions.may_see_drafts(by, edition.plan, on), about=subject_of(edition.plan))
    return edition


def edits_of(edition: Edition) -> list[tuple[Edit, str]]:
    """What was done to an edition, the latest first, each with what its item is called, or was before it went."""
    found = list(edition.edits.exclude(field__in=_FOLLOWS).select_related("by", "item").order_by("-number"))
    names = _names(edition)
    return [(one, names.get(one.item_id, "")) for one in found]


def moment_of(edition: Edition, number: int | None = None) -> Moment:
    """An edition after its edit of a number, or as it is (None); Edition.DoesNotExist where it has no such edit."""
    made = list(edition.edits.select_related("by").order_by("number"))
    last = made[-1].number if made else 0
    at = last if number is None else number
    if not 0 <= at <= last:
        raise Edition.DoesNotExist
    done = [one for one in made if one.number <= at]
    content = (
        edition.content
        if at == last
        else replayed(edition.beginning, value_class(edition.plan), [_change(one) for one in done])
    )
    return Moment(
        edition=edition,
        number=at,
        value=InstitutionPlan.model_validate(content),
        at=done[-1].at if done else edition.opened_at,
        by=done[-1].by if done else edition.opened_by,
        is_whole=at == last,
    )


def compared(before: Moment, after: Moment) -> list[Compared]:
    """What is another in a moment than in an earlier one of its institution or of those it follows, section by section."""
    old, new = before.value, after.value
    sections = [*sections_of(new), *sections_of(old)]
    names = {held.item.item_id: _called(held.item) for value in (old, new) for held in items_of(value)}
    made = _last_edits(before, after)
    found = []
    for change in changes_between(old, new):
        item = change.under if change.deed == Deed.ADD and change.under else change.item
        steps = change.field.split("/")[1:]
        of_task = change.field.startswith("tasks/")
        path = Path(("action_tasks", *steps) if of_task else ("plans", new.institution, *steps))
        key = section_at(sections, item, path)
        section = next((one for one in sections if one.key == key), None)
        edit = made.get(_told_by(change.deed.value, change.item, change.field))
        name = steps[0] if of_task and change.item is None else names.get(change.item, "")
        found.append(Compared(change, name, section, edit))
    keys = [one.key for one in sections]
    return sorted(found, key=lambda one: keys.index(one.section.key) if one.section else len(keys))


def money_compared(before: InstitutionPlan, after: InstitutionPlan) -> list[MoneyCompared]:
    """What the amounts of projects and tasks add up to in two values: year by year, by funding and in all."""
    old, new = _sums(before), _sums(after)
    rows = []
    for year in sorted({one for one, _funding in (*old, *new)}):
        fundings = sorted({funding for one, funding in (*old, *new) if one == year})
        each = [MoneyCompared(year, one, old[year, one], new[year, one]) for one in fundings]
        whole = MoneyCompared(year, None, sum(one.before for one in each), sum(one.after for one in each))
        rows += [*each, whole]
    return rows


def comparable_with(edition: Edition, *, by: Person, on: date) -> list[Edition]:
    """What a person may compare an edition with: the others of its plan that they see, and what it was begun with, the
    latest first."""
    line = Q(plan=edition.plan_id) | Q(continuations=edition)
    found = Edition.objects.filter(line, plan__institution__isnull=False).exclude(pk=edition.pk).distinct()
    light = found.defer("beginning", "content").select_related("plan__cycle", "plan__institution")
    return [one for one in light.order_by("-pk") if permissions.may_see(by, one, on)]


def history_of_item(edition: Edition, item: UUID, *, by: Person, on: date) -> ItemHistory:
    """What became of an item in the editions of a plan and those they began with; Edition.DoesNotExist where it never was."""
    every = [*reversed(comparable_with(edition, by=by, on=on)), edition]
    names: dict[UUID | None, str] = {}
    said: list[tuple[Edition, Mapping[str, Any] | None]] = []
    edits: list[tuple[Edit, str]] = []
    fields: dict[str, None] = {}
    for one in every:
        there_now = _item_in(one.content, item)
        line = {item, *(held for part in (_item_in(one.beginning, item), there_now) for held in ids_in(part))}
        names |= _names(one)
        said.append((one, there_now))
        fields |= dict.fromkeys(_fields_of(one, item))
        made = one.edits.filter(Q(item__in=line) | Q(under__in=line)).exclude(field__in=_FOLLOWS)
        sees = permissions.may_see_drafts(by, one.plan, on)
        edits += [(each, names.get(each.item_id, "")) for each in made.select_related("by")] if sees else []
    if item not in names:
        raise Edition.DoesNotExist
    return ItemHistory(names[item], [*fields], said, sorted(edits, key=lambda one: one[0].at, reverse=True))


def _change(edit: Edit) -> Change:
    return Change(Deed(edit.deed), edit.item_id, edit.field, edit.under_id, seen=edit.seen, new=edit.new)


def _names(edition: Edition) -> dict[UUID | None, str]:
    """What the items of an edition are called, those too that were added and taken out again."""
    contents = (edition.beginning, edition.content)
    values = [value_class(edition.plan).model_validate(one) for one in contents]
    found = {held.item.item_id: _called(held.item) for value in values for held in items_of(value)}
    gone = edition.edits.filter(deed=EditDeed.REMOVE).values_list("item", "seen")
    return {item: _called_in(seen) if isinstance(seen, dict) else "" for item, seen in gone} | found


def _called(item: Item) -> str:
    return _line_in_words(item.model_dump()) if isinstance(item, MoneyLine) else name_of(item)


def _called_in(content: Mapping[str, Any]) -> str:
    return str(name_in(content)) or _line_in_words(content)


def _line_in_words(line: Mapping[str, Any]) -> str:
    """What an amount of a project is called: its year, who pays it, of which account it is."""
    year, funding, account = (line.get(name) for name in ("fiscal_year", "funding", "account"))
    words = (year, funding and in_language(*FUNDINGS[funding]), account and in_language(*ACCOUNTS[account]))
    return " · ".join(str(one) for one in words if one)


def _told_by(deed: str, item: UUID | None, field: str) -> tuple[str, UUID | None, str]:
    return (deed, item, field if deed == Deed.SET.value else "")


def _last_edits(before: Moment, after: Moment) -> dict[tuple[str, UUID | None, str], Edit]:
    first = before.number if before.edition == after.edition else 0
    made = after.edition.edits.filter(number__gt=first, number__lte=after.number)
    return {
        _told_by(one.deed, one.item_id, one.field): one
        for one in made.select_related("by").order_by("number")
    }


def _sums(value: InstitutionPlan) -> Counter[tuple[int, str]]:
    found: Counter[tuple[int, str]] = Counter()
    for year, funding, amount, unit in _amounts(value):
        found[year or value.year, funding] += int(amount * WON[unit])
    return found


def _amounts(value: InstitutionPlan) -> Iterator[tuple[int | None, str, Decimal, str]]:
    """What is planned, line by line; not what is approved or spent, nor totals that are stated beside the lines."""
    for held in items_of(value):
        one = held.item
        if (
            not isinstance(one, MoneyLine | BudgetRow)
            or one.amount is None
            or one.phase not in (None, "plan")
        ):
            continue
        is_line = isinstance(one, MoneyLine)
        unit = one.unit if isinstance(one, MoneyLine) else "억원"
        if unit in WON:
            yield one.fiscal_year, one.funding or ("" if is_line else "national"), one.amount, unit


def _item_in(content: Mapping[str, Any], item: UUID) -> dict[str, Any] | None:
    try:
        return there(dict(content), InstitutionPlan, item).item
    except Conflict:
        return None


def _fields_of(edition: Edition, item: UUID) -> Sequence[str]:
    try:
        class_ = there(dict(edition.content), InstitutionPlan, item).class_
    except Conflict:
        return ()
    return FIELDS[class_] if issubclass(class_, Item) and class_ in FIELDS else ()
