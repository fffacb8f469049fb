from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, ProgrammingError, transaction
from tests import cast, registering
from tests.registering import AT, QUOTA, TASK, ZONE, said

from goru.core.verdict import Outdated, Refused
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers import permissions, queries
from goru.domain.registers.actions import (
    ask_opinion,
    change_case,
    correct_move,
    give_opinion,
    move_case,
    open_case,
    open_round,
    tell,
    withhold,
)
from goru.domain.registers.models import Case, Definition, Move, PartyOpinion, Register
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.vocabulary import OpinionVerdict

pytestmark = [pytest.mark.web, pytest.mark.django_db]

ON = date(2024, 3, 20)


@pytest.fixture(autouse=True)
def registers(db: None) -> None:
    registering.load(ZONE, QUOTA, TASK)


@pytest.fixture
def secretariat(registers: None) -> Person:
    return cast.officer("secretariat", Role.SECRETARIAT)


@pytest.fixture
def author(registers: None) -> Person:
    return cast.officer("author", Role.AUTHOR, "gyeongbuk")


def zone(
    by: Person, area: str = "3305800", who: str = "gyeongbuk", stage: str = "applied", **also: Any
) -> Case:
    given = said(f"{who} 특구", who=who, area=area, place=who, **also)
    return open_case(register_key="zone", said=given, stage=stage, date_said="'24.3월", by=by, at=AT)


def move(case: Case, to: str, by: Person, on: str = "2024-03-15", **also: Any) -> Case:
    return move_case(case_id=case.pk, version=case.version, to=to, date_said=on, by=by, at=AT, **also)


def test_a_case_is_opened_with_a_number_and_moves_by_its_definition(
    secretariat: Person, author: Person
) -> None:
    case = zone(author)
    assert (case.number, case.stage, case.version) == ("특구-기회-2024-001", "applied", 2)
    assert zone(secretariat, "1000").number == "특구-기회-2024-002"

    with pytest.raises(Refused, match="다른 기관이"):
        move(case, "deliberated", author)
    with pytest.raises(Refused, match="바로 옮길 수 없는"):
        move(case, "designated", secretariat)
    case = move(case, "deliberated", secretariat, on="2024-03-18")
    with pytest.raises(Outdated):
        move_case(case_id=case.pk, version=1, to="designated", date_said="", by=secretariat, at=AT)
    with pytest.raises(Refused, match="아직 오지 않은"):
        move(case, "designated", secretariat, on="2024-12-01")
    with pytest.raises(Refused, match="앞 단계보다 이른"):
        move(case, "designated", secretariat, on="2024-03-17")
    with pytest.raises(Refused, match="읽히지 않습니다"):
        move(case, "designated", secretariat, on="언젠가")
    case = move(case, "designated", secretariat, on="2024-03-17", reason="관보 정정")

    seen = queries.case_seen(case.number, by=secretariat, on=ON)
    assert [one.stage.key for one in seen.steps] == ["applied", "deliberated", "designated"]
    assert any(one.kind == "order" for one in seen.problems)


def test_a_limit_on_a_sum_goes_by_the_class_of_the_government(secretariat: Person) -> None:
    zone(secretariat, "3305800")
    zone(secretariat, "3305800")
    with pytest.raises(Refused, match=r"경북의 면적 합계 6,615,906\.0㎡는 한도 6,611,600㎡보다"):
        zone(secretariat, "4306")
    sejong = zone(secretariat, "9000000", who="sejong")
    told = queries.case_seen(sejong.number, by=secretariat, on=ON).problems
    assert [one.severity for one in told] == ["note"]
    assert "판단할 수 없습니다" in told[0].sentence
    gauges = {one.who.key: one.percent for one in queries.gauges("zone", by=secretariat, on=ON)}
    assert gauges == {"gyeongbuk": 100, "sejong": None}


def test_a_round_holds_no_more_than_its_quota(secretariat: Person) -> None:
    owner = cast.officer("owner", Role.AUTHOR, "mois")
    first, second = (
        open_round(register_key="quota", year=2024, part=part, name=f"2024-{part}", by=owner, at=AT)
        for part in (1, 2)
    )

    def found(title: str, round_: Any) -> Case:
        given = said(title, who="busan", role="proposer", round=round_)
        return open_case(register_key="quota", said=given, stage="found", date_said="", by=secretariat, at=AT)

    one, two, three = (found(title, first) for title in "가나다")
    with pytest.raises(Refused, match="다른 기관이"):
        move(one, "selected", secretariat)
    one, two = (move(case, "selected", owner) for case in (one, two))
    with pytest.raises(Refused, match="2024-1에는 2건까지"):
        move(three, "selected", owner)
    assert move(found("라", second), "selected", owner).stage == "selected"
    move(one, "withdrawn", owner)
    assert move(three, "selected", owner).stage == "selected"


def test_a_closure_waits_for_all_opinions_and_a_report(secretariat: Person) -> None:
    north = cast.officer("north", Role.AUTHOR, "gangwon")
    ministry = cast.officer("ministry", Role.AUTHOR, "molit")
    parties = [("ministry", Institution.objects.get(key="molit")), ("experts", "산업 전문위원회")]
    given = said("도로", who="gangwon", role="province", parties=parties, values={"law": "도로법 5조"})
    case = open_case(register_key="task", said=given, stage="active", date_said="", by=secretariat, at=AT)
    with pytest.raises(Refused, match="같은 사안이 이미"):
        open_case(register_key="task", said=given, stage="active", date_said="", by=secretariat, at=AT)
    case = move(case, "proposed", secretariat)
    by_role = {one.role: one for one in case.parties.all()}
    for who, role in ((north, "province"), (ministry, "ministry")):
        case = ask_opinion(
            case_id=case.pk, version=case.version, party_id=by_role[role].pk, by=secretariat, at=AT
        )
        opinion = PartyOpinion.objects.get(party=by_role[role])
        given_: dict[str, Any] = {
            "opinion_id": opinion.pk,
            "verdict": OpinionVerdict.AGREED,
            "text": "",
            "at": AT,
        }
        with pytest.raises(Refused):
            give_opinion(case_version=case.version, by=ministry if who == north else north, **given_)
        case = give_opinion(case_version=case.version, by=who, **given_)
    with pytest.raises(Refused, match=r"아직 없는 곳: 산업 전문위원회.*반기 점검"):
        move(case, "closed", secretariat)
    case = ask_opinion(
        case_id=case.pk, version=case.version, party_id=by_role["experts"].pk, by=secretariat, at=AT
    )
    last = PartyOpinion.objects.get(given_at=None)
    case = give_opinion(
        opinion_id=last.pk,
        case_version=case.version,
        verdict=OpinionVerdict.CONDITIONAL,
        text="예산",
        by=secretariat,
        at=AT,
    )
    told: dict[str, Any] = {"case_id": case.pk, "return_key": "half", "at": AT, "typed": {"state": "끝"}}
    with pytest.raises(Refused, match="끝나지 않은"):
        tell(version=case.version, period="2024-h1", by=north, **told)
    case = tell(version=case.version, period="2023-h2", by=north, **told)
    assert move(case, "closed", secretariat).stage == "closed"
    assert open_case(register_key="task", said=given, stage="active", date_said="", by=secretariat, at=AT)


def test_cases_that_say_nothing_yet_are_not_alike(secretariat: Person) -> None:
    for title in ("도로", "다리"):
        open_case(register_key="task", said=said(title), stage="active", date_said="", by=secretariat, at=AT)
    assert Case.objects.filter(alike=None).count() == 2


def test_only_what_is_public_is_seen_by_all(secretariat: Person, author: Person) -> None:
    values = {"theme": "배터리", "firms": ["어느 회사"]}
    case = zone(secretariat, values=values)
    mark = queries.mark(ON)
    everybody = queries.case_seen(case.number, by=cast.person("nobody"), on=ON)
    assert [(one.key, value) for one, value in everybody.values] == []
    assert queries.public_values(case) == {}
    case = move(move(case, "deliberated", secretariat), "designated", secretariat)
    assert queries.mark(ON) != mark
    assert queries.public_values(case) == {"theme": "배터리"}
    own = queries.case_seen(case.number, by=author, on=ON)
    assert [value for _, value in own.values] == ["배터리", "어느 회사"]
    Case.objects.filter(pk=case.pk).update(is_withheld=True)
    assert list(queries.public_cases(ON)) == []
    with pytest.raises(Case.DoesNotExist):
        queries.case_seen(case.number, by=cast.person("other"), on=ON)
    assert queries.case_seen(case.number, by=author, on=ON).case == case


def test_a_wrong_move_is_put_right_by_another(secretariat: Person) -> None:
    case = move(zone(secretariat), "deliberated", secretariat)
    given: dict[str, Any] = {"to": "applied", "date_said": "'24.3월", "by": secretariat, "at": AT}
    with pytest.raises(Refused, match="사유"):
        correct_move(case_id=case.pk, version=case.version, reason=" ", **given)
    case = correct_move(case_id=case.pk, version=case.version, reason="잘못 눌렀음", **given)
    assert case.stage == "applied"
    steps = queries.case_seen(case.number, by=secretariat, on=ON).steps
    assert [one.is_wrong for one in steps] == [False, True, False]


def test_what_is_changed_stays_within_limits(secretariat: Person) -> None:
    case = zone(secretariat)
    given = said("이름", who="gyeongbuk", area="9999999", place="gyeongbuk")
    with pytest.raises(Refused, match="한도"):
        change_case(case_id=case.pk, version=case.version, said=given, by=secretariat, at=AT)
    with pytest.raises(Refused, match="면적"):
        change_case(case_id=case.pk, version=case.version, said=said("이름"), by=secretariat, at=AT)
    given = said("이름", who="gyeongbuk", area="5", place="gyeongbuk")
    case = change_case(case_id=case.pk, version=case.version, said=given, by=secretariat, at=AT)
    assert case.title == "이름"


@pytest.fixture
def refused(db: None) -> Callable[[Callable[[], object]], None]:
    def hold(done: Callable[[], object]) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            done()

    return hold


def test_the_database_itself_keeps_what_must_never_be_false(
    secretariat: Person, refused: Callable[[Callable[[], object]], None]
) -> None:
    case = zone(secretariat)
    other = Definition.objects.get(register__key="quota")

    def moved(**also: Any) -> object:
        given = {"from_stage": "applied", "to_stage": "deliberated", "sequence": 2, **also}
        return Move.objects.create(case=case, recorded_at=AT, recorded_by=secretariat, **given)

    refused(lambda: Case.objects.filter(pk=case.pk).update(stage="designated"))
    refused(lambda: Case.objects.filter(pk=case.pk).update(definition=other))
    refused(lambda: moved(from_stage="intended"))
    refused(lambda: moved(to_stage="elsewhere"))
    refused(lambda: moved(sequence=1))
    for done in (
        lambda: Move.objects.update(note="x"),
        lambda: Move.objects.all().delete(),
        lambda: Definition.objects.update(version=9),
    ):
        with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
            done()
    assert moved()
    case.refresh_from_db()
    assert case.stage == "deliberated"


def test_what_is_asked_of_all_registers_together_is_what_is_asked_of_each(
    secretariat: Person, author: Person
) -> None:
    owner = cast.officer("owner", Role.AUTHOR, "mois")
    for by in (secretariat, author, owner, cast.person("nobody"), AnonymousUser()):
        every = list(Register.objects.all())
        each = {one.key for one in every if permissions.may_open_some(by, one, ON)}
        assert permissions.openable(by, every, ON) == each


def test_a_list_counts_what_each_choice_leaves_as_it_is_now(secretariat: Person) -> None:
    def stages(by: Any, **chosen: Any) -> dict[str, int]:
        found = queries.cases_in("zone", queries.Chosen(**chosen), by=by, on=ON)
        return {one.key: one.cases for one in found.stages}

    case = zone(secretariat)
    zone(secretariat, who="sejong", stage="intended")
    assert stages(AnonymousUser()) == {"intended": 1, "applied": 1}
    case = move(case, "deliberated", secretariat)
    assert stages(AnonymousUser()) == {"intended": 1, "deliberated": 1}
    assert stages(secretariat, region="sejong") == {"intended": 1}
    withhold(case_id=case.pk, version=case.version, is_withheld=True, reason="제9조", by=secretariat, at=AT)
    assert stages(AnonymousUser()) == {"intended": 1}
    assert stages(secretariat) == {"intended": 1, "deliberated": 1}
    found = queries.cases_in("zone", queries.Chosen(), by=secretariat, on=ON)
    assert [(one.key, one.cases) for one in found.regions] == [("sejong", 1), ("gyeongbuk", 1)]


def test_a_correction_goes_no_further_than_a_move_may(secretariat: Person) -> None:
    owner = cast.officer("owner", Role.AUTHOR, "motie")
    case = move(zone(secretariat), "deliberated", secretariat)
    given: dict[str, Any] = {"date_said": "", "reason": "잘못", "at": AT}
    with pytest.raises(Refused, match="앞 단계로 되돌리거나"):
        correct_move(case_id=case.pk, version=case.version, to="designated", by=owner, **given)
    case = correct_move(case_id=case.pk, version=case.version, to="applied", by=owner, **given)
    with pytest.raises(Refused, match="앞 단계로 되돌리거나"):
        correct_move(case_id=case.pk, version=case.version, to="released", by=owner, **given)


def test_what_is_said_can_be_kept_or_is_refused_in_words(secretariat: Person) -> None:
    with pytest.raises(Refused, match="너무 큰 수량"):
        zone(secretariat, "-1")
    with pytest.raises(Refused, match="사안 이름"):
        open_case(register_key="quota", said=said(" "), stage="found", date_said="", by=secretariat, at=AT)
    given = said("긴 것", parties=[("experts", "가" * 101)])
    with pytest.raises(Refused, match="100자까지"):
        open_case(register_key="task", said=given, stage="active", date_said="", by=secretariat, at=AT)
    given = said("나중", who="gyeongbuk", area="5", place="gyeongbuk")
    with pytest.raises(Refused, match="아직 오지 않은"):
        open_case(
            register_key="zone", said=given, stage="applied", date_said="2031-01-01", by=secretariat, at=AT
        )
    owner = cast.officer("owner", Role.AUTHOR, "mois")
    given = said("회차 없음", who="busan", role="proposer")
    case = open_case(register_key="quota", said=given, stage="found", date_said="", by=owner, at=AT)
    with pytest.raises(Refused, match="회차를 먼저"):
        move(case, "selected", owner)


def test_an_end_alone_tells_nothing_that_was_withheld_before() -> None:
    one = RegisterDefinition.model_validate(ZONE)
    assert one.from_then_on("applied") == ["applied", "deliberated", "designated"]
    assert not one.is_told("designated", ["applied", "released"])
    assert one.is_told("released", ["released"])
    assert one.is_told("applied", ["designated", "released"])


def test_who_has_no_part_any_more_sees_nothing_and_hinders_nothing(secretariat: Person) -> None:
    ministry = cast.officer("ministry", Role.AUTHOR, "molit")
    party = ("ministry", Institution.objects.get(key="molit"))
    given = said("도로", who="gangwon", role="province", parties=[party])
    case = open_case(register_key="task", said=given, stage="active", date_said="", by=secretariat, at=AT)
    asked = case.parties.get(role="ministry")
    case = ask_opinion(case_id=case.pk, version=case.version, party_id=asked.pk, by=secretariat, at=AT)
    assert queries.case_seen(case.number, by=ministry, on=ON)
    without = said("도로", who="gangwon", role="province")
    case = change_case(case_id=case.pk, version=case.version, said=without, by=secretariat, at=AT)
    with pytest.raises(Case.DoesNotExist):
        queries.case_seen(case.number, by=ministry, on=ON)
    assert [one.party_id for one in queries.case_seen(case.number, by=secretariat, on=ON).opinions]
    case = change_case(case_id=case.pk, version=case.version, said=given, by=secretariat, at=AT)
    assert queries.case_seen(case.number, by=ministry, on=ON)
