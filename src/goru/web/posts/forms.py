"""What is asked where a post is given, passed on or taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from goru.domain.institutions import queries as institutions
from goru.domain.institutions.rules import WITH_UNITS
from goru.domain.institutions.vocabulary import InstitutionKind, UnitKind

_LONGEST_REASON, _LONGEST_NAME = 200, 60


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("근거"),
        help_text=_("인사발령 번호처럼 기록에 남길 말. 비워도 됩니다."),
        max_length=_LONGEST_REASON,
        required=False,
    )


class Ended(forms.Form):
    """The last day on which a person holds a post."""

    last_day = _day(_("마지막 날"))
    reason = _reason()


class Telephone(forms.Form):
    """The telephone of an office; `seen` is what stood there."""

    telephone = forms.CharField(
        label=_("사무실 전화번호"),
        max_length=30,
        required=False,
        help_text=_(
            "지역번호까지 적습니다. 보기: 061-286-1234. 비우면 지웁니다. 로그인한 사람에게만 보입니다."
        ),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    seen = forms.CharField(max_length=30, required=False, widget=forms.HiddenInput)


class Locked(forms.Form):
    """Why an account is closed to its person."""

    reason = _reason()


class Unlocked(Locked):
    """The address to which the mail goes by which its person chooses a password."""

    email = forms.EmailField(
        label=_("전자우편 주소"), help_text=_("이 주소로 비밀번호를 정하는 링크를 보냅니다.")
    )
    field_order = ("email", "reason")


class Invited(forms.Form):
    """Somebody who has no account yet."""

    username = forms.CharField(
        label=_("아이디"),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text=_("들어올 때 쓰는 이름"),
    )
    name = forms.CharField(label=_("이름"), max_length=_LONGEST_NAME)
    email = forms.EmailField(label=_("전자우편 주소"))
    first_day = _day(_("첫날"))
    reason = _reason()

    def clean_name(self) -> str:
        """On one line, and no address: it stands in a mail of ours to somebody we do not know."""
        name = " ".join(self.cleaned_data["name"].split())
        if "/" in name or "@" in name:
            raise forms.ValidationError(_("이름에는 주소를 적을 수 없습니다."))
        return name


class Given(forms.Form):
    """Somebody who has an account, and the first day on which they hold a post."""

    person = forms.CharField(label=_("받을 사람의 아이디"), max_length=150)
    first_day = _day(_("첫날"))
    reason = _reason()

    def clean_person(self) -> Any:
        """The person who signs in by that name."""
        found = institutions.account_of(self.cleaned_data["person"])
        if found is None:
            raise forms.ValidationError(
                _("이 아이디로 들어올 수 있는 사람이 없습니다. 아이디를 확인하거나 초대하세요.")
            )
        return found


class StoodIn(Given):
    """The same, for a time."""

    last_day = _day(_("마지막 날"))
    field_order = ("person", "first_day", "last_day", "reason")


class Opened(forms.Form):
    """A new department or affiliate."""

    kind = forms.ChoiceField(label=_("부서 구분"), choices=UnitKind.choices)
    name = forms.CharField(label=_("부서 이름"), max_length=_LONGEST_NAME)
    first_day = _day(_("첫날"))


class Added(forms.Form):
    """An institution that the program's register does not know."""

    kind = forms.TypedChoiceField(
        label=_("기관 구분"),
        choices=[(kind.value, kind.label) for kind in WITH_UNITS],
        coerce=InstitutionKind,
    )
    short_name = forms.CharField(
        label=_("계획에 인쇄된 이름"), max_length=40, help_text=_("계획서의 제목에 적힌 그대로 적습니다.")
    )
    full_name = forms.CharField(label=_("정식 명칭"), max_length=_LONGEST_NAME)
    name_en = forms.CharField(
        label=_("영문 이름"), max_length=100, help_text=_("로마자로 적습니다. 주소에도 쓰입니다.")
    )


class Closed(forms.Form):
    """The last day of a unit."""

    last_day = _day(_("마지막 날"))
