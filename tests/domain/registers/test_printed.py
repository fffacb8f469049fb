"""The registers that come with the program and the cases that the book of 2024 prints."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from goru.book.regions import municipalities
from goru.book.register import shipped as register
from goru.core.dates import dates_in, timeless
from goru.core.text import normalise, squeeze
from goru.domain.registers.rules.definition import (
    CaseField,
    Member,
    Overlap,
    PartyRole,
    QuantityField,
    RegisterDefinition,
    Stated,
    Words,
)
from goru.domain.registers.rules.printed import PrintedCase, PrintedCases, PrintedMove
from goru.domain.registers.vocabulary import FieldKind

DATA = Path(__file__).parents[3] / "data"
ZONES = {
    "zone-opportunity": 4,
    "zone-education": 31,
    "zone-convergence": 5,
    "zone-culture": 13,
    "zone-innovation": 4,
    "zone-digital": 3,
    "vitality-town": 7,
}
HANGUL = re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣]")
INSTITUTIONS = {one.key: one for one in register().institutions}
MUNICIPALITIES = {one.key: one for one in municipalities()}


@cache
def definitions() -> dict[str, RegisterDefinition]:
    """All definitions by the names of their files."""
    return {
        file.stem: RegisterDefinition.model_validate_json(file.read_text(encoding="utf-8"))
        for file in sorted((DATA / "registers").glob("*.json"))
    }


@cache
def printed() -> dict[str, PrintedCases]:
    """The printed cases by the keys of their registers."""
    return {
        file.stem: PrintedCases.model_validate_json(file.read_text(encoding="utf-8"))
        for file in sorted((DATA / "2024" / "registers").glob("*.json"))
    }


@cache
def plan() -> Any:
    """The plan of 2024 as data."""
    return json.loads((DATA / "2024" / "plan.json").read_text(encoding="utf-8"))


@cache
def promised() -> set[str]:
    """What a register or a case may be linked to: action tasks, focus tasks, and items by their public codes."""
    tasks = {one["id"] for one in plan()["action_tasks"]}
    focus = {f"{one['group']}/{one['number']}" for one in plan()["focus_tasks"]}
    return tasks | focus | {one["public_code"] for one in _objects(plan()) if one.get("public_code")}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(one)


def _words(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif hasattr(value, "__class__") and hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from _words(getattr(value, name))


DEFINITIONS = [pytest.param(one, id=name) for name, one in definitions().items()]
PRINTED = [pytest.param(one, id=name) for name, one in printed().items()]
CASES = [
    pytest.param(definitions()[name], one, id=f"{name}/{one.key}")
    for name, of in printed().items()
    for one in of.cases
]


def held_of(one: RegisterDefinition) -> list[CaseField | QuantityField | PartyRole]:
    """What cases have that is withheld but where it is said to be public."""
    return [*one.fields, *one.quantities, *one.roles]


def reached(case: PrintedCase) -> set[str]:
    """The stages that a case has been in."""
    return {one.to for one in case.moves}


def is_intended(case: PrintedCase) -> bool:
    """Whether a case stands in the plan of a province alone."""
    return case.moves[0].to == "intended"


def zones(register_: str) -> list[PrintedCase]:
    """The zones of a kind that were applied for, chosen or designated."""
    return [one for one in printed()[register_].cases if not is_intended(one)]


# Definitions


def test_all_registers_are_there() -> None:
    assert len({one.key for one in definitions().values()}) == 33
    assert set(printed()) <= {one.key for one in definitions().values()}
    prefixes = Counter(prefix for _, prefix in {(one.key, one.prefix) for one in definitions().values()})
    assert set(prefixes.values()) == {1}, "the numbers of two registers would begin alike"


@pytest.mark.parametrize("one", DEFINITIONS)
def test_a_definition_names_what_exists(one: RegisterDefinition) -> None:
    keys = {each.key for each in definitions().values()}
    assert one.owner in INSTITUTIONS
    assert set(one.promised_by) <= promised()
    for rule in one.rules:
        others = {rule.register_} if isinstance(rule, Member) else set()
        others |= set(rule.registers) if isinstance(rule, Overlap) else set()
        assert others <= keys - {one.key}
        if isinstance(rule, Member):
            assert set(rule.in_stages) <= {stage.key for stage in definitions()[rule.register_].stages}


def test_a_definition_is_named_after_its_key_and_where_there_are_several_its_version() -> None:
    versions = Counter(one.key for one in definitions().values())
    for name, one in definitions().items():
        assert name == (one.key if versions[one.key] == 1 else f"{one.key}.{one.version}")
    council = [definitions()[f"disclosure-council.{version}"].returns[0].values for version in (1, 2)]
    assert [len(values) for values in council] == [5, 8]
    assert council[1][:5] == council[0]


@pytest.mark.parametrize("one", DEFINITIONS)
def test_labels_have_english_without_hangul(one: RegisterDefinition) -> None:
    for words in _words(one):
        assert HANGUL.search(words.ko)
        assert not HANGUL.search(words.en), words.en


@pytest.mark.parametrize("one", DEFINITIONS)
def test_every_stage_is_reached_and_none_but_an_end_is_a_dead_end(one: RegisterDefinition) -> None:
    left = {move.from_ for move in one.moves}
    entered = {move.to for move in one.moves}
    for stage in one.stages:
        assert stage.end != (stage.key in left), stage.key
        assert stage.key in entered | left, stage.key


@pytest.mark.parametrize("one", DEFINITIONS)
def test_what_is_told_of_a_case_is_told_no_earlier_than_the_case(one: RegisterDefinition) -> None:
    public = set(one.public_stages())
    for held in held_of(one):
        assert held.public_from is None or held.public_from in public, held.key


def test_firms_suspicions_and_texts_under_review_are_withheld() -> None:
    assert not definitions()["subsidy-suspicion"].public_stages()
    for key, names in {
        "zone-opportunity": {"anchor_firms", "promised_investment", "partner"},
        "zone-innovation": {"firms"},
        "saemangeum": {"firms"},
        "prior-consultation": {"draft_text"},
        "policy-task": {"reason", "next_year_request", "requested_budget"},
    }.items():
        one = definitions()[key]
        told = {
            held.key
            for held in held_of(one)
            if one.is_told(held.public_from, [stage.key for stage in one.stages])
        }
        assert not names & told


def test_what_is_told_stays_told_in_later_stages() -> None:
    one = definitions()["zone-opportunity"]
    assert one.is_told("applied", ["designated"])
    assert not one.is_told("designated", ["applied"])
    assert not one.is_told(None, ["designated"])


@pytest.mark.parametrize("one", DEFINITIONS)
def test_counted_indicators_stand_in_the_plan_and_are_confirmed_by_the_print_alone(
    one: RegisterDefinition,
) -> None:
    choices = {field.key: {choice.key for choice in field.choices} for field in one.fields}
    for counted in one.counts:
        found = next(each for each in _indicators(counted.owner) if each["name"] == counted.indicator)
        assert counted.lines == (found["source"]["first_line"], found["source"]["last_line"])
        values = json.dumps(found, ensure_ascii=False)
        assert counted.confirmed == (("누계" in values or "누적" in values) and one.key != "zone-digital")
        for field, value in counted.where.items():
            assert value in choices[field]


def _indicators(owner: str) -> list[dict[str, Any]]:
    if owner in INSTITUTIONS:
        name = INSTITUTIONS[owner].short_name
        return next(each["indicators"] for each in plan()["plans"] if each["institution"] == name)
    return next(each["indicators"] for each in plan()["action_tasks"] if each["id"] == owner)


def test_the_ceilings_are_kept_in_square_metres() -> None:
    one = definitions()["zone-opportunity"]
    area = next(each for each in one.quantities if each.key == "area")
    ceilings = next(rule for rule in one.rules if rule.kind == "sum-limit")
    assert ceilings.lines == (130, 130)
    assert {of.value: amount / area.units["평"] for of, amount in ceilings.by_class.items()} == {
        "metropolitan_city": 1_500_000,
        "province": 2_000_000,
    }


# Cases


@pytest.mark.parametrize("of", PRINTED)
def test_keys_are_alone_and_rounds_exist(of: PrintedCases) -> None:
    assert max(Counter(one.key for one in of.cases).values(), default=1) == 1
    rounds = [one.key for one in of.rounds]
    assert len(set(rounds)) == len(rounds)
    assert {one.round for one in of.cases if one.round} <= set(rounds)
    if rounds:
        assert definitions()[of.register_].rounds


@pytest.mark.parametrize(("one", "case"), CASES)
def test_a_case_fits_its_definition(one: RegisterDefinition, case: PrintedCase) -> None:
    stages = {stage.key for stage in one.stages}
    allowed = {(move.from_, move.to) for move in one.moves}
    assert {move.to for move in (*case.moves, *case.expected)} <= stages
    assert {(a.to, b.to) for a, b in pairwise(case.moves)} <= allowed
    assert {link.stage for link in case.links if link.stage} <= stages
    assert one.stage(case.moves[-1].to).public
    assert one.has_places or not case.places
    _fits_roles(one, case)
    fields = {field.key: field for field in one.fields}
    for key, value in case.values.items():
        _fits_field(fields[key], value)
    units = {quantity.key: {quantity.unit, *quantity.units} for quantity in one.quantities}
    for amount in case.quantities:
        assert Decimal(amount.amount) > 0
        assert amount.unit in units[amount.key]


def _fits_roles(one: RegisterDefinition, case: PrintedCase) -> None:
    roles = {role.key: role for role in one.roles}
    for party in case.parties:
        role = roles[party.role]
        assert bool(party.institution) != bool(party.name)
        assert INSTITUTIONS[party.institution].kind in role.kinds if party.institution else role.free
    for key, times in Counter(party.role for party in case.parties).items():
        assert times == 1 or roles[key].many


def _fits_field(field: CaseField, value: object) -> None:
    if field.kind == FieldKind.CHOICE:
        assert value in {choice.key for choice in field.choices}
    else:
        assert isinstance(value, tuple if field.kind == FieldKind.LIST else str)


@pytest.mark.parametrize(("one", "case"), CASES)
def test_places_links_and_dates_of_a_case_are_known(one: RegisterDefinition, case: PrintedCase) -> None:
    for place in case.places:
        assert place.region in INSTITUTIONS or not MUNICIPALITIES[place.region].is_abolished
    assert {link.to for link in case.links} <= promised()
    for move in (*case.moves, *case.expected):
        assert not move.date or timeless(move.date, 2024) or next(dates_in(move.date, 2024), None)


def test_zones_are_counted_by_kind() -> None:
    assert {key: len(zones(key)) for key in ZONES} == ZONES
    assert sum(ZONES.values()) == 67
    types = Counter(one.values["type"] for one in zones("zone-education"))
    assert types == {"type1": 20, "type2": 6, "type3": 5}


def test_zones_lie_in_57_municipalities_of_which_five_have_two_kinds() -> None:
    kinds = defaultdict(set)
    for key in ("zone-education", "zone-culture", "vitality-town"):
        for place in _municipalities(zones(key)):
            kinds[place].add(key)
    assert len(kinds) == 57
    assert {
        key: len(_municipalities(zones(key))) for key in ("zone-education", "zone-culture", "vitality-town")
    } == {
        "zone-education": 43,
        "zone-culture": 12,
        "vitality-town": 7,
    }
    twice = {MUNICIPALITIES[place].short_name: of for place, of in kinds.items() if len(of) > 1}
    culture, town = {"zone-education", "zone-culture"}, {"zone-education", "vitality-town"}
    assert twice == {"충주시": culture, "안동시": culture, "진주시": culture, "괴산군": town, "남원시": town}


def test_whole_provinces_lie_over_their_municipalities() -> None:
    whole = {one.places[0].region for one in zones("zone-education") if one.values["type"] == "type2"}
    over = {
        MUNICIPALITIES[place].name
        for place in _municipalities([*zones("zone-culture"), *zones("vitality-town")])
        if MUNICIPALITIES[place].province in whole
    }
    assert over == {"대구광역시 수성구", "부산광역시 수영구"}
    assert {one.places[0].region for one in zones("zone-convergence")} <= whole
    districts = {(one.places[0].region, one.places[0].part) for one in zones("zone-digital")}
    assert ("daegu", "수성") in districts, "whether that is 수성구 is for a person to say"


def _municipalities(cases: list[PrintedCase]) -> list[str]:
    return [place.region for one in cases for place in one.places if place.region in MUNICIPALITIES]


def test_intentions_of_provinces_are_links_of_cases_or_cases_of_their_own() -> None:
    intended = {
        item["public_code"]: each["institution"]
        for each in plan()["plans"]
        for core in each["core_tasks"]
        for item in core["items"]
        if each["kind"] == "provincial" and item.get("public_code")
    }
    for key, provinces in {"zone-opportunity": 15, "zone-education": 11, "zone-convergence": 5}.items():
        found = {intended[to.to] for one in printed()[key].cases for to in one.links if to.to in intended}
        assert len(found) == provinces
    assert [one.key for one in printed()["zone-education"].cases if is_intended(one)] == ["intended-sejong"]
    assert sum(map(is_intended, printed()["zone-opportunity"].cases)) == 11


def test_other_cases_are_counted() -> None:
    assert len(printed()["legal-reform"].cases) == 31
    assert len(printed()["rise-plan"].cases) == 17
    projects = printed()["global-university"].cases
    assert (len(projects), sum(len(one.parties) for one in projects)) == (10, 14)
    tasks = Counter(one.values["field"] for one in printed()["policy-task"].cases)
    assert tasks["territory"] == 15
    assert len(tasks) == 8
    twice = [link for one in printed()["policy-task"].cases for link in one.links if link.kind == "same"]
    assert len(twice) == 3


def test_four_reforms_change_one_act() -> None:
    of = printed()["legal-reform"].cases
    assert sum("지방자치법" in one.values["instruments"] for one in of) == 4  # type: ignore[operator]


def test_the_grants_are_announced_as_printed() -> None:
    dates = {
        one.key: next(move.date for move in one.expected if move.to == "announced")
        for one in printed()["legal-reform"].cases
        if any(move.to == "announced" for move in one.expected)
    }
    assert dates == {"ordinary-grant": "~10월", "adjustment-grant": "3분기", "property-grant": "3분기"}


@pytest.mark.parametrize("of", PRINTED)
def test_what_is_stated_is_what_is_counted(of: PrintedCases) -> None:
    rule = next((one for one in definitions()[of.register_].rules if isinstance(one, Stated)), None)
    for round_ in of.rounds:
        for stage, number in round_.stated.items():
            assert rule
            counted = sum(stage in reached(one) for one in of.cases if one.round == round_.key)
            assert counted <= number if stage in rule.incomplete else counted == number


def test_the_fields_of_policy_tasks_have_the_money_of_the_overview() -> None:
    fields = [one for one in definitions()["policy-task"].promised_by if one != "tasks/4"]
    tasks = [one for one in plan()["action_tasks"] if one["id"] in fields]
    assert len(tasks) == 8
    assert sum(one["national_budget"] for one in tasks) == 22_522
    assert (sum(one["projects"] for one in tasks), sum(one["budget_total"]["projects"] for one in tasks)) == (
        114,
        64,
    )
    assert all(one["national_budget"] == one["budget_total"]["amount"] for one in tasks)


# The text of the book


def _said(lines: list[str], where: tuple[int, int]) -> str:
    """What stands in lines, without spaces."""
    return squeeze(normalise(" ".join(lines[where[0] - 1 : where[1]])))


def _stands(words: str, lines: list[str], where: tuple[int, int]) -> bool:
    return squeeze(normalise(words)) in _said(lines, where)


@pytest.fixture(scope="module")
def text(real_book_file: Path) -> list[str]:
    return real_book_file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("one", "case"), CASES)
def test_a_case_stands_where_it_says(one: RegisterDefinition, case: PrintedCase, text: list[str]) -> None:
    for move in (*case.moves, *case.expected):
        assert not move.date or _stands(move.date, text, move.lines), move
    for amount in case.quantities:
        assert _stands(amount.printed, text, amount.lines)
    for name in _printed_names(one, case):
        assert _stands(name, text, case.lines), name


def _printed_names(one: RegisterDefinition, case: PrintedCase) -> Iterator[str]:
    """What the lines of a case have to say: its municipalities without 시·군·구, its provinces, its bodies, its theme."""
    if one.key == "policy-task":
        yield case.title
    for place in case.places:
        if place.region in MUNICIPALITIES:
            yield MUNICIPALITIES[place.region].short_name[:-1]
        elif one.key not in {"rise-plan", "saemangeum"} and not is_intended(case):
            yield INSTITUTIONS[place.region].short_name
        yield place.part
    if one.key == "global-university":
        yield from (party.name.removesuffix("학교") for party in case.parties)
    yield str(case.values.get("theme", ""))


@pytest.mark.parametrize("of", PRINTED)
def test_stated_numbers_stand_where_they_say(of: PrintedCases, text: list[str]) -> None:
    for one in of.rounds:
        for number in one.stated.values():
            assert one.lines
            assert _stands(str(number), text, one.lines)


def test_an_intention_stands_in_the_plan_of_its_province(text: list[str]) -> None:
    for key, word in {"zone-opportunity": "기회발전특구", "zone-education": "교육발전특구"}.items():
        for one in printed()[key].cases:
            assert not is_intended(one) or _stands(word, text, one.lines)


def test_ceilings_and_ranges_stand_where_they_say(text: list[str]) -> None:
    assert _stands("150만평", text, (130, 130))
    assert _stands("200만평", text, (130, 130))
    assert _stands("5만㎡ 이상 30만㎡ 미만", text, (7028, 7029))
    assert _stands("50건 이내", text, (385, 386))


def test_a_move_is_never_dated_after_what_comes_next() -> None:
    for of in printed().values():
        for one in of.cases:
            days = [day for day in map(_begins, one.moves) if day]
            assert days == sorted(days), one.key


def _begins(move: PrintedMove) -> Any:
    found = (timeless(move.date, 2024) or next(dates_in(move.date, 2024), None)) if move.date else None
    return found and found.start
