import pytest

from goru.core.verdict import ALLOWED, Refused, Subject, Why, concerning, refuse, require


def test_a_verdict_is_false_with_its_reason() -> None:
    verdict = refuse("%(name)s: 쓸 수 없습니다.", name="가")

    assert not verdict
    assert verdict.reason == "가: 쓸 수 없습니다."


def test_require_goes_on_where_nothing_speaks_against_it() -> None:
    require(ALLOWED)


def test_require_refuses_with_the_reason() -> None:
    with pytest.raises(Refused, match="아직 이릅니다"):
        require(refuse("아직 이릅니다."))


def test_a_refusal_says_why_and_what_it_is_about() -> None:
    with pytest.raises(Refused) as refused:
        require(refuse("남의 일입니다.", why=Why.FORBIDDEN), about=Subject("import", "3"))

    assert (refused.value.why, refused.value.about) == (Why.FORBIDDEN, ("import", "3"))


def test_who_began_somewhere_is_refused_there_whatever_the_part_is_about() -> None:
    with pytest.raises(Refused, match="아직 이릅니다") as refused, concerning(Subject("import", "3")):
        require(refuse("아직 이릅니다."), about=Subject("edition", "5"))

    assert refused.value.about == ("import", "3")
