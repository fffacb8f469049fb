"""What a guideline says, and what of it is others since somebody looked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from goru.book.checking.projects import Asked
from goru.core.audit.rules import canonical
from goru.domain.formulation import rules
from goru.domain.formulation.models import (
    Dispatch,
    Guideline,
    GuidelineSection,
    Question,
    Reading,
    SectionWording,
)
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Cycle, Plan


@dataclass(frozen=True, slots=True)
class Guidance:
    """A section as it stands for whoever writes: its wording, and what of it is others since they looked.

    `before` is the wording that they knew, where this is another now; `is_new` where there was none. `answers` are the
    questions on it that are answered, `new_answers` those of them that were answered since.
    """

    key: str
    version: int
    wording: SectionWording
    before: SectionWording | None
    is_new: bool
    answers: Sequence[Question]
    new_answers: Sequence[Question]
    waiting: Sequence[Question]

    @property
    def is_required(self) -> bool:
        """Whether a plan must hold it."""
        return self.wording.is_required

    @property
    def is_changed(self) -> bool:
        """Whether there is news in it."""
        return bool(self.is_new or self.before or self.new_answers)


def guidance_for(plan: Plan, *, by: Person) -> list[Guidance]:
    """What the guideline of its cycle says for a plan, section by section, with what changed since a person looked.

    Empty where none was sent; for who never opened it what changed is told since it was sent.
    """
    guideline = Guideline.objects.filter(cycle=plan.cycle_id, state=GuidelineState.SENT).first()
    if guideline is None:
        return []
    own = guideline.dispatches.filter(institution=plan.institution_id)
    found = sections_for(guideline, known=known_to(guideline, by), asked_for=own, sees_all=False)
    return [one for one in found if plan.kind in one.wording.kinds]


def asked_in(cycle: Cycle) -> dict[str, frozenset[Asked]]:
    """What the guideline of a cycle, once it is sent, asks of the projects of each kind of plan."""
    guideline = Guideline.objects.filter(cycle=cycle, state=GuidelineState.SENT).first()
    found: dict[str, set[Asked]] = {}
    for one in wordings_of(guideline) if guideline else ():
        if one.is_required and one.section.key in rules.ASKED_BY:
            for kind in one.kinds:
                found.setdefault(kind, set()).add(rules.ASKED_BY[one.section.key])
    return {kind: frozenset(asked) for kind, asked in found.items()}


def asked_of(plan: Plan) -> frozenset[Asked]:
    """What the guideline of its cycle asks of a plan's projects."""
    return asked_in(plan.cycle).get(plan.kind, frozenset())


def section_of(year: int, key: str) -> GuidelineSection:
    """A section of a year's guideline."""
    found = GuidelineSection.objects.select_related("guideline__cycle")
    return found.get(guideline__cycle__year=year, key=key)


def wording_of(section: GuidelineSection) -> SectionWording:
    """What a section says now."""
    return section.wordings.latest("number")


def wordings_of(guideline: Guideline) -> list[SectionWording]:
    """What all sections say now, in order."""
    found = SectionWording.objects.filter(section__guideline=guideline).select_related("section")
    return sorted(
        found.order_by("section", "-number").distinct("section"), key=lambda one: one.section.position
    )


def wordings_before(guideline: Guideline) -> list[SectionWording]:
    """What all sections of the guideline say that was sent last before one; none where none was."""
    earlier = Guideline.objects.filter(cycle__year__lt=guideline.cycle.year, state=GuidelineState.SENT)
    last = earlier.order_by("-cycle__year").first()
    return wordings_of(last) if last else []


def digest_of(guideline: Guideline) -> str:
    """The SHA-256 of a guideline's text, as it is printed on the annex of a letter."""
    said = [
        [one.section.key, one.number, list(one.kinds), one.title, one.guidance, one.is_required]
        for one in wordings_of(guideline)
    ]
    return hashlib.sha256(canonical([guideline.title, said]).encode()).hexdigest()


def question_of(year: int, number: int) -> Question:
    """A question on a year's guideline."""
    found = Question.objects.select_related("section__guideline__cycle", "institution")
    return found.get(section__guideline__cycle__year=year, pk=number)


def known_to(guideline: Guideline, by: Person) -> datetime | None:
    """Up to when a person knows what changed: since it was sent, or since they last confirmed it; None before."""
    known = (
        Reading.objects.filter(dispatch__guideline=guideline, by=by).order_by("known").values_list("known")
    )
    return next((moment for (moment,) in known), guideline.sent_at)


def sections_for(
    guideline: Guideline, *, known: datetime | None, asked_for: Iterable[Dispatch], sees_all: bool
) -> list[Guidance]:
    """All sections in order. A question that is not answered is seen by who asked and who answers."""
    wordings = Prefetch("wordings", SectionWording.objects.order_by("number"))
    questions = Prefetch("questions", Question.objects.select_related("institution").order_by("pk"))
    found = guideline.sections.prefetch_related(wordings, questions).order_by("position")
    asking = {one.institution_id for one in asked_for}
    return [_section(one, known, asking, sees_all=sees_all) for one in found]


def _section(
    section: GuidelineSection, known: datetime | None, asking: set[int], *, sees_all: bool
) -> Guidance:
    wordings, questions = list(section.wordings.all()), list(section.questions.all())
    now = wordings[-1]
    earlier = [one for one in wordings if known is None or one.at <= known]
    answered = [one for one in questions if one.answered_at]
    return Guidance(
        key=section.key,
        version=section.version,
        wording=now,
        before=earlier[-1] if earlier and earlier[-1] != now else None,
        is_new=not earlier,
        answers=answered,
        new_answers=[one for one in answered if known and one.answered_at and one.answered_at > known],
        waiting=[
            one for one in questions if not one.answered_at and (sees_all or one.institution_id in asking)
        ],
    )
