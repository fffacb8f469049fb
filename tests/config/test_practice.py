"""An installation to practise with: on a database of its own, and whatever it gives out says that it is simulated."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse  # noqa: TID251 - a middleware is tried
from django.test import Client, RequestFactory
from tests import cast, collecting

from goru.config import practice
from goru.config.environment import is_demo, web_address
from goru.config.practice import WrongDatabase
from goru.config.serve import _next_night
from goru.config.simulated import Simulated
from goru.domain.institutions.models import Person
from goru.domain.plans.queries import mark_of_edition


@pytest.fixture
def marked(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON SCHEMA public IS 'goru: practice'")


@pytest.mark.web
def test_a_database_that_is_not_for_practice_is_neither_taken_nor_emptied(db: None, settings: Any) -> None:
    kept = cast.person("kept")
    practice.claim()
    settings.IS_PRACTICE = True

    for deed in (practice.claim, practice.empty):
        with pytest.raises(WrongDatabase, match="연습용으로 만든 것이 아니므로"):
            deed()

    assert Person.objects.filter(pk=kept.pk).exists()


@pytest.mark.web
def test_a_database_for_practice_is_taken_again_and_shown_as_nothing_else(
    marked: None, settings: Any
) -> None:
    with pytest.raises(WrongDatabase, match="GORU_PRACTICE=on 없이는"):
        practice.claim()
    with pytest.raises(WrongDatabase):
        practice.empty()
    settings.IS_PRACTICE = True

    practice.claim()


@pytest.mark.web
def test_an_empty_database_is_taken_for_practice_and_stays_so_when_it_is_emptied(
    db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.IS_PRACTICE = True
    emptied = []
    monkeypatch.setattr(practice, "all_tables", list)
    monkeypatch.setattr(practice, "drop_all", lambda: emptied.append(True))

    practice.claim()
    monkeypatch.undo()
    settings.IS_PRACTICE = True
    practice.claim()
    monkeypatch.setattr(practice, "drop_all", lambda: emptied.append(True))
    practice.empty()

    assert emptied == [True]


@pytest.mark.parametrize(
    ("after", "night"),
    [
        (datetime(2026, 1, 5, 17, 59, tzinfo=UTC), datetime(2026, 1, 5, 18, tzinfo=UTC)),
        (datetime(2026, 1, 5, 18, tzinfo=UTC), datetime(2026, 1, 6, 18, tzinfo=UTC)),
    ],
)
def test_it_is_emptied_at_three_in_seoul(after: datetime, night: datetime) -> None:
    assert _next_night(after) == night


def test_every_answer_says_that_it_is_simulated_and_files_in_their_names() -> None:
    named = "attachment; filename=\"a.csv\"; filename*=utf-8''%EA%B0%80.csv"
    answer = Simulated(lambda _request: HttpResponse(headers={"Content-Disposition": named}))(
        RequestFactory().get("/")
    )
    plain = Simulated(lambda _request: HttpResponse())(RequestFactory().get("/"))

    assert (answer["Goru-Data"], answer["X-Robots-Tag"]) == ("simulated", "noindex")
    assert 'filename="simulated-a.csv"' in answer["Content-Disposition"]
    assert "utf-8''%EB%AA%A8%EC%9D%98%EC%9E%90%EB%A3%8C-%EA%B0%80.csv" in answer["Content-Disposition"]
    assert "Content-Disposition" not in plain


@pytest.mark.web
def test_pages_prints_and_calendars_say_that_they_are_simulated_there_alone(db: None, settings: Any) -> None:
    stage = collecting.staged()
    client = cast.signed_in(stage.author)
    draft, calendar = f"/writing/editions/{stage.edition.pk}/", "/calendar/2026.ics"
    settings.PRACTICE_ADDRESS = "https://practice.example.org"
    before = client.get(draft).content.decode()
    plain = client.get(calendar).content.decode()
    settings.IS_PRACTICE = True

    said = client.get(draft).content.decode()

    assert "모의자료" not in before + plain
    assert 'href="https://practice.example.org/"' in before
    assert said.count("모의자료") == 2
    assert mark_of_edition(stage.edition).startswith("모의자료 · 2026년 서울특별시")
    assert "모의자료" in Client().get(calendar).content.decode().replace("\r\n ", "")


def test_a_practice_is_tried_as_a_demo_whatever_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://a@b/c")
    monkeypatch.setenv("GORU_DEMO", "on")
    before = is_demo()
    monkeypatch.setenv("GORU_PRACTICE", "on")

    assert (before, is_demo()) == (False, True)


def test_the_address_of_the_practice_is_one_of_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GORU_PRACTICE_ADDRESS", "https://practice.example.org/")
    assert web_address("GORU_PRACTICE_ADDRESS") == "https://practice.example.org"
    monkeypatch.setenv("GORU_PRACTICE_ADDRESS", "javascript:alert(1)")
    with pytest.raises(ValueError, match="GORU_PRACTICE_ADDRESS"):
        web_address("GORU_PRACTICE_ADDRESS")
