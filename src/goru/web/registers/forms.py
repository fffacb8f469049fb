"""What is asked where rounds and cases are opened, moved, told of and linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goru.core.ranges import LONGEST_TEXT
from goru.domain.institutions import queries as institutions
from goru.domain.publication import queries as publications
from goru.domain.registers import queries
from goru.domain.registers.actions import Said
from goru.domain.registers.rules.values import (
    NoValue,
    amount_of,
    day_said,
    end_of,
    first_of,
    period_in,
    read_all,
    read_return,
    said_of,
)
from goru.domain.registers.vocabulary import FieldKind, LinkKind, OpinionVerdict, Period, QuantityKind
from goru.web.asking import day_field
from goru.web.templatetags import registers as wording

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person
    from goru.domain.registers.models import Case, Party, Round
    from goru.domain.registers.rules.definition import (
        CaseField,
        PartyRole,
        QuantityField,
        RegisterDefinition,
        Return,
    )

_DATE_HINT = gettext_lazy("2024-03-15, '24.3월, '24.3분기, '24.下처럼 씁니다. 모르면 비워 둡니다.")
_MOST_PERIODS = 12


def _text(label: Any, *, rows: int = 3, **named: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST_TEXT, required=False, widget=widget, **named)


class _Dated(forms.Form):
    """Something that happened on a day, written as one writes it."""

    date_said = forms.CharField(
        label=gettext_lazy("날짜"), max_length=100, required=False, help_text=_DATE_HINT
    )

    def clean_date_said(self) -> str:
        """A date that can be read."""
        said: str = self.cleaned_data["date_said"]
        if said:
            try:
                day_said(said, date.max.year - 1)
            except NoValue as why:
                raise forms.ValidationError(str(why)) from why
        return said


class Moved(_Dated):
    """A case comes into another stage."""

    reason = _text(gettext_lazy("사유"))
    note = _text(gettext_lazy("메모"))

    def __init__(self, *arguments: Any, needs_reason: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["reason"].required = needs_reason


class Corrected(_Dated):
    """The last move is put right."""

    to = forms.ChoiceField(label=gettext_lazy("바른 단계"))
    reason = forms.CharField(
        label=gettext_lazy("바로잡는 사유"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("to", "date_said", "reason")

    def __init__(self, *arguments: Any, said: RegisterDefinition, **named: Any) -> None:
        super().__init__(*arguments, **named)
        chosen: Any = self.fields["to"]
        chosen.choices = _stages(said)


class OpenedRound(forms.Form):
    """A new round of a register."""

    year = forms.IntegerField(label=gettext_lazy("연도"), min_value=2000, max_value=2100)
    part = forms.TypedChoiceField(label=gettext_lazy("몇 번째"), coerce=int)
    name = forms.CharField(label=gettext_lazy("회차 이름"), max_length=100)
    first_day = day_field(gettext_lazy("여는 날"), required=False)
    last_day = day_field(gettext_lazy("닫는 날"), required=False)
    quota = forms.IntegerField(
        label=gettext_lazy("정원(건)"), min_value=1, max_value=1_000_000, required=False
    )

    def __init__(self, *arguments: Any, period: Period, **named: Any) -> None:
        super().__init__(*arguments, **named)
        parts = {Period.HALF: 2, Period.QUARTER: 4, Period.MONTH: 12}.get(period, 12)
        chosen: Any = self.fields["part"]
        chosen.choices = [(one, one) for one in range(1, parts + 1)]

    def clean(self) -> dict[str, Any]:
        """With the two days as one."""
        said = dict(self.cleaned_data)
        days = said.pop("first_day", None), said.pop("last_day", None)
        return {**said, "days": days}


class Asked(forms.Form):
    """Until when a party is asked for its opinion."""

    due_date = day_field(gettext_lazy("언제까지"), required=False)


class Given(forms.Form):
    """What a party says."""

    verdict = forms.TypedChoiceField(
        label=gettext_lazy("의견"), choices=OpinionVerdict.choices, coerce=OpinionVerdict
    )
    text = _text(gettext_lazy("까닭과 조건"), help_text=gettext_lazy("조건부 동의와 반대는 반드시 적습니다."))

    def clean(self) -> dict[str, Any]:
        """An opinion that needs a reason has one."""
        said = self.cleaned_data
        needs = {OpinionVerdict.CONDITIONAL, OpinionVerdict.OBJECTED}
        if said.get("verdict") in needs and not said.get("text"):
            self.add_error("text", _("조건이나 반대하는 까닭을 적으세요."))
        return said


class Evidenced(forms.Form):
    """What shows that something is so."""

    title = forms.CharField(label=gettext_lazy("근거의 이름"), max_length=200)
    article = forms.CharField(label=gettext_lazy("조문"), max_length=60, required=False)
    address = forms.URLField(
        label=gettext_lazy("주소"), max_length=500, required=False, assume_scheme="https"
    )
    day = day_field(gettext_lazy("근거의 날짜"), required=False)


class Linked(forms.Form):
    """What a case is linked to: an item of a plan by its code, or another case by its number."""

    kind = forms.TypedChoiceField(label=gettext_lazy("관계"), choices=LinkKind.choices, coerce=LinkKind)
    to = forms.CharField(
        label=gettext_lazy("항목 부호나 사안 번호"),
        max_length=40,
        help_text=gettext_lazy("계획의 항목은 A-000123-7 같은 부호로, 다른 사안은 그 번호로 씁니다."),
    )
    stage = forms.ChoiceField(label=gettext_lazy("이 단계에 오면 지표를 이룬 것으로 봅니다"), required=False)

    def __init__(self, *arguments: Any, said: RegisterDefinition, by: Person, on: date, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._by, self._on = by, on
        chosen: Any = self.fields["stage"]
        chosen.choices = [("", _("해당 없음")), *_stages(said)]

    def clean(self) -> dict[str, Any]:
        """With the item or the case that is meant."""
        said = dict(self.cleaned_data)
        to = said.pop("to", None)
        if not to:
            return said
        other = queries.seen_cases(self._by, self._on).filter(number=to).first()
        item = None
        if other is None and not publications.is_mistyped(to):
            try:
                item = publications.item_of(to)
            except ObjectDoesNotExist:
                item = None
        if other is None and item is None:
            self.add_error("to", _("이런 부호의 항목이나 이런 번호의 사안이 없습니다."))
        return {**said, "item": item, "other": other}


class Withheld(forms.Form):
    """Why a case is kept from the public, or given back."""

    reason = forms.CharField(
        label=gettext_lazy("근거"),
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy(
            "비공개로 할 때는 공공기관의 정보공개에 관한 법률 제9조의 어느 호인지 적습니다."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Told(forms.Form):
    """What is told of a case for a period that is over."""

    period = forms.ChoiceField(label=gettext_lazy("기간"))

    def __init__(self, *arguments: Any, told: Return, case: Case, on: date, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._told = told
        chosen: Any = self.fields["period"]
        chosen.choices = [(one, wording.period(one)) for one in _periods(told.period, case.opened_date, on)]
        for one in told.values:
            label = f"{one.name} ({one.unit})" if one.unit else str(one.name)
            choices = [(each.key, str(each.name)) for each in one.choices]
            self.fields[one.key] = _field(one.kind, label, choices)
        self.fields["note"] = _text(
            _("메모"), help_text=_("비워 둔 값이 있거나 이미 기록한 기간을 고치면 까닭을 적습니다.")
        )

    def clean(self) -> dict[str, Any]:
        """With the values as they were typed, each of which can be kept."""
        said = dict(self.cleaned_data)
        typed = {one.key: _typed(said.get(one.key)) for one in self._told.values}
        for key, why in read_return(self._told, typed)[1].items():
            self.add_error(key, why)
        return {"period": said.get("period"), "note": said.get("note", ""), "typed": typed}


class Stated(forms.Form):
    """All that is said of a case, by the definition of its register."""

    title = forms.CharField(label=gettext_lazy("사안 이름"), max_length=500)

    def __init__(
        self,
        *arguments: Any,
        said: RegisterDefinition,
        rounds: Sequence[Round],
        on: date,
        case: Case | None = None,
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self._said, self._on, self._case = said, on, case
        self._rounds = {one.key: one for one in rounds}
        if rounds:
            names = [(one.key, one.name) for one in rounds]
            self.fields["round"] = forms.ChoiceField(
                label=_("회차"), required=False, choices=[("", _("회차 없음")), *names]
            )
        if said.has_places:
            hint = _(
                "한 줄에 하나씩, '경북 포항시'처럼 씁니다. 일부이면 쌍점 뒤에 씁니다(경북 포항시: 영일만)."
            )
            self.fields["places"] = _text(_("지역"), help_text=hint)
        for role in said.roles:
            there = [one for one in case.parties.all() if one.role == role.key] if case else []
            self.fields[f"role-{role.key}"] = _role_field(role, on, there)
        for one in said.fields:
            choices = [(each.key, str(each.name)) for each in one.choices]
            hint = str(one.hint) if one.hint else ""
            self.fields[f"field-{one.key}"] = _field(one.kind, str(one.name), choices, hint)
        for quantity in said.quantities:
            for kind in QuantityKind:
                self.fields[f"quantity-{quantity.key}-{kind}"] = _quantity_field(quantity, kind)
        self.fields["term_from"] = day_field(_("기간의 첫날"), required=False)
        self.fields["term_to"] = day_field(_("기간의 마지막 날"), required=False)

    def clean(self) -> dict[str, Any]:
        """With `said`: what the deed is given."""
        typed = self.cleaned_data
        given = {one.key: _typed(typed.get(f"field-{one.key}")) for one in self._said.fields}
        values, wrong = read_all(self._said, given)
        for key, why in wrong.items():
            self.add_error(f"field-{key}", why)
        said = Said(
            title=typed.get("title", ""),
            values=values,
            places=list(self._places()),
            parties=list(self._parties()),
            amounts=dict(self._amounts()),
            round=self._rounds.get(typed.get("round", "")),
            term=self._term(),
        )
        return {"said": said, **{name: typed[name] for name in _OF_OPENING if name in typed}}

    def _places(self) -> Iterable[Any]:
        for line in _lines(self.cleaned_data.get("places")):
            name, _colon, part = line.partition(":")
            try:
                yield queries.region_said(name, self._on), part.strip()
            except NoValue as why:
                self.add_error("places", str(why))

    def _parties(self) -> Iterable[Any]:
        for role in self._said.roles:
            name = f"role-{role.key}"
            for line in dict.fromkeys(_lines(self.cleaned_data.get(name))):
                try:
                    yield role.key, queries.party_said(role, line, self._on)
                except NoValue as why:
                    self.add_error(name, str(why))

    def _amounts(self) -> Iterable[Any]:
        """Each amount; one that stays as it was keeps the words it was printed in."""
        before = (
            {(one.key, one.year, one.kind): one for one in self._case.quantities.all()} if self._case else {}
        )
        for quantity in self._said.quantities:
            for kind in QuantityKind:
                name = f"quantity-{quantity.key}-{kind}"
                for line in _lines(self.cleaned_data.get(name)):
                    year, typed = _year_and(line) if quantity.per_year else (None, line)
                    try:
                        found = amount_of(quantity, typed)
                    except NoValue as why:
                        self.add_error(name, str(why))
                        continue
                    was = before.get((quantity.key, year, kind))
                    yield (
                        (quantity.key, year, kind),
                        (found, was.printed if was and was.amount == found else typed),
                    )

    def _term(self) -> tuple[date | None, date | None]:
        first, last = self.cleaned_data.get("term_from"), self.cleaned_data.get("term_to")
        if first and last and first > last:
            self.add_error("term_to", _("시작하는 날이 끝나는 날보다 늦습니다."))
        return first, last


class Opened(Stated, _Dated):
    """A new case: what is said of it, the stage it begins in, since when."""

    stage = forms.ChoiceField(label=gettext_lazy("시작하는 단계"))
    note = _text(gettext_lazy("메모"))

    def __init__(self, *arguments: Any, said: RegisterDefinition, **named: Any) -> None:
        super().__init__(*arguments, said=said, **named)
        chosen: Any = self.fields["stage"]
        chosen.choices = _stages(said)
        self.order_fields(["title", "stage", "date_said"])


_OF_OPENING = ("stage", "date_said", "note")


def initial_of(case: Case) -> dict[str, Any]:
    """What stands of a case, as its form has it."""
    said = case.definition.said
    found: dict[str, Any] = {
        "title": case.title,
        "round": case.round.key if case.round else "",
        "term_from": case.term_from,
        "term_to": case.term_to,
        "places": "\n".join(_place(one) for one in case.places.all()),
    }
    for role in said.roles:
        names = [str(one) for one in case.parties.all() if one.role == role.key]
        found[f"role-{role.key}"] = "\n".join(names)
    for one in said.fields:
        value = case.values.get(one.key)
        found[f"field-{one.key}"] = _initial(one, value)
    for quantity in said.quantities:
        for kind in QuantityKind:
            rows = [one for one in case.quantities.all() if (one.key, one.kind) == (quantity.key, kind)]
            found[f"quantity-{quantity.key}-{kind}"] = "\n".join(_amount(one, quantity) for one in rows)
    return found


def _initial(one: CaseField, value: Any) -> Any:
    if one.kind == FieldKind.LIST:
        return "\n".join(value or ())
    return value if one.kind in {FieldKind.TICK, FieldKind.CHOICE} else said_of(one, value)


def _place(one: Any) -> str:
    return f"{one.region}: {one.part}" if one.part else str(one.region)


def _amount(one: Any, quantity: QuantityField) -> str:
    said = f"{wording.amount(one.amount)}{quantity.unit}"
    return f"{one.year}: {said}" if one.year else said


def _year_and(line: str) -> tuple[int | None, str]:
    """A year and what is said of it."""
    year, colon, rest = line.partition(":")
    return (int(year), rest) if colon and year.strip().isdecimal() else (None, line)


def _lines(typed: Any) -> list[str]:
    return [line.strip() for line in str(typed or "").splitlines() if line.strip()]


def _typed(value: Any) -> str:
    """What was typed, of a box what it says."""
    return "예" if value is True else value or ""


def _stages(said: RegisterDefinition) -> list[tuple[str, str]]:
    return [(one.key, str(one.name)) for one in said.stages]


def _field(kind: str, label: str, choices: Sequence[tuple[str, str]], hint: str = "") -> forms.Field:
    """The field of a form for a field of a definition."""
    match kind:
        case FieldKind.TICK:
            return forms.BooleanField(label=label, required=False, help_text=hint)
        case FieldKind.CHOICE:
            return forms.ChoiceField(
                label=label, required=False, choices=[("", _("고르지 않음")), *choices], help_text=hint
            )
        case FieldKind.LIST:
            return _text(label, help_text=hint or _("한 줄에 하나씩 씁니다."))
        case FieldKind.TEXT:
            return _text(label, rows=2, help_text=hint)
        case FieldKind.DAY:
            return forms.CharField(
                label=label, required=False, max_length=100, help_text=hint or str(_DATE_HINT)
            )
        case _:
            return forms.CharField(label=label, required=False, max_length=100, help_text=hint)


def _role_field(role: PartyRole, on: date, there: Sequence[Party]) -> forms.Field:
    """A choice where one of few has the part, who has it now among them; else a line for each."""
    if role.many or role.free or "municipality" in role.kinds:
        hint = _("한 줄에 하나씩 씁니다.") if role.many else _("이름을 씁니다.")
        return _text(str(role.name), rows=3 if role.many else 1, help_text=hint)
    found = queries.institutions_for(role, on)
    known = {one.short_name: institutions.named(one) for one in found} | {str(one): str(one) for one in there}
    return forms.ChoiceField(label=str(role.name), required=False, choices=[("", _("없음")), *known.items()])


def _quantity_field(quantity: QuantityField, kind: QuantityKind) -> forms.Field:
    units = ", ".join({quantity.unit: 1, **quantity.units})
    if quantity.per_year:
        hint = _("한 줄에 한 해씩 씁니다(2024: 150%(unit)s). 단위: %(units)s.")
    else:
        hint = _("수와 단위를 씁니다(150%(unit)s). 단위: %(units)s.")
    rows = 3 if quantity.per_year else 1
    given = {"unit": quantity.unit, "units": units}
    return _text(f"{quantity.name} ({kind.label})", rows=rows, help_text=hint % given)


def _periods(kind: Period, since: date, on: date) -> list[str]:
    """The periods of a kind that are over, from the one that something began in; the latest first."""
    found: list[str] = []
    day = on
    while len(found) <= _MOST_PERIODS:
        period = period_in(kind, day)
        first = first_of(period)
        if end_of(period) < on:
            found.append(period)
        if first <= since:
            break
        day = first - date.resolution
    return found
