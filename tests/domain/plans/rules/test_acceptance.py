"""What stands in the way of a plan's acceptance."""

import pytest

from goru.book.model import Finding
from goru.domain.plans.rules.acceptance import mark_of, may_be_accepted


@pytest.mark.parametrize("left", ["errors", "warnings", "missing"])
def test_an_error_a_warning_or_a_missing_part_stands_in_the_way(left: str) -> None:
    none = {"errors": 0, "warnings": 0, "missing": 0}

    verdict = may_be_accepted(**{**none, left: 3})

    assert may_be_accepted(**none)
    assert not verdict
    assert verdict.reason.count("3") == 1


def test_a_finding_is_another_once_its_figures_are() -> None:
    found = Finding(
        rule="budget-sum", severity="error", category="accuracy", subject="plans/세종", message="", sources=[]
    )

    assert mark_of(found) == mark_of(found.model_copy(update={"message": "In other words", "sources": []}))
    for other in (
        {"rule": "x"},
        {"subject": "x"},
        {"expected": 1},
        {"found": 1},
        {"parameters": {"name": "x"}},
    ):
        assert mark_of(found) != mark_of(found.model_copy(update=other))
