from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.domain.plans.vocabulary import MilestoneState

if TYPE_CHECKING:
    from goru.domain.plans.models import FocusTask

_STATES = [("", _("전체")), *MilestoneState.choices]
_WRONG_DAY = {"invalid": _("날짜는 2024-03-31처럼 적습니다.")}


class Choice(forms.Form):
    """Which steps of a year's focus tasks are shown."""

    since = forms.DateField(
        label=_("이날부터"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        error_messages=_WRONG_DAY,
    )
    until = forms.DateField(
        label=_("이날까지"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        error_messages=_WRONG_DAY,
    )
    state = forms.ChoiceField(label=_("상태"), required=False, choices=_STATES)
    task = forms.ChoiceField(label=_("과제"), required=False)

    def __init__(self, *arguments: Any, tasks: Iterable[FocusTask], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.label_suffix = ""
        names = [(f"{one.group}-{one.number}", one.title) for one in tasks]
        self.fields["task"] = forms.ChoiceField(
            label=_("과제"), required=False, choices=[("", _("전체")), *names]
        )
