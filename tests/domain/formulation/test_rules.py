from collections.abc import Collection
from datetime import date

import pytest

from goru.domain.formulation import rules
from goru.domain.formulation.rules import Consulted, Letter
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.meetings.vocabulary import Outcome
from goru.domain.plans.vocabulary import PlanKind

S, B, C = PlanKind.PROVINCIAL, PlanKind.SECTORAL, PlanKind.MEGAREGIONAL
DAY = date(2024, 11, 21)


def test_the_guideline_is_due_on_30_november_of_the_year_before() -> None:
    assert rules.due(2025) == date(2024, 11, 30)


def test_the_yearly_guideline_rests_on_the_yearly_articles() -> None:
    """Not on 제7조, 제9조 and 제11조, which are those of the five-year plans."""
    assert [basis.article for basis in rules.BASES.values()] == [
        "시행령 제8조제1항·제2항",
        "시행령 제10조제1항·제2항",
        "시행령 제12조제1항·제2항",
    ]


@pytest.mark.parametrize(
    ("held", "lacking"),
    [
        ([], [S, B, C]),
        ([Consulted(PlanKind, {"ministry", "province"}, DAY)], []),
        ([Consulted(PlanKind, {"ministry", "province"}, None)], [S, B, C]),
        ([Consulted(PlanKind, {"ministry"}, DAY)], [S, B, C]),
        ([Consulted(PlanKind, {"ministry"}, DAY), Consulted([S], {"province"}, DAY)], [B, C]),
        ([Consulted(PlanKind, {"ministry", "megaregion"}, DAY)], [S, B]),
        ([Consulted(PlanKind, {"ministry", "municipality"}, DAY)], [S, B]),
        ([Consulted([S, B], {"ministry", "province"}, DAY)], [C]),
    ],
)
def test_each_basis_has_its_partners(held: Collection[Consulted], lacking: list[PlanKind]) -> None:
    assert rules.not_consulted(held) == lacking
    assert bool(rules.may_be_resolved(held)) is (not lacking)


def test_what_lacks_is_named_with_its_article() -> None:
    reason = rules.may_be_resolved([Consulted([S, B], {"ministry", "province"}, DAY)]).reason

    assert "제12조" in reason
    assert "제8조" not in reason


def test_a_consultation_may_have_ended_too_late() -> None:
    held = [Consulted(PlanKind, {"ministry", "province"}, DAY)]

    assert rules.not_consulted(held, before=date(2024, 11, 20)) == [S, B, C]
    assert rules.not_consulted(held, before=DAY) == []


def test_something_is_said_to_each_kind_and_sent_to_somebody() -> None:
    assert rules.may_be_sent(sections=[[S, B, C]], recipients=38)
    assert rules.may_be_sent(sections=[[S], [B, C]], recipients=1)
    assert not rules.may_be_sent(sections=[[S, B]], recipients=38)
    assert not rules.may_be_sent(sections=[[S, B, C]], recipients=0)


def test_each_kind_of_plan_has_a_letter_of_a_day_that_can_be() -> None:
    def letters(day: date) -> dict[PlanKind, Letter]:
        return {kind: Letter("1", day, "위원장") for kind in PlanKind}

    assert rules.are_letters_of(letters(DAY), resolved=DAY, on=DAY)
    assert not rules.are_letters_of(letters(date(2024, 11, 22)), resolved=DAY, on=DAY)
    assert not rules.are_letters_of(letters(date(2024, 11, 20)), resolved=DAY, on=DAY)
    assert not rules.are_letters_of({S: Letter("1", DAY, "위원장")}, resolved=DAY, on=DAY)


@pytest.mark.parametrize("state", GuidelineState)
def test_a_change_says_why_once_the_guideline_is_resolved(state: GuidelineState) -> None:
    assert rules.has_a_reason(state, "까닭")
    assert bool(rules.has_a_reason(state, "")) is (state in ("draft", "consulting"))


def test_what_was_approved_as_it_stood_stands_as_it_was() -> None:
    assert rules.is_what_was_brought(Outcome.APPROVED, brought="a", now="a")
    assert not rules.is_what_was_brought(Outcome.APPROVED, brought="a", now="b")
    assert rules.is_what_was_brought(Outcome.AMENDED, brought="a", now="b")
