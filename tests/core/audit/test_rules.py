import hashlib
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from goru.core.audit import rules
from goru.core.verdict import Subject

SEOUL = timezone(timedelta(hours=9))
LINE = rules.Line(
    number=7,
    act="trial.tried",
    subject=Subject("trial", "가"),
    by=3,
    name="홍길동",
    post="작성 담당",
    at=datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=SEOUL),
    details={
        "won": 1,
        "amount": Decimal("42.20"),
        "parts": ("a", None, True),
        "day": date(2026, 1, 2),
        "id": UUID(int=7),
    },
    previous=rules.START,
)
TEXT = (
    '{"act":"trial.tried","at":"2026-01-01T18:04:05.000006+00:00",'
    '"by":{"name":"홍길동","person":3,"post":"작성 담당"},'
    '"details":{"amount":"42.20","day":"2026-01-02","id":"00000000-0000-0000-0000-000000000007","parts":["a",null,true],"won":1},"form":2,"number":7,'
    f'"previous":"{rules.START}","subject":{{"key":"가","kind":"trial"}}}}'
)
OLD = (
    '{"act": "plans.cycle_opened", "at": "2024-04-04T00:00:00.000000+00:00", "by": 1, "details": {"x": 1.5}, '
    f'"number": 1, "previous": "{rules.START}", "subject_key": "2024", "subject_kind": "cycle"}}'
)


def test_a_line_has_one_text_and_its_seal_is_the_digest_of_it() -> None:
    assert LINE.text == TEXT
    assert rules.seal(TEXT) == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_text_reads_back_as_what_was_written() -> None:
    line = rules.read(TEXT)

    assert (line.text, line.at, line.name, line.post) == (TEXT, LINE.at, "홍길동", "작성 담당")
    assert line.details == {
        "won": 1,
        "amount": "42.20",
        "parts": ["a", None, True],
        "day": "2026-01-02",
        "id": str(UUID(int=7)),
    }


def test_a_text_of_the_first_form_is_read_and_says_no_name() -> None:
    line = rules.read(OLD)

    assert line == rules.Line(
        number=1,
        act="plans.cycle_opened",
        subject=Subject("cycle", "2024"),
        by=1,
        name="",
        post="",
        at=datetime(2024, 4, 4, tzinfo=UTC),
        details={"x": 1.5},
        previous=rules.START,
    )


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        *((1.5, "float"), ({"a": [1.5]}, "float"), ({1: "a"}, "dict"), ({"a": object()}, "object")),
        (b"a", "bytes"),
    ],
)
def test_what_may_read_back_as_another_is_not_written(value: object, kind: str) -> None:
    with pytest.raises(TypeError, match=f"^{kind} has no exact text$"):
        rules.canonical(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "1", "{}", "no JSON", '{"form":[]}'),
        TEXT.replace('"form":2', '"form":3'),
        TEXT.replace('"won":1', '"won":1.0'),
        TEXT.replace('"won":1', '"won":1,"won":1'),
        TEXT.replace('"won":1', '"won": 1'),
        TEXT.replace('"number":7', '"number":7,"more":1'),
        TEXT.replace("2026-01-01T18", "2026-01-01 18"),
        TEXT.replace("가", "\\uac00"),
        TEXT.replace('"post":"작성 담당"', '"role":"작성 담당"'),
    ],
)
def test_what_is_no_text_of_ours_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 # JSON's own is one
        rules.read(text)
