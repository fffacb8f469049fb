"""What is asked where a guideline is written, consulted on, sent and asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.core.ranges import LONGEST_TEXT
from goru.domain.formulation.rules import Letter, Wording
from goru.domain.institutions import queries as institutions
from goru.domain.plans.vocabulary import PlanKind
from goru.web.asking import day_field

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution
    from goru.domain.meetings.models import AgendaItem, Meeting
    from goru.domain.plans.models import Cycle, Edition

_LONGEST = 200
_MOST_PERSONS = 1_000


def _long(label: Any, rows: int = 8, **named: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=widget, **named)


def _kinds(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, choices=PlanKind.choices, coerce=PlanKind, widget=forms.CheckboxSelectMultiple
    )


def _chosen(label: Any, **named: Any) -> Any:
    return forms.TypedChoiceField(label=label, **named)


class Opened(forms.Form):
    """A new guideline."""

    cycle = _chosen(_("연도"))
    title = forms.CharField(label=_("제목"), max_length=_LONGEST)

    def __init__(self, *arguments: Any, cycles: Sequence[Cycle], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["cycle"]
        field.choices = [(one.year, one.year) for one in cycles]
        field.coerce = {str(one.year): one for one in cycles}.get


class Framed(forms.Form):
    """The edition of the national part that plans follow."""

    edition_id = _chosen(
        _("과제 체계"),
        coerce=int,
        help_text=_("계획이 따를 전략과 과제입니다. 계획을 낼 부처도 여기서 정해집니다."),
    )

    def __init__(self, *arguments: Any, frames: Sequence[Edition], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["edition_id"]
        field.choices = [(one.pk, f"{one.ended_at:%Y-%m-%d} · {one.digest[:12]}") for one in frames]


class Worded(forms.Form):
    """What a section says."""

    title = forms.CharField(label=_("항목 이름"), max_length=_LONGEST)
    kinds = _kinds(_("어느 계획에 쓰는 항목인지"))
    guidance = _long(_("적는 법"), rows=12)
    is_required = forms.BooleanField(label=_("반드시 적는 항목"), required=False)
    reason = forms.CharField(
        label=_("고치는 까닭"),
        max_length=_LONGEST,
        required=False,
        help_text=_("의결한 뒤에는 반드시 적습니다. 받은 기관에 함께 보입니다."),
    )

    def clean(self) -> dict[str, Any]:
        """With all but the reason as a wording."""
        said = dict(self.cleaned_data)
        if self.errors:
            return said
        kinds = [kind.value for kind in said.pop("kinds")]
        fields = {name: said.pop(name) for name in ("title", "guidance", "is_required")}
        return {**said, "wording": Wording(kinds=kinds, **fields)}


class Added(Worded):
    """A new section."""

    key = forms.SlugField(
        label=_("영문 이름"),
        max_length=40,
        error_messages={"invalid": _("영문자, 숫자, 붙임표(-), 밑줄(_)만 쓸 수 있습니다.")},
        help_text=_(
            "주소에 쓰입니다. 필수 항목 project-place, project-unit, project-money가 있으면 "
            "사업마다 위치, 담당 부서, 사업비가 있는지 점검합니다."
        ),
    )
    field_order = ("key", "title", "kinds", "guidance", "is_required", "reason")


class Consulted(forms.Form):
    """A consultation that was begun."""

    name = forms.CharField(label=_("협의 이름"), max_length=100)
    kinds = _kinds(_("어느 계획의 지침에 관한 협의인지"))
    begun_date = day_field(_("시작한 날"))
    participants = forms.TypedMultipleChoiceField(label=_("참여한 기관"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *arguments: Any, partners: Sequence[Institution], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["participants"]
        field.choices = [(one.key, institutions.named(one)) for one in partners]
        field.coerce = {one.key: one for one in partners}.get


class Finished(forms.Form):
    """How a consultation ended."""

    finished_date = day_field(_("마친 날"))
    result = _long(_("협의 결과"))


class Brought(forms.Form):
    """The meeting that a guideline is brought before."""

    meeting = _chosen(_("회의"), coerce=str)

    def __init__(self, *arguments: Any, meetings: Sequence[Meeting], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["meeting"]
        field.choices = [(f"{one.pk}-{one.version}", f"{one} ({one.held_date})") for one in meetings]

    def clean(self) -> dict[str, Any]:
        """The meeting as it was seen."""
        if "meeting" not in self.cleaned_data:
            return self.cleaned_data
        meeting, _hyphen, version = self.cleaned_data["meeting"].partition("-")
        return {"meeting_id": int(meeting), "meeting_version": int(version)}


class Resolved(forms.Form):
    """The item of an agenda by which a guideline was resolved."""

    item_id = _chosen(_("의결한 안건"), coerce=int)

    def __init__(self, *arguments: Any, items: Sequence[AgendaItem], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["item_id"]
        field.choices = [(one.pk, f"{one} {one.get_outcome_display()}") for one in items]


class Sent(forms.Form):
    """The letters by which a guideline is sent, one a kind of plan."""

    letter_date = day_field(_("공문 날짜"))
    signer = forms.CharField(label=_("결재한 사람"), max_length=60, help_text=_("직위와 이름"))
    provincial = forms.CharField(label=_("공문 번호: 시·도"), max_length=60)
    sectoral = forms.CharField(label=_("공문 번호: 중앙행정기관"), max_length=60)
    megaregional = forms.CharField(label=_("공문 번호: 초광역권"), max_length=60)

    def clean(self) -> dict[str, Any]:
        """A letter for each kind of plan."""
        said = self.cleaned_data
        if self.errors:
            return said
        day, signer = said["letter_date"], said["signer"]
        return {"letters": {kind: Letter(said[kind.value], day, signer) for kind in PlanKind}}


class Received(forms.Form):
    """The number under which a letter was received."""

    receipt_number = forms.CharField(label=_("접수 번호"), max_length=60)


class Asked(forms.Form):
    """A question."""

    text = _long(_("질문"), rows=5)


class Answered(forms.Form):
    """An answer."""

    text = _long(_("답변"), help_text=_("받은 모든 기관에 보입니다."))


class Briefed(forms.Form):
    """A briefing that was held, and how many came from each recipient."""

    held_date = day_field(_("날짜"))
    place = forms.CharField(label=_("장소"), max_length=100)
    material = forms.CharField(label=_("나누어 준 자료"), max_length=_LONGEST)

    def __init__(self, *arguments: Any, recipients: Iterable[Institution], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._counts = {f"count-{one.key}": one for one in recipients}
        for name, one in self._counts.items():
            self.fields[name] = forms.IntegerField(
                label=institutions.named(one), required=False, min_value=0, max_value=_MOST_PERSONS
            )

    def clean(self) -> dict[str, Any]:
        """With the numbers of who came by institution; nobody is nothing."""
        said = dict(self.cleaned_data)
        counts = {one: said.pop(name, None) for name, one in self._counts.items()}
        return {**said, "attendances": {one: count for one, count in counts.items() if count}}
