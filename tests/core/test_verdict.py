import pytest

from goru.core.verdict import ALLOWED, Refused, refuse, require


def test_a_verdict_is_false_with_its_reason() -> None:
    verdict = refuse("%(name)s: 쓸 수 없습니다.", name="가")

    assert not verdict
    assert verdict.reason == "가: 쓸 수 없습니다."


def test_require_goes_on_where_nothing_speaks_against_it() -> None:
    require(ALLOWED)


def test_require_refuses_with_the_reason() -> None:
    with pytest.raises(Refused, match="아직 이릅니다"):
        require(refuse("아직 이릅니다."))
