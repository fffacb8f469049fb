"""What is asked where the calendar and the five-year plans are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.core import ranges
from goru.domain.plans.vocabulary import ChangeGround

_LONGEST_NAME, _LONGEST_SOURCE, _LONGEST_REASON, _LONGEST_CODE = 60, 200, 1000, 40
_MOST_ITEMS = 2000


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def _year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=ranges.FIRST_YEAR, max_value=ranges.LAST_YEAR)


def _reason(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=_LONGEST_REASON, widget=forms.Textarea({"rows": 3})
    )


class Holiday(forms.Form):
    """A day that was made a holiday for once."""

    day = _day(_("날짜"))
    name = forms.CharField(label=_("이름"), max_length=_LONGEST_NAME)
    source = forms.CharField(
        label=_("출처"),
        max_length=_LONGEST_SOURCE,
        help_text=_("관보나 국무회의 의결처럼 확인할 수 있는 근거"),
    )


class Taken(forms.Form):
    """Why a day is no holiday after all."""

    source = forms.CharField(label=_("근거"), max_length=_LONGEST_SOURCE)


class Excepted(forms.Form):
    """A later day for one duty."""

    due_date = _day(_("새 기한"))
    reason = _reason(_("까닭"), _("기관 이름과 함께 누구에게나 보입니다."))


class Ended(forms.Form):
    """Why an exception ends."""

    reason = _reason(_("까닭"), _("공적 행위 기록에 남습니다."))


class Registered(forms.Form):
    """A five-year plan that is there."""

    institution = forms.ChoiceField(label=_("기관"))
    first_year = _year(_("첫해"))
    last_year = _year(_("마지막 해"))

    def __init__(self, *arguments: Any, owners: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["institution"].choices = owners  # type: ignore[attr-defined]


class Step(forms.Form):
    """When a step was taken, and what shows it."""

    day = _day(_("한 날"), required=False, help_text=_("비워 두면 기록에서 지웁니다."))
    evidence = forms.CharField(
        label=_("근거 문서"),
        max_length=_LONGEST_SOURCE,
        required=False,
        help_text=_("공문 번호나 회의 이름. 비워도 됩니다."),
    )


class Changed(forms.Form):
    """A change of a five-year plan."""

    day = _day(_("바뀐 날"))
    ground = forms.TypedChoiceField(label=_("사유"), choices=ChangeGround.choices, coerce=ChangeGround)
    percent = forms.DecimalField(
        label=_("총사업 규모가 달라진 비율(%)"),
        max_digits=6,
        decimal_places=2,
        required=False,
        help_text=_("사업 규모를 바꿀 때만 적습니다. 줄었으면 -를 붙입니다."),
    )
    what = _reason(_("바뀐 내용"))


class Items(forms.Form):
    """The items of a five-year plan, a line each: the code, a blank, the name."""

    items = forms.CharField(
        label=_("항목"),
        required=False,
        widget=forms.Textarea({"rows": 20}),
        help_text=_("한 줄에 하나씩, 부호와 이름을 빈칸으로 나눠 적습니다. 예: Ⅰ-1 지방대 육성"),
    )

    def clean_items(self) -> list[tuple[str, str]]:
        """Each line as a code and a name."""
        lines = [line.split(maxsplit=1) for line in self.cleaned_data["items"].splitlines() if line.strip()]
        if any(len(line) < 2 for line in lines):
            raise forms.ValidationError(_("이름이 없는 줄이 있습니다."))
        if len(lines) > _MOST_ITEMS or any(
            len(code) > _LONGEST_CODE or len(name) > ranges.LONGEST_NAME for code, name in lines
        ):
            raise forms.ValidationError(_("항목이 너무 많거나, 부호나 이름이 너무 깁니다."))
        return [(code, name.strip()) for code, name in lines]
