"""Institutions that the program's register does not know."""

from datetime import UTC, date, datetime

import pytest

from goru.book import register
from goru.core.audit import queries as audit
from goru.core.verdict import Refused
from goru.domain.institutions import queries
from goru.domain.institutions.actions import add_institution, load_register, system_person
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionAct, InstitutionKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 3, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def loaded() -> None:
    load_register(by=system_person(), at=AT)


def add(
    kind: InstitutionKind = InstitutionKind.PROVINCE, name: str = "강릉도", name_en: str = "Gangneung"
) -> Institution:
    return add_institution(
        kind=kind, short_name=name, full_name=f"{name} 전체", name_en=name_en, by=system_person(), at=AT
    )


@pytest.mark.parametrize(
    "kind", [InstitutionKind.PROVINCE, InstitutionKind.MINISTRY, InstitutionKind.MEGAREGION]
)
def test_it_is_known_to_plans_to_reading_and_to_the_log(kind: InstitutionKind) -> None:
    added = add(kind)

    assert queries.by_short_name(kind, date(2025, 1, 1))["강릉도"] == added
    assert queries.register_in_use().by_printed_name(kind.value)["강릉도 전체"].key == "gangneung"
    assert (added.region is not None) == (kind == InstitutionKind.PROVINCE)
    assert audit.acts_about("institution", "gangneung")[-1].line.act == InstitutionAct.INSTITUTION_ADDED


def test_loading_the_register_again_leaves_it_as_it_is() -> None:
    added = add()

    assert load_register(by=system_person(), at=AT) == 0
    assert [name.full_name for name in added.names.all()] == ["강릉도 전체"]


def test_it_is_the_registers_as_soon_as_that_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    added = add()
    entry = register.institutions()[0].model_copy(
        update={
            "key": "gangneung-do",
            "short_name": "강릉도",
            "names": [register.Name(full_name="강릉특별자치도")],
            "codes": [],
        }
    )
    known, region = (*register.institutions(), entry), added.region_id
    monkeypatch.setattr(register, "institutions", lambda: known)

    load_register(by=system_person(), at=AT)

    added.refresh_from_db()
    assert (added.key, added.is_own, added.region and added.region.key) == (
        "gangneung-do",
        False,
        "gangneung-do",
    )
    assert added.region_id == region
    assert [name.full_name for name in added.names.all()] == ["강릉특별자치도"]


def test_what_is_there_is_not_added_again() -> None:
    with pytest.raises(Refused, match="'서울' 기관이 이미"):
        add(name="서울", name_en="Seoul")


def test_addresses_are_its_own_and_of_latin_letters() -> None:
    assert add(name_en="Seoul").key == "seoul-2"
    with pytest.raises(Refused, match="로마자"):
        add(name="양양도", name_en="양양")


def test_a_municipality_comes_with_the_register_of_regions() -> None:
    with pytest.raises(Refused, match="시·도, 중앙행정기관, 초광역권만"):
        add(InstitutionKind.MUNICIPALITY)
