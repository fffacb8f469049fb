"""Sections of a guideline are added, worded and taken out."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.actions.guidelines import as_seen
from goru.domain.formulation.models import GuidelineSection, SectionWording
from goru.domain.formulation.queries import wordings_before
from goru.domain.formulation.rules import Wording
from goru.domain.formulation.vocabulary import FormulationAct
from goru.domain.institutions.models import Person


@audit.deed
def add_section(
    *,
    guideline_id: int,
    version: int,
    key: str,
    wording: Wording,
    by: Person,
    at: datetime,
    reason: str = "",
) -> GuidelineSection:
    """Add a section at the end of a guideline; once that is resolved, with a reason, and recipients are shown it as new."""
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_write(by, guideline, day_in_korea(at)), about=about)
    require(rules.has_a_reason(guideline.state, reason), about=about, field="reason")
    if guideline.sections.filter(key=key).exists():
        raise Refused(_("이미 쓰는 항목 이름입니다. 다른 영문 이름으로 정하세요."), about=about, field="key")
    last = guideline.sections.aggregate(last=Max("position"))["last"]
    section = GuidelineSection.objects.create(guideline=guideline, key=key, position=(last or 0) + 1)
    with because(FormulationAct.SECTION_ADDED, by=by, reason=reason):
        SectionWording.objects.create(
            section=section, number=1, reason=reason, at=at, by=by, **wording._asdict()
        )
    guideline.version += 1
    guideline.save(update_fields=["version"])
    details = {"section": key, "reason": reason, **wording._asdict()}
    audit.note(FormulationAct.SECTION_ADDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return section


@audit.deed
def carry_sections(*, guideline_id: int, version: int, by: Person, at: datetime) -> list[GuidelineSection]:
    """Have the sections of the guideline before go on in this one, as they were worded last; those it has stay its own."""
    guideline = as_seen(guideline_id, version)
    about = guideline.subject
    verdict = require(permissions.may_carry_sections(by, guideline, day_in_korea(at)), about=about)
    known = set(guideline.sections.values_list("key", flat=True))
    last = guideline.sections.aggregate(last=Max("position"))["last"] or 0
    carried = [one for one in wordings_before(guideline) if one.section.key not in known]
    made = []
    for position, one in enumerate(carried, start=last + 1):
        made.append(guideline.sections.create(key=one.section.key, position=position))
        wording = Wording(list(one.kinds), one.title, one.guidance, one.is_required)
        with because(FormulationAct.SECTIONS_CARRIED, by=by):
            SectionWording.objects.create(section=made[-1], number=1, at=at, by=by, **wording._asdict())
    guideline.version += 1
    guideline.save(update_fields=["version"])
    details = {"sections": [one.key for one in made]}
    audit.note(
        FormulationAct.SECTIONS_CARRIED, subject=about, by=by, post=verdict.post, at=at, details=details
    )
    return made


@audit.deed
def word_section(
    *, section_id: int, version: int, wording: Wording, by: Person, at: datetime, reason: str = ""
) -> SectionWording:
    """Say otherwise what a section says: in its place until the guideline is resolved, then by a new wording with a reason."""
    section = _as_seen(section_id, version)
    guideline = section.guideline
    about = guideline.subject
    verdict = require(permissions.may_write(by, guideline, day_in_korea(at)), about=about)
    require(rules.has_a_reason(guideline.state, reason), about=about, field="reason")
    now = section.wordings.latest("number")
    before = Wording(list(now.kinds), now.title, now.guidance, now.is_required)
    require(rules.is_another_wording(before, wording), about=about)
    is_open = guideline.state in rules.UNRESOLVED
    after = now if is_open else SectionWording(section=section, number=now.number + 1)
    for field, value in wording._asdict().items():
        setattr(after, field, value)
    after.reason, after.at, after.by = reason if not is_open else "", at, by
    with because(FormulationAct.SECTION_WORDED, by=by, reason=reason):
        after.save()
    section.version += 1
    section.save(update_fields=["version"])
    details = {
        "section": section.key,
        "number": after.number,
        "reason": reason,
        "before": before._asdict(),
        **wording._asdict(),
    }
    audit.note(FormulationAct.SECTION_WORDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return after


@audit.deed
def remove_section(*, section_id: int, version: int, by: Person, at: datetime) -> None:
    """Take a section out, while the guideline is not resolved."""
    section = _as_seen(section_id, version)
    guideline = section.guideline
    about = guideline.subject
    verdict = require(permissions.may_remove_sections(by, guideline, day_in_korea(at)), about=about)
    with because(FormulationAct.SECTION_REMOVED, by=by):
        section.delete()
    details = {"section": section.key}
    audit.note(
        FormulationAct.SECTION_REMOVED, subject=about, by=by, post=verdict.post, at=at, details=details
    )


def _as_seen(section_id: int, version: int) -> GuidelineSection:
    """The section, while nobody moves the guideline to another state or words the section."""
    found = GuidelineSection.objects.select_for_update(of=("self", "guideline"))
    section = found.select_related("guideline__cycle").get(pk=section_id)
    if section.version != version:
        sentence = _("그사이 다른 사람이 이 항목을 고쳤습니다. 지금 내용을 확인한 뒤 다시 고치세요.")
        raise Outdated(sentence, about=section.guideline.subject)
    return section
