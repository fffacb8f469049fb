"""Properties of reading: what our writer of text wrote reads back to itself, and damage raises only our own errors."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Unreadable, read
from goru.book.writing.text import as_text

SMALL_BOOK = Path(__file__).parents[1] / "data" / "small-book.txt"
NOUNS = ["정원", "바람", "마을", "청년", "항만", "숲길", "도서관", "시장", "철도", "약초"]
DEEDS = ["조성", "운영 지원", "확대", "정비", "실증", "교육", "개방", "연결망 구축"]

amounts = st.integers(min_value=1, max_value=99_999)
figures = st.integers(min_value=0, max_value=9_999)
items = st.builds(
    lambda noun, deed, number: f"{noun} {deed} {number}단계",
    st.sampled_from(NOUNS),
    st.sampled_from(DEEDS),
    st.integers(1, 9),
)


@st.composite
def books(draw: st.DrawFn) -> PlanBook:
    """The small book with other figures and items, as many as one likes."""
    book = json.loads(parse(read(SMALL_BOOK)).model_dump_json())
    for plan in book["plans"]:
        for row in plan["budget"]["by_strategy"]:
            row["amount"] = draw(st.none() | amounts)
        plan["budget"]["total"] = draw(amounts)
        for indicator in plan["indicators"]:
            indicator["actual"] = f"{draw(figures):,}"
            indicator["target"] = f"{draw(figures):,}"
            indicator["change"] = draw(st.just("-") | figures.map(lambda one: f"{one:,}"))
        for task in plan["core_tasks"]:
            names = draw(st.lists(items, min_size=1, max_size=6))
            task["items"] = [{"text": name, "source": task["source"]} for name in names]
    for task in book["action_tasks"]:
        task["projects"] = draw(st.integers(1, 60))
        task["national_budget"] = draw(st.none() | amounts)
        for row in task["budget_rows"]:
            if task["budget_total"]:
                row["amount"] = draw(st.none() | st.decimals(1, 9_999, places=2).map(float))
    return PlanBook.model_validate(book)


@settings(max_examples=25, deadline=None)
@given(book=books())
def test_a_book_written_as_text_reads_back_to_itself(
    tmp_path_factory: Any, facts_of: Callable[[PlanBook], Any], book: PlanBook
) -> None:
    written = tmp_path_factory.mktemp("book") / "book.txt"
    written.write_text(as_text(book), encoding="utf-8")

    assert facts_of(parse(read(written))) == facts_of(book)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_to_a_text_raises_nothing_but_our_own_errors(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(SMALL_BOOK.read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 400))
        content[start : start + length] = data.draw(st.binary(max_size=12))
    damaged = tmp_path / "damaged.txt"
    damaged.write_bytes(bytes(content))

    try:
        book = parse(read(damaged))
    except Unreadable:
        return
    assert isinstance(book, PlanBook)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_lines_lost_doubled_or_moved_raise_nothing_but_our_own_errors(
    tmp_path: Path, data: st.DataObject
) -> None:
    lines = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 30))):
        index = data.draw(st.integers(0, len(lines) - 1))
        line = lines.pop(index) if data.draw(st.booleans()) and len(lines) > 1 else lines[index]
        if data.draw(st.booleans()):
            lines.insert(data.draw(st.integers(0, len(lines))), line)
    damaged = tmp_path / "damaged.txt"
    damaged.write_text("\n".join(lines), encoding="utf-8")

    try:
        book = parse(read(damaged))
    except Unreadable:
        return
    assert isinstance(book, PlanBook)


def test_figures_stay_as_printed() -> None:
    book = parse(read(SMALL_BOOK))

    assert book.stated.budget[0].total == Decimal("3.0")
    assert json.loads(book.model_dump_json())["headline"]["budget"][0]["national"] == 1.8
