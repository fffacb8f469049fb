from __future__ import annotations

from django.db import transaction

from goru.book import model as book_model
from goru.domain.finance.actions.frame import frame_of
from goru.domain.finance.actions.lines import plan_lines, write_task_lines
from goru.domain.finance.actions.totals import stated_shares, stated_totals
from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.plans.models import Document


@transaction.atomic
def write_money(*, document: Document, book: book_model.PlanBook) -> None:
    """Write the money of a book anew: lines, stated totals, stated shares; plans and the frame come first."""
    for model in (BudgetLine, StatedTotal, StatedShare):
        model.objects.filter(cycle=document.cycle).delete()
    frame = frame_of(document, book.year)
    BudgetLine.objects.bulk_create(plan_lines(frame, book))
    write_task_lines(frame, book)
    StatedTotal.objects.bulk_create(stated_totals(frame, book))
    StatedShare.objects.bulk_create(stated_shares(frame, book.headline))
