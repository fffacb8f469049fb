"""Forms that draw each other without end are refused at once; those that only may are read."""

import time
import zlib
from collections.abc import Callable

import pytest
from tests.hostile import pdfs

from goru.book.reading import Lines, Unreadable

Reading = Callable[[bytes], Lines]
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
FONT = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
TEXT = b"BT /F 12 Tf 50 700 Td (words) Tj ET\n"


def page(*forms: bytes, shown: bytes = b"/X0 Do") -> bytes:
    """A page with words that draws a form; forms are objects from 5 on."""
    names = b"".join(b"/X%d %d 0 R" % (number, 5 + number) for number in range(len(forms)))
    return pdfs.page(pdfs.stream(TEXT + shown), FONT + b"/XObject<<%s>>" % names, forms)


def form(content: bytes, *drawable: int, packed: bool = False) -> bytes:
    """A form that may draw others by their numbers."""
    names = b"".join(b"/X%d %d 0 R" % (number, 5 + number) for number in drawable)
    entries = FORM + b"/Resources<</XObject<<%s>>>>" % names
    if packed:
        return pdfs.stream(zlib.compress(content), entries + b"/Filter/FlateDecode")
    return pdfs.stream(content, entries)


@pytest.mark.parametrize(
    "content",
    [
        page(form(b"/X0 Do /X0 Do", 0)),
        page(form(b"/X0 Do", 0, packed=True)),
        page(form(b"q /X1 Do Q", 1), form(b"/X0 Do", 0)),
        page(*(form(b"/X%d Do " % (number + 1) * 9, number + 1) for number in range(9)), form(b"")),
        page(pdfs.stream(b"/X0 Do", FORM + b"/Resources 6 0 R"), b"<</XObject<</X0 5 0 R>>>>"),
        page(pdfs.stream(b"/X0 Do", FORM + b"/Resources<</XObject 6 0 R>>"), b"<</X0 5 0 R>>"),
    ],
    ids=["itself", "packed", "in turn", "ever more", "resources elsewhere", "names elsewhere"],
)
def test_forms_without_end_are_refused_at_once(read_bytes: Reading, content: bytes) -> None:
    start = time.process_time()

    with pytest.raises(Unreadable, match="지나치게 되풀이해"):
        read_bytes(content)

    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "content",
    [
        page(form(b"0 0 m 9 9 l S", 0)),
        page(form(b"/X1 Do /X1 Do", 0, 1), form(b"", 0, 1)),
        page(form(b"/X1 Do", 1, packed=True), form(b"", 0)),
    ],
    ids=["names itself only", "common names", "chain"],
)
def test_forms_that_end_are_read(read_bytes: Reading, content: bytes) -> None:
    assert [line.text for line in read_bytes(content)] == ["words"]
