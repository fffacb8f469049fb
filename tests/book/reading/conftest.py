"""Documents made by hand, as small as their format allows."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape

import pytest
from tests.hostile.pdfs import numbered

from goru.book.reading import Lines, read

_PARAGRAPHS = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_HEADS = "http://www.hancom.co.kr/hwpml/2011/head"
_SECTIONS = "http://www.hancom.co.kr/hwpml/2011/section"
LINES_ON_A_PAGE = 40


def pdf(lines: Sequence[str], trailer: bytes = b"") -> bytes:
    """A PDF that prints each line in one of the Korean fonts every reader of PDF brings."""
    pages = [lines[at : at + LINES_ON_A_PAGE] for at in range(0, len(lines), LINES_ON_A_PAGE)] or [[]]
    shown = [b"".join(at(20, 870 - 20 * row, line) for row, line in enumerate(page)) for page in pages]
    return printed(*shown, trailer=trailer)


def at(x: float, y: float, text: str, *, size: float = 12, apart: float = 0) -> bytes:
    """What a page says to print a text there, its letters set apart by so many points."""
    letters = text.encode("utf-16-be").hex().encode()
    return b"BT /F %f Tf %f Tc %f %f Td <%s> Tj ET\n" % (size, apart, x, y, letters)


def printed(*pages: bytes, trailer: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF of pages by what they say; `more` are entries of all of them."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    box = b"" if b"/MediaBox" in more else b"/MediaBox[0 0 2000 900]"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d%s>>" % (kids, len(pages), box),
        b"<</Type/Font/Subtype/Type0/BaseFont/HYSMyeongJo-Medium/Encoding/UniKS-UTF16-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HYSMyeongJo-Medium/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 1>>>>",
        b"<</Type/FontDescriptor/FontName/HYSMyeongJo-Medium/Flags 6/FontBBox[0 -148 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ]
    for number, shown in enumerate(pages):
        objects += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>%s>>"
            % (7 + 2 * number, more),
            b"<</Length %d>>stream\n%sendstream" % (len(shown), shown),
        ]
    return numbered(objects, trailer)


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def hwpx(*sections: str, header: str = "", more: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A HWPX whose sections hold the given paragraphs, with the shapes that the header has."""
    parts = [
        (f"Contents/section{number}.xml", section(content).encode())
        for number, content in enumerate(sections)
    ]
    head = f'<hh:head xmlns:hh="{_HEADS}">{header}</hh:head>'.encode()
    heads = [("Contents/header.xml", head)] if header else []
    return zipped([("mimetype", b"application/hwp+zip"), *heads, *parts, *more])


def section(content: str) -> str:
    """The XML of a section."""
    return f'<hs:sec xmlns:hs="{_SECTIONS}" xmlns:hp="{_PARAGRAPHS}">{content}</hs:sec>'


def paragraph(text: str) -> str:
    """A paragraph of plain text."""
    return raw_paragraph(f"<hp:t>{escape(text)}</hp:t>")


def raw_paragraph(run: str, shape: str = "") -> str:
    """A paragraph with one run of the given XML, and the id of its shape."""
    return f'<hp:p paraPrIDRef="{shape}"><hp:run>{run}</hp:run></hp:p>'


def table(rows: Sequence[Sequence[str | Sequence[str]]]) -> str:
    """A table in a paragraph; a cell is a text, or the texts of its paragraphs."""
    written = ""
    for row_number, row in enumerate(rows):
        cells = ""
        for column, cell in enumerate(row):
            texts = [cell] if isinstance(cell, str) else cell
            paragraphs = "".join(paragraph(text) for text in texts)
            cells += (
                f"<hp:tc><hp:subList>{paragraphs}</hp:subList>"
                f'<hp:cellAddr colAddr="{column}" rowAddr="{row_number}"/></hp:tc>'
            )
        written += f"<hp:tr>{cells}</hp:tr>"
    return raw_paragraph(f"<hp:tbl>{written}</hp:tbl>")


@pytest.fixture
def make() -> SimpleNamespace:
    """Makers of documents: pdf, at, printed, hwpx, zipped, section, paragraph, raw_paragraph, table."""
    return SimpleNamespace(
        pdf=pdf,
        at=at,
        printed=printed,
        hwpx=hwpx,
        zipped=zipped,
        section=section,
        paragraph=paragraph,
        raw_paragraph=raw_paragraph,
        table=table,
    )


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[bytes], Lines]:
    """Read a file of these bytes, whose name says nothing of its format."""

    def reading(content: bytes) -> Lines:
        file = tmp_path / "book"
        file.write_bytes(content)
        return read(file)

    return reading
