"""Files → lines: one module a format, chosen by what the file is, not by its name."""

from pathlib import Path

from goru.book.reading import hwpx, pdf, text
from goru.book.reading.lines import Line, Lines, Unreadable, content_of, source_of

__all__ = ["Line", "Lines", "Unreadable", "content_of", "read", "read_content", "source_of"]

_ASK_FOR_HWPX = "한글에서 '다른 이름으로 저장하기'로 HWPX 파일을 만들어 주세요."
_ASK_FOR_DOCUMENT = "텍스트, PDF 또는 HWPX 파일을 주세요."
_REFUSED = {
    b"\xd0\xcf\x11\xe0": f"HWP 5 등 옛 형식의 문서는 읽지 않습니다. {_ASK_FOR_HWPX}",
    b"HWP Document File": f"HWP 3 형식의 문서는 읽지 않습니다. {_ASK_FOR_HWPX}",
    b"{\\rtf": f"RTF 문서는 읽지 않습니다. {_ASK_FOR_DOCUMENT}",
    b"\x89PNG": f"그림(PNG) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"\xff\xd8\xff": f"그림(JPEG) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"GIF8": f"그림(GIF) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"II*\x00": f"그림(TIFF) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"MM\x00*": f"그림(TIFF) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"\x1f\x8b": f"압축(GZIP) 파일입니다. {_ASK_FOR_DOCUMENT}",
    b"7z\xbc\xaf": f"압축(7Z) 파일입니다. {_ASK_FOR_DOCUMENT}",
}


def read(path: Path) -> Lines:
    """The lines of a document. Raises Unreadable with one sentence for the user."""
    return read_content(content_of(path), path.name)


def read_content(content: bytes, name: str) -> Lines:
    """The lines of a document whose bytes are at hand; `name` is how messages call it."""
    if not content.strip():
        raise Unreadable(f"{name}: 빈 파일입니다. {_ASK_FOR_DOCUMENT}")
    for magic, sentence in _REFUSED.items():
        if content.startswith(magic):
            raise Unreadable(f"{name}: {sentence}")
    if content.startswith(b"PK"):
        return hwpx.read(content, name)
    if content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return pdf.read(content, name)
    return text.read(content, name)
