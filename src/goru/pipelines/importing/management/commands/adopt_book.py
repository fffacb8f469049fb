from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from goru.book.differing import Change
from goru.book.model import PlanBook
from goru.book.opening import open_book
from goru.book.reading import Unreadable, opened
from goru.core.postpositions import particle
from goru.core.verdict import Refused
from goru.domain.institutions.actions import system_person
from goru.pipelines.importing.actions import Adoption, adopt_book
from goru.pipelines.importing.rules import Loss
from goru.pipelines.importing.vocabulary import Part
from goru.pipelines.issuing.vocabulary import ISSUE_CYCLE

SHOWN = 50
SIGNS = {"added": "+", "removed": "-", "changed": "~"}


class Command(BaseCommand):
    help = (
        "시행계획서 자료(goru read 또는 goru export가 만든 JSON)를 해당 연도의 계획으로 채택합니다. "
        "이미 채택된 계획서와 다르면 차이를 보여 주고, --accept가 있을 때만 적용합니다. "
        "없어지는 것이 있으면 하나하나 --accept-loss로 확인해야 합니다. "
        "Adopts a plan book (JSON) into its year; a differing book is applied only with --accept, "
        "one that loses something only with --accept-loss for each part that does."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="PlanBook JSON")
        parser.add_argument(
            "--accept", action="store_true", help="차이를 확인했으며 적용합니다 (apply the difference)"
        )
        parser.add_argument(
            "--accept-loss",
            action="append",
            default=[],
            choices=Part.values,
            metavar="PART",
            help="이 부분에서 없어지는 것을 확인했습니다. 되풀이할 수 있습니다 "
            f"(accept what is lost of a part; may be repeated): {', '.join(Part.values)}",
        )

    def handle(self, *, file: Path, accept: bool, accept_loss: list[str], **_options: Any) -> None:
        try:
            with opened(file) as content:
                read = open_book(content, file.name, on_step=lambda _: None)
            adoption = adopt_book(
                book=read.book,
                name=file.name,
                by=system_person(),
                at=timezone.now(),
                accepted=[Part(part) for part in accept_loss] if accept else None,
            )
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except Refused as error:
            raise CommandError(f"{file}: {error}") from error
        if adoption.is_applied:
            ISSUE_CYCLE.defer_once(year=read.book.year)
        self._report(adoption, read.book)

    def _report(self, adoption: Adoption, book: PlanBook) -> None:
        changes = adoption.difference.changes
        for change in changes[:SHOWN]:
            self.stdout.write(_line(change))
        if len(changes) > SHOWN:
            self.stdout.write(f"… 그 밖에 {len(changes) - SHOWN}건")
        for loss in adoption.losses:
            self.stdout.write(_lost(loss))
        if adoption.is_applied:
            self.stdout.write(
                f"'{book.title}'{particle(book.title, '을/를')} {book.year}년 계획으로 채택했습니다."
            )
        elif not adoption.difference:
            self.stdout.write(
                f"'{book.title}'{particle(book.title, '은/는')} 이미 채택되어 있습니다. 바뀐 것이 없습니다."
            )
        else:
            raise CommandError(
                f"채택된 계획서와 {len(changes)}건이 다릅니다(인쇄 위치만 다른 것 {adoption.difference.moved}건). "
                f"확인한 뒤 적용하려면 {_wanted(adoption)} 붙여 다시 실행하세요."
            )


def _wanted(adoption: Adoption) -> str:
    """The options that accept the difference, with each loss."""
    losses = " ".join(f"--accept-loss {loss.part.value}" for loss in adoption.losses)
    return f"--accept {losses} 옵션을" if losses else "--accept를"


def _lost(loss: Loss) -> str:
    gone = "없어지거나 절반보다 적어집니다" if loss.falls else "없어집니다"
    head = f"! {loss.part.label} {loss.before}개 가운데 {loss.lost}개가 {gone}({loss.part.value})"
    names = [f"{name} {count}개" if count > 1 else name for name, count in loss.names]
    falls = [
        f"합계 {fall.name} {fall.before:,} → {fall.after:,}{'원' * fall.is_money}" for fall in loss.falls
    ]
    return ": ".join([head, *filter(None, [", ".join([*names, *falls])])])


def _line(change: Change) -> str:
    values = {
        "added": f"{_short(change.new)}",
        "removed": f"{_short(change.old)}",
        "changed": f"{_short(change.old)} → {_short(change.new)}",
    }
    return f"{SIGNS[change.kind]} {change.path}: {values[change.kind]}"


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("text") or value.get("name") or f"{len(value)}개 항목"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
