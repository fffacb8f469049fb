from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from goru.core.places import shipped
from goru.core.verdict import Refused
from goru.domain.institutions.actions import system_person
from goru.domain.registers import reading
from goru.domain.registers.actions import load_registers


class Command(BaseCommand):
    help = (
        "대장 정의와 함께 온 사안을 반영합니다. 파일을 주면 그 정의만 반영합니다. "
        "Loads the definitions of registers and the printed cases; given files, only the definitions in them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="definition (JSON)")
        parser.add_argument("--check", action="store_true", help="읽기만 합니다 (only read them)")

    def handle(self, *, files: list[Path], check: bool, **_options: Any) -> None:
        try:
            if files:
                definitions, printed = [reading.definition_in(one) for one in files], []
            else:
                definitions = reading.definitions_in(shipped("data/registers"))
                printed = reading.all_cases_in(sorted(shipped("data").glob("*/registers")))
            new = 0 if check else load_registers(definitions, printed, by=system_person(), at=timezone.now())
        except (reading.UnreadableFile, Refused) as error:
            raise CommandError(str(error)) from error
        cases = sum(len(one.cases) for one in printed)
        self.stdout.write(f"대장 {len(definitions)}개, 사안 {cases}건을 읽었습니다. 새로 반영: {new}")
