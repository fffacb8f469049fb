"""Definitions (`data/registers/`) and the printed cases of a year's book (`data/<year>/registers/`) brought into the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.text import normalise
from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions.models import Institution, Person, Region
from goru.domain.plans.models import ActionTask, FocusTask, Item
from goru.domain.registers import permissions
from goru.domain.registers.actions import cases
from goru.domain.registers.actions.cases import Dated, Said
from goru.domain.registers.actions.holding import counted_up, fresh
from goru.domain.registers.models import Case, CaseLink, Definition, ExpectedStage, Register, Round
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.printed import PrintedCase, PrintedCases, PrintedMove
from goru.domain.registers.rules.values import amount_of
from goru.domain.registers.vocabulary import RegisterAct

SUBJECT = Subject("case-register", "all")


@audit.deed
def load_registers(
    definitions: Sequence[RegisterDefinition], printed: Sequence[PrintedCases], *, by: Person, at: datetime
) -> int:
    """Bring definitions and printed cases in; how many of them were new, none the second time.

    A definition that says something else than its last version is a new version; cases keep theirs. A printed case that is
    here already stays as it is: what became of it since is its own.
    """
    verdict = require(permissions.may_load_registers(by), about=SUBJECT)
    new = sum(
        _define(said, position, by=by, at=at) for position, said in enumerate(_in_order(definitions), start=1)
    )
    new += sum(_load(held, by=by, at=at) for held in printed)
    if new:
        audit.note(RegisterAct.LOADED, subject=SUBJECT, by=by, post=verdict.post, at=at, details={"new": new})
    return new


def _in_order(definitions: Iterable[RegisterDefinition]) -> list[RegisterDefinition]:
    """By register, older versions first."""
    return sorted(definitions, key=lambda one: one.version)


def _define(said: RegisterDefinition, position: int, *, by: Person, at: datetime) -> int:
    register, _new = Register.objects.get_or_create(
        key=said.key,
        defaults={
            "name": said.name.ko,
            "name_en": said.name.en,
            "position": position,
            "owner": _owner(said),
        },
    )
    if register.definitions.filter(digest=said.digest).exists():
        return 0
    others = Register.objects.exclude(pk=register.pk).filter(definition__content__prefix=said.prefix)
    if other := others.first():
        sentence = _(
            "%(key)s: 번호의 앞부분 '%(prefix)s': 이미 %(other)s 대장이 쓰고 있습니다. 다른 것으로 정하세요."
        )
        given = {"key": said.key, "prefix": said.prefix, "other": other.key}
        raise Refused(sentence % given, about=SUBJECT)
    last = register.definitions.order_by("-version").first()
    register.definition = Definition.objects.create(
        register=register,
        version=last.version + 1 if last else said.version,
        content=said.model_dump(mode="json", by_alias=True),
        digest=said.digest,
        stages=[one.key for one in said.stages],
        loaded_at=at,
        loaded_by=by,
    )
    register.owner = Institution.objects.get(key=said.owner)
    register.name, register.name_en = said.name.ko, said.name.en
    register.save()
    counted_up(register)
    return 1


def _owner(said: RegisterDefinition) -> Institution:
    found = Institution.objects.filter(key=said.owner).first()
    if found is None:
        sentence = _("%(register)s: 소관 기관 %(owner)s: 기관 등록부에 없는 식별자입니다.")
        raise Refused(sentence % {"register": said.key, "owner": said.owner}, about=SUBJECT)
    return found


def _load(held: PrintedCases, *, by: Person, at: datetime) -> int:
    register = Register.objects.select_related("definition").get(key=held.register_)
    there = set(register.cases.filter(printed_year=held.year).values_list("source_key", flat=True))
    rounds = {one.key: _round(register, held.year, one) for one in held.rounds}
    new = [one for one in held.cases if one.key not in there]
    for one in new:
        _keep(register, held.year, one, rounds, by=by, at=at)
    if new:
        counted_up(register)
    return len(new)


def _round(register: Register, year: int, one: Any) -> Round:
    kept, _new = Round.objects.get_or_create(
        register=register,
        key=one.key,
        defaults={
            "name": one.name,
            "year": one.year,
            "period": one.period,
            "part": one.part,
            "quota": one.quota,
            "stated": one.stated,
            **_lines(year, one.lines),
        },
    )
    return kept


def _keep(
    register: Register,
    year: int,
    one: PrintedCase,
    rounds: dict[str, Round],
    *,
    by: Person,
    at: datetime,
) -> None:
    """A printed case is kept as it is printed, without being judged: what does not hold of it is told on its page."""
    definition = register.said
    units = {each.key: each for each in definition.quantities}
    institutions = Institution.objects.in_bulk(
        [each.institution for each in one.parties if each.institution], field_name="key"
    )
    regions = Region.objects.in_bulk([each.region for each in one.places], field_name="key")
    said = Said(
        title=one.title,
        values={key: list(value) if isinstance(value, tuple) else value for key, value in one.values.items()},
        places=[(regions[each.region], each.part) for each in one.places],
        parties=[(each.role, institutions.get(each.institution) or each.name) for each in one.parties],
        amounts={
            (each.key, each.year, each.kind): (
                amount_of(units[each.key], f"{each.amount}{each.unit}"),
                each.printed,
            )
            for each in one.quantities
        },
        round=rounds[one.round] if one.round else None,
    )
    dates = [_date(each, year) for each in one.moves]
    opened = next((each.days.start for each in dates if each.days and each.days.start), None)
    case = cases.create(
        register,
        said,
        opened=opened or at.date().replace(year=year, month=1, day=1),
        by=None,
        source_key=one.key,
        **_lines(year, one.lines),
    )
    for amount in one.quantities:
        case.quantities.filter(key=amount.key, year=amount.year, kind=amount.kind).update(
            **_lines(year, amount.lines)
        )
    for each, when in zip(one.moves, dates, strict=True):
        case = fresh(case.pk)
        cases.moved(case, each.to, when, by=by, at=at, note=each.note, **_lines(year, each.lines))
    ExpectedStage.objects.bulk_create(
        [
            ExpectedStage(case=case, stage=each.to, **_date(each, year).columns, **_lines(year, each.lines))
            for each in one.expected
        ]
    )
    _link(case, year, one)


def _link(case: Case, year: int, one: PrintedCase) -> None:
    for each in one.links:
        item = item_named(year, each.to)
        if item:
            CaseLink.objects.get_or_create(
                case=case,
                kind=each.kind,
                item=item,
                other=None,
                defaults={"stage": each.stage or "", **_lines(year, each.lines)},
            )


def item_named(year: int, name: str) -> Item | None:
    """The item of a plan year by the number of an action task (Ⅰ-1-(1)) or of a focus task (zones/1), or by its public code."""
    group, _slash, number = name.partition("/")
    if number:
        found = FocusTask.objects.filter(cycle__year=year, group=group, number=int(number)).first()
        return found.item if found else None
    task = ActionTask.objects.filter(cycle__year=year, code=normalise(name)).first()
    return task.item if task else Item.objects.filter(code=name).first()


def _date(one: PrintedMove, year: int) -> Dated:
    return Dated.read(one.date, year)


def _lines(year: int, lines: tuple[int, int] | None) -> dict[str, int]:
    return {"printed_year": year, "first_line": lines[0], "last_line": lines[1]} if lines else {}
