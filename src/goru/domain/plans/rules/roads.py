"""The roads by which five-year plans are made (roads.json), and what a change of one may rest on.

What the law does not order is shown in its order and recorded in whichever it happened; a step that is a condition of another
(`needs`) comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.domain.plans.rules.statutory import Article, InForce, Words
from goru.domain.plans.vocabulary import ChangeGround, ParentKind

MOST_OF_A_MINOR_CHANGE = Decimal(10)
"""Percent of the total size of a project (시행령 제6조)."""

PARENTS = {
    "committee": ParentKind.COMPREHENSIVE,
    "province": ParentKind.PROVINCIAL,
    "ministry": ParentKind.SECTORAL,
    "megaregion": ParentKind.MEGAREGIONAL,
}
"""Which five-year plan an institution of a kind makes (특별법 제6조~제9조)."""


class Step(InForce):
    """A step of a road. `establishes` is the one by which the plan stands; `needs` are those that come before by law."""

    id: str
    what: Words
    basis: tuple[Article, ...]
    needs: tuple[str, ...] = ()
    establishes: bool = False


_ROADS = TypeAdapter(dict[ParentKind, tuple[Step, ...]])


@cache
def roads() -> Mapping[ParentKind, tuple[Step, ...]]:
    """The data that come with the program."""
    text = files("goru.domain.plans.rules").joinpath("roads.json").read_text(encoding="utf-8")
    return _ROADS.validate_json(text)


def step(kind: ParentKind, name: str) -> Step | None:
    """A step of a kind's road; None where it has none of that name."""
    return next((one for one in roads()[kind] if one.id == name), None)


def may_follow(wanted: Step, day: date, done: Mapping[str, date], kind: ParentKind) -> Verdict:
    """Whether a step may have happened on a day, after those that the law makes its condition."""
    for name in wanted.needs:
        if name not in done or done[name] > day:
            needed = step(kind, name)
            reason = _("먼저 있어야 하는 절차가 그날까지 기록되어 있지 않습니다: %(step)s")
            return refuse(reason, step=needed.what.said(get_language()) if needed else name)
    return ALLOWED


def may_lack(name: str, done: Mapping[str, date], kind: ParentKind) -> Verdict:
    """Whether a step may be taken off the record: no step on record needs it."""
    for one in roads()[kind]:
        if one.id in done and name in one.needs:
            reason = _("이 절차를 조건으로 하는 절차가 기록되어 있습니다: %(step)s")
            return refuse(reason, step=one.what.said(get_language()))
    return ALLOWED


def may_rest_on(kind: ParentKind, ground: ChangeGround, percent: Decimal | None) -> Verdict:
    """Whether a plan of a kind may be changed on a ground: those of a minor change are the comprehensive plan's alone."""
    if ground is ChangeGround.WHOLE_ROAD:
        return ALLOWED
    if kind is not ParentKind.COMPREHENSIVE:
        return refuse(_("경미한 변경의 사유는 지방시대 종합계획에만 정해져 있습니다."))
    if ground is ChangeGround.SIZE and (percent is None or abs(percent) > MOST_OF_A_MINOR_CHANGE):
        return refuse(_("사업 규모의 변경이 10%%를 넘으면 경미한 변경이 아닙니다. 달라진 비율을 적으세요."))
    return ALLOWED
