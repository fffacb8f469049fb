"""What a file is, by what stands in it and not by its name; from a short list, all others are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_PDF_BEGINS_WITHIN = 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HWP_MARK = b"HWP Document File"
"""Stands uncompressed in the stream FileHeader of every HWP 5."""
_ENCODINGS = ("utf-8-sig", "cp949")
_MACROS = ("vbaproject.bin", "xl/macrosheets/")


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is taken: the endings of its names, its type on the internet (RFC 6838)."""

    endings: tuple[str, ...]
    content_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: Final[Mapping[str, FileKind]] = {
    "pdf": FileKind((".pdf",), "application/pdf"),
    "hwpx": FileKind((".hwpx",), "application/hwp+zip"),
    "hwp": FileKind((".hwp",), "application/x-hwp"),
    "xlsx": FileKind((".xlsx",), f"{_OFFICE}.spreadsheetml.sheet"),
    "docx": FileKind((".docx",), f"{_OFFICE}.wordprocessingml.document"),
    "png": FileKind((".png",), "image/png"),
    "jpeg": FileKind((".jpg", ".jpeg"), "image/jpeg"),
    "csv": FileKind((".csv",), "text/csv"),
}


def kind_of(content: bytes) -> str | None:
    """Which of KINDS a file is; None for any other, also for one with macros or that is broken.

    CSV has no mark of its own: any text without control characters is taken for one.
    """
    if b"%PDF-" in content[:_PDF_BEGINS_WITHIN]:
        return "pdf"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(_OLD_OFFICE):
        return "hwp" if _HWP_MARK in content else None
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content)
    return "csv" if _is_text(content) else None


def _kind_of_archive(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {one.replace("\\", "/") for one in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
        return None
    if any(mark in one.lower() for one in names for mark in _MACROS):
        return None
    marks = {"Contents/content.hpf": "hwpx", "xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
    return next((kind for mark, kind in marks.items() if mark in names), None)


def _is_text(content: bytes) -> bool:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(letter.isprintable() or letter in "\t\r\n" for letter in text)
    return False
