from dataclasses import replace
from pathlib import Path

from django.utils.translation import override

from goru.pipelines.issuing.pictures.kept import FOLDER, read_pictures, write_picture
from goru.pipelines.issuing.pictures.picture import Picture

PICTURE = Picture(
    *("map", "총액", "서울 5.5조원", ("시·도", "총액"), (("서울", "5.5조원"),), "<svg/>", "MapSVG"),
    quoted=(0,),
    has_quoted_title=True,
    narrow="<svg>for a phone</svg>",
)


def test_a_picture_is_read_as_it_was_kept(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER / "ko"
    folder.mkdir(parents=True)
    write_picture(PICTURE, folder)

    with override("ko"):
        found = read_pictures(tmp_path, ["map"])

    assert found == {"map": PICTURE}


def test_only_the_pictures_that_are_asked_for_are_read(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER / "ko"
    folder.mkdir(parents=True)
    write_picture(PICTURE, folder)
    (folder / "timeline.json").write_text("this would not be read")

    with override("ko"):
        found = read_pictures(tmp_path, ["map", "plan-seoul"])

    assert list(found) == ["map"]


def test_a_picture_that_is_not_drawn_for_phones_has_one_drawing(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER / "ko"
    folder.mkdir(parents=True)
    write_picture(replace(PICTURE, narrow=""), folder)

    with override("ko"):
        found = read_pictures(tmp_path, ["map"])

    assert found["map"].narrow == ""
    assert sorted(file.name for file in folder.iterdir()) == ["map.json", "map.svg"]


def test_before_an_issue_there_are_no_pictures(tmp_path: Path) -> None:
    assert read_pictures(tmp_path, ["map"]) == {}
