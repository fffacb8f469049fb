"""Numbers and bullets that a HWPX sets by itself are part of the text."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from goru.book.reading import Lines, read
from goru.book.reading.numbering import written

Reading = Callable[[bytes], Lines]
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "hwpx"


def shapes(*headings: tuple[str, str, int]) -> str:
    """Shapes 0, 1 … of paragraphs, by the kind of their heading, what it refers to, and its level."""
    return "".join(
        f'<hh:paraPr id="{at}"><hh:heading type="{kind}" idRef="{of}" level="{level}"/></hh:paraPr>'
        for at, (kind, of, level) in enumerate(headings)
    )


def numbering(number: str, *levels: tuple[str, str], start: int = 1) -> str:
    """A numbering by the texts and forms of its levels; the first begins at `start`."""
    heads = "".join(
        f'<hh:paraHead level="{at}" start="{start if at == 1 else 1}" numFormat="{form}">{text}</hh:paraHead>'
        for at, (text, form) in enumerate(levels, start=1)
    )
    return f'<hh:numbering id="{number}" start="0">{heads}</hh:numbering>'


def numbered(make: SimpleNamespace, header: str, *paragraphs: tuple[str, str], outline: str = "") -> bytes:
    """A HWPX of paragraphs by shape and text."""
    settings = f'<hp:secPr outlineShapeIDRef="{outline}"/>'
    written_out = "".join(make.raw_paragraph(f"<hp:t>{text}</hp:t>", shape) for shape, text in paragraphs)
    content: bytes = make.hwpx(make.raw_paragraph(settings) + written_out, header=header)
    return content


def texts(lines: Sequence[object]) -> list[str]:
    return [line.text for line in lines]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("form", "third", "twelfth"),
    [
        ("DIGIT", "3", "12"),
        ("ROMAN_CAPITAL", "Ⅲ", "Ⅻ"),
        ("ROMAN_SMALL", "iii", "xii"),
        ("LATIN_CAPITAL", "C", "L"),
        ("LATIN_SMALL", "c", "l"),
        ("CIRCLED_DIGIT", "③", "⑫"),
        ("CIRCLED_LATIN_CAPITAL", "Ⓒ", "Ⓛ"),
        ("CIRCLED_LATIN_SMALL", "ⓒ", "ⓛ"),
        ("HANGUL_SYLLABLE", "다", "타"),
        ("CIRCLED_HANGUL_SYLLABLE", "㉰", "㉹"),
        ("HANGUL_JAMO", "ㄷ", "ㅌ"),
        ("CIRCLED_HANGUL_JAMO", "㉢", "㉫"),
        ("HANGUL_PHONETIC", "삼", "십이"),
        ("IDEOGRAPH", "三", "十二"),
        ("CIRCLED_IDEOGRAPH", "㊂", "㊁"),
        ("DECAGON_CIRCLE", "병", "을"),
        ("DECAGON_CIRCLE_HANJA", "丙", "乙"),
        ("of another day", "3", "12"),
    ],
)
def test_every_form_of_number_is_written(form: str, third: str, twelfth: str) -> None:
    assert (written(3, form), written(12, form)) == (third, twelfth)


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (0, "CIRCLED_DIGIT", "0"),
        (50, "CIRCLED_DIGIT", "㊿"),
        (15, "HANGUL_SYLLABLE", "거"),
        (40, "HANGUL_PHONETIC", "사십"),
        (49, "ROMAN_CAPITAL", "XLIX"),
        (120, "IDEOGRAPH", "120"),
    ],
)
def test_numbers_beyond_their_series(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


def test_levels_count_within_the_level_above(read_bytes: Reading, make: SimpleNamespace) -> None:
    header = numbering("1", ("^1.", "ROMAN_CAPITAL"), ("^1-^2.", "DIGIT"), ("(^3)", "HANGUL_SYLLABLE"))
    header += shapes(("NUMBER", "1", 0), ("NUMBER", "1", 1), ("NUMBER", "1", 2))

    lines = read_bytes(numbered(make, header, *((shape, "가") for shape in "0112201")))

    assert texts(lines) == ["Ⅰ. 가", "Ⅰ-1. 가", "Ⅰ-2. 가", "(가) 가", "(나) 가", "Ⅱ. 가", "Ⅱ-1. 가"]


def test_a_level_that_was_left_out_begins_with_the_one_below(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    header = numbering("1", ("^1.", "DIGIT"), ("^1.^2.", "DIGIT"), ("^N", "DIGIT"), ("^n", "DIGIT"))
    header += shapes(*(("NUMBER", "1", level) for level in range(4)))

    lines = read_bytes(numbered(make, header, *((shape, "가") for shape in "02213")))

    assert texts(lines) == ["1. 가", "1.1.1. 가", "1.1.2. 가", "1.2. 가", "1.2.1.1 가"]


def test_lists_count_by_themselves_and_begin_where_they_say(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    header = numbering("1", ("^1)", "DIGIT"), start=4) + numbering("2", ("^1", "CIRCLED_DIGIT"))
    header += shapes(("NUMBER", "1", 0), ("NUMBER", "2", 0))

    lines = read_bytes(numbered(make, header, *((shape, "가") for shape in "0101")))

    assert texts(lines) == ["4) 가", "① 가", "5) 가", "② 가"]


def test_bullets_stand_before_their_text(read_bytes: Reading, make: SimpleNamespace) -> None:
    bullets = '<hh:bullet id="1" char="□"/><hh:bullet id="2" char="\uf06d"/>'

    lines = read_bytes(
        numbered(
            make,
            bullets + shapes(("BULLET", "1", 0), ("BULLET", "2", 0), ("NONE", "0", 0)),
            ("0", "개요"),
            ("1", "사업"),
            ("0", ""),
            ("2", "글"),
            ("9", "글"),
        )
    )

    assert texts(lines) == ["□ 개요", "ㅇ 사업", "글", "글"]


def test_a_number_alone_in_its_cell_is_a_cell(read_bytes: Reading, make: SimpleNamespace) -> None:
    header = numbering("1", ("^1.", "ROMAN_CAPITAL")) + shapes(("NUMBER", "1", 0))
    cells = "".join(
        f"<hp:tc><hp:subList>{make.raw_paragraph(f'<hp:t>{text}</hp:t>', shape)}</hp:subList></hp:tc>"
        for text, shape in (("", "0"), ("시행계획 개요", ""))
    )

    lines = read_bytes(
        make.hwpx(make.raw_paragraph(f"<hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl>"), header=header)
    )

    assert [line.cells for line in lines] == [("Ⅰ.", "시행계획 개요")]


OUTLINE = numbering("1", ("^1.", "DIGIT"), ("^2.", "HANGUL_SYLLABLE")) + shapes(
    ("OUTLINE", "0", 0), ("OUTLINE", "0", 1)
)


def test_an_outline_is_numbered_as_its_section_says(read_bytes: Reading, make: SimpleNamespace) -> None:
    paragraphs = (("0", "개요"), ("1", "배경"), ("1", "경위"), ("0", "계획"))

    assert texts(read_bytes(numbered(make, OUTLINE, *paragraphs, outline="1"))) == [
        "1. 개요",
        "가. 배경",
        "나. 경위",
        "2. 계획",
    ]
    assert texts(read_bytes(numbered(make, OUTLINE, *paragraphs, outline="7")))[0] == "개요"


@pytest.mark.parametrize("mark", ["Ⅰ. ", "□ ", "ㅇ ", "1. ", "(1) ", "가. ", "① ", "제1장 ", "- "])
def test_an_outline_whose_headings_have_their_own_marks_has_no_other(
    read_bytes: Reading, make: SimpleNamespace, mark: str
) -> None:
    paragraphs = (("0", f"{mark}개요"), ("1", f"{mark}배경"), ("0", "계획"))

    lines = read_bytes(numbered(make, OUTLINE, *paragraphs, outline="1"))

    assert texts(lines) == [f"{mark}개요", f"{mark}배경", "계획"]


def test_numbers_of_a_file_that_hancom_wrote() -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples of HWPX are not on this machine")

    assert texts(read(SAMPLES / "ParaHead.hwpx"))[4:] == [
        *("1.", "1. 번호1", "2. 번호2", "3. 번호3", "3.1. 번호3-1", "3.2. 번호3-2", "4. 번호4"),
        *("4.1.1.1. 번호-4-1-1-1", "4.1.1.2. 번호-4-1-1-2", "4.1.2. 번호-4-1-2", "4.1.2.1. 번호-4-1-2-1"),
        *("1. 개요1", "가. 개요1-1", "나. 개요1-2", "다. 개요1-3", "2. 개요2", "가. 개요2-1", "1) 개요2-1-1"),
    ]
