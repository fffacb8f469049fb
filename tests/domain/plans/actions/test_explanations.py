"""Findings of a draft are explained, errors lifted; what is said of them is published with them."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from tests import cast
from tests.domain.plans.actions.test_beginnings import edition_of, next_year

from goru.book.checking.projects import Asked
from goru.book.items.editing import Change, Deed
from goru.book.model import Finding
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import answer_error, carry_over, edit, explain, keep_findings
from goru.domain.plans.models import Edition, Explanation, Plan, Publication
from goru.domain.plans.models import Finding as FindingRow
from goru.domain.plans.queries import draft_of, errors_waiting, standing
from goru.domain.plans.rules.acceptance import mark_of
from goru.domain.plans.vocabulary import EditWay

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def author(adopted: Publication) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def secretariat(adopted: Publication) -> Person:
    return cast.officer("secretariat", Role.SECRETARIAT)


@pytest.fixture
def edition(adopted: Publication, author: Person) -> Edition:
    """A draft with an error, as its strategies do not add up to its total, and a warning, for a core task of nothing."""
    begun, _emptied = carry_over(
        plan=next_year(), bases=[edition_of(adopted, "sejong")], by=system_person(), at=AT
    )
    rows = begun.content["plan"]["budget"]["by_strategy"]
    sums = [
        Change(Deed.SET, None, "plan/budget/total", seen=None, new=5),
        *(Change(Deed.SET, one["item_id"], "amount", seen=None, new=900) for one in rows),
    ]
    task = {"strategy": "", "name": "새 과제"}
    sums.append(Change(Deed.ADD, uuid4(), "plan/core_tasks", new=task))
    edit(edition_id=begun.pk, changes=sums, way=EditWay.FORM, by=author, at=AT)
    return Edition.objects.select_related("plan__cycle", "plan__institution").get(pk=begun.pk)


def nothing_asked(_plan: Plan) -> frozenset[Asked]:
    return frozenset()


def found(edition: Edition, severity: str) -> Finding:
    return next(one for one, _at in draft_of(edition).findings if one.severity == severity)


def said(
    edition: Edition, finding: Finding, by: Person, version: int = 0, text: str = "반올림"
) -> Explanation:
    return explain(edition_id=edition.pk, mark=mark_of(finding), version=version, text=text, by=by, at=AT)


def answered(one: Explanation, by: Person, *, is_lifted: bool = True, answer: str = "맞는 값") -> Explanation:
    return answer_error(
        explanation_id=one.pk, version=one.version, is_lifted=is_lifted, answer=answer, by=by, at=AT
    )


def test_a_plan_may_be_accepted_once_errors_are_lifted_and_warnings_explained(
    edition: Edition, author: Person, secretariat: Person
) -> None:
    errors = sum(one.severity == "error" for one, _at in draft_of(edition).findings)
    assert f"오류 {errors}건" in draft_of(edition).may_be_accepted.reason

    for finding, _at in draft_of(edition).findings:
        one = said(edition, finding, author)
        if finding.severity == "error":
            assert "오류 0건" not in draft_of(edition).may_be_accepted.reason
            answered(one, secretariat)

    assert "오류 0건, 설명이 없는 확인 필요 0건" in draft_of(edition).may_be_accepted.reason


def test_an_error_that_is_not_lifted_stays_and_may_be_asked_again(
    edition: Edition, author: Person, secretariat: Person
) -> None:
    finding = found(edition, "error")
    one = said(edition, finding, author)
    [waits] = errors_waiting(posts_of(secretariat, AT.date()), nothing_asked)
    assert (waits.where, waits.why) == (one.subject, "반올림")
    assert errors_waiting(posts_of(author, AT.date()), nothing_asked) == []

    kept = answered(one, secretariat, is_lifted=False)
    assert not kept.is_settling
    assert kept.published == ""
    assert errors_waiting(posts_of(secretariat, AT.date()), nothing_asked) == []

    again = said(edition, finding, author, version=kept.version, text="다시 봐 주세요")
    assert (again.is_lifted, again.answer) == (None, "")
    assert len(errors_waiting(posts_of(secretariat, AT.date()), nothing_asked)) == 1


def test_what_is_said_is_of_the_figures_that_were_seen(
    edition: Edition, author: Person, secretariat: Person
) -> None:
    one = said(edition, found(edition, "error"), author)
    assert standing([one], nothing_asked) == [one]
    other = [Change(Deed.SET, None, "plan/budget/total", seen=5, new=6)]
    edit(edition_id=edition.pk, changes=other, way=EditWay.FORM, by=author, at=AT)

    edition.refresh_from_db()
    assert draft_of(edition).explanation_of(found(edition, "error")) is None
    assert standing([one], nothing_asked) == []
    assert errors_waiting(posts_of(secretariat, AT.date()), nothing_asked) == []
    page = cast.signed_in(secretariat).get(f"/writing/explanations/{one.pk}/").content.decode()
    assert "이 점검 결과는 지금 없습니다" in page


def test_nobody_explains_what_is_not_found_or_over_what_they_have_not_seen(
    edition: Edition, author: Person
) -> None:
    with pytest.raises(Refused, match="이제 없습니다"):
        explain(edition_id=edition.pk, mark="0" * 64, version=0, text="까닭", by=author, at=AT)
    with pytest.raises(Refused, match="적으세요"):
        said(edition, found(edition, "error"), author, text="")
    said(edition, found(edition, "error"), author)
    with pytest.raises(Outdated):
        said(edition, found(edition, "error"), author, text="다른 말")


def test_only_errors_are_lifted_once_and_with_a_reason(
    edition: Edition, author: Person, secretariat: Person
) -> None:
    warning = said(edition, found(edition, "warning"), author)
    with pytest.raises(Refused) as hidden:
        answered(warning, secretariat)
    assert hidden.value.why == Why.HIDDEN
    error = said(edition, found(edition, "error"), author)
    with pytest.raises(Refused, match="까닭"):
        answered(error, secretariat, answer="")
    answered(Explanation.objects.get(pk=error.pk), secretariat)
    with pytest.raises(Outdated):
        answered(error, secretariat)


def test_what_is_said_is_kept_with_the_finding_where_it_is_published(
    adopted: Publication, author: Person, secretariat: Person
) -> None:
    plan = edition_of(adopted, "sejong").plan
    known = {"written_at": AT, "written_by": author, "plan": plan}
    findings = [
        Finding(
            rule=rule, severity=severity, category="accuracy", subject="plans/세종", message="", sources=[]
        )
        for rule, severity in (
            ("explained", "warning"),
            ("lifted", "error"),
            ("kept", "error"),
            ("new", "error"),
        )
    ]
    answers = {
        "explained": {},
        "lifted": {"is_lifted": True, "answer": "오류 아님", "answered_at": AT, "answered_by": secretariat},
        "kept": {"is_lifted": False, "answer": "고칠 것", "answered_at": AT, "answered_by": secretariat},
    }
    for one in findings[:3]:
        Explanation.objects.create(
            mark=mark_of(one),
            rule=one.rule,
            severity=one.severity,
            message="",
            text="말",
            **known,
            **answers[one.rule],
        )

    keep_findings(of=adopted, findings=findings)

    kept = dict(FindingRow.objects.filter(publication=adopted).values_list("rule", "explanation"))
    assert kept == {"explained": "말", "lifted": "오류 아님", "kept": "", "new": ""}
    with pytest.raises(Refused, match="공표한 계획"):
        answered(Explanation.objects.get(rule="kept"), secretariat)
    with pytest.raises(Refused, match="공표한 계획"):
        said(edition_of(adopted, "sejong"), findings[3], author)
