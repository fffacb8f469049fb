"""How pictures write names, figures and days: as pages do (`goru.web.templatetags.figures`), by the same messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy

from goru.domain.finance.models import StatedTotal
from goru.domain.institutions.models import Institution
from goru.pipelines.publishing.pictures.picture import Cell

_MONEY = {
    "조원": gettext_lazy("%(value)s조원"),
    "억원": gettext_lazy("%(value)s억원"),
    "백만원": gettext_lazy("%(value)s백만원"),
}
_TRILLION, _HUNDRED_MILLION = 10**12, 10**8


def named(institution: Institution, korean: str = "") -> str:
    """Its English name in English; in Korean as a plan prints it, else its short name."""
    return institution.name_en if get_language() == "en" else korean or institution.short_name


def printed(total: StatedTotal) -> str:
    """A stated total in its printed unit, `-` where none is printed."""
    return "-" if total.printed is None else _money(f"{total.printed:,}", total.unit)


def trillion(won: int) -> str:
    """Won in 조원 to two decimals."""
    return _money(f"{Decimal(won) / _TRILLION:,.2f}", "조원")


def eok(won: int) -> str:
    """Won in 억원."""
    return _money(f"{Decimal(won) / _HUNDRED_MILLION:,.0f}", "억원")


def days(start: date | None, end: date | None) -> str:
    """A day, or from one to another; an open end is left out."""
    if start == end and start:
        return f"{start:%Y.%m.%d}"
    return f"{start:%Y.%m.%d}–{end:%Y.%m.%d}" if start and end else f"{start or ''}–{end or ''}"


def sentence(rows: Sequence[tuple[Cell, ...]]) -> str:
    """The figures in one sentence, for who cannot see the picture."""
    return ", ".join(" ".join(str(cell) for cell in row if cell) for row in rows)


def _money(value: str, unit: str) -> str:
    return _MONEY[unit] % {"value": value} if unit in _MONEY else f"{value}{unit}"
