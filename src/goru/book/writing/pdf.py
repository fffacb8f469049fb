"""A plan book as PDF (PDF/A-2a, PDF/UA-1: tagged, its fonts within), through typst."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from goru.book.model import PlanBook
from goru.book.writing.blocks import blocks_of

try:
    import typst
except ImportError:  # the core is light: typst comes with the extra `pdf`
    typst = None  # type: ignore[assignment]

_TEMPLATE = files("goru.book.writing") / "book.typ"


class Unprintable(Exception):
    """A book cannot be set as PDF on this machine; the message is one sentence for the user."""


def as_pdf(
    book: PlanBook,
    fonts: Sequence[Path],
    mark: str = "",
    before: PlanBook | None = None,
    against: str = "",
) -> bytes:
    """A book, or the part of one that it is, as the bytes of a PDF file; `mark` stands at the head of each page.

    What is another than in a book `before` it is marked. `fonts` are folders of fonts beside those of the system; one of
    them must hold Korean letters.
    """
    if typst is None:
        raise Unprintable("PDF를 만들려면 pip install 'goru[pdf]'로 typst를 설치하세요.")
    content = {
        "title": book.title,
        "mark": mark,
        "blocks": [
            block if isinstance(block, str) else asdict(block) for block in blocks_of(book, before, against)
        ],
    }
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload] # its stub wants lists of just its own types
            _TEMPLATE.read_bytes(),
            font_paths=list(fonts),
            sys_inputs={"book": json.dumps(content, ensure_ascii=False)},
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
        )
    except typst.TypstError as error:
        raise Unprintable(f"PDF로 조판할 수 없습니다({error}). 한글 글꼴이 있는지 확인하세요.") from error
    return pdf
