"""Why findings of a plan stand: explained by who writes it; errors lifted, or not, by the secretariat."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from goru.book.checking.projects import Asked
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions
from goru.domain.plans.models import Edition, Explanation, Plan
from goru.domain.plans.queries.drafts import draft_of
from goru.domain.plans.vocabulary import PlanAct


@audit.deed
def explain(
    *,
    edition_id: int,
    mark: str,
    version: int,
    text: str,
    by: Person,
    at: datetime,
    asked: Collection[Asked] = (),
) -> Explanation:
    """Say why a finding of an edition stands (설명), or say it otherwise; `version` is 0 where nothing was said before.

    Of an error this asks the secretariat to lift it; what was answered before is asked again. `asked` is what the
    guideline asks for, by which the finding was found.
    """
    edition = Edition.objects.select_related("plan__cycle", "plan__institution").get(pk=edition_id)
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=edition.plan_id)
    about = Subject("edition", str(edition_id))
    verdict = require(permissions.may_explain(by, edition.plan, day_in_korea(at)), about=about)
    if not text:
        raise Refused(_("왜 그런지 적으세요."), about=about)
    finding = draft_of(edition, asked).finding(mark)
    if finding is None:
        raise Refused(_("그 점검 결과는 이제 없습니다. 지금 점검 결과를 확인하세요."), about=about)
    now = plan.explanations.filter(mark=mark).first()
    if version != (now.version if now else 0):
        raise Outdated(_("그사이 다른 사람이 설명을 고쳤습니다. 지금 설명을 확인하세요."), about=about)
    explanation = now or Explanation(plan=plan, mark=mark, version=0)
    explanation.rule, explanation.severity = finding.rule, finding.severity
    explanation.message, explanation.text = finding.message, text
    explanation.written_at, explanation.written_by = at, by
    explanation.is_lifted, explanation.answer = None, ""
    explanation.answered_at = explanation.answered_by = None
    explanation.version += 1
    explanation.save()
    details = {"rule": finding.rule, "mark": mark, "finding": finding.message, "text": text}
    audit.note(PlanAct.FINDING_EXPLAINED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return explanation


@audit.deed
def answer_error(
    *, explanation_id: int, version: int, is_lifted: bool, answer: str, by: Person, at: datetime
) -> Explanation:
    """Lift an error that is none (오류 해제), or say why it stays; the reason of lifting is published with the finding."""
    found = Explanation.objects.select_for_update(of=("self",))
    explanation = found.select_related("plan__cycle", "plan__institution").get(pk=explanation_id)
    about = explanation.subject
    verdict = require(permissions.may_answer(by, explanation, day_in_korea(at)), about=about)
    if explanation.version != version:
        raise Outdated(_("그사이 설명이나 답이 바뀌었습니다. 지금 상태를 확인하세요."), about=about)
    if not answer:
        raise Refused(_("까닭을 적으세요. 해제한 까닭은 점검 결과와 함께 공개됩니다."), about=about)
    explanation.is_lifted, explanation.answer = is_lifted, answer
    explanation.answered_at, explanation.answered_by = at, by
    explanation.version += 1
    explanation.save()
    details = {"rule": explanation.rule, "is_lifted": is_lifted, "answer": answer}
    audit.note(PlanAct.ERROR_ANSWERED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return explanation
