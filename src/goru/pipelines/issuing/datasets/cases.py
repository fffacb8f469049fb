"""The public cases of registers, as data: of all registers together, as they are on the day they are asked for."""

from __future__ import annotations

from goru.domain.registers import queries as registers
from goru.domain.registers.models import Case, CaseRegion, CaseValue, Move, Party, Quantity
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_KEY_KO, _KEY_EN = "대장 정의의 식별자.", "The key in the definition of the register."


def _register(path: str) -> Column:
    return Column(
        *("register_key", f"{path}register__key", "대장", "Register"),
        "대장의 식별자.",
        "The key of the register.",
    )


def _case(path: str = "case__number") -> Column:
    return Column(
        *("case", path, "사안", "Case"),
        "사안의 번호.",
        "The number of the case.",
        refers_to=("cases", "number"),
    )


_LINES = (
    Column(
        *("printed_year", "printed_year", "계획서의 연도", "Year of the book"),
        "인쇄한 계획서의 연도. 계획서에 없으면 빔.",
        "The year of the plan book that prints it; empty where none does.",
        unit="년",
    ),
    Column(*("first_line", "first_line", "첫 줄", "First line"), "인쇄된 첫 줄.", "The first line of print."),
    Column(*("last_line", "last_line", "끝 줄", "Last line"), "인쇄된 끝 줄.", "The last line of print."),
)
_DATE = (
    Column(
        *("date_printed", "date_printed", "적힌 날짜", "Date as written"),
        "적힌 그대로.",
        "As it was written.",
    ),
    Column(
        *("date_start", "date_start", "첫날", "First day"),
        "그 날짜가 뜻하는 첫날.",
        "The first day that the date means.",
    ),
    Column(
        *("date_end", "date_end", "끝날", "Last day"),
        "그 날짜가 뜻하는 마지막 날.",
        "The last day that the date means.",
    ),
)

CASES = DataSet(
    name="cases",
    title_ko="대장의 사안",
    title_en="Cases of registers",
    meaning_ko="대장(특구, 이양사무, 법·제도 정비 등)의 공개된 사안. 물은 날의 상태다.",
    meaning_en="The public cases of registers (zones, devolved affairs, legal reforms and the like), as they are when asked for.",
    model=Case,
    cycle="",
    key=("number",),
    order=("number",),
    gate=registers.public_now,
    columns=(
        _register(""),
        Column(*("number", "number", "번호", "Number"), "바뀌지 않는 번호.", "A number that never changes."),
        Column(*("title", "title", "제목", "Title"), "사안의 이름.", "What the case is called."),
        Column(*("stage", "stage", "단계", "Stage"), f"지금 단계. {_KEY_KO}", f"Where it stands. {_KEY_EN}"),
        Column(
            *("stage_start", "stage_start", "단계의 첫날", "Stage since"),
            "지금 단계에 온 날.",
            "The day it came into the stage.",
        ),
        Column(
            *("opened_date", "opened_date", "올린 날", "Opened"),
            "사안을 세기 시작한 날.",
            "The day that it counts from.",
        ),
        Column(*("round", "round__key", "회차", "Round"), "회차의 식별자.", "The key of its round."),
        Column(
            *("term_from", "term_from", "기간 시작", "Term from"),
            "기간의 첫날.",
            "The first day of its term.",
        ),
        Column(
            *("term_to", "term_to", "기간 끝", "Term to"), "기간의 마지막 날.", "The last day of its term."
        ),
        *_LINES,
    ),
)

CASE_VALUES = DataSet(
    name="case-values",
    title_ko="사안의 항목",
    title_en="Values of cases",
    meaning_ko="사안의 항목 가운데 공개된 것, 항목마다 한 행.",
    meaning_en="What is public of the fields of cases, a row a field.",
    model=CaseValue,
    cycle="",
    key=("case", "key"),
    order=("case__number", "key"),
    gate=registers.public_values_now,
    columns=(
        _register("case__"),
        _case(),
        Column(*("key", "key", "항목", "Field"), _KEY_KO, _KEY_EN),
        Column(
            *("value", "value", "값", "Value"),
            "값. 여럿이면 ;로 나눈다. 고르는 항목은 고른 것의 식별자.",
            "The value; several are parted by ;. Of a choice, its key.",
        ),
    ),
)

CASE_PLACES = DataSet(
    name="case-places",
    title_ko="사안의 지역",
    title_en="Places of cases",
    meaning_ko="공개된 사안이 있는 시·도와 시·군·구.",
    meaning_en="The provinces and municipalities that public cases lie in.",
    model=CaseRegion,
    cycle="",
    key=("case", "region", "part"),
    order=("case__number", "region__key", "part"),
    gate=registers.of_public_cases,
    columns=(
        _register("case__"),
        _case(),
        Column(*("region", "region__key", "지역", "Region"), "지역의 식별자.", "The key of the region."),
        Column(
            *("region_name", "region__name", "지역 이름", "Region's name"), "지역 이름.", "The region's name."
        ),
        Column(
            *("part", "part", "일부", "Part"), "지역의 일부이면 그 이름.", "The part of it that is meant."
        ),
    ),
)

CASE_PARTIES = DataSet(
    name="case-parties",
    title_ko="사안의 관계기관",
    title_en="Parties of cases",
    meaning_ko="공개된 사안의 관계기관 가운데 공개된 것.",
    meaning_en="Who has a part in public cases, where that is public.",
    model=Party,
    cycle="",
    key=("case", "role", "institution", "name", "valid_from"),
    order=("case__number", "role", "institution__key", "name", "valid_from"),
    gate=registers.public_parties_now,
    columns=(
        _register("case__"),
        _case(),
        Column(*("role", "role", "역할", "Role"), _KEY_KO, _KEY_EN),
        Column(
            *("institution", "institution__key", "기관", "Institution"),
            "기관의 식별자.",
            "The key of the institution.",
            refers_to=("institutions", "key"),
        ),
        Column(
            *("name", "name", "이름", "Name"),
            "등록되지 않은 곳의 이름.",
            "The name of a body that is in no register.",
        ),
        Column(*("valid_from", "valid_from", "시작일", "Valid from"), "첫날.", "The first day."),
        Column(*("valid_to", "valid_to", "종료일", "Valid to"), "마지막 날.", "The last day."),
    ),
)

CASE_MOVES = DataSet(
    name="case-moves",
    title_ko="사안의 단계 이동",
    title_en="Moves of cases",
    meaning_ko="공개된 사안이 거친 단계. 잘못된 이동은 지우지 않고 다른 이동이 바로잡는다.",
    meaning_en="The stages that public cases came into. A wrong move stays, and another puts it right.",
    model=Move,
    cycle="",
    key=("case", "sequence"),
    order=("case__number", "sequence"),
    gate=registers.public_moves_now,
    columns=(
        _register("case__"),
        _case(),
        Column(
            *("sequence", "sequence", "순서", "Sequence"),
            "이동의 순서.",
            "Its place among the moves of the case.",
        ),
        Column(*("from_stage", "from_stage", "앞 단계", "From"), _KEY_KO, _KEY_EN),
        Column(*("to_stage", "to_stage", "단계", "To"), _KEY_KO, _KEY_EN),
        *_DATE,
        Column(
            *("corrects", "corrects__sequence", "바로잡은 이동", "Corrects"),
            "이 이동이 바로잡은 이동의 순서.",
            "The sequence of the move that it puts right.",
        ),
        *_LINES,
    ),
)

CASE_QUANTITIES = DataSet(
    name="case-quantities",
    title_ko="사안의 수량",
    title_en="Quantities of cases",
    meaning_ko="공개된 사안의 수량 가운데 공개된 것. 단위는 대장 정의에 있다.",
    meaning_en="The amounts of public cases, where these are public, in the unit of the definition.",
    model=Quantity,
    cycle="",
    key=("case", "key", "quantity_year", "kind"),
    order=("case__number", "key", "year", "kind"),
    gate=registers.public_quantities_now,
    columns=(
        _register("case__"),
        _case(),
        Column(*("key", "key", "수량", "Quantity"), _KEY_KO, _KEY_EN),
        Column(
            *("quantity_year", "year", "연도", "Year"),
            "그해의 수량이면 연도.",
            "The year of a yearly amount.",
            unit="년",
        ),
        Column(
            *("kind", "kind", "구분", "Kind"), "계획인가 실적인가.", "Whether it was promised or came of it."
        ),
        Column(
            *("amount", "amount", "값", "Amount"),
            "정의의 단위로 쓴 값.",
            "The amount, in the unit of the definition.",
        ),
        Column(*("printed", "printed", "적힌 값", "As written"), "적힌 그대로.", "As it was written."),
        *_LINES,
    ),
)

CASE_SETS: tuple[DataSet, ...] = (CASES, CASE_VALUES, CASE_PLACES, CASE_PARTIES, CASE_MOVES, CASE_QUANTITIES)
"""All of them."""
