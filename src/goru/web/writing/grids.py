"""The money of projects as grids to fill in: which controls they have, which edits their buttons make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from goru.book.items.editing import Change, Deed
from goru.book.items.grids import ASKED, Grid, Row, grid_of, id_of_line, place_of_line
from goru.book.items.sections import Section, begun
from goru.book.model import Item, MoneyLine, Project
from goru.domain.finance.vocabulary import Account, BudgetPhase, FundingSource
from goru.domain.plans.queries import Draft, items_before
from goru.web.writing.controls import Control, of_line
from goru.web.writing.fields import FIELDS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_OF_A_ROW = ("fiscal_year", "account", "unit", "block_grant", "research")
_MARKS = ("block_grant", "research")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a grid on a page: what it is called, its cells by their items, what it comes to and says that it does."""

    id: UUID | None
    name: str
    cells: Sequence[UUID | None]
    total: Decimal | None
    stated: Decimal | None

    @property
    def key(self) -> str:
        """Under which the controls stand that its lines have in common."""
        return f"row-{self.id}"


@dataclass(frozen=True, slots=True)
class ShownGrid:
    """The money of a project on a page: rows, columns (their names, what they come to), the sum of all."""

    project: UUID | None
    unit: str
    rows: Sequence[ShownRow]
    columns: Sequence[tuple[str, StrOrPromise, Decimal | None]]
    total: Decimal | None

    def has(self, item: UUID | None) -> bool:
        """Whether one of its cells is of an item."""
        return any(item in row.cells for row in self.rows)


def of_section(
    draft: Draft, section: Section
) -> tuple[dict[UUID | None, ShownGrid], dict[UUID | str | None, list[Control]]]:
    """The grids of a section by their projects, and their controls: of each cell by its item, of each row by its key."""
    before = items_before(draft.edition)
    grids: dict[UUID | None, ShownGrid] = {}
    controls: dict[UUID | str | None, list[Control]] = {}
    for project in _projects(section):
        grid = _grid(draft, project)
        cells = {
            row.first.item_id: [_cell(project, row, one, before) for one in grid.columns] for row in grid.rows
        }
        for row in reversed(
            grid.rows
        ):  # from the last: what comes in leaves the places before it as they are
            controls |= {one.item: [one] for one in reversed(cells[row.first.item_id])}
            controls[f"row-{row.first.item_id}"] = list(_common(row, before))
        grids[project.item_id] = _shown(grid, cells)
    return grids, controls


def added_row(draft: Draft, section: Section, project: UUID, year: Any, account: str | None) -> Change | None:
    """The edit that begins a row: its line of national money, without an amount yet; None where no such project is."""
    of = next((one for one in _projects(section) if one.item_id == project), None)
    if of is None:
        return None
    new = begun(MoneyLine, draft.value) | {"fiscal_year": year, "account": account, "funding": "national"}
    if unit := _grid(draft, of).unit:
        new["unit"] = unit
    common = dict.fromkeys(("phase",)) | {"block_grant": False, "research": False} | new
    id_ = id_of_line(project, common, "national", {one.item_id for one in of.money if one.item_id})
    return Change(Deed.ADD, id_, "money", project, new=new)


def lines_of(draft: Draft, section: Section, first: UUID) -> list[MoneyLine]:
    """The lines of the row that is known by one of them; none where there is none any more."""
    rows = (row for project in _projects(section) for row in _grid(draft, project).rows)
    return next((list(row.lines.values()) for row in rows if row.first.item_id == first), [])


def _projects(section: Section) -> Iterator[Project]:
    return (one.item for one in section.entries() if isinstance(one.item, Project))


def _grid(draft: Draft, project: Project) -> Grid:
    return grid_of(project, unit=begun(MoneyLine, draft.value)["unit"], columns=ASKED)


def _cell(project: Project, row: Row, funding: str, before: Mapping[UUID, Item]) -> Control:
    """The amount of a line; of one that is not there yet what brings it in."""
    label = FundingSource(funding).label
    if line := row.lines.get(funding):
        found = of_line(line, "amount", before)
        return replace(found, field=replace(found.field, label=label))
    taken = {one.item_id for one in project.money if one.item_id}
    id_ = id_of_line(project.item_id or UUID(int=0), row.common, funding, taken)
    new = {name: value for name, value in row.common.items() if value} | {
        "funding": funding,
        "at": place_of_line(project, row, funding),
    }
    adds = Change(Deed.ADD, id_, "money", project.item_id, new=new)
    return Control(id_, "amount", replace(FIELDS["amount"], label=label), None, "", adds=adds)


def _common(row: Row, before: Mapping[UUID, Item]) -> Iterator[Control]:
    first, *others = row.lines.values()
    items = [one.item_id for one in others if one.item_id]
    for name in _OF_A_ROW:
        yield replace(of_line(first, name, before), others=items)


def _shown(grid: Grid, cells: Mapping[UUID | None, Sequence[Control]]) -> ShownGrid:
    rows = [
        ShownRow(
            row.first.item_id,
            _name(row, grid.unit),
            [one.item for one in cells[row.first.item_id]],
            row.total,
            row.stated,
        )
        for row in grid.rows
    ]
    columns = [(one, FundingSource(one).label, grid.sum_of(one)) for one in grid.columns]
    return ShownGrid(grid.project, grid.unit, rows, columns, grid.total)


def _name(row: Row, unit: str) -> str:
    """What a row is called: its year and account, and what else it has that not all have."""
    said = row.common
    words = [
        str(said["fiscal_year"] or _("연도 없음")),
        str(Account(said["account"]).label) if said["account"] else _("회계 없음"),
        str(BudgetPhase(said["phase"]).label) if said["phase"] else "",
        *(str(FIELDS[name].label) for name in _MARKS if said[name]),
        said["unit"] if said["unit"] != unit else "",
    ]
    return " · ".join(one for one in words if one)
