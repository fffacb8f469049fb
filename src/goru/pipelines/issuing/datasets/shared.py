"""Columns that many data sets have."""

from __future__ import annotations

from goru.pipelines.issuing.datasets.definition import Column


def year(path: str) -> Column:
    """The plan year."""
    return Column(
        "year",
        path,
        "계획 연도",
        "Plan year",
        "시행계획의 연도.",
        "The year that the plan is for.",
        unit="년",
    )


def institution(
    path: str, *, name: str = "institution", title: tuple[str, str] = ("기관", "Institution")
) -> Column:
    """An institution by its key in the register."""
    return Column(
        *(name, f"{path}__key", *title),
        "기관 등록부의 식별자(institutions의 key).",
        "The institution's key in the register (institutions, key).",
        refers_to=("institutions", "key"),
    )


def institution_name(path: str, *, name: str = "institution_name") -> Column:
    """The short name of an institution, beside its key."""
    return Column(
        *(name, f"{path}__short_name", "기관 이름", "Institution's name"),
        "계획서가 쓰는 짧은 이름.",
        "The short name that plan books use.",
    )


def action_task(path: str) -> Column:
    """An action task of the national frame by its code."""
    return Column(
        *("action_task", f"{path}__code", "실천과제", "Action task"),
        "실천과제의 번호, 예: Ⅱ-2-(1).",
        "The code of the action task, e.g. Ⅱ-2-(1).",
        refers_to=("action-tasks", "code"),
    )


def position(meaning_ko: str, meaning_en: str) -> Column:
    """The place of a row among its like."""
    return Column("position", "position", "순서", "Position", meaning_ko, meaning_en)


VALIDITY = (
    *(
        Column(
            "valid_from",
            "valid_from",
            "시작일",
            "Valid from",
            "이날부터. 비면 처음부터.",
            "From this day on; empty: ever.",
        ),
    ),
    *(
        Column(
            "valid_to",
            "valid_to",
            "종료일",
            "Valid to",
            "이날까지. 비면 지금까지.",
            "Up to this day; empty: still.",
        ),
    ),
)

PLACE = (
    Column(
        *("first_line", "first_line", "첫 행", "First line"),
        "인쇄된 자리의 첫 행(1부터): 텍스트본의 행, PDF면 그 쪽의 행, HWPX면 문단.",
        "The first line it is printed on, from 1: of the text form, of the page in a PDF, a paragraph in a HWPX file.",
    ),
    Column("last_line", "last_line", "끝 행", "Last line", "그 마지막 행.", "The last line of it."),
    Column(
        *("page", "page", "쪽", "Page"),
        "PDF에서 읽은 계획서의 쪽. 그 밖에는 빔.",
        "The page, where the book was read from a PDF file.",
    ),
    Column(
        *("cell", "cell", "칸", "Cell"),
        "HWPX에서 읽은 계획서의 표와 칸. 그 밖에는 빔.",
        "The table and cell, where the book was read from a HWPX file.",
    ),
)
