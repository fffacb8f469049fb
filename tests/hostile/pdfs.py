"""PDF files by which a reader may be taken down."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def numbered(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first its catalogue."""
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, b"".join(places))
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(file) + table + end % (len(objects) + 1, trailer, len(file))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def page(contents: bytes, resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page with one stream of contents (object 4); `more` are the objects from 5 on."""
    return numbered(
        [
            _CATALOGUE,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<%s>>/Contents 4 0 R>>" % resources,
            contents,
            *more,
        ]
    )


def drawing(content: bytes, entries: bytes = b"") -> bytes:
    """A PDF whose page draws a form X; in that form X is the form itself."""
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    return page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", [stream(content, own + entries)])


def files() -> Iterator[tuple[str, bytes]]:
    """Files by name: recursion, streams that grow, structures that turn in circles, states that lie."""
    for times in (1, 2, 3, 10):
        yield f"form-draws-itself-{times}.pdf", drawing(b"/X Do " * times)
    yield from _forms_in_turn()
    yield from _streams()
    yield from _structures()


def _forms_in_turn() -> Iterator[tuple[str, bytes]]:
    for forms, times in ((2, 2), (5, 10), (20, 3), (50, 2)):
        resources = b"/Resources<</XObject<<%s>>>>" % b"".join(
            b"/F%d %d 0 R" % (number, 5 + number) for number in range(forms)
        )
        own = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources
        drawn = [
            stream(b"/F%d Do " % ((number + 1) % forms) * times, own if number < forms else b"")
            for number in range(forms)
        ]
        yield f"forms-in-turn-{forms}-{times}.pdf", page(stream(b"/F0 Do"), b"/XObject<</F0 5 0 R>>", drawn)


def _streams() -> Iterator[tuple[str, bytes]]:
    for megabytes in (100, 600):
        once = _zeros(megabytes)
        yield f"flate-{megabytes}.pdf", page(stream(once, b"/Filter/FlateDecode"))
        twice = zlib.compress(once, 9)
        yield f"flate-twice-{megabytes}.pdf", page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))
        yield f"form-flate-{megabytes}.pdf", drawing(once, b"/Filter/FlateDecode")
    text = zlib.compress(b"BT /F 12 Tf (1234567890) Tj ET\n" * 1_000_000, 1)
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    yield "text-million.pdf", page(stream(text, b"/Filter/FlateDecode"), font)
    lines = zlib.compress(b"0 0 m 9 9 l S\n" * 2_000_000, 1)
    yield "drawings-million.pdf", page(stream(lines, b"/Filter/FlateDecode"))
    yield "save-states.pdf", page(stream(zlib.compress(b"q " * 5_000_000, 1), b"/Filter/FlateDecode"))
    yield "arrays-nested.pdf", page(stream(b"[" * 1_000_000))
    predictor = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>"
    yield "predictor.pdf", page(stream(_zeros(1), predictor))
    for named in (b"/ASCIIHexDecode", b"/LZWDecode", b"/RunLengthDecode", b"/DCTDecode", b"/JBIG2Decode"):
        yield f"filter{named.decode().replace('/', '-')}.pdf", page(stream(bytes(1000), b"/Filter" + named))


def _structures() -> Iterator[tuple[str, bytes]]:
    kid = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    yield "pages-hold-themselves.pdf", numbered([_CATALOGUE, b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"])
    yield (
        "pages-state-a-billion.pdf",
        numbered([_CATALOGUE, b"<</Type/Pages/Count 1000000000/Kids[3 0 R]>>", kid]),
    )
    yield (
        "pages-many.pdf",
        numbered([_CATALOGUE, b"<</Type/Pages/Count 60000/Kids[%s]>>" % (b"3 0 R " * 60_000), kid]),
    )
    yield (
        "pages-deep.pdf",
        numbered(
            [
                _CATALOGUE,
                *(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 3) for number in range(20_000)),
                kid,
            ]
        ),
    )
    yield "length-lies.pdf", page(b"<</Length 999999999>>stream\nBT ET\nendstream")
    yield "length-refers-to-itself.pdf", page(b"<</Length 4 0 R>>stream\nBT ET\nendstream")
    yield "no-pages.pdf", numbered([_CATALOGUE])
    yield "root-is-a-number.pdf", numbered([b"7", b"8"])
    yield (
        "objects-million.pdf",
        numbered([_CATALOGUE, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", kid, *[b"null"] * 1_000_000]),
    )
    yield "box-huge.pdf", page(stream(b"BT ET")).replace(b"600 800", b"1e30 1e3")
    yield "cut.pdf", page(stream(b"BT ET"))[:200] + b"%%EOF"


def _zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
