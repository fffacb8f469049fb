from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max

from goru.core.audit.models import OfficialAct
from goru.core.waiting import Waiting
from goru.domain.formulation import queries as formulation
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of
from goru.domain.plans import queries as plans
from goru.domain.registers import queries as registers
from goru.pipelines.reminding.models import Silence
from goru.pipelines.reminding.vocabulary import RemindingAct


def waiting_for(person: Person, on: date) -> list[Waiting]:
    """All that waits for a person by their posts, what is due first; what has no day comes last."""
    posts = posts_of(person, on)
    found = [
        *plans.waiting(posts, on),
        *formulation.waiting(posts, on),
        *plans.errors_waiting(posts, formulation.asked_of),
        *(registers.waiting(person, on) if posts else ()),
    ]
    return sorted(found, key=lambda one: one.due or date.max)


def wants_mails(person: Person) -> bool:
    """Whether a person is reminded by mail."""
    return not Silence.objects.filter(person=person).exists()


def last_reminded(year: int) -> dict[str, datetime]:
    """When the secretariat had those in charge of a year's plans mailed last, by the keys of their institutions."""
    found = OfficialAct.objects.filter(
        act=RemindingAct.REMINDED.value, subject_kind="plan", subject_key__startswith=f"{year}/"
    )
    said = found.values_list("subject_key").annotate(Max("at"))
    return {key.partition("/")[2]: at for key, at in said}
