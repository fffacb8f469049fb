from __future__ import annotations

from datetime import date

from goru.core.waiting import Waiting
from goru.domain.formulation import queries as formulation
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of
from goru.domain.plans import queries as plans
from goru.pipelines.reminding.models import Silence


def waiting_for(person: Person, on: date) -> list[Waiting]:
    """All that waits for a person by their posts, what is due first; what has no day comes last."""
    posts = posts_of(person, on)
    found = [*plans.waiting(posts, on), *formulation.waiting(posts, on), *plans.errors_waiting(posts)]
    return sorted(found, key=lambda one: one.due or date.max)


def wants_mails(person: Person) -> bool:
    """Whether a person is reminded by mail."""
    return not Silence.objects.filter(person=person).exists()
