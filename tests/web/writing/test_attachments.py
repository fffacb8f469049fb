"""Files are attached, downloaded and removed by their pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import cast, collecting

from goru.domain.formulation.models import Attachment
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_file_is_attached_kept_apart_from_strangers_and_removed(db: None) -> None:
    stage = collecting.staged()
    stage.assigned("money")
    address = f"/writing/editions/{stage.edition.pk}/money/attachments/"
    writer, stranger = (
        cast.signed_in(one) for one in (stage.writer, cast.officer("stranger", Role.AUTHOR, "busan"))
    )
    content = b"%PDF-1.7\n"

    empty = writer.post(address)
    wrong = writer.post(address, {"file": SimpleUploadedFile("a.pdf", b"MZ\x90\x00")})
    kept = writer.post(address, {"file": SimpleUploadedFile("근거 자료.pdf", content)})
    one = Attachment.objects.get()
    file = writer.get(f"/writing/attachments/{one.pk}/")

    assert (empty.status_code, wrong.status_code, kept["Location"]) == (400, 409, address)
    assert "첨부할 수 없는 파일" in wrong.content.decode()
    assert (file.content, file["Content-Type"], file["X-Content-Type-Options"]) == (
        content,
        "application/pdf",
        "nosniff",
    )
    assert file["Content-Disposition"].startswith("attachment; filename")
    assert "default-src 'none'" in file["Content-Security-Policy"]
    assert "no-store" in file["Cache-Control"]
    assert "근거 자료.pdf" in writer.get(address).content.decode()
    section = writer.get(f"/writing/editions/{stage.edition.pk}/money/").content.decode()
    assert "이 절의 첨부</a>" in section or "이 절의 첨부 1" in section
    for path in (f"/writing/attachments/{one.pk}/", f"/writing/attachments/{one.pk}/remove/", address):
        assert stranger.get(path).status_code == 404
    assert cast.signed_in(stage.jongno).get(f"/writing/attachments/{one.pk}/").status_code == 404
    removed = writer.post(f"/writing/attachments/{one.pk}/remove/")
    assert removed["Location"] == f"/writing/editions/{stage.edition.pk}/attachments/"
    assert not Attachment.objects.exists()
