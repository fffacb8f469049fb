import json
from pathlib import Path
from typing import Any

import pytest

from goru.book.model import PlanBook
from goru.book.reading import Unreadable, data


def test_a_book_written_as_data_is_read_back(small_book: PlanBook) -> None:
    written = small_book.model_dump_json()

    assert data.read(written.encode("utf-16"), "book.json") == small_book
    assert data.read(b"\xef\xbb\xbf" + written.encode(), "book.json") == small_book


STORED = Path(__file__).parents[2] / "data" / "small-book-1.0.json"
"""The small book as `goru read` of version 0.1.0 printed it."""


def test_what_was_stored_in_version_1_0_is_read_as_what_is_read_today(small_book: PlanBook) -> None:
    stored = STORED.read_bytes()

    assert json.loads(stored)["schema_version"] == "1.0"
    assert data.read(stored, "book.json") == small_book.model_copy(update={"scope": [], "unread": []})


@pytest.mark.parametrize("version", ["1.4", "2.0", "10"])
def test_data_of_a_version_that_is_not_known_say_so_in_one_sentence(
    small_book: PlanBook, version: str
) -> None:
    facts = {"new": 1, **small_book.model_dump(mode="json"), "schema_version": version}

    with pytest.raises(Unreadable) as refused:
        data.read(json.dumps(facts).encode(), "book.json")

    assert str(refused.value) == (
        f"book.json: schema_version {version} 자료입니다. "
        "이 프로그램은 1.0, 1.1, 1.2, 1.3 자료만 읽으니, 새 프로그램으로 읽으세요."
    )
    assert refused.value.english.endswith("this program reads 1.0, 1.1, 1.2, 1.3. Read it with a newer one.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"title": 1}', True),
        (b"\xef\xbb\xbf {}", True),
        (b'[{"rule": "x"}]', True),
        ("[별첨] 2024년".encode(), False),
        (b"{\\rtf1", False),
        (b"%PDF-1.7", False),
    ],
)
def test_data_is_known_by_how_it_begins(content: bytes, expected: bool) -> None:
    assert data.is_data(content) is expected


@pytest.mark.parametrize(
    ("change", "korean", "english"),
    [
        ({"year": "abc"}, "year: 정수가 아닙니다.", "valid integer"),
        ({"title": 1}, "title: 글이 아닙니다.", "valid string"),
        ({"plans": {}}, "plans: 목록([])이 아닙니다.", "valid array"),
        ({"plans": [1]}, "plans/0: 묶음({})이 아닙니다.", "object"),
        ({"decided": "soon"}, "decided: 2024-03-31과 같은 날짜가 아닙니다.", "date"),
        (
            {"schema_version": "new"},
            "schema_version: '1.0', '1.1', '1.2', '1.3' 가운데 하나가 아닙니다.",
            "'1.0', '1.1', '1.2' or '1.3'",
        ),
        (
            {"schema_version": 2},
            "schema_version: '1.0', '1.1', '1.2', '1.3' 가운데 하나가 아닙니다.",
            "'1.0', '1.1', '1.2' or '1.3'",
        ),
        ({"plains": []}, "plains: 규격에 없는 항목입니다.", "not permitted"),
    ],
)
def test_the_first_wrong_value_is_named_in_both_languages(
    small_book: PlanBook, change: dict[str, Any], korean: str, english: str
) -> None:
    facts = small_book.model_dump(mode="json") | change

    with pytest.raises(Unreadable) as refused:
        data.read(json.dumps(facts).encode(), "book.json")

    assert str(refused.value) == f"book.json: 시행계획 데이터(goru schema book)가 아닙니다. {korean}"
    assert english in refused.value.english


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"title": "x"}', "year: 빠졌습니다."),
        (b'{"title": ', "JSON: JSON으로 읽을 수 없습니다("),
        (b'{"title": "\xff"}', "글자를 읽을 수 없습니다."),
    ],
)
def test_what_is_torn_or_not_whole_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        data.read(content, "book.json")

    assert said in str(refused.value)
