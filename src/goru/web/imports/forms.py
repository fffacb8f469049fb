from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.pipelines.importing.vocabulary import Part


class Upload(forms.Form):
    """A file to bring in; what it is and holds is found out by its reading."""

    file = forms.FileField(
        max_length=255,
        error_messages={
            "required": _("파일을 고르세요."),
            "empty": _("빈 파일입니다. 내용이 있는 계획서 파일을 고르세요."),
            "max_length": _("파일 이름이 너무 깁니다. 이름을 줄여 다시 고르세요."),
        },
    )


class Seen(forms.Form):
    """What the person saw when they decided: the import's version, the document it would replace, what would be gone."""

    version = forms.IntegerField(min_value=1)
    replaces = forms.CharField(required=False, max_length=64)
    is_accepted = forms.BooleanField(required=False)
    accepted_losses = forms.TypedMultipleChoiceField(required=False, choices=Part.choices, coerce=Part)
