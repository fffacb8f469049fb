import pytest

from goru.core.history import because
from goru.domain.institutions.models import Person


@pytest.mark.web
def test_what_changes_is_kept_with_who_the_act_and_the_reason_if_there_is_one() -> None:
    by = Person(username="officer")

    assert because("a.b", by=by).metadata == {"by": "officer", "act": "a.b", "reason": ""}
    assert because("a.b", by=by, reason="인사발령").metadata["reason"] == "인사발령"
