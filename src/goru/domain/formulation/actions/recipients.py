"""Recipients enter the receipt of a guideline, open it, and ask; answers are guidance for all."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, require
from goru.domain.formulation import permissions
from goru.domain.formulation.models import Dispatch, Guideline, GuidelineSection, Question, Reading
from goru.domain.formulation.vocabulary import FormulationAct
from goru.domain.institutions.models import Person


@audit.deed
def receive_guideline(*, dispatch_id: int, receipt_number: str, by: Person, at: datetime) -> Dispatch:
    """Enter the number by which an institution received the letter (접수)."""
    found = Dispatch.objects.select_for_update(of=("self",))
    dispatch = found.select_related("guideline__cycle", "institution").get(pk=dispatch_id)
    about = dispatch.guideline.subject
    verdict = require(permissions.may_receive(by, dispatch, day_in_korea(at)), about=about)
    dispatch.receipt_number, dispatch.received_at, dispatch.received_by = receipt_number, at, by
    dispatch.save(update_fields=["receipt_number", "received_at", "received_by"])
    details = {"institution": dispatch.institution.key, "number": receipt_number}
    audit.note(
        FormulationAct.GUIDELINE_RECEIVED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return dispatch


@audit.deed
def record_reading(*, guideline: Guideline, by: Person, at: datetime) -> list[Reading]:
    """Record that somebody of a recipient opened a guideline, once for each institution that they act for and it was sent to."""
    about, on = guideline.subject, day_in_korea(at)
    verdict = require(permissions.may_read(by, guideline, on), about=about)
    begun = {"at": at, "known": guideline.sent_at}
    to = permissions.dispatches_to(by, guideline, on) if guideline.sent_at else []
    kept = [Reading.objects.get_or_create(dispatch=one, by=by, defaults=begun) for one in to]
    for reading, is_first in kept:
        if is_first:
            details = {"institution": reading.dispatch.institution.key}
            audit.note(
                FormulationAct.GUIDELINE_READ, subject=about, by=by, post=verdict.post, at=at, details=details
            )
    return [reading for reading, _is_first in kept]


@audit.deed
def confirm_changes(*, guideline: Guideline, until: datetime, by: Person, at: datetime) -> None:
    """Take what changed up to a moment as known; what changed after it is shown as changed still."""
    about = guideline.subject
    verdict = require(permissions.may_read(by, guideline, day_in_korea(at)), about=about)
    known = min(until, at)
    readings = Reading.objects.filter(dispatch__guideline=guideline, by=by, known__lt=known)
    if readings.update(known=known):
        details = {"until": known.isoformat()}
        audit.note(
            FormulationAct.CHANGES_CONFIRMED, subject=about, by=by, post=verdict.post, at=at, details=details
        )


@audit.deed
def ask(*, section: GuidelineSection, text: str, by: Person, at: datetime) -> Question:
    """Ask about a section, for the institution whose author one is."""
    guideline, on = section.guideline, day_in_korea(at)
    about = guideline.subject
    verdict = require(permissions.may_ask(by, guideline, on), about=about)
    to = permissions.asking_for(by, guideline, on)
    question = Question.objects.create(
        section=section, institution=to.institution, text=text, asked_at=at, asked_by=by
    )
    details = {
        "section": section.key,
        "institution": to.institution.key,
        "question": question.pk,
        "text": text,
    }
    audit.note(FormulationAct.ASKED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return question


@audit.deed
def answer(*, question_id: int, version: int, text: str, by: Person, at: datetime) -> Question:
    """Answer a question, for all recipients to read; again, where the answer is to be another."""
    found = Question.objects.select_for_update(of=("self",)).select_related("section__guideline__cycle")
    question = found.get(pk=question_id)
    guideline = question.section.guideline
    about = guideline.subject
    verdict = require(permissions.may_write(by, guideline, day_in_korea(at)), about=about)
    if question.version != version:
        raise Outdated(_("그사이 다른 사람이 답했습니다. 지금 답변을 확인하세요."), about=about)
    if question.answer == text:
        raise Refused(_("바뀐 내용이 없습니다."), about=about)
    question.answer, question.answered_at, question.answered_by = text, at, by
    question.version += 1
    question.save(update_fields=["answer", "answered_at", "answered_by", "version"])
    details = {"section": question.section.key, "question": question.pk, "answer": text}
    audit.note(FormulationAct.ANSWERED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return question
