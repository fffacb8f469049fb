from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from goru.book.completeness import Completeness, completeness
from goru.book.differing import Change, Difference
from goru.book.items.identifying import Similar
from goru.book.model import PlanBook
from goru.book.paths import Path
from goru.core.money import WON
from goru.domain.finance.vocabulary import FundingSource
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import Cycle, PrintedPlaces, Publication
from goru.domain.plans.queries.publications import latest_publication, publications_in_force
from goru.domain.plans.vocabulary import Severity
from goru.domain.publication.queries import figures_first
from goru.domain.publication.rules import ministries_in
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.queries.outlook import Outlook, outlook_of
from goru.pipelines.importing.reading.accounts import Account
from goru.pipelines.importing.reading.checked import Checked
from goru.pipelines.importing.rules import IN_WORK, Loss, holdings
from goru.pipelines.importing.vocabulary import Decision, IssueState, Part, ReadingState

_FORSAKEN = """
    SELECT id, version, reading, issuing FROM importing_import
     WHERE (issuing = %s OR reading = ANY(%s) AND decision = %s) AND NOT EXISTS (
        SELECT FROM procrastinate_jobs
         WHERE status IN ('todo', 'doing') AND (args->>'import_id')::bigint = importing_import.id)
"""
_HEAVY = ("book", "checked", "printed", "account")
_HEADLINE = {
    "total": FundingSource.COMBINED,
    "national": FundingSource.NATIONAL,
    "local": FundingSource.LOCAL,
    "private": FundingSource.PRIVATE,
}


@dataclass(frozen=True, slots=True)
class Count:
    """How much of something the adopted book has (None where none is adopted) and the new one; money in won."""

    label: str
    now: int | None
    new: int | None
    is_money: bool = False

    @property
    def change(self) -> int | None:
        """How much more the new book has."""
        return None if self.now is None or self.new is None else self.new - self.now

    @property
    def is_less(self) -> bool:
        """Whether the new book has less of it, or no longer says how much."""
        return self.now is not None and (self.new is None or self.new < self.now)


@dataclass(frozen=True, slots=True)
class Unknown:
    """An institution that no register knows, by the name that the book prints."""

    kind: InstitutionKind
    name: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What adopting a book would come to: what it holds, what was found in it, what differs from the year's plan.

    `account` is what became of the file's lines; None where that was not looked at when it was read. `unknown` are the
    institutions that no register knows.
    """

    title: str
    completeness: Completeness
    account: Account | None
    counts: Sequence[Count]
    checked: Sequence[Mapping[str, Any]]
    current: Publication | None
    difference: Difference
    losses: Sequence[Loss]
    similar: Sequence[Similar]
    unknown: Sequence[Unknown]

    @property
    def prose(self) -> int:
        """How many of the changes are of sentences somebody wrote."""
        return sum(change.is_prose for change in self.difference.changes)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one["finding"]["severity"] == "error" for one in self.checked)


def imports() -> QuerySet[Import]:
    """All that was brought in, the latest first, without what was read."""
    in_force = PrintedPlaces.objects.filter(
        document=OuterRef("document"), edition__publications__in=publications_in_force()
    )
    found = Import.objects.defer(*_HEAVY).select_related("received_by", "document")
    found = found.annotate(is_in_force=Exists(in_force))
    return found.order_by("-received_at", "-pk")


def forsaken() -> list[Import]:
    """Those that wait for a job of the queue that is not there any more."""
    return list(Import.objects.raw(_FORSAKEN, [IssueState.WAITING, list(IN_WORK), Decision.OPEN]))


def import_of(import_id: int) -> Import:
    """One of them; Import.DoesNotExist where there is none."""
    return imports().select_related("document__cycle", "decided_by").get(pk=import_id)


def is_to_be_decided(one: Import) -> bool:
    """Whether the book was read, and nobody decided on it yet."""
    return one.reading == ReadingState.READ and one.decision == Decision.OPEN


def is_in_work(one: Import) -> bool:
    """Whether a job is at it, or will be."""
    is_read = one.reading in IN_WORK and one.decision == Decision.OPEN
    return is_read or one.issuing == IssueState.WAITING


def way_of(one: Import) -> Sequence[ReadingState]:
    """The steps of the reading up to the preview; none where the way is left."""
    way = (*IN_WORK, ReadingState.READ)
    return way if one.reading in way and one.decision == Decision.OPEN else ()


def replaced_by(one: Import) -> Publication | None:
    """The publication that the adoption of an import would replace."""
    cycle = Cycle.objects.filter(year=one.year or 0).first()
    return latest_publication(cycle) if cycle else None


def asked_about(one: Import) -> dict[str, UUID]:
    """Which items of an import's book a person is asked about, and which of the year's each may be the same as."""
    book = PlanBook.model_validate(one.book)
    cycle = Cycle.objects.filter(year=book.year).first()
    return {pair.place: pair.old_id for pair in outlook_of(cycle, book).similar} if cycle else {}


def preview(one: Import) -> Preview:
    """The preview of an import whose book was read."""
    book = PlanBook.model_validate(one.book)
    cycle = Cycle.objects.filter(year=book.year).first() or Cycle(year=book.year)
    outlook = outlook_of(cycle, book, lines=len(one.printed))
    current = outlook.publication
    lines = current.document.lines.count() if current and current.document else 0
    return Preview(
        title=book.title,
        completeness=completeness(book, outlook.current),
        account=Account.model_validate(one.account) if one.account else None,
        counts=[
            *_counts(one, outlook),
            Count(str(Part.LINES.label), lines if current else None, len(one.printed)),
        ],
        checked=sorted(one.checked, key=lambda each: str(each["finding"]["severity"])),
        current=current,
        difference=figures_first(outlook.difference),
        losses=outlook.losses,
        similar=outlook.similar,
        unknown=_unknown(book),
    )


def _unknown(book: PlanBook) -> list[Unknown]:
    known = institutions.known_on(date(book.year, 1, 1))
    kinds = {"provincial": InstitutionKind.PROVINCE, "megaregional": InstitutionKind.MEGAREGION}
    named = [Unknown(kinds[one.kind], one.institution, one.full_name) for one in book.plans]
    named += [Unknown(InstitutionKind.MINISTRY, name, name) for name in sorted(ministries_in(book))]
    return [one for one in named if (one.kind, one.name) not in known]


def shown(checked: Iterable[Mapping[str, Any]]) -> list[Checked]:
    """Some of a preview's findings, each with its lines."""
    return [Checked.model_validate(one) for one in checked]


def grouped(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """Changes by the part of the book they are in (`plans/서울`, prose of all parts under no name)."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        part = "" if change.is_prose else str(Path(change.at.steps[:2]))
        groups.setdefault(part, []).append(change)
    return list(groups.items())


def _counts(one: Import, outlook: Outlook) -> list[Count]:
    """Everything that can be counted, of the new book beside the adopted one."""
    found = _found(found["finding"]["severity"] for found in one.checked)
    publication = outlook.publication
    found_now = _found(publication.findings.values_list("severity", flat=True)) if publication else {}
    book = outlook.book.model_dump(mode="json")
    adopted = outlook.current.model_dump(mode="json") if outlook.current else None
    return [
        *_beside(_facts_of(adopted), _facts_of(book)),
        *_beside(_money_of(adopted), _money_of(book), is_money=True),
        *_beside(found_now, found),
    ]


def _beside(
    now: Mapping[str, int | None], new: Mapping[str, int | None], *, is_money: bool = False
) -> list[Count]:
    return [Count(label, now.get(label), count, is_money) for label, count in new.items()]


def _facts_of(book: Mapping[str, Any] | None) -> dict[str, int | None]:
    held = holdings(book) if book else {}
    return {str(part.label): found.total() for part, found in held.items() if part != Part.LINES}


def _money_of(book: Mapping[str, Any] | None) -> dict[str, int | None]:
    """The headline and what the plans of each kind add up to, in won; None where nothing is printed."""
    if not book:
        return {}
    budgets = book["headline"]["budget"] if book["headline"] else []
    year = next((one for one in budgets if one["year"] == book["year"]), None)
    headline = {
        source.label: _won(year[name], year["unit"]) if year else None for name, source in _HEADLINE.items()
    }
    return {
        **{_("총 재정투입: %(source)s") % {"source": label}: won for label, won in headline.items()},
        _("시·도 계획의 합계"): _plans_total(book, "provincial"),
        _("초광역권 계획의 합계"): _plans_total(book, "megaregional"),
        _("실천과제의 국비"): _tasks_total(book),
    }


def _plans_total(book: Mapping[str, Any], kind: str) -> int | None:
    budgets = [plan["budget"] for plan in book["plans"] if plan["kind"] == kind and plan["budget"]]
    return _sum(_won(budget["total"], budget["unit"]) for budget in budgets)


def _tasks_total(book: Mapping[str, Any]) -> int | None:
    return _sum(_won(task["national_budget"], task["unit"]) for task in book["action_tasks"])


def _sum(amounts: Iterable[int | None]) -> int | None:
    there = [won for won in amounts if won is not None]
    return sum(there) if there else None


def _won(amount: Any, unit: str) -> int | None:
    return None if amount is None or unit not in WON else int(Decimal(str(amount)) * WON[unit])


def _found(severities: Iterable[str]) -> dict[str, int | None]:
    counts = Counter(severities)
    return {_("점검 결과: %(severity)s") % {"severity": one.label}: counts[one.value] for one in Severity}
