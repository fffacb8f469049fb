"""How long pages and data of registers take with 100,000 cases, and a list of 3,000 rows, against the limits of the design."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

from django.core.management import call_command
from publishing import installation

CASES = 100_000
ROWS = 3_000
PAGE_LIMIT = 150
"""Milliseconds of server time at the median."""

ROUNDS = 7
AT = datetime(2024, 12, 1, tzinfo=UTC)
WORDS = ("산업", "관광", "교육", "청년", "돌봄", "물류", "바이오", "수소", "농촌", "항공", "정원", "반도체")


def main() -> int:
    """Make the cases, ask each page again and again as a citizen and as an author, print, fail where a limit is broken."""
    with installation():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        institutions = import_module("goru.domain.institutions.actions")
        institutions.load_register(by=institutions.system_person(), at=AT)
        call_command("load_registers", verbosity=0)
        by, key = _person("secretariat", "secretariat:committee"), "legal-reform"
        _fill(by)
        pages = _pages(key)
        asking = {"citizen": _client(None), "author ": _client(_person("author", "author:gyeongbuk"))}
        taken = {
            (who, page): _taken(_opens(client, page)) for page in pages for who, client in asking.items()
        }
        first, again = _uploaded(by)
    for (who, page), (ms, queries) in taken.items():
        print(f"{ms:7.1f} ms {queries:3} queries  {who}  {page}  limit {PAGE_LIMIT}")
    print(f"{first:7.1f} s   a list of {ROWS:,} new rows looked at, {again:.1f} s taken")
    return int(max(ms for ms, _queries in taken.values()) > PAGE_LIMIT)


def _pages(key: str) -> list[str]:
    models = import_module("goru.domain.registers.models")
    case = models.Case.objects.filter(register__key=key, number__contains="-B").latest("pk")
    region = models.CaseRegion.objects.filter(case=case).first().region.key
    stage = case.stage
    return [
        f"/registers/{key}/",
        f"/registers/{key}/?q=수소 관광",
        f"/registers/{key}/?stage={stage}&region=gyeongbuk",
        f"/registers/{key}/{case.number}/",
        f"/places/{region}/",
        "/places/gyeongbuk/",
        "/registers/",
        "/registers/late/",
        f"/api/v1/cases?register_key={key}",
        f"/api/v1/case-values?register_key={key}",
        f"/api/v1/case-places?region={region}",
        "/registers/moves.atom",
    ]


def _person(username: str, post: str) -> Any:
    institutions = import_module("goru.domain.institutions.actions")
    return institutions.open_account(
        username=username,
        name="",
        password="세 낱말로 된 비밀번호",  # noqa: S106 - of an installation that is gone at the end
        posts=[post],
        by=institutions.system_person(),
        at=AT,
    )


def _fill(by: Any) -> None:
    """Three fifths in one register, the others in all; each in a public stage, in a municipality, with a party."""
    models = import_module("goru.domain.registers.models")
    regions = list(import_module("goru.domain.institutions.models").Region.objects.exclude(province=None))
    provinces = list(
        import_module("goru.domain.institutions.models").Institution.objects.filter(kind="provincial")
    ) or list(import_module("goru.domain.institutions.models").Institution.objects.all()[:17])
    registers = list(models.Register.objects.select_related("definition").exclude(definition=None))
    database = import_module("django.db").connection
    with database.cursor() as cursor:
        cursor.execute(
            "SET session_replication_role = replica"
        )  # what triggers would do is written as it will be
    large = next(one for one in registers if one.key == "legal-reform")
    for batch in _batches(range(CASES), 5000):
        cases = [
            _case(models, large if at % 5 < 3 else registers[at % len(registers)], at, by) for at in batch
        ]
        models.Case.objects.bulk_create(cases)
        models.CaseRegion.objects.bulk_create(
            models.CaseRegion(case=one, region=regions[one.serial % len(regions)]) for one in cases
        )
        models.Party.objects.bulk_create(
            models.Party(
                case=one,
                role=one.register.said.roles[0].key,
                institution=provinces[one.serial % len(provinces)],
            )
            for one in cases
            if one.register.said.roles
        )
        models.Move.objects.bulk_create(_move(models, one, by) for one in cases)
    with database.cursor() as cursor:
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")


def _case(models: Any, register: Any, at: int, by: Any) -> Any:
    opened = date(2015, 1, 1) + timedelta(days=at % 3500)
    return models.Case(
        register=register,
        definition=register.definition,
        number=f"{register.said.prefix}-{opened.year}-B{at}",
        serial=at + 1000,
        title=f"{WORDS[at % 12]} {WORDS[at // 12 % 12]} {at}번째 사안",
        opened_date=opened,
        values={one.key: f"{at}" for one in register.said.fields if one.kind == "text"},
        opened_by=by,
        stage=_stage(register, at),
        stage_start=opened,
    )


def _stage(register: Any, at: int) -> str:
    stages = [one.key for one in register.said.stages if one.public] or [register.said.stages[0].key]
    return str(stages[at % len(stages)])


def _move(models: Any, case: Any, by: Any) -> Any:
    return models.Move(
        case=case,
        sequence=1,
        to_stage=case.stage,
        date_start=case.opened_date,
        date_end=case.opened_date,
        date_precision="day",
        recorded_at=AT,
        recorded_by=by,
    )


def _batches(of: range, size: int) -> Iterator[range]:
    for start in range(0, len(of), size):
        yield of[start : start + size]


def _client(by: Any) -> Any:
    client = import_module("django.test").Client(SERVER_NAME="localhost")
    if by:
        client.force_login(by)
    return client


def _opens(client: Any, page: str) -> Callable[[], None]:
    def opened() -> None:
        answer = client.get(page)
        if answer.status_code != 200:
            message = f"{page}: {answer.status_code}"
            raise RuntimeError(message)

    return opened


def _taken(work: Callable[[], object]) -> tuple[float, int]:
    """The median of some rounds, in milliseconds, after one that nobody counts; and how many queries one makes."""
    database = import_module("django.db").connection
    work()
    with import_module("django.test.utils").CaptureQueriesContext(database) as asked:
        work()
    rounds = []
    for _ in range(ROUNDS):
        started = perf_counter()
        work()
        rounds.append((perf_counter() - started) * 1000)
    return median(rounds), len(asked)


def _uploaded(by: Any) -> tuple[float, float]:
    """How many seconds it takes to look at a list of new rows, and to take it."""
    queries = import_module("goru.domain.registers.queries")
    actions = import_module("goru.domain.registers.actions")
    writing = import_module("goru.pipelines.issuing.formats.case_list")
    key = "agreement"
    empty = queries.listed(key, by=by, on=AT.date(), is_empty=True)
    heads = {column.head: at for at, column in enumerate(empty.columns)}
    rows = []
    for at in range(ROWS):
        row = [""] * len(heads)
        row[heads["제목"]], row[heads["단계"]] = f"{at}번째", empty.register.said.stages[0].name.ko
        row[heads["지역"]] = "경북 포항시"
        rows.append(row)
    content = writing.as_xlsx(queries.CaseTable(empty.register, empty.columns, rows, AT.date()), made_at=AT)
    kept = actions.receive_cases(register_key=key, name="x.xlsx", content=content, by=by, at=AT)
    given = {"register_key": key, "digest": kept.digest, "by": by, "at": AT}
    started = perf_counter()
    outcome = actions.try_cases(**given)
    looked = perf_counter()
    if not outcome.is_right:
        raise RuntimeError(next(row.wrong for row in outcome.rows if row.wrong))
    actions.upload_cases(**given)
    return looked - started, perf_counter() - looked


if __name__ == "__main__":
    sys.exit(main())
