"""What is asked where sections of a plan are assigned and returned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.core.ranges import LONGEST_TEXT
from goru.domain.formulation.queries import assignee_name
from goru.domain.plans import queries as plans
from goru.web.asking import day_field

if TYPE_CHECKING:
    from goru.book.items.sections import Section
    from goru.domain.institutions.models import Institution, Unit


def _note(label: Any, **named: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **named
    )


def _name(one: Unit | Institution, *, has_writer: bool) -> str:
    name = assignee_name(one)
    return name if has_writer else _("%(name)s (작성 담당자 없음)") % {"name": name}


class Changed(forms.Form):
    """Until when a section is written, and what is asked."""

    due_date = day_field(
        _("내부 기한"), help_text=_("이날까지 제출해 달라고 알립니다. 법정 기한보다 앞서 정하세요.")
    )
    note = _note(_("안내"), required=False, help_text=_("무엇을 어떻게 써 달라는지 적습니다."))


class Assigned(Changed):
    """Sections, and who writes them."""

    sections = forms.MultipleChoiceField(label=_("맡길 절"), widget=forms.CheckboxSelectMultiple)
    to = forms.TypedChoiceField(
        label=_("맡을 부서나 시·군·구"),
        help_text=_("작성 담당자가 없는 곳에 맡긴 절은 담당자를 임명해야 쓸 수 있습니다."),
    )
    field_order = ("sections", "to", "due_date", "note")

    def __init__(
        self,
        *arguments: Any,
        sections: Sequence[Section],
        assignees: Sequence[Unit | Institution],
        without_writer: Collection[Unit | Institution],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        chosen: Any = self.fields["sections"]
        chosen.choices = [(one.key, plans.section_name(one)) for one in sections]
        to: Any = self.fields["to"]
        known = {f"{type(one).__name__}-{one.pk}": one for one in assignees}
        names = {key: _name(one, has_writer=one not in without_writer) for key, one in known.items()}
        to.choices = [("", _("고르세요")), *names.items()]
        to.coerce = known.get


class Returned(forms.Form):
    """What a section lacks."""

    note = _note(_("보완할 것"))
