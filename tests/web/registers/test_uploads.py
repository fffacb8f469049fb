from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import cast, registering
from tests.listing import filled
from tests.registering import TASK, ZONE

from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.models import Case

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def sent(client: Client, content: bytes) -> Any:
    file = SimpleUploadedFile("목록.xlsx", content)
    return client.post("/registers/zone/upload/", {"file": file}, follow=True)


def test_a_list_is_taken_along_brought_back_looked_at_and_taken(client: Client) -> None:
    registering.load(ZONE, TASK)
    client.force_login(cast.officer("secretariat", Role.SECRETARIAT))
    assert "빈 서식 내려받기" in client.get("/registers/zone/upload/").content.decode()
    empty = client.get("/registers/zone/template.xlsx").content
    row = {"제목": "특구 <하나>", "단계": "신청", "신청": "경북", "지역": "경북 포항시", "면적 (㎡)": "7"}

    wrong = sent(client, filled(empty, [{**row, "지역": "모름"}]))
    assert "고칠 것이 있는 행이 1개입니다" in wrong.content.decode()
    assert "<strong>H4</strong>" in wrong.content.decode()
    refused = client.post(wrong.redirect_chain[-1][0])
    assert (refused.status_code, Case.objects.count()) == (409, 0)

    right = sent(client, filled(empty, [row]))
    page = right.content.decode()
    assert "새 사안 1" in page
    assert "특구 &lt;하나&gt;" in page
    assert not Case.objects.exists()
    address = right.redirect_chain[-1][0]
    assert client.post(address).status_code == 302
    assert Case.objects.get().title == "특구 <하나>"
    assert "이미 올린 파일" in client.post(address).content.decode()
    assert client.get("/registers/zone/cases.xlsx")["Content-Type"].endswith("spreadsheetml.sheet")

    assert client.post("/registers/zone/upload/", {}).status_code == 400
    assert "손상되었거나" in sent(client, b"no workbook").content.decode()
    assert client.get("/registers/nothing/cases.xlsx").status_code == 404
    client.force_login(cast.person("nobody"))
    assert client.get("/registers/zone/upload/").status_code == 403
