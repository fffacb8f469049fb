from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.actions import issue


class Command(BaseCommand):
    help = (
        "채택된 계획의 그림과 내려받기 파일을 만듭니다. 이미 있으면 그대로 둡니다. "
        "Makes the pictures and downloads of the adopted plans, where they are not there yet."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "years", type=int, nargs="*", metavar="YEAR", help="없으면 모든 해 (all, if none)"
        )

    def handle(self, *, years: list[int], **_options: Any) -> None:
        cycles = {cycle.year: cycle for cycle in plans.cycles()}
        if unknown := [year for year in years if year not in cycles]:
            raise CommandError(f"채택된 계획이 없는 해입니다: {', '.join(map(str, unknown))}")
        for year in years or sorted(cycles):
            self.stdout.write(f"{year}: {issue(cycle=cycles[year])}")
