"""Zip files from strangers: what an entry states of itself is not believed, what comes out is counted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from goru.book.reading.lines import Unreadable

MOST_ENTRIES = 5_000
MOST_BYTES = 150_000_000
"""Unpacked, of all entries that are read; pictures are not."""

MOST_XML = 50_000_000
"""Unpacked, one entry; a book of 400 pages has some 30 MB. Parsed it takes up to ten times as much memory."""

_PIECE = 1_000_000
_RESOURCE_LIMIT = 114
"""What libxml2 says of trees too deep and texts too long for it (XML_ERR_RESOURCE_LIMIT)."""

T = TypeVar("T")


class Archive:
    """A zip file held in memory; its entries have small letters and are parted by `/`, whoever packed it."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._zip = self._guarded(lambda: zipfile.ZipFile(io.BytesIO(content)))
        self.entries = {_named(entry): entry for entry in self._zip.infolist()}
        self._unpacked = 0
        if len(self._zip.infolist()) > MOST_ENTRIES:
            raise self._too_large()

    def content(self, entry: str) -> bytes:
        """One entry, unpacked piece by piece up to the limits."""
        return self._guarded(lambda: self._read(entry))

    def _read(self, entry: str) -> bytes:
        pieces: list[bytes] = []
        with self._zip.open(self.entries[entry]) as packed:
            while piece := packed.read(_PIECE):
                pieces.append(piece)
                self._unpacked += len(piece)
                if len(pieces) > MOST_XML // _PIECE or self._unpacked > MOST_BYTES:
                    raise self._too_large()
        return b"".join(pieces)

    def xml(self, entry: str) -> etree._Element:
        """One entry, parsed without entities, network or outsize trees."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.content(entry), parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            raise (self._too_complex() if error.code == _RESOURCE_LIMIT else self._damaged()) from error

    def _guarded(self, unpack: Callable[[], T]) -> T:
        try:
            return unpack()
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise self._damaged() from error
        except RuntimeError as error:  # what zipfile says of a password
            raise Unreadable(
                self.name,
                "암호가 걸린 파일입니다. 암호를 풀어 저장한 파일을 주세요.",
                "The file is locked by a password. Give one saved without.",
            ) from error

    def _too_large(self) -> Unreadable:
        return Unreadable(
            self.name,
            "압축을 풀면 지나치게 커지는 파일이라 읽지 않습니다. 원본을 확인하거나 나누어 저장해 주세요.",
            "It is not read, for it grows far too large unpacked. Look at the original, or save it in pieces.",
        )

    def _too_complex(self) -> Unreadable:
        return Unreadable(
            self.name,
            "문서가 지나치게 깊이 겹쳐 있거나 한 덩어리가 너무 커서 읽지 않습니다. 나누어 저장해 주세요.",
            "It is not read, for it is nested too deep or has too large a piece. Save it in pieces.",
        )

    def _damaged(self) -> Unreadable:
        return Unreadable(
            self.name,
            "파일이 손상되었거나 끝이 잘려 있습니다. 원본을 다시 내려받거나 저장해 주세요.",
            "The file is damaged or its end is missing. Download or save the original again.",
        )


def _named(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").removeprefix("./").lower()
