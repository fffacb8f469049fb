"""HWPX and other zip files by which a reader may be taken down."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

HEAD = '<hs:sec xmlns:hs="s" xmlns:hp="p">'
TAIL = "</hs:sec>"
_SECTION = "Contents/section0.xml"
_MEGABYTE = b" " * 1_000_000


def zipped(
    entries: Iterator[tuple[str, bytes]] | list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def hwpx(content: str) -> bytes:
    """A HWPX of one section."""
    return zipped([(_SECTION, (HEAD + content + TAIL).encode())])


def files() -> Iterator[tuple[str, bytes]]:
    """Files by name: bombs, lies, depths, cells without end, addresses that are none."""
    yield from _bombs()
    yield from _lies()
    yield from _trees()
    yield from _tables()


def _bombs() -> Iterator[tuple[str, bytes]]:
    for megabytes in (40, 60, 500):
        yield f"blanks-{megabytes}.hwpx", _blown_up(megabytes)
    yield (
        "sections-many.hwpx",
        zipped((f"Contents/section{number}.xml", (HEAD + TAIL).encode()) for number in range(4_000)),
    )
    yield "entries-many.hwpx", zipped((f"{number}", b"") for number in range(70_000))
    inner = zipped([("x", _MEGABYTE * 10)])
    for _ in range(5):
        inner = zipped([("x.zip", inner), (_SECTION, inner)])
    yield "zip-in-zip.hwpx", inner
    for how, name in (
        (zipfile.ZIP_LZMA, "lzma"),
        (zipfile.ZIP_BZIP2, "bzip2"),
        (zipfile.ZIP_STORED, "stored"),
    ):
        yield f"{name}.hwpx", zipped([(_SECTION, _MEGABYTE * 60)], how)


def _blown_up(megabytes: int) -> bytes:
    file = BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(_SECTION, "w") as entry,
    ):
        entry.write(HEAD.encode())
        for _ in range(megabytes):
            entry.write(_MEGABYTE)
        entry.write(TAIL.encode())
    return file.getvalue()


def _lies() -> Iterator[tuple[str, bytes]]:
    honest = _blown_up(300)
    size = struct.pack("<I", 300_000_000 + len(HEAD) + len(TAIL))
    for stated in (0, 1, 1_000, 2**32 - 2):
        yield f"states-{stated}.hwpx", honest.replace(size, struct.pack("<I", stated))
    small = hwpx("<hp:p/>")
    yield (
        "states-more.hwpx",
        small.replace(struct.pack("<I", len(HEAD) + len(TAIL) + 7), struct.pack("<I", 2**31)),
    )
    directory = small.index(b"PK\x01\x02")
    for field in range(4, 46, 2):
        broken = bytearray(small)
        broken[directory + field : directory + field + 2] = b"\xff\xff"
        yield f"directory-{field}.hwpx", bytes(broken)
    for cut in (10, 40, len(small) // 2, len(small) - 5):
        yield f"cut-{cut}.hwpx", small[:cut]


def _trees() -> Iterator[tuple[str, bytes]]:
    for depth in (200, 300, 100_000):
        yield f"deep-{depth}.hwpx", hwpx("<hp:p>" * depth + "</hp:p>" * depth)
    cell = "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList>"
    close = "</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>"
    for depth in (30, 42, 100):
        yield f"tables-in-tables-{depth}.hwpx", hwpx(cell * depth + close * depth)
    yield "elements-million.hwpx", hwpx("<hp:p/>" * 3_000_000)
    yield "attributes-many.hwpx", hwpx("<hp:p " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/>")
    yield "text-long.hwpx", hwpx(_paragraph("가" * 9_000_000))
    yield "text-many.hwpx", hwpx(_paragraph("가나다라 " * 3_000) * 700)
    entities = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{entities}]>{HEAD}{_paragraph("&i;")}{TAIL}'
    yield "entities.hwpx", zipped([(_SECTION, bomb.encode())])
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{HEAD}{_paragraph("&a;")}{TAIL}'
    yield "entity-outside.hwpx", zipped([(_SECTION, outside.encode())])
    for name in (
        "section99999999999999999999",
        "section-1",
        "section0",
        "../section0",
        "section" + "9" * 5_000,
    ):
        yield f"name-{name[:12]}.hwpx", zipped([(f"Contents/{name}.xml", (HEAD + TAIL).encode())])


def _tables() -> Iterator[tuple[str, bytes]]:
    addresses = ("", 'colAddr=""', 'colAddr="x" rowAddr="y"', 'colAddr="-1"', f'colAddr="{"9" * 5_000}"')
    for number, address in enumerate(addresses):
        place = f"<hp:cellAddr {address}/>" if number else ""
        cell = f"<hp:tc><hp:subList>{_paragraph('Ⅲ. 시·도 지방시대 시행계획')}</hp:subList>{place}</hp:tc>"
        yield f"cell-{number}.hwpx", hwpx(_table(f"<hp:tr>{cell}</hp:tr>"))
    cells = f"<hp:tc><hp:subList>{_paragraph('가')}</hp:subList></hp:tc>" * 30_000
    yield "row-wide.hwpx", hwpx(_table(f"<hp:tr>{cells}</hp:tr>"))
    yield "row-none.hwpx", hwpx(_table("<hp:tr/>" * 100_000))


def _table(rows: str) -> str:
    return f"<hp:p><hp:run><hp:tbl>{rows}</hp:tbl></hp:run></hp:p>"


def _paragraph(text: str) -> str:
    return f"<hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>"
