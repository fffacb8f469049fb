from datetime import UTC, date, datetime

import pytest

from goru.book import regions, register
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused
from goru.domain.institutions import actions, queries
from goru.domain.institutions.models import Institution, Membership, Person, Region, RegionCode
from goru.domain.institutions.vocabulary import InstitutionKind, RegionLevel

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2024, 4, 4, tzinfo=UTC)
DECIDED = date(2024, 4, 4)


@pytest.fixture(autouse=True)
def loaded(db: None) -> None:
    actions.load_register(by=actions.system_person(), at=AT)


def test_the_whole_register_is_loaded() -> None:
    of_the_register = Institution.objects.exclude(kind=InstitutionKind.MUNICIPALITY)

    assert set(of_the_register.values_list("key", flat=True)) == {one.key for one in register.institutions()}


def test_each_municipality_of_today_is_an_institution_that_governs_its_region() -> None:
    loaded = Institution.objects.filter(kind=InstitutionKind.MUNICIPALITY)

    assert set(loaded.values_list("key", "region__key", "short_name")) == {
        (one.key, one.key, one.name) for one in regions.municipalities() if not one.is_abolished
    }


def test_no_municipality_is_found_among_those_that_books_name() -> None:
    known = queries.known_on(DECIDED)

    assert {kind for kind, _ in known} == {"province", "ministry", "megaregion", "committee"}
    assert not any(name.endswith("중구") for _, name in known)


def test_loading_twice_changes_nothing_and_records_nothing() -> None:
    changes = actions.load_register(by=actions.system_person(), at=AT)

    assert changes == 0
    assert OfficialAct.objects.filter(act="institutions.register_loaded").count() == 1


def test_loading_mends_what_was_changed_and_leaves_the_rows() -> None:
    seoul = Institution.objects.get(key="seoul")
    Institution.objects.filter(key="seoul").update(short_name="다른 이름")
    RegionCode.objects.filter(region__key="seoul", scheme="mois").delete()

    changes = actions.load_register(by=actions.system_person(), at=AT)

    seoul.refresh_from_db()
    assert changes == 2
    assert seoul.short_name == "서울"
    assert queries.institution_on("seoul", DECIDED).codes["mois"] == "11"


def test_an_institution_has_the_name_and_the_codes_of_the_day() -> None:
    before = queries.institution_on("gangwon", date(2023, 6, 10))
    after = queries.institution_on("gangwon", date(2023, 6, 11))

    assert (before.full_name, before.codes["mois"]) == ("강원도", "42")
    assert (after.full_name, after.codes["mois"]) == ("강원특별자치도", "51")
    assert before.codes["iso3166-2"] == after.codes["iso3166-2"] == "KR-42"


def test_provinces_are_those_of_the_day() -> None:
    in_2024 = queries.by_short_name(InstitutionKind.PROVINCE, DECIDED)
    after_merger = queries.by_short_name(InstitutionKind.PROVINCE, date(2026, 7, 1))

    assert len(in_2024) == 17
    assert set(in_2024) - set(after_merger) == {"광주", "전남"}
    assert set(after_merger) - set(in_2024) == {"전남광주"}


def test_what_ends_knows_its_successors() -> None:
    gwangju = Institution.objects.get(key="gwangju")

    assert [institution.key for institution in gwangju.successors.all()] == ["jeonnam-gwangju"]
    assert Region.objects.get(key="gwangju").successors.get().key == "jeonnam-gwangju"


def test_all_municipalities_are_loaded_in_their_provinces_with_their_codes() -> None:
    loaded = Region.objects.filter(level=RegionLevel.MUNICIPALITY)

    assert set(loaded.values_list("key", "province__key", "is_abolished")) == {
        (one.key, one.province, one.is_abolished) for one in regions.municipalities()
    }
    assert set(RegionCode.objects.filter(region__in=loaded).values_list("region__key", "scheme", "code")) == {
        (one.key, code.scheme, code.code) for one in regions.municipalities() for code in one.codes
    }


def test_loading_mends_a_municipality_and_adds_the_one_that_is_missing() -> None:
    Region.objects.filter(key="mois-11110").update(name="다른 이름")
    Institution.objects.filter(key="mois-11140").delete()
    Region.objects.filter(key="mois-11140").delete()

    changes = actions.load_register(by=actions.system_person(), at=AT)

    assert changes == 4
    assert Region.objects.get(key="mois-11110").name == "서울특별시 종로구"
    assert Region.objects.get(key="mois-11140").codes.get().code == "11140"


def test_municipalities_are_those_of_the_day_without_the_abolished() -> None:
    def of(key: str, day: date) -> list[str]:
        return [one.key for one in queries.municipalities_of(Institution.objects.get(key=key), day)]

    assert len(of("seoul", DECIDED)) == 25
    assert "mois-47720" not in of("gyeongbuk", DECIDED)
    assert len(of("gwangju", date(2026, 6, 30))) == 5
    assert of("gwangju", date(2026, 7, 1)) == []


def test_a_megaregion_has_members_the_lead_first_and_no_region_of_its_own() -> None:
    chungcheong = queries.institution_on("chungcheong", DECIDED)

    assert [member.short_name for member in chungcheong.members] == ["충북", "대전", "세종", "충남"]
    assert chungcheong.institution.region is None


def test_a_megaregion_is_not_the_province_of_its_name() -> None:
    jeonbuk = queries.institution_on("jeonbuk-region", DECIDED)

    assert [member.key for member in jeonbuk.members] == ["jeonbuk"]
    assert jeonbuk.institution.key != "jeonbuk"


def test_nobody_can_sign_in_as_the_system() -> None:
    system = actions.system_person()

    assert not system.is_active
    assert not system.has_usable_password()


def test_loading_removes_what_the_register_does_not_say() -> None:
    chungcheong, seoul = (Institution.objects.get(key=key) for key in ("chungcheong", "seoul"))
    Membership.objects.create(megaregion=chungcheong, member=seoul, is_lead=False)

    changes = actions.load_register(by=actions.system_person(), at=AT)

    assert changes == 1
    assert not Membership.objects.filter(member=seoul).exists()


def test_a_person_loads_no_register(administrator: Person) -> None:
    with pytest.raises(Refused, match="프로그램이 스스로") as refused:
        actions.load_register(by=administrator, at=AT)

    assert refused.value.about == ("register", "institutions")
