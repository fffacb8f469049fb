import json
from importlib.resources import files

import pytest

from goru.domain.institutions.rules import neighbours_of

PROVINCES = {
    one["key"]
    for one in json.loads((files("goru.book") / "register.json").read_text(encoding="utf-8"))
    if one["kind"] == "province"
}


def test_who_borders_on_one_is_bordered_on_by_it():
    for province in PROVINCES:
        for other in neighbours_of(province):
            assert province in neighbours_of(other), (province, other)


def test_every_province_of_the_mainland_has_neighbours_that_the_register_knows():
    alone = {province for province in PROVINCES if not neighbours_of(province)}

    assert alone == {"jeju"}
    assert {other for province in PROVINCES for other in neighbours_of(province)} == PROVINCES - {"jeju"}


@pytest.mark.parametrize(
    ("province", "others"),
    [
        ("seoul", {"incheon", "gyeonggi"}),
        ("sejong", {"daejeon", "chungbuk", "chungnam"}),
        ("jeonnam-gwangju", {"jeonbuk", "gyeongnam"}),
        ("moe", set()),
    ],
)
def test_neighbours_border_by_land(province, others):
    assert neighbours_of(province) == others
