from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.domain.publication import queries as publications
from goru.pipelines.issuing.actions import issue, issue_again


class Command(BaseCommand):
    help = (
        "채택된 계획의 그림과 내려받기 파일을 만듭니다. 이미 있으면 그대로 둡니다. "
        "Makes the pictures and downloads of the adopted plans, where they are not there yet."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "years", type=int, nargs="*", metavar="YEAR", help="없으면 모든 해 (all, if none)"
        )

        parser.add_argument(
            "--publication",
            type=int,
            metavar="NUMBER",
            help="그 호의 자료만 다시 (the data of that earlier publication of the year)",
        )

    def handle(self, *, years: list[int], publication: int | None = None, **_options: Any) -> None:
        cycles = {cycle.year: cycle for cycle in plans.cycles()}
        if unknown := [year for year in years if year not in cycles]:
            raise CommandError(f"채택된 계획이 없는 해입니다: {', '.join(map(str, unknown))}")
        if publication is not None:
            self.stdout.write(f"{years[0]}-{publication}: {issue_again(publication=_of(years, publication))}")
            return
        for year in years or sorted(cycles):
            self.stdout.write(f"{year}: {issue(cycle=cycles[year])}")


def _of(years: list[int], number: int) -> Publication:
    if len(years) != 1:
        raise CommandError("--publication에는 연도를 하나 적으세요 (give one year with --publication).")
    try:
        return publications.publication_of(years[0], number)
    except Publication.DoesNotExist as missing:
        raise CommandError(f"{years[0]}년에는 제{number}호 공표가 없습니다.") from missing
