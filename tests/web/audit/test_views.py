"""The log of official acts on its pages: seals for everybody, acts for who watches, nothing for others."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from tests.cast import officer, signed_in

from goru.core.audit import actions, queries
from goru.core.verdict import Subject
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.models import Publication
from goru.domain.plans.vocabulary import PlanAct

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 5, 1, 20, tzinfo=UTC)
"""In Seoul the second of May."""


@actions.deed
def act(key: str, at: datetime = AT) -> None:
    actions.note(
        PlanAct.EDITION_SEALED,
        subject=Subject("edition", key),
        by=system_person(),
        at=at,
        post="서울특별시 총괄 담당자",
        details={"version": 7},
    )


@pytest.fixture
def auditor(db: None) -> Client:
    return signed_in(officer("auditor", Role.AUDITOR))


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_seals_of_days_are_for_everybody_and_the_same_for_all(client: Client) -> None:
    act("1", AT.replace(day=1, hour=1))
    act("2")
    act("3")

    answer = client.get("/audit/seals.txt")

    seals = {line.number: line.seal for line in queries.acts()}
    assert answer.content.decode() == f"2026-05-02 3 {seals[3]}\n2026-05-01 1 {seals[1]}\n"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/audit/", "/audit/edition/1/"])
def test_the_log_is_hidden_from_who_does_not_watch_over_it(client: Client, address: str) -> None:
    act("1")
    stranger = signed_in(officer("stranger", Role.AUTHOR, "busan"))

    assert stranger.get(address).status_code == 404
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SECRETARIAT, Role.ADMINISTRATOR])
def test_who_watches_over_the_log_reads_it(role: Role) -> None:
    act("1")

    page = text_of(signed_in(officer("watcher", role)), "/audit/")

    assert "판 확정" in page
    assert "서울특별시 총괄 담당자" in page
    assert "version: 7" in page


def test_acts_are_chosen_by_day_act_and_subject(auditor: Client) -> None:
    act("first", AT.replace(hour=1))
    act("second")

    assert "판 first" not in text_of(auditor, "/audit/?day=2026-05-02")
    assert "판 second" in text_of(auditor, "/audit/?day=2026-05-02")
    assert "판 first" not in text_of(auditor, "/audit/?q=second")
    assert "판 first" not in text_of(auditor, "/audit/?act=institutions.appointed")
    assert "판 first" in text_of(auditor, "/audit/?day=nonsense&q=edition&act=plans.edition_sealed")
    assert text_of(auditor, "/audit/?day=9999-12-31&q=%00&page=x")


def test_whether_the_log_is_whole_is_said(auditor: Client) -> None:
    act("1")
    before = text_of(auditor, "/audit/")
    actions.check(at=AT)
    whole = text_of(auditor, "/audit/")
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_officialact DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_officialact SET text = '' WHERE subject_kind = 'edition'")
    actions.check(at=AT)
    broken = text_of(auditor, "/audit/")

    assert "기록을 아직 점검하지 않았습니다." in before
    assert "2026-05-02 05:00에 점검했을 때" in whole
    assert "번 줄이 바뀌었거나 빠졌습니다." in broken


def test_what_was_done_to_one_thing_is_one_page(auditor: Client) -> None:
    act("1")
    act("2")
    act("1")

    page = text_of(auditor, "/audit/edition/1/")

    assert page.count('id="line-') == 2
    assert "<h1>판 1" in page
    assert auditor.get("/audit/edition/3/").status_code == 404


def test_a_thing_with_a_page_leads_to_it_and_an_odd_key_is_read_as_it_is(
    adopted: Publication, auditor: Client
) -> None:
    @actions.deed
    def acts() -> None:
        for subject in (Subject("cycle", "2025"), Subject("post", "contributor:seoul/기획조정실")):
            actions.note(PlanAct.CYCLE_OPENED, subject=subject, by=system_person(), at=AT)

    acts()

    assert 'href="/2025/publications/"' in text_of(auditor, "/audit/cycle/2025/")
    assert "기획조정실" in text_of(auditor, "/audit/post/contributor:seoul/기획조정실/")


def test_the_pages_speak_english(auditor: Client) -> None:
    act("1")
    auditor.cookies["django_language"] = "en"

    page = text_of(auditor, "/audit/")

    assert "Log of official acts" in page
    assert "Edition sealed" in page
