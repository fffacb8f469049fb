"""A case is held while a deed changes it: who holds it holds its register, so that limits are judged one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.verdict import Outdated, Verdict
from goru.domain.institutions.models import Person
from goru.domain.registers.models import Case, Register
from goru.domain.registers.queries.knowing import with_facts
from goru.domain.registers.vocabulary import RegisterAct


def held_register(key: str) -> Register:
    """A register, while nobody else changes one of its cases; DoesNotExist where there is none."""
    Register.objects.select_for_update().get(key=key)
    return Register.objects.select_related("definition", "owner").get(key=key)


def held(case_id: int, version: int) -> Case:
    """A case as it was seen, while nobody else changes one of its register; Outdated where it went on since."""
    Register.objects.select_for_update().get(cases=case_id)
    case = fresh(case_id)
    if case.version != version:
        sentence = _("그사이 이 사안이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요.")
        raise Outdated(sentence, about=case.subject)
    return case


def fresh(case_id: int) -> Case:
    """A case with all that is known of it."""
    cases = Case.objects.select_related("register__owner", "register__definition", "definition", "round")
    return cases.prefetch_related(*with_facts()).get(pk=case_id)


def changed(
    case: Case,
    act: RegisterAct,
    *,
    by: Person,
    verdict: Verdict,
    at: datetime,
    details: Mapping[str, object] | None = None,
) -> Case:
    """Count the case and its register up, and note what was done; the case as it is now."""
    Case.objects.filter(pk=case.pk).update(version=F("version") + 1)
    counted_up(case.register)
    audit.note(act, subject=case.subject, by=by, post=verdict.post, at=at, details=details)
    return fresh(case.pk)


def counted_up(register: Register) -> None:
    """Say that something of a register's cases is another now: whatever shows them goes by it."""
    Register.objects.filter(pk=register.pk).update(version=F("version") + 1)
