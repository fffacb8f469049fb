"""A draft of Seoul whose author collects: a department has its money, a municipality its indicators, with two core tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from tests import cast

from goru.book.items.editing import Change, Deed
from goru.domain.formulation import actions
from goru.domain.formulation.models import Assignment
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Institution, Person, Unit
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edition, Plan
from goru.domain.plans.vocabulary import EditWay, PlanKind

AT = datetime(2026, 1, 5, tzinfo=UTC)
DUE = date(2026, 1, 20)
JONGNO = "mois-11110"


@dataclass(frozen=True, slots=True)
class Stage:
    """Who appears, and the plan that is collected."""

    author: Person
    writer: Person
    jongno: Person
    unit: Unit
    municipality: Institution
    plan: Plan
    edition: Edition
    tasks: tuple[UUID, UUID]

    def assigned(self, section: str, to: Unit | Institution | None = None, due: date = DUE) -> Assignment:
        """A section as its author assigns it, to the department where nobody else is said."""
        [made] = actions.assign(
            plan=self.plan,
            sections=[section],
            to=to or self.unit,
            due_date=due,
            note="표를 채워 주세요",
            by=self.author,
            at=AT,
        )
        return made

    def write(self, by: Person, *changes: Change, at: datetime = AT, **rest: Any) -> plans.Edited:
        """Edits of somebody."""
        return actions.write(
            edition_id=self.edition.pk, changes=changes, way=EditWay.FORM, by=by, at=at, **rest
        )

    def now(self) -> dict[str, Any]:
        """What the plan says."""
        found: dict[str, Any] = Edition.objects.get(pk=self.edition.pk).content["plan"]
        return found

    def total(self, new: int) -> Change:
        """An edit in the money."""
        return Change(Deed.SET, None, "plan/budget/total", seen=self.now()["budget"]["total"], new=new)


def as_it_is(assignment: Assignment) -> dict[str, Any]:
    """The assignment as it is, for a deed on it."""
    return {"assignment_id": assignment.pk, "version": Assignment.objects.get(pk=assignment.pk).version}


def staged(year: int = 2026) -> Stage:
    """All of it; needs the register of institutions at most."""
    unit = cast.department("seoul", "문화본부")
    author = cast.officer("author", Role.AUTHOR, "seoul")
    writer = cast.officer("writer", Role.CONTRIBUTOR, "seoul", unit)
    jongno = cast.officer("jongno", Role.CONTRIBUTOR, JONGNO)
    cycle = plans.open_cycle(year=year, by=system_person(), at=AT)
    plan = plans.plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name="서울")
    edition = plans.open_empty_plan(plan=plan, by=author, at=AT)
    tasks = (uuid4(), uuid4())
    added = [
        Change(Deed.ADD, one, "plan/core_tasks", new={"name": name, "strategy": "자치"})
        for one, name in zip(tasks, ("마을", "일터"), strict=True)
    ]
    item = Change(Deed.ADD, uuid4(), "items", tasks[0], new={"text": "마을회의"})
    plans.edit(edition_id=edition.pk, changes=[*added, item], way=EditWay.FORM, by=author, at=AT)
    municipality = Institution.objects.get(key=JONGNO)
    return Stage(author, writer, jongno, unit, municipality, plan, edition, tasks)
