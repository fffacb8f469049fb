from datetime import date

import pytest
from lxml import etree

from goru.pipelines.issuing.pictures import charts
from goru.pipelines.issuing.pictures.charts import Bar, Change, Span
from goru.pipelines.issuing.pictures.layout import BROAD, NARROW, WIDE

LONG = "아주 긴 이름의 실천과제이므로 왼쪽의 한 줄에 다 들어가지 못하는 것"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawings() -> dict[str, str]:
    day, year = date(2024, 3, 1), date(2024, 12, 31)
    return {
        "bars": charts.bars([Bar("세종", 12.5, "12.5억원", "2023"), Bar("세종", 0, "0억원", "2024")]),
        "quoted": charts.bars([Bar(LONG, 4, "₩4 × 100 million"), Bar("<b>", 1, "1")], quoted=True),
        "changes": charts.changes([Change("세종", 57.9, 58.2)], unit="%", actual="실적", target="목표"),
        "timeline": charts.timeline(
            [Span("특구", day, day, is_done=True, is_vague=False), Span("특구", day, year, False, True)],
            done="끝남",
            planned="예정",
        ),
    }


@pytest.mark.parametrize("name", ["bars", "quoted", "changes", "timeline"])
def test_a_chart_carries_no_style_and_no_script_so_that_a_strict_policy_holds(
    drawings: dict[str, str], name: str
) -> None:
    elements = list(etree.fromstring(drawings[name]).iter())

    assert not [
        one for one in elements if "style" in one.attrib or one.tag in (f"{SVG}style", f"{SVG}script")
    ]
    assert not [name for one in elements for name in one.attrib if name == "role" or name.startswith("aria-")]


@pytest.mark.parametrize(
    ("name", "words"),
    [("bars", {"세종", "2023 12.5억원", "2024 0억원"}), ("changes", {"세종", "실적", "목표"})],
)
def test_a_chart_says_its_figures_in_words(drawings: dict[str, str], name: str, words: set[str]) -> None:
    texts = {"".join(one.itertext()) for one in etree.fromstring(drawings[name]).iter(f"{SVG}text")}

    assert words <= texts


def test_charts_are_as_wide_as_their_place_so_that_their_letters_are_equally_large(
    drawings: dict[str, str],
) -> None:
    widths = {name: int(etree.fromstring(drawing).attrib["width"]) for name, drawing in drawings.items()}

    assert widths == {"bars": WIDE, "quoted": WIDE, "changes": WIDE, "timeline": BROAD}


def test_on_a_phone_long_names_stand_above_their_bars() -> None:
    bars = [Bar("세종", 3, "3억원"), Bar(LONG, 4, "4억원")]

    short, long = (
        etree.fromstring(charts.bars(rows, width=NARROW, quoted=True)) for rows in (bars[:1], bars)
    )

    assert {short.attrib["width"], long.attrib["width"]} == {f"{NARROW}"}
    assert [one.get("text-anchor") for one in short.iter(f"{SVG}text") if one.get("lang")] == ["end"]
    assert [one.get("text-anchor") for one in long.iter(f"{SVG}text") if one.get("lang")] == ["start"] * 2


def test_the_plans_own_words_say_that_they_are_korean(drawings: dict[str, str]) -> None:
    texts = list(etree.fromstring(drawings["quoted"]).iter(f"{SVG}text"))

    korean = [
        ["".join(line.itertext()) for line in (list(one) or [one])]
        for one in texts
        if one.get("lang") == "ko"
    ]

    assert len(korean[0]) > 1, "a long name takes several lines"
    assert " ".join(korean[0]) == LONG
    assert korean[1:] == [["<b>"]]
    assert "lang=" not in drawings["bars"], "what is not quoted is in the page's language"


def test_a_word_that_no_line_has_room_for_is_cut() -> None:
    drawn = charts.bars([Bar("가" * 40, 1, "1"), Bar("나", 1, "1")], quoted=True)

    cut = next(
        "".join(one.itertext()) for one in etree.fromstring(drawn).iter(f"{SVG}text") if one.get("lang")
    )

    assert cut.endswith("…")
    assert set(cut[:-1]) == {"가"}


def test_what_has_no_figure_keeps_its_place_beside_the_others() -> None:
    drawn = etree.fromstring(
        charts.bars([Bar("세종", 4, "4억원"), Bar("부산", None, "-"), Bar("대전", 2, "2억원")])
    )
    moved = etree.fromstring(
        charts.changes(
            [Change("세종", 1, 2), Change("부산", None, 3), Change("대전", None, None), Change("울산", 2, 3)],
            unit="%",
            actual="실적",
            target="목표",
        )
    )

    for drawing, names in ((drawn, ["세종", "부산", "대전"]), (moved, ["세종", "부산", "대전", "울산"])):
        said = ["".join(one.itertext()) for one in drawing.iter(f"{SVG}text")]
        assert [one for one in said if one in names] == names
    assert "-" in {"".join(one.itertext()) for one in drawn.iter(f"{SVG}text")}
    assert charts.changes([Change("가", None, None)], unit="", actual="실적", target="목표").startswith(
        "<svg"
    )
    assert charts.bars([Bar("가", None, "-")]).startswith("<svg")
