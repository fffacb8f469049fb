"""What a file is says its content."""

import io
import zipfile

import pytest

from goru.core.files import kind_of


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        for name in names:
            held.writestr(name, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + b"HWP Document File", "hwp"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + b"EncryptedPackage", None),
        (archive("mimetype", "Contents/content.hpf"), "hwpx"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("xl/workbook.xml", "xl/vbaProject.bin"), None),
        (archive("anything.exe"), None),
        (archive("xl/workbook.xml")[:40], None),
        ("연도,금액\r\n2025,10\r\n".encode(), "csv"),
        ("연도,금액\r\n2025,10\r\n".encode("cp949"), "csv"),
        (b"MZ\x90\x00\x03", None),
        (b"\x00\x01\x02", None),
    ],
    ids=lambda one: "" if isinstance(one, bytes) else str(one),  # archives hold when they were made
)
def test_a_file_is_known_by_what_stands_in_it(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind
