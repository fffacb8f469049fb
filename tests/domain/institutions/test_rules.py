import json
from datetime import date, timedelta
from importlib.resources import files

import pytest

from goru.core.verdict import Refused
from goru.domain.institutions import rules
from goru.domain.institutions.rules import neighbours_of
from goru.domain.institutions.vocabulary import InstitutionKind, Role

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
        ("", set()),
    ],
)
def test_neighbours_border_by_land(province, others):
    assert neighbours_of(province) == others


def test_the_names_of_the_installation_and_of_the_committee_are_kept_in_its_rows():
    assert (rules.SYSTEM, rules.COMMITTEE) == ("goru", "committee")
    assert rules.SOLE == (Role.AUTHOR, Role.CERTIFIER)
    assert rules.COMMISSIONED == (Role.MEMBER, Role.EXPERT_MEMBER, Role.EVALUATOR)
    assert rules.GUARDED == (Role.ADMINISTRATOR, Role.HELP_DESK, Role.AUDITOR)
    assert rules.WITH_SECOND_FACTOR == (Role.SECRETARIAT, Role.ADMINISTRATOR)
    assert rules.WITH_UNITS == (
        InstitutionKind.PROVINCE,
        InstitutionKind.MINISTRY,
        InstitutionKind.MEGAREGION,
    )
    assert rules.LOCAL_GOVERNMENTS == (InstitutionKind.PROVINCE, InstitutionKind.MUNICIPALITY)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("secretariat", (Role.SECRETARIAT, "committee", "")),
        ("author:seoul", (Role.AUTHOR, "seoul", "")),
        ("contributor:seoul/ 기획조정실 ", (Role.CONTRIBUTOR, "seoul", "기획조정실")),
        ("contributor:seoul/가/나:다", (Role.CONTRIBUTOR, "seoul", "가/나:다")),
    ],
)
def test_a_post_is_named_by_its_role_and_its_place(text, key):
    assert rules.PostKey.parse(text) == key


def test_a_post_of_no_role_is_refused():
    with pytest.raises(Refused, match="없는 직위입니다"):
        rules.PostKey.parse("king:seoul")


OF_AN_AUTHOR = {"author", "contributor", "certifier", "budget_officer", "auditor"}
OF_THE_COMMITTEE = {
    *("secretariat", "member", "expert_member", "evaluator", "auditor", "moderator", "help_desk"),
    "administrator",
}


@pytest.mark.parametrize(
    ("kind", "roles", "of_a_unit"),
    [
        ("province", {*OF_AN_AUTHOR, "support_group"}, {"contributor"}),
        ("ministry", OF_AN_AUTHOR, {"contributor"}),
        ("megaregion", OF_AN_AUTHOR, {"contributor"}),
        ("municipality", {"contributor"}, {"contributor"}),
        ("committee", OF_THE_COMMITTEE, set()),
    ],
)
def test_institutions_and_their_units_have_the_posts_of_their_kind(kind, roles, of_a_unit):
    assert {one for one in Role.values if rules.has_the_post(kind, one, is_in_a_unit=False)} == roles
    assert {one for one in Role.values if rules.has_the_post(kind, one, is_in_a_unit=True)} == of_a_unit


DAY = date(2026, 5, 4)
ONE, YEAR = timedelta(days=1), timedelta(days=366)


@pytest.mark.parametrize(
    ("rule", "allowed", "refused", "reason"),
    [
        (rules.is_to_come, (DAY, DAY), (DAY - ONE, DAY), "지난 날짜부터"),
        (rules.is_to_come, (DAY + ONE, DAY), (DAY - YEAR, DAY), "지난 날짜부터"),
        (rules.is_a_persons_name, ("hong",), (" GoRu ",), "프로그램이 씁니다"),
        (rules.is_a_leave, (DAY, DAY + YEAR), (DAY, DAY + YEAR + ONE), "한 해까지"),
        (rules.is_somebody_else, (1, 2), (2, 2), "자기 자신에게는"),
        (rules.is_within, (DAY, DAY), (DAY + ONE, DAY), "2026-05-04에 끝나는 보직"),
        (rules.is_within, (DAY, None), (DAY + YEAR, DAY), "2026-05-04에 끝나는 보직"),
    ],
)
def test_a_rule_allows_and_refuses_with_its_reason(rule, allowed, refused, reason):
    assert rule(*allowed)
    assert not rule(*refused)
    assert reason in rule(*refused).reason


def test_a_post_that_an_institution_has_not_is_refused_with_a_reason():
    assert "이 기관에는 없는" in rules.has_the_post("ministry", "member", is_in_a_unit=False).reason


def test_an_account_is_locked_that_is_open_and_anothers():
    assert rules.may_be_locked(is_active=True, is_own=False)
    assert "자기 계정은" in rules.may_be_locked(is_active=True, is_own=True).reason
    assert "이미 잠긴" in rules.may_be_locked(is_active=False, is_own=False).reason


def test_an_account_is_unlocked_that_is_locked_and_a_persons():
    assert rules.may_be_unlocked("kim", is_active=False)
    assert "잠긴 계정이 아닙니다" in rules.may_be_unlocked("kim", is_active=True).reason
    for is_active in (True, False):
        assert "이 이름은 프로그램이" in rules.may_be_unlocked("goru", is_active=is_active).reason
