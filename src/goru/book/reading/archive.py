"""Zip files from strangers: looked over before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from goru.book.reading.lines import Unreadable

MOST_ENTRIES = 5_000
MOST_BYTES = 1_000_000_000
"""Unpacked, all entries together."""

MOST_XML = 200_000_000
"""Unpacked, one entry that is parsed; a book of 400 pages needs some 30 MB."""

MOST_RATIO = 200
"""Unpacked to packed, of an entry above a megabyte: XML packs 10 to 50 times smaller, a bomb 1,000 times."""

T = TypeVar("T")


class Archive:
    """A zip file held in memory."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._zip = self._guarded(lambda: zipfile.ZipFile(io.BytesIO(content)))
        self.entries = {entry.filename: entry for entry in self._zip.infolist()}
        if self._is_bomb():
            raise Unreadable(
                name,
                "압축을 풀면 지나치게 커지는 파일이라 열지 않습니다. 원본을 확인하세요.",
                "It is not opened, for it would grow far too large unpacked. Look at the original.",
            )

    def _is_bomb(self) -> bool:
        every = self._zip.infolist()
        return (
            len(every) > MOST_ENTRIES
            or sum(entry.file_size for entry in every) > MOST_BYTES
            or any(
                entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
                for entry in every
            )
        )

    def content(self, entry: str) -> bytes:
        """One entry, unpacked; `zipfile` never gives more than the size the entry states."""
        if self.entries[entry].file_size > MOST_XML:
            raise Unreadable(
                self.name,
                f"{entry} 부분이 너무 큽니다. 문서를 나누어 저장해 주세요.",
                f"Its part {entry} is too large. Save the document in pieces.",
            )
        return self._guarded(lambda: self._zip.read(entry))

    def xml(self, entry: str) -> etree._Element:
        """One entry, parsed without entities, network or outsize trees."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.content(entry), parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def _guarded(self, unpack: Callable[[], T]) -> T:
        try:
            return unpack()
        except RuntimeError as error:
            raise Unreadable(
                self.name,
                "암호가 걸린 파일입니다. 암호를 풀어 저장한 파일을 주세요.",
                "The file is locked by a password. Give one saved without.",
            ) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise self._damaged() from error

    def _damaged(self) -> Unreadable:
        return Unreadable(
            self.name,
            "파일이 손상되었거나 끝이 잘려 있습니다. 원본을 다시 내려받거나 저장해 주세요.",
            "The file is damaged or its end is missing. Download or save the original again.",
        )
