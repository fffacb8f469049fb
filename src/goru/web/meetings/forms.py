"""What is asked where bodies are opened and meetings recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goru.core.ranges import LONGEST_TEXT
from goru.domain.institutions import queries as institutions
from goru.domain.meetings.rules import Term, Votes
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind, MemberKind, Outcome
from goru.domain.registers import queries as registers
from goru.web.asking import day_field

if TYPE_CHECKING:
    from datetime import date

    from goru.domain.institutions.models import Institution, Person
    from goru.domain.meetings.queries import Seat

_MOST_MEMBERS, _MOST_NUMBER = 1_000, 30_000


class Opened(forms.Form):
    """A new body."""

    institution = forms.TypedChoiceField(label=_("기관"))
    kind = forms.TypedChoiceField(label=_("회의체 구분"), choices=BodyKind.choices, coerce=BodyKind)
    name = forms.CharField(label=_("회의체 이름"), max_length=60)
    key = forms.SlugField(label=_("영문 이름"), max_length=40, help_text=_("주소에 쓰입니다."))
    first_day = day_field(_("첫날"))
    last_day = day_field(_("마지막 날"), required=False, help_text=_("정해지지 않았으면 비워 둡니다."))

    def __init__(self, *arguments: Any, of: Sequence[Institution], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._of = {one.key: one for one in of}
        field: Any = self.fields["institution"]
        field.choices = [(one.key, institutions.named(one)) for one in of]
        field.coerce = self._of.get


class Named(forms.Form):
    """A new member."""

    kind = forms.TypedChoiceField(label=_("위원 구분"), choices=MemberKind.choices, coerce=MemberKind)
    name = forms.CharField(label=_("이름"), max_length=60)
    office = forms.CharField(
        label=_("직함"), max_length=100, required=False, help_text=_("당연직위원은 반드시 적습니다.")
    )
    person = forms.CharField(
        label=_("아이디"),
        max_length=150,
        required=False,
        help_text=_("계정이 있으면 적습니다. 회의를 볼 수 있게 됩니다."),
    )
    first_day = day_field(_("임기 첫날"))
    last_day = day_field(_("임기 마지막 날"), required=False, help_text=_("위촉위원은 반드시 적습니다."))

    def clean_person(self) -> Any:
        """The person who signs in by that name."""
        name = self.cleaned_data["person"]
        found = institutions.account_of(name) if name else None
        if name and found is None:
            raise forms.ValidationError(_("이 아이디로 들어올 수 있는 사람이 없습니다."))
        return found

    def clean(self) -> dict[str, Any]:
        """With the two days as a term."""
        said = dict(self.cleaned_data)
        first, last = said.pop("first_day", None), said.pop("last_day", None)
        return {**said, "term": Term(first, last)} if first else said


class Ended(forms.Form):
    """The last day of a member."""

    last_day = day_field(_("마지막 날"))
    reason = forms.CharField(label=_("근거"), max_length=200, required=False)


class Called(forms.Form):
    """A new meeting."""

    number = forms.IntegerField(label=_("차수"), min_value=1, max_value=_MOST_NUMBER)
    held_date = day_field(_("날짜"))
    place = forms.CharField(label=_("장소"), max_length=100)


class Put(forms.Form):
    """A new item on an agenda."""

    kind = forms.TypedChoiceField(label=_("안건 구분"), choices=AgendaKind.choices, coerce=AgendaKind)
    title = forms.CharField(label=_("안건 이름"), max_length=200)
    case = forms.CharField(
        label=_("사안 번호"),
        max_length=40,
        required=False,
        help_text=_("대장의 사안을 다루면 그 번호를 씁니다(특구-기회-2024-001)."),
    )

    def __init__(self, *arguments: Any, by: Person, on: date, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._by, self._on = by, on

    def clean(self) -> dict[str, Any]:
        """With the case as what the item is about."""
        said = dict(self.cleaned_data)
        number = said.pop("case", "")
        found = registers.seen_cases(self._by, self._on).filter(number=number).first() if number else None
        if number and found is None:
            self.add_error("case", gettext("이런 번호의 사안이 없습니다."))
        return {**said, "subject": found.subject if found else None}


class Attended(forms.Form):
    """Who of the members in office was present."""

    members = forms.TypedMultipleChoiceField(
        label=_("출석한 위원"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *arguments: Any, seats: Iterable[Seat], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["members"]
        field.choices = [(seat.member.pk, str(seat.member)) for seat in seats]
        field.initial = [seat.member.pk for seat in seats if seat.is_present]


class Decided(forms.Form):
    """What was decided on an item, and by how many votes."""

    outcome = forms.TypedChoiceField(label=_("결정"), choices=Outcome.choices, coerce=Outcome)
    in_favour = forms.IntegerField(label=_("찬성"), min_value=0, max_value=_MOST_MEMBERS)
    against = forms.IntegerField(label=_("반대"), min_value=0, max_value=_MOST_MEMBERS)
    abstained = forms.IntegerField(label=_("기권"), min_value=0, max_value=_MOST_MEMBERS)
    remark = forms.CharField(
        label=_("수정한 내용이나 붙인 조건"),
        help_text=_("수정의결과 조건부의결은 반드시 적습니다."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """With the three counts as votes."""
        said = dict(self.cleaned_data)
        counts = [said.pop(name, None) for name in ("in_favour", "against", "abstained")]
        return said if None in counts else {**said, "votes": Votes(*counts)}


class CalledOff(forms.Form):
    """Why a meeting is called off."""

    reason = forms.CharField(label=_("근거"), max_length=200, required=False)
