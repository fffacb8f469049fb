"""What was public of the plan of 2024 is public for ever: every row of every data set, in files and over HTTP.

tests/data/releases/0.1.0/extract holds a CSV file a data set, rows sorted, made of the shipped plan before plans got
editions. No column of a data set is an id of the database, so all are kept. The facts are those of release 0.1.0; since
then only sentences of findings (`message`) and English names of 10 institutions were worded anew, and findings stored
again when the checks looked further. Whatever differs is named in PERMITTED, or fails.

    python -m goru.config.postgres run pytest tests/pipelines/test_extract.py tests/pipelines/test_extract_pages.py \\
        --write-extract

stores what is said now in place of comparing; the difference stands in git.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from goru.book.register import institutions
from goru.domain.plans import queries as plans
from goru.pipelines.issuing import datasets
from goru.pipelines.issuing.datasets.definition import DataSet
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.table import Table

DATA_SETS = {one.name: one for one in datasets.DATA_SETS}
EXTRACT = Path(__file__).parents[1] / "data" / "releases" / "0.1.0" / "extract"
STORED = sorted(file.stem for file in EXTRACT.glob("*.csv"))
SHOWN = 20

Record = Mapping[str, str]


def no_row(record: Record) -> bool:
    """No row is added."""
    return False


@dataclass(frozen=True, slots=True)
class Permitted:
    """What a data set says beside what it said, and why: columns by name, rows by a question asked of each.

    What was said is said for ever: there is no permission for a value that is another, nor for a row that is missing but
    those that were no facts, each by its text; where nothing was said something may be.
    """

    why: str
    columns: frozenset[str] = frozenset()
    rows: Callable[[Record], bool] = no_row
    filled: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Column -> what may stand there now where nothing stood."""
    no_facts: frozenset[str] = frozenset()
    """Texts of rows that said what the book does not; those behind them count on without them."""


NOTHING = Permitted("")
_WITHOUT_A_PLAN = frozenset({"dapa", "kha", "mfds", "mogef", "naacc", "rda", "sda"})
_THEIR_NAMES = frozenset(one.short_name for one in institutions() if one.key in _WITHOUT_A_PLAN)
_CONTRIBUTIONS = Permitted(
    "money and projects of the seven ministries that owe no plan stood under no institution",
    filled={"institution": _WITHOUT_A_PLAN, "institution_name": _THEIR_NAMES},
)
_READ_NOW = {
    "baseline": frozenset({"7", "34.1", "64.5", "75", "236.5", "5619", "24852", "63400"}),
    "target": frozenset({"1", "10", "17", "80", "95", "100", "902000"}),
    "change": frozenset({"-1.1", "-472", "-2858"}),
}
_SINCE_2025 = frozenset(
    {
        "mcee",
        "mogef-2025",
        "mofe",
        "mpb",
        "kcc",
        "kmcc",
        "kostat",
        "mods",
        "kipo",
        "moip",
        "spo",
        "ppo",
        "scia",
    }
)
_PRINTED_BESIDE = frozenset({"mnd", "mpm", "kasa"})
_REORGANISED = (
    "the government was reorganised in 2025 and 2026; three that the book prints were not in the register"
)
_ENDED = frozenset({"2025-09-30", "2026-01-01"})
PERMITTED: dict[str, Permitted] = {
    "indicators": Permitted(
        "figures with a year mark, a blank behind their sign or their own unit were read as none",
        filled=_READ_NOW,
    ),
    "institutions": Permitted(
        _REORGANISED,
        rows=lambda record: record["key"] in _SINCE_2025 | _PRINTED_BESIDE,
        filled={"valid_to": _ENDED, "aliases": frozenset({"지방시대위"})},
    ),
    "institution-names": Permitted(
        _REORGANISED,
        rows=lambda record: (
            record["institution"] in _SINCE_2025 | _PRINTED_BESIDE or record["full_name"] == "산업통상부"
        ),
        filled={"valid_to": _ENDED},
    ),
    "successions": Permitted(_REORGANISED, rows=lambda record: record["successor"] in _SINCE_2025),
    "budget-lines": _CONTRIBUTIONS,
    "projects": _CONTRIBUTIONS,
    "municipalities": Permitted("a data set that was not there"),
    "findings": Permitted("findings are explained", columns=frozenset({"explanation"})),
    "milestones": Permitted(
        "years of amounts, tallies and comparisons were read as dates of events (lines 404, 416, 449, 474)",
        no_facts=frozenset(
            {
                "지역특화 프로젝트 대상으로 정책자금 등 2,790억원('24년) 집중 지원",
                "지역혁신기관(산·학·연) 간 협력을 통한 핵심기술개발 등 지원('24년 1,257억원)",
                "'23년까지 28만 7천명 양성",
                "누적 성과 : '24년까지 58개 대학 선정",
                "농지지원 및 정착지원 제도 개선('23년→'24년)",
            }
        ),
    ),
}
"""Data set -> what may differ. A set that is not stored is permitted by its name here."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A data set as text: its columns, and a record a row."""

    columns: tuple[str, ...]
    records: tuple[Record, ...]


def read_sheet(text: str) -> Sheet:
    lines = csv.DictReader(io.StringIO(text, newline=""))
    records = ({name: in_one_order(value) for name, value in line.items()} for line in lines)
    return Sheet(tuple(lines.fieldnames or ()), tuple(records))


def in_one_order(value: str) -> str:
    """A value, the names of a structure in the alphabet's order: that of its storage says nothing."""
    if not value.startswith(("[{", "{")):
        return value
    return json.dumps(json.loads(value), ensure_ascii=False, sort_keys=True)


def said_now(data_set: DataSet) -> Sheet:
    """What a data set says, as its CSV file has it."""
    table = Table(data_set, tuple(data_set.rows(plans.cycle_of(2024))))
    return read_sheet(as_csv(table).decode("utf-8-sig"))


def stored(name: str) -> Sheet:
    """What a data set said, without what was no fact."""
    sheet = read_sheet((EXTRACT / f"{name}.csv").read_bytes().decode())
    gone = PERMITTED.get(name, NOTHING).no_facts
    before: Counter[tuple[str, ...]] = Counter()
    records: list[Record] = []
    for record in (
        sorted(sheet.records, key=lambda one: int(one.get("position", 0))) if gone else sheet.records
    ):
        place = tuple(record.get(one, "") for one in ("group", "number", "subtask_position"))
        before[place] += record.get("text") in gone
        if record.get("text") not in gone:
            records.append(
                {**record, "position": str(int(record["position"]) - before[place])} if gone else record
            )
    assert len(sheet.records) - len(records) == len(gone)
    return Sheet(sheet.columns, tuple(records))


def store(name: str, sheet: Sheet) -> None:
    EXTRACT.mkdir(exist_ok=True)
    with (EXTRACT / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(sheet.columns)
        lines.writerows(sorted(list(record.values()) for record in sheet.records))


def differences(
    before: Sheet, now: Sheet, key: Sequence[str], permitted: Permitted = NOTHING
) -> Iterator[str]:
    """What is not as it was and not permitted, a sentence each."""
    yield from (f"column {name} is gone" for name in before.columns if name not in now.columns)
    added = set(now.columns) - set(before.columns) - permitted.columns
    yield from (f"column {name} is new" for name in sorted(added))
    columns = [name for name in before.columns if name in now.columns]
    records = said_at_last(before.records, now.records, columns, permitted)
    yield from rows_that_differ(
        before.records, records, columns, [one for one in key if one in columns], permitted
    )


def said_at_last(
    before: Sequence[Record], now: Sequence[Record], columns: Sequence[str], permitted: Permitted
) -> list[Record]:
    """The rows of now as they were before something was said where nothing was."""
    there = Counter(tuple(record[name] for name in columns) for record in before)
    records: list[Record] = []
    for record in now:
        blank = {name for name, values in permitted.filled.items() if record.get(name) in values}
        as_before = {name: "" if name in blank else value for name, value in record.items()}
        values = tuple(as_before[name] for name in columns)
        is_filled = bool(blank) and there[values] > 0
        there[values] -= is_filled
        records.append(as_before if is_filled else record)
    return records


def rows_that_differ(
    before: Sequence[Record],
    now: Sequence[Record],
    columns: Sequence[str],
    key: Sequence[str],
    permitted: Permitted,
) -> Iterator[str]:
    """The rows of each side that the other has not, those of one key beside each other."""
    lost, found = surplus(before, now, columns), surplus(now, before, columns)
    for record in lost:
        named = named_by(record, key)
        twin = next((other for other in found if named_by(other, key) == named), None)
        if twin is None:
            yield f"{named} is gone"
            continue
        found.remove(twin)
        yield f"{named}: " + ", ".join(
            f"{name} {record[name]!r} -> {twin[name]!r}" for name in columns if record[name] != twin[name]
        )
    yield from (f"{named_by(record, key)} is new" for record in found if not permitted.rows(record))


def surplus(records: Sequence[Record], others: Sequence[Record], columns: Sequence[str]) -> list[Record]:
    """The rows that are not among the others, each as often as it is too many."""
    left = Counter(tuple(other[name] for name in columns) for other in others)
    found = []
    for record in records:
        values = tuple(record[name] for name in columns)
        left[values] -= 1
        if left[values] < 0:
            found.append(record)
    return found


def named_by(record: Record, key: Sequence[str]) -> str:
    return " ".join(f"{name}={record[name]}" for name in key)


def message(name: str, found: Sequence[str]) -> str:
    more = f"\n... and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return f"{name}: {len(found)} differences\n" + "\n".join(found[:SHOWN]) + more


@pytest.mark.web
@pytest.mark.django_db
@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize("name", sorted(DATA_SETS))
def test_a_data_set_says_what_it_said(name: str, pytestconfig: pytest.Config) -> None:
    now = said_now(DATA_SETS[name])
    if pytestconfig.getoption("--write-extract"):
        store(name, now)
        return
    if name not in STORED:
        assert PERMITTED.get(name), f"{name} is a new data set"
        return

    found = list(differences(stored(name), now, DATA_SETS[name].key, PERMITTED.get(name, NOTHING)))

    assert not found, message(name, found)


@pytest.mark.web
@pytest.mark.django_db
@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize(("name", "rows"), [("budget-lines", 17), ("projects", 20)])
def test_contributions_stand_under_their_ministries_now(name: str, rows: int) -> None:
    now = said_now(DATA_SETS[name]).records

    assert sum(record["institution"] in _WITHOUT_A_PLAN for record in now) == rows
    assert sum(record["institution"] == "" for record in stored(name).records) == rows


def test_every_data_set_that_was_is_there() -> None:
    assert [name for name in STORED if name not in DATA_SETS] == []
    assert len(STORED) == 21


@pytest.mark.web
@pytest.mark.django_db
@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize("name", STORED)
def test_the_api_gives_as_many_rows(client: Client, name: str) -> None:
    said, address = 0, f"/api/v1/{name}?limit=500"
    while address:
        page: dict[str, Any] = client.get(address).json()
        said, address = said + len(page["data"]), page["next"]

    more = [
        record for record in said_now(DATA_SETS[name]).records if PERMITTED.get(name, NOTHING).rows(record)
    ]
    assert said == len(stored(name).records) + len(more)


BEFORE = read_sheet("code,name,won\nⅠ,자치,5\nⅡ,교육,7\n")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("name,code,won\n교육,Ⅱ,7\n자치,Ⅰ,5\n", []),
        ("code,name,won\nⅠ,자치,5\nⅡ,교육,8\n", ["code=Ⅱ: won '7' -> '8'"]),
        ("code,name,won\nⅠ,자치,5\n", ["code=Ⅱ is gone"]),
        ("code,name,won\nⅠ,자치,5\nⅠ,자치,5\nⅡ,교육,7\n", ["code=Ⅰ is new"]),
        ("code,won\nⅠ,5\nⅡ,7\n", ["column name is gone"]),
        ("code,name,won,more\nⅠ,자치,5,1\nⅡ,교육,7,2\n", ["column more is new"]),
    ],
)
def test_whatever_differs_is_named(now: str, said: list[str]) -> None:
    assert list(differences(BEFORE, read_sheet(now), ["code"])) == said


def test_what_is_permitted_is_permitted_and_nothing_beside_it() -> None:
    now = read_sheet("code,name,won,more\nⅠ,자치,6,1\nⅡ,교육,7,2\nⅢ,,9,3\nⅣ,,9,3\n")
    permitted = Permitted("a test", frozenset({"more"}), lambda record: record["code"] == "Ⅲ")

    assert list(differences(BEFORE, now, ["code"], permitted)) == ["code=Ⅰ: won '5' -> '6'", "code=Ⅳ is new"]


def test_where_nothing_was_said_only_what_is_permitted_may_be() -> None:
    before = read_sheet("code,name\nⅠ,\nⅡ,\nⅢ,교육\n")
    now = read_sheet("code,name\nⅠ,자치\nⅡ,다른\nⅢ,자치\n")
    permitted = Permitted("a test", filled={"name": frozenset({"자치"})})

    found = list(differences(before, now, ["code"], permitted))

    assert found == ["code=Ⅱ: name '' -> '다른'", "code=Ⅲ: name '교육' -> '자치'"]


def test_the_first_differences_are_shown_and_the_others_counted() -> None:
    said = message("plans", [f"code={number} is gone" for number in range(SHOWN + 5)])

    assert said.startswith("plans: 25 differences\ncode=0 is gone\n")
    assert said.endswith("code=19 is gone\n... and 5 more")
