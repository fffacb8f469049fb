"""What a year's book is after a file is adopted that may be all of it or a part."""

from __future__ import annotations

from collections.abc import Sequence

from goru.book.model import Measure, PlanBook

_FRAME = ("strategies", "sectoral_core_tasks", "action_tasks", "strategy_totals")
_SECTIONS = (*_FRAME, "grand_total", "focus_tasks")


def is_whole(book: PlanBook) -> bool:
    """Whether a file is a whole year's book, and not a part: what it lacks is missing then, not only elsewhere."""
    return bool(book.plans and book.action_tasks)


def has_national_part(book: PlanBook) -> bool:
    """Whether a file says anything of the national part."""
    return any(getattr(book, name) for name in (*_SECTIONS, "summaries")) or bool(book.stated.budget)


def scoped(book: PlanBook, current: PlanBook | None) -> PlanBook:
    """The book of the year once a file is adopted: a whole book is it; of a part the rest is as it was."""
    if current is None or is_whole(book):
        return book
    named = {(plan.kind, plan.institution): plan for plan in book.plans}
    kept = [named.pop((plan.kind, plan.institution), plan) for plan in current.plans]
    plans = sorted([*kept, *named.values()], key=lambda plan: plan.kind != "provincial")
    measures = _joined(current.measures, book.measures)
    if not has_national_part(book):
        return current.model_copy(update={"plans": plans, "measures": measures})
    has_frame = bool(book.action_tasks or book.sectoral_core_tasks)
    rest = {
        name: getattr(current, name)
        for name in _SECTIONS
        if not getattr(book, name) and not (has_frame and name in _FRAME)
    }
    summaries = {(summary.kind, summary.title): summary for summary in [*current.summaries, *book.summaries]}
    return book.model_copy(
        update={
            **rest,
            "plans": plans,
            "measures": measures,
            "headline": book.stated if book.stated.budget else current.headline,
            "summaries": list(summaries.values()),
            "decided": book.decided or current.decided,
        }
    )


def _joined(known: Sequence[Measure], others: Sequence[Measure]) -> list[Measure]:
    """What common indicators measure: what was known, and what the plans of the file have beside it."""
    ids = {one.item_id for one in known}
    return [*known, *(one for one in others if one.item_id not in ids)]
