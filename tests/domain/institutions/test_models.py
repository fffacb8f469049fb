from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from tests.domain.conftest import save_checked

from goru.domain.institutions.models import (
    Holding,
    Institution,
    InstitutionName,
    Membership,
    Person,
    Post,
    Region,
    RegionCode,
    Unit,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def province(key: str) -> Institution:
    region = Region.objects.create(key=key, name=key, level="province")
    return Institution.objects.create(key=key, kind="province", short_name=key, position=1, region=region)


def refused(name: str, row: models.Model) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save()


def test_an_institution_has_one_name_at_a_time() -> None:
    gangwon = province("gangwon")
    InstitutionName.objects.create(institution=gangwon, full_name="강원도", valid_to=date(2023, 6, 10))
    InstitutionName.objects.create(
        institution=gangwon, full_name="강원특별자치도", valid_from=date(2023, 6, 11)
    )

    refused(
        "institution_has_one_name_at_a_time",
        InstitutionName(institution=gangwon, full_name="셋째", valid_from=date(2023, 6, 10)),
    )


def region_of(key: str) -> Region:
    found = province(key).region
    assert found
    return found


def test_a_code_names_one_region_of_a_scheme_at_a_time() -> None:
    RegionCode.objects.create(region=region_of("busan"), scheme="mois", code="26")
    other = region_of("ulsan")

    RegionCode.objects.create(region=other, scheme="kostat", code="26")
    refused("region_code_names_one_region_at_a_time", RegionCode(region=other, scheme="mois", code="26"))


def test_a_region_has_one_code_of_a_scheme_at_a_time() -> None:
    region = region_of("busan")
    RegionCode.objects.create(region=region, scheme="mois", code="26")

    refused("region_has_one_code_of_a_scheme_at_a_time", RegionCode(region=region, scheme="mois", code="27"))


def test_a_megaregion_has_one_lead_and_names_a_member_once() -> None:
    whole = Institution.objects.create(key="whole", kind="megaregion", short_name="권", position=1)
    first, second = province("first"), province("second")
    Membership.objects.create(megaregion=whole, member=first, is_lead=True)

    refused("megaregion_has_one_lead_at_a_time", Membership(megaregion=whole, member=second, is_lead=True))
    refused(
        "member_joins_a_megaregion_once_at_a_time",
        Membership(megaregion=whole, member=first, is_lead=False),
    )
    refused("megaregion_is_not_its_own_member", Membership(megaregion=whole, member=whole, is_lead=False))


def test_a_province_needs_a_region_and_a_ministry_has_none() -> None:
    region = Region.objects.create(key="r", name="r", level="province")

    name = "institution_has_a_region_if_it_governs_one"
    refused(name, Institution(key="p", kind="province", short_name="p", position=1))
    refused(name, Institution(key="g", kind="municipality", short_name="g", position=1))
    refused(name, Institution(key="m", kind="ministry", short_name="m", position=1, region=region))


def test_a_short_name_is_one_institution_of_its_kind() -> None:
    province("seoul")
    region = Region.objects.create(key="other", name="other", level="province")

    refused(
        "institution_short_name_is_one_of_its_kind",
        Institution(key="other", kind="province", short_name="seoul", position=2, region=region),
    )


def test_a_municipality_lies_in_a_province_and_a_province_in_none() -> None:
    seoul = region_of("seoul")
    Region.objects.create(key="jongno", name="종로구", level="municipality", province=seoul)

    name = "region_has_a_province_if_it_is_a_municipality"
    refused(name, Region(key="alone", name="구", level="municipality"))
    refused(name, Region(key="within", name="도", level="province", province=seoul))
    refused(name, Region(key="neither", name="동", level="district", province=seoul))


def test_what_ended_on_an_unknown_day_says_no_last_day() -> None:
    seoul = region_of("seoul")
    gone = Region(key="gone", name="구", level="municipality", province=seoul, is_abolished=True)

    gone.valid_to = date(1995, 12, 31)
    refused("region_abolished_on_an_unknown_day_has_no_last_day", gone)
    gone.valid_to = None
    gone.save()

    assert seoul.municipalities.get() == gone


@pytest.mark.parametrize(
    "model", [Region, RegionCode, Institution, InstitutionName, Membership, Unit, Holding]
)
def test_the_first_day_is_not_after_the_last(model: type[models.Model]) -> None:
    names = [constraint.name for constraint in model._meta.constraints]

    assert [name for name in names if name.endswith("valid_from_before_valid_to")]
    refused(
        "region_valid_from_before_valid_to",
        Region(
            key="r",
            name="r",
            level="province",
            valid_from=date(2024, 1, 2),
            valid_to=date(2024, 1, 1),
        ),
    )


@pytest.fixture
def seoul() -> Institution:
    return province("seoul")


def holding(post: Post, name: str, **fields: Any) -> Holding:
    person, _ = Person.objects.get_or_create(username=name)
    fields = {"valid_from": date(2024, 1, 1), "role": post.role, **fields}
    return Holding(post=post, person=person, **fields)


def test_a_unit_has_a_name_that_is_one_of_its_institution_at_a_time(seoul: Institution) -> None:
    Unit.objects.create(institution=seoul, kind="department", name="문화본부", valid_to=date(2024, 6, 30))

    Unit.objects.create(institution=seoul, kind="affiliate", name="문화본부", valid_from=date(2024, 7, 1))
    again = Unit(institution=seoul, kind="department", name="문화본부", valid_from=date(2024, 6, 30))
    refused("unit_name_is_one_of_its_institution", again)
    refused("unit_has_a_name", Unit(institution=seoul, kind="department", name=""))


def test_a_post_of_a_role_is_one_and_is_of_an_institution_or_of_a_unit(seoul: Institution) -> None:
    unit = Unit.objects.create(institution=seoul, kind="department", name="문화본부")
    Post.objects.create(institution=seoul, role="contributor")
    Post.objects.create(unit=unit, role="contributor")

    refused("post_of_a_role_is_one", Post(institution=seoul, role="contributor"))
    refused("post_of_a_role_is_one", Post(unit=unit, role="contributor"))
    refused("post_is_of_an_institution_or_a_unit", Post(role="contributor"))
    refused("post_is_of_an_institution_or_a_unit", Post(institution=seoul, unit=unit, role="contributor"))


@pytest.mark.parametrize("role", ["author", "certifier"])
def test_one_answers_for_a_plan_and_one_signs_it_on_a_day(seoul: Institution, role: str) -> None:
    post = Post.objects.create(institution=seoul, role=role)
    holding(post, "kim", valid_to=date(2024, 6, 30)).save()
    holding(post, "lee", valid_from=date(2024, 7, 1)).save()
    holding(post, "han", kind="stand_in", valid_to=date(2024, 3, 31)).save()

    name = "holding_of_a_sole_post_is_one_at_a_time"
    refused(name, holding(post, "park"))
    refused(name, holding(post, "choi", kind="stand_in", valid_to=date(2024, 1, 31)))


def test_several_are_of_the_secretariat_but_nobody_twice(seoul: Institution) -> None:
    post = Post.objects.create(institution=seoul, role="secretariat")
    holding(post, "kim").save()

    holding(post, "lee").save()
    refused("holding_of_a_person_is_one_at_a_time", holding(post, "kim"))


def test_a_holding_begins_on_a_day_and_a_stand_in_also_ends(seoul: Institution) -> None:
    post = Post.objects.create(institution=seoul, role="author")

    refused("holding_begins_on_a_day", holding(post, "kim", valid_from=None))
    refused("holding_of_a_stand_in_ends", holding(post, "kim", kind="stand_in"))


def test_the_role_of_a_holding_is_its_posts(seoul: Institution) -> None:
    post = Post.objects.create(institution=seoul, role="author")

    with pytest.raises(IntegrityError, match="holding_role_is_its_posts"):
        save_checked(holding(post, "kim", role="secretariat"))
