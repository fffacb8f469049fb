"""Files → lines: one module a format, chosen by what the file is, not by its name."""

from pathlib import Path

from goru.book.reading import hwpx, pdf, text
from goru.book.reading.lines import Line, Lines, Unreadable, content_of, opened, source_of

__all__ = ["Line", "Lines", "Unreadable", "content_of", "opened", "read", "read_content", "source_of"]

_HWPX = ("한글에서 '다른 이름으로 저장하기'로 HWPX 파일을 만들어 주세요.", "Save it as HWPX.")
_DOCUMENT = ("텍스트, PDF 또는 HWPX 파일을 주세요.", "Give a text, PDF or HWPX file.")
_REFUSED = {
    b"\xd0\xcf\x11\xe0": (
        "HWP 5 등 옛 형식의 문서는 읽지 않습니다.",
        "Old formats such as HWP 5 are not read.",
        _HWPX,
    ),
    b"HWP Document File": ("HWP 3 형식의 문서는 읽지 않습니다.", "HWP 3 is not read.", _HWPX),
    b"{\\rtf": ("RTF 문서는 읽지 않습니다.", "RTF is not read.", _DOCUMENT),
    b"\x89PNG": ("그림(PNG) 파일입니다.", "This is a picture (PNG).", _DOCUMENT),
    b"\xff\xd8\xff": ("그림(JPEG) 파일입니다.", "This is a picture (JPEG).", _DOCUMENT),
    b"GIF8": ("그림(GIF) 파일입니다.", "This is a picture (GIF).", _DOCUMENT),
    b"II*\x00": ("그림(TIFF) 파일입니다.", "This is a picture (TIFF).", _DOCUMENT),
    b"MM\x00*": ("그림(TIFF) 파일입니다.", "This is a picture (TIFF).", _DOCUMENT),
    b"\x1f\x8b": ("압축(GZIP) 파일입니다.", "This is an archive (GZIP).", _DOCUMENT),
    b"7z\xbc\xaf": ("압축(7Z) 파일입니다.", "This is an archive (7Z).", _DOCUMENT),
}


def read(path: Path) -> Lines:
    """The lines of a document. Raises Unreadable with one sentence for the user."""
    with opened(path) as file:
        return read_content(content_of(file, path.name), path.name)


def read_content(content: bytes, name: str) -> Lines:
    """The lines of a document whose bytes are at hand; `name` is how messages call it."""
    if not content.strip(b"\0 \t\r\n\v\f"):
        raise Unreadable(name, f"빈 파일입니다. {_DOCUMENT[0]}", f"The file is empty. {_DOCUMENT[1]}")
    for magic, (korean, english, wanted) in _REFUSED.items():
        if content.startswith(magic):
            raise Unreadable(name, f"{korean} {wanted[0]}", f"{english} {wanted[1]}")
    if content.startswith(b"PK"):
        return hwpx.read(content, name)
    if pdf.is_pdf(content):
        return pdf.read(content, name)
    return text.read(content, name)
