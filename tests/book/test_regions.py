from collections import Counter

import pytest

from goru.book.regions import Municipality, UnknownRegion, keys_in, municipalities, named, words_of
from goru.book.register import Code, institutions

PROVINCES = {one.key: one for one in institutions() if one.kind == "province"}


def by_key(key: str) -> Municipality:
    return next(one for one in municipalities() if one.key == key)


def codes() -> list[tuple[Municipality, Code]]:
    return [(one, code) for one in municipalities() for code in one.codes]


def test_every_key_and_every_code_names_one_municipality() -> None:
    keys = [one.key for one in municipalities()]
    named_by = [code.code for _, code in codes()]

    assert len(keys) == len(set(keys)) == 374
    assert len(named_by) == len(set(named_by)) == 406


def test_every_municipality_lies_in_a_province_of_the_register() -> None:
    in_force = Counter(one.province for one in municipalities() if not one.is_abolished)

    assert {one.province for one in municipalities()} <= PROVINCES.keys()
    assert in_force.keys() == PROVINCES.keys() - {"jeonnam-gwangju"}
    assert (in_force["seoul"], in_force["gyeonggi"], in_force["jeju"], in_force["sejong"]) == (25, 31, 2, 1)
    assert sum(in_force.values()) == 229


def test_a_municipality_keeps_its_key_where_its_provinces_code_changed() -> None:
    chuncheon = by_key("mois-51110")

    assert chuncheon.name == "강원특별자치도 춘천시"
    assert [code.code for code in chuncheon.codes] == ["42110", "51110"]
    assert not chuncheon.is_abolished


def test_a_code_has_no_days_but_those_of_its_provinces_code() -> None:
    for one, code in codes():
        of_province = {held.code: held for held in PROVINCES[one.province].codes if held.scheme == "mois"}
        above = of_province.get(code.code[:2])
        days = (above.valid_from, above.valid_to) if above and not one.is_abolished else (None, None)

        assert (code.valid_from, code.valid_to) == days, code


def test_what_is_abolished_stays_and_says_no_day() -> None:
    gone = by_key("mois-47720")

    assert (gone.name, gone.province, gone.is_abolished) == ("경상북도 군위군", "gyeongbuk", True)
    assert by_key("mois-27720").province == "daegu"


def test_names_have_no_stray_blanks_and_begin_with_those_of_their_province() -> None:
    assert [one.name for one in municipalities() if one.name != " ".join(one.name.split())] == []
    for one in municipalities():
        if not one.is_abolished and one.key != "mois-36110":
            assert one.name.split(" ")[0] in [name.full_name for name in PROVINCES[one.province].names]


@pytest.mark.parametrize(
    ("printed", "province", "key"),
    [
        ("서울특별시 종로구", None, "mois-11110"),
        ("종로구", None, "mois-11110"),
        ("세종특별자치시", None, "mois-36110"),
        ("중구", "busan", "mois-26110"),
        ("중구", None, None),
        ("고성군", "gyeongnam", "mois-48820"),
        ("종로구", "busan", None),
        ("군위군", "gyeongbuk", None),
        ("", None, None),
    ],
)
def test_a_name_finds_the_one_municipality_in_force_that_has_it(
    printed: str, province: str | None, key: str | None
) -> None:
    found = named(printed, province)

    assert (found and found.key) == key


def test_regions_are_written_by_names_that_lead_back_to_them() -> None:
    words = words_of(["jeonnam", *(one.key for one in municipalities())])

    assert keys_in(words) == ["jeonnam", *(one.key for one in municipalities())]
    assert words_of(keys_in("전남, 해남군; 서울특별시 중구")) == "전라남도, 해남군, 서울특별시 중구"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("중구", "중구"),
        ("해남군, 없는군", "없는군"),
        ("순천시 조례동", "조례동"),
        ("전남 일원, 해남군", "일원"),
        ("순천시 나주시", "순천시 나주시"),
    ],
)
def test_a_name_of_several_places_or_of_none_is_refused_by_its_word(typed: str, word: str) -> None:
    with pytest.raises(UnknownRegion, match=f"^{word}$"):
        keys_in(typed)
