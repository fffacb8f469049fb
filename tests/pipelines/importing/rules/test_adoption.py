"""What goes with a book that is adopted is named and accepted first."""

from goru.core.verdict import Why
from goru.pipelines.importing.rules import Loss, are_accepted
from goru.pipelines.importing.vocabulary import Part

LOST = [
    Loss(Part.PROVINCIAL_PLANS, 17, 2, ()),
    Loss(Part.FOCUS_TASKS, 14, 1, ()),
    Loss(Part.INDICATORS, 9, 3, ()),
]


def test_a_refusal_names_every_loss_that_was_not_accepted() -> None:
    refused = are_accepted(LOST, {Part.FOCUS_TASKS})

    assert refused.reason == (
        "없어지는 것을 모두 확인하지 않아 채택하지 않았습니다: 시·도 계획 17개 가운데 2개, "
        f"{Part.INDICATORS.label} 9개 가운데 3개."
    )
    assert refused.why is Why.STATE


def test_what_is_accepted_beyond_what_is_lost_does_no_harm() -> None:
    assert are_accepted(LOST, set(Part))
    assert are_accepted([], set())
    assert not are_accepted(LOST, set())
