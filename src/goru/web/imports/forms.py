from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from goru.core.ranges import FIRST_YEAR, LAST_YEAR
from goru.pipelines.importing.vocabulary import Part
from goru.web.asking import FILE_ERRORS

SAME = "same-"


class Upload(forms.Form):
    """A file to bring in; what it is and holds is found out by its reading."""

    file = forms.FileField(
        max_length=255,
        error_messages={**FILE_ERRORS, "empty": _("빈 파일입니다. 내용이 있는 계획서 파일을 고르세요.")},
    )
    year = forms.IntegerField(
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={
            "invalid": _("연도는 2025처럼 숫자 네 자리로 적으세요."),
            "min_value": _("연도는 %(limit_value)s부터 적을 수 있습니다."),
            "max_value": _("연도는 %(limit_value)s까지 적을 수 있습니다."),
        },
    )


class Seen(forms.Form):
    """What the person saw when they decided: the import's version, the publication it would replace, what would be gone.

    Fields `same-…` say which new items they took for old ones: the old one's id, and where the new one stands; empty is
    another.
    """

    version = forms.IntegerField(min_value=1)
    replaces = forms.CharField(required=False, max_length=64)
    is_accepted = forms.BooleanField(required=False)
    accepted_losses = forms.TypedMultipleChoiceField(required=False, choices=Part.choices, coerce=Part)

    def clean(self) -> dict[str, Any]:
        """With `same`: the place of each new item that is an old one, and the old one's id."""
        said = [value for name, value in self.data.items() if name.startswith(SAME) and value]
        pairs = (value.partition(" ") for value in said)
        try:
            same = {place: UUID(old_id) for old_id, _blank, place in pairs}
        except ValueError as error:
            raise forms.ValidationError("no id") from error
        return {**self.cleaned_data, "same": same}
