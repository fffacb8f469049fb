"""Pages of accounts: who may sign in is seen, and changed, by administrators alone."""

from typing import Any

import pytest
from django.core import mail
from tests import cast

from goru.core.mail.actions import deliver
from goru.core.mail.models import Mail
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def page_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_account_is_locked_and_opened_again_by_a_mail(
    administrator: Person, author_in_seoul: Person
) -> None:
    client, of_author = cast.signed_in(administrator), cast.signed_in(author_in_seoul)

    asked = client.get("/accounts/author-in-seoul/lock/")
    locked = client.post("/accounts/author-in-seoul/lock/", {"reason": "휴직"})
    shut_out = of_author.get("/posts/")
    listed = page_of(client.get("/posts/accounts/"))
    opened = client.post("/accounts/author-in-seoul/unlock/", {"email": "author@example.org"})

    assert "author-in-seoul" in page_of(asked)
    assert locked["Location"] == opened["Location"] == "/posts/accounts/"
    assert shut_out["Location"].startswith("/accounts/sign-in/")
    assert "/accounts/author-in-seoul/unlock/" in listed
    author_in_seoul.refresh_from_db()
    assert (author_in_seoul.is_active, author_in_seoul.email) == (True, "author@example.org")
    assert deliver(mail_id=Mail.objects.get().pk)
    assert mail.outbox[0].to == ["author@example.org"]


def test_what_the_state_forbids_leads_back_to_the_accounts(administrator: Person) -> None:
    client = cast.signed_in(administrator)

    own, nobody = client.post("/accounts/administrator/lock/"), client.get("/accounts/nobody/lock/")
    system = client.get("/accounts/goru/unlock/")

    assert (own.status_code, nobody.status_code, system.status_code) == (409, 404, 404)
    assert "자기 계정은 잠글 수 없습니다." in page_of(own)


def test_the_accounts_are_offered_to_who_may_see_them(administrator: Person, secretariat: Person) -> None:
    assert "/posts/accounts/" in page_of(cast.signed_in(administrator).get("/posts/"))
    assert "/posts/accounts/" not in page_of(cast.signed_in(secretariat).get("/posts/"))


def test_a_name_that_no_form_takes_is_listed_and_locked_too(administrator: Person) -> None:
    cast.person("seoul/culture")
    client = cast.signed_in(administrator)

    assert "/accounts/seoul/culture/lock/" in page_of(client.get("/posts/accounts/"))
    assert client.post("/accounts/seoul/culture/lock/", {"reason": ""}).status_code == 302
