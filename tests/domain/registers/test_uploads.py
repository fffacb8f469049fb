"""Lists of cases: what is written comes back as it was, what is wrong is told by its cell, all or nothing is taken, once."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from tests import cast, listing, registering
from tests.listing import filled, tried, uploaded, workbook_of
from tests.registering import AT, QUOTA, TASK, ZONE

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.actions import open_round, receive_cases, try_cases
from goru.domain.registers.models import Case, CaseUpload
from goru.domain.registers.vocabulary import RowState

pytestmark = [pytest.mark.web, pytest.mark.django_db]

A_ZONE = {
    "제목": "=영일만 특구",
    "단계": "신청",
    "단계 날짜": "'24.3월",
    "신청": "경북",
    "지역": "경북 포항시(영일만); 경북 구미시",
    "면적 (㎡)": "100만평",
    "앵커기업": "가나다; 라마바",
}
INTENDED = {**A_ZONE, "제목": "둘째", "단계": "계획", "면적 (㎡)": 5, "앵커기업": None}


@pytest.fixture(autouse=True)
def registers(db: None) -> None:
    registering.load(ZONE, QUOTA, TASK)


@pytest.fixture
def secretariat(registers: None) -> Person:
    return cast.officer("secretariat", Role.SECRETARIAT)


def states(outcome: Any) -> list[str]:
    return [str(one.state) for one in outcome.rows]


def test_a_list_is_looked_at_taken_and_changed(secretariat: Person) -> None:
    empty = workbook_of("zone", secretariat, is_empty=True)
    content = filled(empty, [A_ZONE, INTENDED])

    seen = tried("zone", content, secretariat)
    assert states(seen) == ["new", "new"]
    assert not Case.objects.exists()

    done = uploaded("zone", content, secretariat)
    one, other = Case.objects.order_by("serial")
    assert (
        [row.number for row in done.rows]
        == [one.number, other.number]
        == ["특구-기회-2024-001", "특구-기회-2024-002"]
    )
    assert (one.title, one.stage, other.stage) == ("=영일만 특구", "applied", "intended")
    assert one.values == {"firms": ["가나다", "라마바"]}
    assert {str(place) for place in one.places.all()} == {"경상북도 포항시 영일만", "경상북도 구미시"}
    (area,) = one.quantities.all()
    assert (area.amount, area.printed) == (3305800, "100만평")
    act = OfficialAct.objects.order_by("-number").first()
    assert act
    assert (act.act, act.subject_key) == ("registers.uploaded", "zone")
    assert not CaseUpload.objects.exclude(content=b"").exists()
    with pytest.raises(Refused, match="이미 올린 파일"):
        uploaded("zone", content, secretariat)


def test_known_numbers_change_what_was_seen_and_nothing_later(secretariat: Person) -> None:
    uploaded("zone", filled(workbook_of("zone", secretariat, is_empty=True), [A_ZONE, INTENDED]), secretariat)
    one = Case.objects.order_by("serial")[0]
    again = workbook_of("zone", secretariat)
    assert states(tried("zone", again, secretariat)) == ["unchanged", "unchanged"]
    with pytest.raises(Refused, match="바뀐 것이 없습니다"):
        uploaded("zone", again, secretariat)
    changed = filled(
        again, changes={one.number: {"단계": "심의·의결", "단계 날짜": date(2024, 3, 18), "주제": 7}}
    )
    (first, second) = tried("zone", changed, secretariat).rows
    assert first.changes == [
        ("단계", "신청", "심의·의결"),
        ("단계 날짜", "'24.3월", "2024-03-18"),
        ("주제", "", "7"),
    ]
    assert second.state == RowState.UNCHANGED
    uploaded("zone", changed, secretariat)
    one.refresh_from_db()
    assert (one.stage, one.values["theme"], one.version) == ("deliberated", "7", 2)
    assert [move.to_stage for move in one.moves.all()] == ["applied", "deliberated"]

    stale = filled(again, changes={one.number: {"제목": "지난 목록"}})
    (row, _) = tried("zone", stale, secretariat).rows
    assert "내려받은 뒤에 이 사안이 바뀌었습니다" in row.wrong[0][1]


def test_what_is_wrong_is_told_by_its_cell_and_nothing_is_taken(secretariat: Person) -> None:
    empty = workbook_of("zone", secretariat, is_empty=True)
    wrong: list[dict[str, Any]] = [
        {**A_ZONE, "제목": "한도", "면적 (㎡)": 7000000},
        {**A_ZONE, "면적 (㎡)": None, "지역": "어디 모름시"},
        {**A_ZONE, "신청": "행안부"},
        {**A_ZONE, "단계": "아무 단계", "단계 날짜": "언젠가"},
        {**A_ZONE, "번호": "특구-기회-2030-001"},
        {"단계": "계획"},
    ]
    outcome = tried("zone", filled(empty, wrong), secretariat)
    told = {cell: why for row in outcome.rows for cell, why in row.wrong}
    assert states(outcome) == ["wrong"] * 6
    assert "한도 6,611,600㎡보다" in told["D4"]
    assert "없는 지역입니다" in told["H5"]
    assert "신청일 수 있는 기관이 아닙니다" in told["I6"]
    assert "이 대장의 단계가 아닙니다" in told["D7"]
    assert "날짜로 읽히지 않습니다" in told["E7"]
    assert "이 대장에 없는 번호입니다" in told["A8"]
    assert told["9행"] == "제목을 적으세요."
    with pytest.raises(Refused, match=r"고칠 곳이 \d+곳 있어 아무것도 바꾸지 않았습니다. 사안 D4"):
        uploaded("zone", filled(empty, [A_ZONE, *wrong]), secretariat)
    assert not Case.objects.exists()

    with pytest.raises(Refused, match="다른 대장이나 지난 정의"):
        tried("zone", workbook_of("task", secretariat, is_empty=True), secretariat)
    with pytest.raises(Refused, match="손상되었거나"):
        tried("zone", b"nothing", secretariat)


def test_columns_may_be_moved_rows_put_between_and_formulas_left(secretariat: Person) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of("zone", secretariat, is_empty=True)))
    sheet: Any = book["사안"]
    at = {cell.value: cell.column for cell in sheet[listing.HEAD]}
    for head, value in A_ZONE.items():
        sheet.cell(listing.HEAD + 4, at[head]).value = value.replace("=", "") if head == "제목" else value
    sheet.cell(listing.HEAD, len(at) + 1).value = "면적 실적 (㎡)"
    sheet.cell(listing.HEAD + 4, len(at) + 1).value = "3,000"
    sheet.move_range(f"C{listing.HEAD}:C20", cols=len(at) + 4)
    (row,) = tried("zone", listing.saved(book), secretariat).rows
    assert (row.state, row.title) == (RowState.NEW, "영일만 특구")
    assert ("면적 실적 (㎡)", "", "3000") in row.changes

    sheet.cell(listing.HEAD + 4, at["주제"]).value = "=1+1"
    sheet.cell(listing.HEAD + 4, len(at) + 3).value = "머리글 없음"
    (row,) = tried("zone", listing.saved(book), secretariat).rows
    assert [why.split(".")[0] for _cell, why in row.wrong] == [
        "값이 계산되지 않은 수식입니다",
        "머리글이 없거나 서식에 없는 열입니다",
    ]


def test_rounds_limits_and_what_must_differ_are_judged_over_the_whole_list(secretariat: Person) -> None:
    owner = cast.officer("owner", Role.AUTHOR, "mois")
    open_round(register_key="quota", year=2024, part=1, name="상반기", by=owner, at=AT)
    rows = [{"제목": one, "단계": "선정", "회차": "상반기", "제안": "부산"} for one in "가나다"]
    empty = workbook_of("quota", owner, is_empty=True)
    told = tried("quota", filled(empty, rows), owner).rows
    assert all("상반기에는 2건까지" in one.wrong[0][1] for one in told)
    assert states(uploaded("quota", filled(empty, rows[:2]), owner)) == ["new", "new"]

    tasks = [{"제목": "도로", "법령": "도로법 5조"}] * 2
    told = tried("task", filled(workbook_of("task", secretariat, is_empty=True), tasks), secretariat).rows
    assert [bool(one.wrong) for one in told] == [False, True]
    assert "같은 사안이 이미 있습니다" in told[1].wrong[0][1]


def test_who_writes_for_a_case_uploads_its_own_and_no_other(secretariat: Person) -> None:
    author = cast.officer("author", Role.AUTHOR, "gyeongbuk")
    empty = workbook_of("zone", author, is_empty=True)
    rows = [A_ZONE, {**A_ZONE, "제목": "남의 것", "신청": "전남"}, {**A_ZONE, "제목": "나중", "단계": "지정"}]
    assert states(tried("zone", filled(empty, rows), author)) == ["new", "wrong", "wrong"]
    done = uploaded("zone", filled(empty, rows[:1]), author)
    moved = filled(workbook_of("zone", author), changes={done.rows[0].number: {"단계": "심의·의결"}})
    (row,) = tried("zone", moved, author).rows
    assert "다른 기관이" in row.wrong[0][1]
    nobody = cast.person("nobody")
    with pytest.raises(Refused, match="담당 기관이 올립니다"):
        receive_cases(register_key="zone", name="x", content=empty, by=nobody, at=AT)
    with pytest.raises(Refused, match="담당 기관이 올립니다"):
        try_cases(register_key="zone", digest="x", by=nobody, at=AT)
