"""A list of cases is uploaded: looked at as it would be taken, then taken, all of it or nothing, once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.text import normalise
from goru.core.verdict import Refused, Subject, Verdict, require
from goru.domain.institutions.models import Institution, Person
from goru.domain.registers import permissions
from goru.domain.registers.actions.cases import Dated, alike_of, opened_on, openers_of
from goru.domain.registers.actions.holding import counted_up, held_register
from goru.domain.registers.models import Case, CaseRegion, CaseUpload, Move, Party, Quantity, Register
from goru.domain.registers.queries.knowing import facts_of, problems_before
from goru.domain.registers.queries.listing import Names, columns_for, listed_cases, texts_of
from goru.domain.registers.queries.lists import seen_cases
from goru.domain.registers.queries.meanings import Meanings
from goru.domain.registers.reading import UnreadableFile
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.listing import Column, ListedRow, Part
from goru.domain.registers.rules.values import NoValue
from goru.domain.registers.vocabulary import RegisterAct, RowState, Severity

MOST_BYTES = 20_000_000
"""Of a file."""

MOST_ROWS = 3_000
"""Of a list: more would keep whoever waits for the page, and all who change a case of the register, for too long."""

_KEPT = timedelta(days=7)
"""For how long a file is kept that nobody takes."""

_BATCH = 1000


@dataclass(slots=True)
class RowOutcome:
    """What becomes of a row: `changes` are a head, what stood there and what will; `wrong` a cell and what to do about it."""

    sheet: str
    line: int
    number: str
    title: str
    state: RowState = RowState.UNCHANGED
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a list, row by row."""

    upload: CaseUpload
    rows: Sequence[RowOutcome]

    def count(self, state: RowState) -> int:
        """How many rows are to be in a state."""
        return sum(one.state == state for one in self.rows)

    @property
    def is_right(self) -> bool:
        """Whether it can be taken: there is something to do, and nothing wrong."""
        return not self.count(RowState.WRONG) and self.count(RowState.UNCHANGED) < len(self.rows)


_TOO_LONG = gettext_noop(
    "너무 길거나 두 번 적은 값이 있어 아무것도 바꾸지 않았습니다. 긴 글과 되풀이된 지역을 살펴보세요."
)
_ONE_BY_ONE = gettext_noop("이 단계는 기관의 구성을 바꿉니다. 사안의 화면에서 한 건씩 옮기세요.")


class _NotTaken(Exception):
    """What was tried is undone."""


def receive_cases(*, register_key: str, name: str, content: bytes, by: Person, at: datetime) -> CaseUpload:
    """Keep a list until it is taken; Refused where it was taken before, or is none that could be."""
    register = Register.objects.select_related("definition", "owner").get(key=register_key)
    require(permissions.may_upload(by, register, day_in_korea(at)), about=register.subject)
    if len(content) > MOST_BYTES:
        sentence = _("파일이 너무 큽니다. %(most)s MB까지 받습니다.")
        raise Refused(sentence % {"most": MOST_BYTES // 1_000_000}, about=register.subject)
    CaseUpload.objects.filter(taken_at=None, made_at__lt=at - _KEPT).delete()
    made, _new = CaseUpload.objects.get_or_create(
        register=register,
        digest=hashlib.sha256(content).hexdigest(),
        defaults={"name": name, "content": content, "made_at": at, "made_by": by},
    )
    _require_open(made)
    return made


def try_cases(*, register_key: str, digest: str, by: Person, at: datetime) -> Outcome:
    """What would become of each row of a kept list if it were taken now; nothing of it is kept."""
    tried: list[Outcome] = []
    try:
        with transaction.atomic():
            tried.append(_take(register_key, digest, by=by, at=at))
            raise _NotTaken
    except _NotTaken:
        return tried[0]
    except (DataError, IntegrityError) as error:
        raise Refused(_(_TOO_LONG), about=Subject("case-register", register_key)) from error


@audit.deed
def upload_cases(*, register_key: str, digest: str, by: Person, at: datetime) -> Outcome:
    """Take a kept list (사안 목록 올리기): rows without a number open cases, those with one change and move theirs, all or none.

    Refused, with the first cells that are wrong, where one is; where nothing changes; and where it was taken before.
    """
    try:
        with transaction.atomic():
            outcome = _take(register_key, digest, by=by, at=at)
    except (DataError, IntegrityError) as error:
        raise Refused(_(_TOO_LONG), about=Subject("case-register", register_key)) from error
    register = outcome.upload.register
    wrong = [f"{row.sheet} {cell}: {why}" for row in outcome.rows for cell, why in row.wrong]
    if wrong:
        sentence = _("올린 목록에 고칠 곳이 %(count)s곳 있어 아무것도 바꾸지 않았습니다. %(first)s")
        given = {"count": len(wrong), "first": " ".join(wrong[:_TOLD])}
        raise Refused(sentence % given, about=register.subject)
    if not outcome.is_right:
        raise Refused(_("올린 목록에 바뀐 것이 없습니다."), about=register.subject)
    CaseUpload.objects.filter(pk=outcome.upload.pk).update(taken_at=at, taken_by=by, content=b"")
    counted_up(register)
    opened = [row.number for row in outcome.rows if row.state == RowState.NEW]
    details = {
        "file": outcome.upload.name,
        "digest": digest,
        "opened": {"count": len(opened), "first": opened[:1], "last": opened[-1:]},
        "changed": [row.number for row in outcome.rows if row.state == RowState.CHANGED],
    }
    post = permissions.may_upload(by, register, day_in_korea(at)).post
    audit.note(RegisterAct.UPLOADED, subject=register.subject, by=by, post=post, at=at, details=details)
    return outcome


_TOLD = 5
"""Wrong cells that a refusal names."""


def _require_open(upload: CaseUpload) -> None:
    if upload.taken_at:
        sentence = _("%(day)s에 이미 올린 파일입니다. 목록을 새로 내려받아 고친 뒤 올리세요.")
        day = day_in_korea(upload.taken_at).isoformat()
        raise Refused(sentence % {"day": day}, about=upload.subject)


def _take(register_key: str, digest: str, *, by: Person, at: datetime) -> Outcome:
    """Do what a list says, in the transaction that there is; what is wrong is told and not stopped for."""
    register = held_register(register_key)
    on = day_in_korea(at)
    require(permissions.may_upload(by, register, on), about=register.subject)
    upload = CaseUpload.objects.get(register=register, digest=digest)
    upload.register = register
    _require_open(upload)
    lists = import_module("goru.domain.registers.reading.lists")  # only now: it loads what reads workbooks
    try:
        columns = columns_for(register, [], on)
        found = lists.listed_in(bytes(upload.content), upload.name, register.said, columns)
    except UnreadableFile as error:
        raise Refused(str(error), about=register.subject) from error
    if found.key and (found.key, found.digest) != (register.key, register.current.digest):
        sentence = _("다른 대장이나 지난 정의로 만든 서식입니다. 이 대장의 서식을 새로 내려받아 적으세요.")
        raise Refused(sentence, about=register.subject)
    if len(found.rows) > MOST_ROWS:
        sentence = _("한 번에 %(most)s행까지 올릴 수 있는데 %(rows)s행이 있습니다. 나누어 올리세요.")
        given = {"most": f"{MOST_ROWS:,}", "rows": f"{len(found.rows):,}"}
        raise Refused(sentence % given, about=register.subject)
    taking = _Taking(register, found.columns, by=by, at=at)
    return Outcome(upload, taking.take(found.rows))


@dataclass(slots=True)
class _Planned:
    """A case with what a row says of it; `typed` are the values of the columns that say something else than stands there."""

    told: RowOutcome
    row: ListedRow
    case: Case
    typed: dict[str, Any]
    columns: Mapping[str, Column]
    stage: str = ""
    when: Dated = Dated()  # noqa: RUF009 - a value that never changes
    reason: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it opens a case."""
        return self.told.state == RowState.NEW

    def of(self, part: Part) -> Iterable[tuple[Column, Any]]:
        """What is typed in the columns of a part."""
        return [
            (self.columns[head], value)
            for head, value in self.typed.items()
            if self.columns[head].part == part
        ]

    def is_wrong(self, part: Part, why: str) -> None:
        """Tell that something is wrong with what a row says in the first column of a part, or with the row."""
        head = next((one.head for one in self.columns.values() if one.part == part), "")
        self.told.wrong.append((self.row.cells.get(head, _("%(line)s행") % {"line": self.row.line}), why))


class _Taking:
    def __init__(self, register: Register, columns: Sequence[Column], *, by: Person, at: datetime) -> None:
        self.register, self.columns, self.by, self.at = register, columns, by, at
        self.on = day_in_korea(at)
        self.names = Names(register)
        self.meanings = Meanings(self.names, self.on.year)
        self.heads = {one.part: one.head for one in columns if one.of is None}
        self.rights = _Rights(by, register, self.on)

    def take(self, rows: Sequence[ListedRow]) -> list[RowOutcome]:
        known = self._known(rows)
        told, planned, seen = [], [], set[str]()
        for row in rows:
            number = self._said(row, Part.NUMBER)
            title = self._said(row, Part.TITLE)
            outcome = RowOutcome(row.sheet, row.line, number, title, wrong=list(row.wrong))
            told.append(outcome)
            if number in seen:
                outcome.wrong.append((self._cell(row, Part.NUMBER), _("앞의 행과 같은 번호입니다.")))
                continue
            if number:
                seen.add(number)
            plan = self._changed(outcome, row, known.get(number)) if number else self._new(outcome, row)
            if plan:
                planned.append(plan)
        self._keep([one for one in planned if not one.told.wrong])
        for outcome in told:
            if outcome.wrong:
                outcome.state = RowState.WRONG
        return told

    def _known(self, rows: Sequence[ListedRow]) -> dict[str, Case]:
        """The cases that rows name, of those that the person sees."""
        numbers = {said for row in rows if (said := self._said(row, Part.NUMBER))}
        seen = seen_cases(self.by, self.on).filter(number__in=numbers)
        return {one.number: one for one in listed_cases(seen, self.register)}

    def _said(self, row: ListedRow, part: Part) -> str:
        return normalise(row.texts.get(self.heads.get(part, ""), ""))

    def _cell(self, row: ListedRow, part: Part) -> str:
        return row.cells.get(self.heads.get(part, ""), _("%(line)s행") % {"line": row.line})

    def _changed(self, told: RowOutcome, row: ListedRow, case: Case | None) -> _Planned | None:
        if case is None:
            sentence = _("이 대장에 없는 번호입니다. 새 사안이면 번호를 비우세요.")
            told.wrong.append((self._cell(row, Part.NUMBER), sentence))
            return None
        sees_all = self.rights.sees(case)
        stands = texts_of(case, self.columns, self.names, sees_all=sees_all)
        plan = self._plan(told, row, case, stands)
        if not told.changes and not told.wrong:
            return None
        told.state = RowState.CHANGED
        if self._said(row, Part.VERSION) != str(case.version):
            sentence = _("내려받은 뒤에 이 사안이 바뀌었습니다. 목록을 새로 내려받아 고치세요.")
            told.wrong.append((self._cell(row, Part.VERSION), sentence))
        changed = {one.part for one, _value in map(self._of, plan.typed.items())}
        if changed - {Part.STAGE, Part.DATE, Part.REASON}:
            self._allowed(told, row, self.rights.change(case))
        if plan.stage:
            self._allowed(told, row, self.rights.bring(case, plan.stage), Part.STAGE)
            self._may_come(plan)
        elif Part.DATE in changed:
            sentence = _("단계는 그대로인데 날짜가 다릅니다. 지난 날짜는 사안 쪽의 '바로잡기'로 고치세요.")
            plan.is_wrong(Part.DATE, sentence)
        return plan

    def _new(self, told: RowOutcome, row: ListedRow) -> _Planned:
        told.state = RowState.NEW
        case = Case(register=self.register, definition=self.register.current, opened_by=self.by, values={})
        plan = self._plan(told, row, case, {})
        plan.stage = plan.stage or self.register.said.stages[0].key
        if not told.title:
            plan.is_wrong(Part.TITLE, _("제목을 적으세요."))
        openers = openers_of(self.register.said, self._parties(plan))
        self._allowed(told, row, self.rights.open(openers, plan.stage))
        if plan.when.days and plan.when.days.start and plan.when.days.start > self.on:
            plan.is_wrong(Part.DATE, _("아직 오지 않은 날짜입니다."))
        if self.register.said.stage(plan.stage).joins:
            plan.is_wrong(Part.STAGE, _(_ONE_BY_ONE))
        return plan

    def _allowed(self, told: RowOutcome, row: ListedRow, verdict: Verdict, part: Part = Part.NUMBER) -> None:
        if not verdict:
            told.wrong.append((self._cell(row, part), verdict.reason))

    def _of(self, typed: tuple[str, Any]) -> tuple[Column, Any]:
        return next(one for one in self.columns if one.head == typed[0]), typed[1]

    def _may_come(self, plan: _Planned) -> None:
        """What moving a case asks for beside the right to (as `move_case`)."""
        case, start = plan.case, plan.when.days.start if plan.when.days else None
        way = kinds.way(case.definition.said, case.stage, plan.stage)
        if way and way.reason and not plan.reason:
            plan.is_wrong(Part.REASON, _("이 단계로 옮기려면 사유를 적어야 합니다."))
        if case.definition.said.stage(plan.stage).joins:
            plan.is_wrong(Part.STAGE, _(_ONE_BY_ONE))
        if start and start > self.on:
            plan.is_wrong(Part.DATE, _("아직 오지 않은 날짜입니다. 그날이 지난 뒤에 기록하세요."))
        if kinds.is_against_order(facts_of(case), start) and not plan.reason:
            plan.is_wrong(Part.DATE, _("앞 단계보다 이른 날짜입니다. 맞다면 사유를 함께 적으세요."))

    def _plan(self, told: RowOutcome, row: ListedRow, case: Case, stands: Mapping[str, str]) -> _Planned:
        """Read the columns that say something else than what stands there; what cannot be read is told."""
        plan = _Planned(told, row, case, {}, {one.head: one for one in self.columns})
        said = case.definition.said
        own = {one.key for each in (said.fields, said.roles, said.quantities) for one in each}
        for column in self.columns:
            text, before = row.texts.get(column.head, ""), stands.get(column.head, "")
            if column.part in (Part.NUMBER, Part.VERSION) or text == before:
                continue
            try:
                value, after = self.meanings.read(column, text, case)
            except NoValue as why:
                told.wrong.append((row.cells.get(column.head, self._cell(row, Part.NUMBER)), str(why)))
                continue
            if after == before:
                continue
            if column.of and column.key not in own:
                sentence = _("이 사안의 대장 판에는 없는 항목입니다. 비워 두세요.")
                told.wrong.append((row.cells.get(column.head, ""), sentence))
                continue
            plan.typed[column.head] = value
            if column.part != Part.REASON:
                told.changes.append((column.head, before, after))
        given = {column.part: value for column, value in map(self._of, plan.typed.items())}
        plan.stage = given.get(Part.STAGE, "")
        plan.reason = given.get(Part.REASON, "")
        day = self._said(row, Part.DATE)
        if plan.stage or not case.pk:
            plan.when = self._dated(day)
        return plan

    def _dated(self, text: str) -> Dated:
        try:
            return Dated.read(text, self.on.year)
        except NoValue:
            return Dated()  # what cannot be read is told where it stands

    def _parties(self, plan: _Planned) -> list[tuple[str, Institution | str]]:
        return [one for _column, parties in plan.of(Part.ROLE) for one in parties]

    def _keep(self, planned: Sequence[_Planned]) -> None:
        """Write what rows say, then judge it as it stands: limits are those of the whole list."""
        new = [one for one in planned if not one.case.pk]
        old = [one for one in planned if one.case.pk]
        self._number(new)
        for one in planned:
            self._say(one)
        Case.objects.bulk_create([one.case for one in new], batch_size=_BATCH)
        Case.objects.filter(pk__in=[one.case.pk for one in old]).update(alike=None, version=F("version") + 1)
        Case.objects.bulk_update([one.case for one in old], ["title", "values", "round"], batch_size=_BATCH)
        self._keep_parts(planned)
        self._keep_moves(planned)
        kept = Case.objects.filter(pk__in=[one.case.pk for one in planned])
        now = {one.pk: one for one in listed_cases(kept, self.register)}
        self._keep_alike(planned, now)
        for one in planned:
            self._judge(one, now[one.case.pk])

    def _number(self, new: Sequence[_Planned]) -> None:
        """Numbers that follow those there are, by the year that each case counts from."""
        last: dict[int, int] = {}
        for one in new:
            opened = opened_on(one.when, self.on)
            prefix = f"{self.register.said.prefix}-{opened.year}-"
            if opened.year not in last:
                there = self.register.cases.filter(number__startswith=prefix).aggregate(last=Max("serial"))
                last[opened.year] = there["last"] or 0
            last[opened.year] += 1
            one.case.serial, one.case.opened_date = last[opened.year], opened
            one.case.number = one.told.number = f"{prefix}{last[opened.year]:03}"

    def _say(self, plan: _Planned) -> None:
        case = plan.case
        case.values = {**case.values, **{column.key: value for column, value in plan.of(Part.FIELD)}}
        for _column, title in plan.of(Part.TITLE):
            case.title = title
        for _column, round_ in plan.of(Part.ROUND):
            case.round = round_

    def _keep_parts(self, planned: Sequence[_Planned]) -> None:
        """Keep places, parties and amounts where a row says others: what it does not say any more goes."""
        for part in (_places, _parties, _quantities):
            gone, made = list[int](), list[Any]()
            for plan in planned:
                before, after = part(plan)
                gone += before
                made += after
            model = _MODELS[part]
            model.objects.filter(pk__in=gone).delete()
            model.objects.bulk_create(made, batch_size=_BATCH)

    def _keep_moves(self, planned: Sequence[_Planned]) -> None:
        Move.objects.bulk_create(
            [
                Move(
                    case=one.case,
                    sequence=max((each.sequence for each in one.case.moves.all()), default=0) + 1
                    if not one.is_new
                    else 1,
                    from_stage=one.case.stage,
                    to_stage=one.stage,
                    reason=one.reason,
                    recorded_at=self.at,
                    recorded_by=self.by,
                    **one.when.columns,
                )
                for one in planned
                if one.stage
            ],
            batch_size=_BATCH,
        )

    def _keep_alike(self, planned: Sequence[_Planned], now: Mapping[int, Case]) -> None:
        """Keep what no other open case may have in common with each; tell which have."""
        wanted = {one.case.pk: alike_of(now[one.case.pk]) for one in planned}
        there: dict[str | None, str] = dict(
            self.register.cases.exclude(alike=None)
            .exclude(pk__in=wanted)
            .filter(alike__in=set(wanted.values()) - {None})
            .values_list("alike", "number")
        )
        kept = []
        for one in planned:
            case = now[one.case.pk]
            case.alike = wanted[case.pk]
            if case.alike in there:
                why = _("같은 사안이 이미 있습니다: %(number)s.") % {"number": there[case.alike]}
                one.is_wrong(Part.TITLE, why)
            elif case.alike is not None:
                there[case.alike] = case.number
                kept.append(case)
        Case.objects.bulk_update(kept, ["alike"], batch_size=_BATCH)

    def _judge(self, plan: _Planned, case: Case) -> None:
        """What a case, as it is now, lacks to stand in its stage."""
        said = case.definition.said
        found = [*kinds.out_of_range(said, facts_of(case)), *problems_before(case, case.stage, self.on)]
        for sentence in dict.fromkeys(one.sentence for one in found if one.severity == Severity.ERROR):
            plan.is_wrong(Part.STAGE, sentence)


class _Rights:
    """What a person may do to cases, asked once for all that are alike in what it goes by."""

    def __init__(self, by: Person, register: Register, on: date) -> None:
        self.by, self.register, self.on = by, register, on
        self.asked: dict[object, Verdict] = {}

    def open(self, openers: Sequence[Institution], stage: str) -> Verdict:
        ask = lambda: permissions.may_open(self.by, self.register, openers, stage, self.on)  # noqa: E731
        return self._once(("open", *openers, stage), ask)

    def sees(self, case: Case) -> bool:
        return bool(self._once(("see", _whose(case)), lambda: permissions.may_see(self.by, case, self.on)))

    def change(self, case: Case) -> Verdict:
        ask = lambda: permissions.may_change(self.by, case, self.on)  # noqa: E731
        return self._once(("change", case.stage, _whose(case)), ask)

    def bring(self, case: Case, to: str) -> Verdict:
        ask = lambda: permissions.may_move(self.by, case, to, self.on)  # noqa: E731
        return self._once(("move", case.stage, to, _whose(case)), ask)

    def _once(self, what: object, ask: Callable[[], Verdict]) -> Verdict:
        if what not in self.asked:
            self.asked[what] = ask()
        return self.asked[what]


def _whose(case: Case) -> object:
    """All that the rights to a case go by, beside its stage."""
    parties = frozenset(
        (one.role, one.institution_id, one.valid_from, one.valid_to) for one in case.parties.all()
    )
    return case.definition_id, case.is_withheld, parties


def _places(plan: _Planned) -> tuple[list[int], list[Any]]:
    """The places of a case that go, and those that come."""
    gone, made = list[int](), list[Any]()
    for _column, said in plan.of(Part.PLACES):
        gone += [] if plan.is_new else [one.pk for one in plan.case.places.all()]
        made += [CaseRegion(case=plan.case, region=region, part=part) for region, part in said]
    return gone, made


def _parties(plan: _Planned) -> tuple[list[int], list[Any]]:
    """The parties that go, but those whose opinions were asked, and those that come."""
    gone, made = list[int](), list[Any]()
    for column, said in plan.of(Part.ROLE):
        there = [] if plan.is_new else [one for one in plan.case.parties.all() if one.role == column.key]
        kept = {one.institution or one.name for one in there}
        wanted = {who for _role, who in said or []}
        gone += [
            one.pk for one in there if (one.institution or one.name) not in wanted and not one.opinions.all()
        ]
        for role, who in said or []:
            named: dict[str, Any] = {"name": who} if isinstance(who, str) else {"institution": who}
            made += [] if who in kept else [Party(case=plan.case, role=role, **named)]
    return gone, made


def _quantities(plan: _Planned) -> tuple[list[int], list[Any]]:
    """The amounts that go, and those that come."""
    gone, made = list[int](), list[Any]()
    for column, said in plan.of(Part.QUANTITY):
        there = [] if plan.is_new else plan.case.quantities.all()
        gone += [one.pk for one in there if (one.key, one.year, one.kind) == column.amount]
        if said and column.amount:
            key, year, kind = column.amount
            made.append(
                Quantity(case=plan.case, key=key, year=year, kind=kind, amount=said[0], printed=said[1])
            )
    return gone, made


_MODELS: Mapping[Callable[..., object], Any] = {_places: CaseRegion, _parties: Party, _quantities: Quantity}
