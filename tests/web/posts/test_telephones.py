"""The telephone of a post: said by who holds it, shown where one writes, never to who has not signed in."""

import pytest
from django.test import Client
from tests import cast, collecting

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused
from goru.domain.institutions.actions import set_telephone
from goru.domain.institutions.models import Post
from goru.domain.institutions.rules import telephone_said
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("061 286 1234", "061-286-1234"),
        ("02-2100-1234", "02-2100-1234"),
        ("(02)733-1234", "02-733-1234"),
        ("+82 44 215 1234", "044-215-1234"),
        ("15881234", "1588-1234"),
        ("", ""),
        ("010-1234-5678", None),
        ("286-1234", None),
        ("061-286-123", None),
        ("전화 주세요", None),
    ],
)
def test_a_telephone_has_one_form_and_is_of_an_office(text: str, kept: str | None) -> None:
    assert telephone_said(text) == kept


def test_who_holds_a_post_says_its_telephone_and_who_writes_sees_it(db: None) -> None:
    stage = collecting.staged()
    author = cast.signed_in(stage.author)
    address = "/posts/seoul/author/telephone/"
    section = f"/writing/editions/{stage.edition.pk}/money/"

    wrong = author.post(address, {"telephone": "010-1234-5678", "seen": ""})
    kept = author.post(address, {"telephone": "02 2133 1234", "seen": ""})

    assert wrong.status_code == 400
    assert "휴대전화 번호는 받지 않습니다" in wrong.content.decode()
    assert kept.status_code == 302
    assert OfficialAct.objects.latest("number").act == "institutions.telephone_set"
    assert 'href="tel:02-2133-1234"' in cast.signed_in(stage.writer).get(section).content.decode()
    assert "02-2133-1234" in author.get("/posts/").content.decode()
    post = Post.objects.get(role=Role.AUTHOR, institution__key="seoul")
    with pytest.raises(Outdated):
        set_telephone(post=post, telephone="", seen="", by=stage.author, at=collecting.AT)
    with pytest.raises(Refused):
        set_telephone(post=post, telephone="", seen=post.telephone, by=stage.writer, at=collecting.AT)


def test_the_telephone_of_the_secretariat_is_told_to_who_signed_in_alone(db: None) -> None:
    stage, secretariat = collecting.staged(), cast.officer("secretariat", Role.SECRETARIAT)
    post = Post.objects.get(role=Role.SECRETARIAT)
    set_telephone(post=post, telephone="044-215-1234", seen="", by=secretariat, at=collecting.AT)
    address = "/calendar/2026/duties/"

    assert "044-215-1234" in cast.signed_in(stage.author).get(address).content.decode()
    assert "044-215-1234" not in Client().get(address).content.decode()
