import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

import goru.web
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.pictures import charts
from goru.pipelines.issuing.pictures.drawing import signed, write_pictures
from goru.pipelines.issuing.pictures.kept import read_pictures

pytestmark = pytest.mark.web
STYLES = Path(goru.web.__file__).parent / "static" / "goru" / "pictures.css"


def test_pictures_are_kept_and_read_in_each_language(adopted: Publication, tmp_path: Path) -> None:
    write_pictures(plans.published(plans.latest_cycle()), tmp_path)

    picture = read_pictures(tmp_path, ["shares-by-strategy"]).get("shares-by-strategy")
    with override("en"):
        english = read_pictures(tmp_path, ["shares-by-strategy"]).get("shares-by-strategy")

    assert picture is not None
    assert picture.title == "2025년 전략별 비중, 부처와 시·도"
    assert picture.rows[0] == ("Ⅰ 스스로 정하는 튼튼한 자치", "부처", "40%")
    assert picture.svg.startswith("<svg")
    assert english is not None
    assert english.rows[0] == ("Ⅰ 스스로 정하는 튼튼한 자치", "Ministries", "40%")
    assert english.quoted == (0,)


def test_a_drawing_grows_by_the_line_that_says_its_source() -> None:
    drawn = signed('<svg width="560" height="432" viewBox="0 0 560 432"><g/></svg>', "책 <1>")

    assert drawn.startswith('<svg width="560" height="456" viewBox="0 0 560 456"><g/><rect y="432"')
    assert drawn.endswith("</text></svg>")
    assert "책 &lt;1&gt;" in drawn


def test_what_is_not_drawn_is_not_signed() -> None:
    assert signed("", "책") == ""


def test_every_picture_has_a_text_alternative_and_its_data(plan_2024: None, tmp_path: Path) -> None:
    write_pictures(plans.published(plans.latest_cycle()), tmp_path)

    names = [file.stem for file in (tmp_path / "pictures/ko").glob("*.json")]
    pictures: list[Any] = list(read_pictures(tmp_path, names).values())

    assert {"map", "map-chungcheong", "timeline", "raw-and-reconciled", "plan-seoul"} <= set(names)
    assert len(pictures) == len(names)
    for picture in pictures:
        assert picture.title, picture.name
        assert picture.description, picture.name
        assert all(len(row) == len(picture.columns) for row in picture.rows), picture.name

        assert "출처: <tspan" in picture.svg, picture.name
        assert "2024년 지방시대 시행계획" in picture.svg, picture.name
        assert "출처: <tspan" in picture.narrow, "it is drawn for phones too"

    drawn = "".join(picture.svg + picture.narrow for picture in pictures)
    colours = set(re.findall(r'(?:fill|stroke)="(#\w+)"', drawn)) - {charts.SECOND}
    dark = set(re.findall(r'\[(?:fill|stroke)="(#\w+)"\]', STYLES.read_text(encoding="utf-8")))
    assert colours <= dark, "every colour has one for dark pages, but for the one that is seen on both"

    misprinted = read_pictures(tmp_path, ["indicator-1인당-grdp"])["indicator-1인당-grdp"]
    assert misprinted.gaps == ("부산 실적 31,6",)
    assert misprinted.svg.count(">부산<") == 1, "its place is not taken"

    picture = read_pictures(tmp_path, ["map"])["map"]
    assert picture.svg.count("<a ") == 17, "as many as there are provinces"
    assert picture.credit == "MapSVG, CC BY 4.0"
