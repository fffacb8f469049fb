"""What is judged of a case: the twelve kinds of rule, on what is known of it. Limits are judged on what others come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules.definition import RegisterDefinition, StageMove
from goru.domain.registers.vocabulary import GovernmentClass, OpinionVerdict, RuleKind, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold of a case: in the same form as the findings of a book."""

    kind: RuleKind
    severity: Severity
    sentence: str
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage that a case came into; the days are those its date means."""

    stage: str
    start: date | None
    end: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A stage that a case shall come into, as printed, and the last day that the print means."""

    stage: str
    printed: str
    end: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A party of a case, and what it said; nothing where it said nothing yet."""

    role: str
    name: str
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case. Quantities are sums over years, of what was promised."""

    stage: str
    values: Mapping[str, object] = field(default_factory=dict)
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    parties: Sequence[Asked] = ()
    reached: Sequence[Reached] = ()
    expected: Sequence[Expected] = ()
    returns: frozenset[str] = frozenset()
    has_evidence: bool = False
    has_places: bool = False
    has_round: bool = False
    has_promise: bool = False


def way(said: RegisterDefinition, from_: str, to: str) -> StageMove | None:
    """The move of a definition from one stage to another; None where there is none."""
    return next((one for one in said.moves_from(from_) if one.to == to), None)


def before_entering(said: RegisterDefinition, facts: Facts, stage: str) -> list[Problem]:
    """What a case lacks to come into a stage: each an error."""
    return [
        problem
        for rule in said.rules
        if stage in getattr(rule, "stages", (stage,)) and (judge := _ON_ENTERING.get(type(rule)))
        if not getattr(rule, "only_warns", False)
        for problem in judge(said, rule, facts)
    ]


def out_of_range(said: RegisterDefinition, facts: Facts) -> list[Problem]:
    """The quantities that lie outside their bounds: each an error."""
    ranges = [one for one in said.rules if isinstance(one, defined.Range)]
    return [problem for rule in ranges for problem in _range(said, rule, facts)]


def over_count(rule: defined.CountLimit, quota: int | None, already: int, where: str) -> Problem | None:
    """That no further case comes into the stages, where as many as may be are there."""
    most = min(rule.most, quota or rule.most)
    if already < most:
        return None
    sentence = _(
        "%(where)s에는 %(most)s건까지 둘 수 있고 이미 %(already)s건이 있습니다. 하나를 빼야 더 둘 수 있습니다."
    )
    return Problem(
        RuleKind.COUNT_LIMIT,
        Severity.ERROR,
        sentence % {"where": where, "most": most, "already": already},
        expected=str(most),
        found=str(already + 1),
    )


def without_a_round() -> Problem:
    """That a case whose number in a round is limited is of none."""
    sentence = _("회차마다 건수가 정해진 단계입니다. 사안의 회차를 먼저 적으세요.")
    return Problem(RuleKind.COUNT_LIMIT, Severity.ERROR, sentence)


def over_sum(
    said: RegisterDefinition, rule: defined.SumLimit, who: str, class_: GovernmentClass | None, total: Decimal
) -> Problem | None:
    """That a party's cases come to more than its class may have, or that its class is not named and nothing can be judged."""
    quantity = next(one for one in said.quantities if one.key == rule.quantity)
    most = rule.by_class.get(class_) if class_ else None
    if most is None:
        sentence = _(
            "%(who)s의 %(name)s 한도는 판단할 수 없습니다. 근거에 이 종류의 지방자치단체가 적혀 있지 않습니다."
        )
        return Problem(
            RuleKind.SUM_LIMIT,
            Severity.NOTE,
            sentence % {"who": who, "name": str(quantity.name)},
            found=f"{total:,.0f}{quantity.unit}",
        )
    if total <= most:
        return None
    given = {"who": who, "name": str(quantity.name), "total": f"{total:,.1f}", "most": f"{most:,.0f}"}
    given |= {"over": f"{total - most:,.1f}", "unit": quantity.unit}
    sentence = _(
        "%(who)s의 %(name)s 합계 %(total)s%(unit)s는 한도 %(most)s%(unit)s보다 %(over)s%(unit)s 많습니다."
    )
    return Problem(
        RuleKind.SUM_LIMIT,
        Severity.ERROR,
        sentence % given,
        expected=f"≤ {most:,.0f}{quantity.unit}",
        found=f"{total:,.1f}{quantity.unit}",
    )


def not_members(register: str, missing: Sequence[str]) -> Problem | None:
    """That places of a case do not stand in the register they must stand in."""
    if not missing:
        return None
    sentence = _("그날 %(register)s에 없는 지역입니다: %(missing)s.")
    given = {"register": register, "missing": ", ".join(missing)}
    return Problem(RuleKind.MEMBER, Severity.ERROR, sentence % given, found=given["missing"])


def is_against_order(facts: Facts, start: date | None) -> bool:
    """Whether a date lies before that of the stage which the case is in: it is kept, with a reason."""
    last = next((one.start for one in reversed(facts.reached) if one.start), None)
    return bool(start and last and start < last)


def watched(said: RegisterDefinition, facts: Facts, on: date) -> list[Problem]:
    """What a day finds of a case: what is late, what ends, what is out of order. Nothing of it stops a deed."""
    problems = [*_late(said, facts, on), *out_of_range(said, facts)]
    for rule in said.rules:
        match rule:
            case defined.Due():
                problems += _due(said, rule, facts, on)
            case defined.Term():
                problems += _term(said, rule, facts, on)
            case defined.Order():
                problems += _order(said, rule, facts)
            case defined.Required(only_warns=True) if facts.stage in rule.stages:
                problems += _required(said, rule, facts)
            case _:
                pass
    return problems


def is_over(said: RegisterDefinition, stage: str) -> bool:
    """Whether a case in this stage has come to its end."""
    return bool(stage) and said.stage(stage).end


def next_step(said: RegisterDefinition, facts: Facts) -> Expected | None:
    """The first stage that a case shall still come into: that with the earliest last day."""
    ahead = [one for one in facts.expected if not is_behind(said, facts, one.stage)]
    return min(ahead, key=lambda one: one.end or date.max, default=None)


def misstated(
    rule: defined.Stated, stated: Mapping[str, int], counted: Mapping[str, int], names: Mapping[str, str]
) -> list[Problem]:
    """The numbers printed for a round's stages that are not those counted in it; where not all are named, only fewer is."""
    sentence = _("%(stage)s: 적힌 수 %(stated)s, 센 수 %(counted)s")
    return [
        Problem(
            RuleKind.STATED,
            Severity.WARNING,
            sentence % {"stage": names.get(stage, stage), "stated": said, "counted": counted.get(stage, 0)},
            expected=str(said),
            found=str(counted.get(stage, 0)),
        )
        for stage, said in stated.items()
        if (said < counted.get(stage, 0) if stage in rule.incomplete else said != counted.get(stage, 0))
    ]


def _required(said: RegisterDefinition, rule: defined.Required, facts: Facts) -> Iterator[Problem]:
    lacking = [
        str(one.name) for one in said.fields if one.key in rule.fields and facts.values.get(one.key) in _NONE
    ]
    lacking += [
        str(one.name)
        for one in said.quantities
        if one.key in rule.quantities and one.key not in facts.quantities
    ]
    there = {one.role for one in facts.parties}
    lacking += [str(one.name) for one in said.roles if one.key in rule.roles and one.key not in there]
    lacking += [
        str(one.name) for one in said.returns if one.key in rule.returns and one.key not in facts.returns
    ]
    asked = (
        (rule.evidence, facts.has_evidence, _("근거")),
        (rule.places, facts.has_places, _("지역")),
        (rule.round, facts.has_round, _("회차")),
        (rule.promise, facts.has_promise, _("계획의 항목")),
    )
    lacking += [word for is_asked, is_there, word in asked if is_asked and not is_there]
    if not lacking:
        return
    found = ", ".join(lacking)
    if rule.only_warns:
        sentence = _("이 단계의 사안에 있어야 할 것이 없습니다: %(lacking)s.")
        yield _warning(RuleKind.REQUIRED, sentence % {"lacking": found}, found=found)
    else:
        sentence = _("다음이 있어야 이 단계로 옮길 수 있습니다: %(lacking)s.")
        yield _error(RuleKind.REQUIRED, sentence % {"lacking": found}, found=found)


_NONE: tuple[object, ...] = (None, "", [], ())


def _opinions(said: RegisterDefinition, rule: defined.Opinions, facts: Facts) -> Iterator[Problem]:
    names = {one.key: str(one.name) for one in said.roles}
    asked = [one for one in facts.parties if one.role in rule.roles]
    missing = [one.name for one in asked if not one.verdict]
    missing += [names[role] for role in rule.roles if role not in {one.role for one in asked}]
    if missing:
        sentence = _("의견이 모두 있어야 이 단계로 옮길 수 있습니다. 아직 없는 곳: %(missing)s.")
        yield _error(RuleKind.OPINIONS, sentence % {"missing": ", ".join(missing)}, found=", ".join(missing))
    against = [one.name for one in asked if rule.must_agree and one.verdict == OpinionVerdict.OBJECTED]
    if against:
        sentence = _("동의하지 않은 곳이 있어 이 단계로 옮길 수 없습니다: %(against)s.")
        yield _error(RuleKind.OPINIONS, sentence % {"against": ", ".join(against)}, found=", ".join(against))


def _range(said: RegisterDefinition, rule: defined.Range, facts: Facts) -> Iterator[Problem]:
    amount = facts.quantities.get(rule.quantity)
    if amount is None:
        return
    quantity = next(one for one in said.quantities if one.key == rule.quantity)
    is_less = rule.least is not None and amount < rule.least
    is_more = rule.below is not None and amount >= rule.below
    if is_less or is_more:
        bounds = (
            _("%(least)s 이상") % {"least": f"{rule.least:,.0f}{quantity.unit}"}
            if rule.least is not None
            else ""
        )
        if rule.below is not None:
            bounds = f"{bounds} " + _("%(below)s 미만") % {"below": f"{rule.below:,.0f}{quantity.unit}"}
        given = {
            "name": str(quantity.name),
            "amount": f"{amount:,.0f}{quantity.unit}",
            "bounds": bounds.strip(),
        }
        sentence = _("%(name)s %(amount)s: %(bounds)s이어야 합니다.")
        yield _error(RuleKind.RANGE, sentence % given, expected=given["bounds"], found=given["amount"])


_Judge = Callable[..., Iterator[Problem]]
_ON_ENTERING: Mapping[type, _Judge] = {
    defined.Required: _required,
    defined.Opinions: _opinions,
    defined.Range: _range,
}


def is_behind(said: RegisterDefinition, facts: Facts, stage: str) -> bool:
    """Whether a case was in a stage, is in one that comes after it, or is over."""
    if not facts.stage:
        return False
    order = [one.key for one in said.stages]
    return (
        stage in {one.stage for one in facts.reached}
        or order.index(facts.stage) > order.index(stage)
        or is_over(said, facts.stage)
    )


def _late(said: RegisterDefinition, facts: Facts, on: date) -> Iterator[Problem]:
    for one in facts.expected:
        if one.end and one.end < on and not is_behind(said, facts, one.stage):
            given = {
                "printed": one.printed,
                "stage": str(said.stage(one.stage).name),
                "days": (on - one.end).days,
            }
            sentence = _("'%(stage)s' 단계의 예정일(%(printed)s)이 %(days)s일 지났습니다.")
            yield _warning(RuleKind.DUE, sentence % given, expected=one.end.isoformat())


def _due(said: RegisterDefinition, rule: defined.Due, facts: Facts, on: date) -> Iterator[Problem]:
    if facts.stage not in rule.stages:
        return
    came = next((one.end or one.start for one in reversed(facts.reached) if one.stage == facts.stage), None)
    if came and (on - came).days > rule.days:
        given = {"stage": str(said.stage(facts.stage).name), "days": (on - came).days, "most": rule.days}
        sentence = _("'%(stage)s' 단계에 %(days)s일째 있습니다(기한 %(most)s일).")
        yield _warning(
            RuleKind.DUE, sentence % given, expected=(came + timedelta(days=rule.days)).isoformat()
        )


def _term(said: RegisterDefinition, rule: defined.Term, facts: Facts, on: date) -> Iterator[Problem]:
    came = next((one.start for one in facts.reached if one.stage == rule.stage and one.start), None)
    if came is None or facts.stage != rule.stage:
        return
    ends = came + timedelta(days=round(365.25 * rule.years))
    before = ", ".join(str(said.stage(one).name) for one in rule.before)
    given = {"stage": str(said.stage(rule.stage).name), "ends": ends.isoformat(), "before": before}
    if on > ends:
        sentence = _("'%(stage)s' 기간이 %(ends)s에 끝났습니다. 그 전에 있어야 할 단계: %(before)s.")
        yield _warning(RuleKind.TERM, sentence % given, expected=given["ends"])
    elif (ends - on).days <= _SOON:
        sentence = _("'%(stage)s' 기간이 %(ends)s에 끝납니다. 그 전에 있어야 할 단계: %(before)s.")
        yield Problem(RuleKind.TERM, Severity.NOTE, sentence % given, expected=given["ends"])


_SOON = 180
"""Days before the end of a term from which on it is told."""


def _order(said: RegisterDefinition, rule: defined.Order, facts: Facts) -> Iterator[Problem]:
    at = {key: place for place, key in enumerate(rule.stages)}
    dated = [one for one in facts.reached if one.stage in at and one.start]
    for one, after in pairwise(dated):
        if one.start and after.start and (at[one.stage] > at[after.stage] or one.start > after.start):
            given = {"one": str(said.stage(one.stage).name), "other": str(said.stage(after.stage).name)}
            sentence = _("'%(one)s' → '%(other)s': 보통의 순서와 다릅니다.")
            found = f"{one.start} → {after.start}"
            yield _warning(RuleKind.ORDER, sentence % given, found=found)


def _error(kind: RuleKind, sentence: str, expected: str = "", found: str = "") -> Problem:
    return Problem(kind, Severity.ERROR, sentence, expected, found)


def _warning(kind: RuleKind, sentence: str, expected: str = "", found: str = "") -> Problem:
    return Problem(kind, Severity.WARNING, sentence, expected, found)
