"""Drafts are read and written by a token: as its person could on the pages, in one institution, within its scope."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests import cast
from tests.collecting import Stage, staged

from goru.core.dates import day_in_korea
from goru.domain.institutions.actions import appoint, end_holding, end_token, make_token, system_person
from goru.domain.institutions.models import Holding, Institution, Person, Token
from goru.domain.institutions.vocabulary import Role, TokenScope
from goru.domain.plans.actions import seal
from goru.domain.plans.models import Edit, Edition
from goru.domain.plans.vocabulary import EditWay

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]

TOTAL = "plan/budget/total"


@pytest.fixture
def stage() -> Stage:
    return staged()


def token(person: Person, institution: str = "seoul", scope: TokenScope = TokenScope.WRITE) -> str:
    made = make_token(
        institution=Institution.objects.get(key=institution),
        name="예산 프로그램",
        scope=scope,
        last_day=day_in_korea(datetime.now(UTC)) + timedelta(days=30),
        by=person,
        at=datetime.now(UTC),
    )
    return made.said


def ask(said: str, address: str = "", **more: Any) -> Any:
    return Client().get(f"/api/v1/drafts{address}", headers={"Authorization": f"Bearer {said}", **more})


def send(said: str, number: int, *edits: dict[str, Any], key: str = "", body: str = "") -> Any:
    return Client().post(
        f"/api/v1/drafts/{number}/edits",
        body or json.dumps({"edits": edits}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {said}", "Idempotency-Key": key or str(uuid4())},
    )


def total(seen: Any, new: Any) -> dict[str, Any]:
    return {"deed": "set", "field": TOTAL, "seen": seen, "new": new}


def test_open_drafts_are_listed_and_read(stage: Stage) -> None:
    said, number = token(stage.author, scope=TokenScope.READ), stage.edition.pk

    [row] = ask(said).json()["data"]
    read = ask(said, f"/{number}").json()
    found = ask(said, f"/{number}/findings").json()

    assert row | {"name": ""} == {
        "edition": number,
        "year": 2026,
        "institution": "seoul",
        "name": "",
        "kind": "provincial",
        "version": Edition.objects.get(pk=number).version,
        "may_write": True,
        "sections": [],
    }
    assert (read["is_whole"], read["version"], read["state"]) == (True, row["version"], "open")
    assert read["value"] == Edition.objects.get(pk=number).content
    assert {one["key"] for one in read["sections"]} >= {"vision", "money", f"core-task-{stage.tasks[0]}"}
    assert found["data"]
    assert found["data"][0]["message"]


def test_edits_are_made_as_by_form_and_say_that_they_came_by_the_api(stage: Stage) -> None:
    said, number, new = token(stage.author), stage.edition.pk, str(uuid4())
    first, second = map(str, stage.tasks)
    under = {"deed": "add", "item": new, "under": first, "field": "items", "new": {"text": "새 과제"}}
    moved = {"deed": "move", "item": second, "seen": {"at": 1, "under": None}, "new": {"at": 0}}

    answer = send(said, number, total(None, 70), under, moved)

    assert answer.status_code == 200, answer.content
    now = stage.now()
    assert now["budget"]["total"] == 70
    assert [one["item_id"] for one in now["core_tasks"]] == [second, first]
    assert [one["text"] for one in now["core_tasks"][1]["items"]] == ["마을회의", "새 과제"]
    assert answer.json()["version"] == Edition.objects.get(pk=number).version
    assert [one["deed"] for one in answer.json()["edits"]] == ["set", "add", "move"]
    made = Edit.objects.filter(edition=number, number__in=[one["number"] for one in answer.json()["edits"]])
    assert {(one.way, one.by) for one in made} == {(EditWay.API, stage.author)}

    there = next(one for one in now["core_tasks"] if one["item_id"] == first)
    assert send(said, number, {"deed": "remove", "item": first, "seen": there}).status_code == 200
    assert [one["item_id"] for one in stage.now()["core_tasks"]] == [second]


def test_where_others_were_faster_nothing_is_done_and_both_are_shown(stage: Stage) -> None:
    said, number = token(stage.author), stage.edition.pk
    stage.write(stage.author, stage.total(5))
    before = Edition.objects.get(pk=number)

    answer = send(
        said,
        number,
        {"deed": "set", "field": "plan/budget/unit", "seen": "억원", "new": "백만원"},
        total(None, 70),
    )

    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert answer.json()["conflicts"][-1] == {"edit": 1, "seen": None, "new": 70, "now": 5}
    assert Edition.objects.get(pk=number).content == before.content
    assert Edition.objects.get(pk=number).version == before.version


def test_the_same_request_is_done_once_and_its_key_is_no_others(stage: Stage) -> None:
    said, number = token(stage.author), stage.edition.pk
    add = {"deed": "add", "under": str(stage.tasks[0]), "field": "items", "new": {"text": "한 번만"}}

    first, again = send(said, number, add, key="k1"), send(said, number, add, key="k1")
    other = send(said, number, total(None, 1), key="k1")
    lost = send(said, number, total(77, 70), key="k2")

    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert [one["text"] for one in stage.now()["core_tasks"][0]["items"]] == ["마을회의", "한 번만"]
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["detail"]
    assert lost.status_code == send(said, number, total(77, 70), key="k2").status_code == 409
    assert stage.now()["budget"]["total"] is None


def test_a_contributor_reads_and_writes_the_assigned_sections_alone(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    stage.write(stage.author, stage.total(123456))
    said, number = token(stage.jongno), stage.edition.pk

    [row] = ask(said).json()["data"]
    read = ask(said, f"/{number}").json()
    own = {"deed": "add", "field": "plan/indicators", "new": {"name": "도서관", "target": "3"}}

    assert (row["may_write"], row["sections"]) == (False, ["indicators"])
    assert not read["is_whole"]
    assert [one["key"] for one in read["sections"]] == ["indicators"]
    assert "123456" not in json.dumps(read)
    assert read["value"]["plan"]["core_tasks"] == []
    assert send(said, number, own).status_code == 200
    assert [one["name"] for one in stage.now()["indicators"]] == ["도서관"]
    assert send(said, number, own, total(123456, 1)).status_code in (403, 404)
    assert len(stage.now()["indicators"]) == 1


def test_strangers_find_nothing(stage: Stage) -> None:
    stranger = cast.officer("stranger", Role.AUTHOR, "busan")
    said = token(stranger, "busan")

    assert ask(said).json() == {"data": []}
    for address in (f"/{stage.edition.pk}", f"/{stage.edition.pk}/findings", "/999999"):
        assert ask(said, address).status_code == 404
    hidden, missing = send(said, stage.edition.pk, total(None, 1)), send(said, 999_999, total(None, 1))
    assert hidden.status_code == missing.status_code == 404
    assert hidden.json() == missing.json()


def test_a_token_reaches_its_own_institution_alone_whatever_its_person_may(stage: Stage) -> None:
    appoint(
        post=cast.post(Role.AUTHOR, "busan"),
        person=stage.author,
        first_day=date(2024, 1, 1),
        by=system_person(),
        at=cast.BEGINNING,
    )
    said = token(stage.author, "busan")

    assert ask(said, f"/{stage.edition.pk}").status_code == 404
    assert send(said, stage.edition.pk, total(None, 1)).status_code == 404


def test_a_token_for_reading_writes_nothing(stage: Stage) -> None:
    answer = send(token(stage.author, scope=TokenScope.READ), stage.edition.pk, total(None, 1))

    assert answer.status_code == 403
    assert stage.now()["budget"]["total"] is None


def test_a_token_that_works_no_more_is_refused(stage: Stage) -> None:
    yesterday = day_in_korea(datetime.now(UTC)) - timedelta(days=1)
    ended, over, last = (token(stage.author) for _ in range(3))
    first, second, _third = Token.objects.order_by("pk")

    end_token(token_id=first.pk, by=stage.author, at=datetime.now(UTC))
    Token.objects.filter(pk=second.pk).update(last_day=yesterday)
    Person.objects.filter(pk=stage.author.pk).update(is_active=False)
    locked = ask(last)
    Person.objects.filter(pk=stage.author.pk).update(is_active=True)
    works = ask(last)
    holding = Holding.objects.get(person=stage.author)
    given: dict[str, Any] = {"version": holding.version, "by": system_person(), "at": datetime.now(UTC)}
    end_holding(holding_id=holding.pk, last_day=yesterday, **given)

    assert works.status_code == 200
    number = stage.edition.pk
    refused = [ask(ended), ask(over, f"/{number}"), locked, ask(last), send(last, number, total(None, 1))]
    assert [(one.status_code, one["WWW-Authenticate"]) for one in refused] == [(401, "Bearer")] * 5
    assert stage.now()["budget"]["total"] is None


def test_without_a_token_there_is_no_answer_not_even_by_a_session(stage: Stage) -> None:
    client = cast.signed_in(stage.author)
    said: tuple[dict[str, str], ...] = (
        {},
        {"Authorization": "Bearer goru_x"},
        {"Authorization": "Basic eDp5"},
    )

    for header in said:
        answer = client.get("/api/v1/drafts", headers=header)

        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")


def test_the_last_use_is_kept_and_the_token_is_not(stage: Stage) -> None:
    said = token(stage.author)

    ask(said)

    kept = Token.objects.get()
    assert kept.last_used is not None
    assert said not in str(Token.objects.values())


UNFIT = (
    ("{", 400),
    ('{"edits": [{"deed": "set", "field": "plan/budget/total", "seen": null, "new": NaN}]}', 400),
    ("[" * 100_000, 400),
    ('{"edits": []}', 422),
    ('{"edits": [{"deed": "burn"}]}', 422),
    ('{"edits": [{"deed": "set", "field": "plan/budget/total", "seen": null, "new": "많음"}]}', 422),
    ('{"edits": [{"deed": "set", "field": "plan/budget/unit", "seen": "백만원", "new": "\\u0000"}]}', 422),
    ('{"edits": [{"deed": "set", "field": "plan/institution", "seen": "서울", "new": "부산"}]}', 422),
    ('{"edits": [{"deed": "set", "field": "x", "new": 1}], "more": 1}', 422),
    ('{"edits": [' + ",".join(['{"deed": "set", "field": "x"}'] * 501) + "]}", 422),
    (" " * 2_000_001, 413),
)


def test_what_cannot_be_taken_is_a_problem_and_changes_nothing(stage: Stage) -> None:
    before, said = Edition.objects.get(pk=stage.edition.pk).content, token(stage.author)

    for body, status in UNFIT:
        answer = send(said, stage.edition.pk, body=body)

        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), body[:80]
        assert answer.json()["detail"]
    assert Edition.objects.get(pk=stage.edition.pk).content == before


def test_edits_need_a_key_and_an_open_edition(stage: Stage) -> None:
    said, number = token(stage.author), stage.edition.pk
    without = Client().post(
        f"/api/v1/drafts/{number}/edits",
        json.dumps({"edits": [total(None, 1)]}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {said}"},
    )
    version = Edition.objects.get(pk=number).version
    seal(edition_id=number, version=version, by=stage.author, at=datetime.now(UTC))

    assert without.status_code == 422
    assert without.json()["errors"][0]["parameter"] == "Idempotency-Key"
    assert send(said, number, total(None, 1)).status_code == 409
    assert ask(said).json()["data"] == []


def test_who_asks_too_often_waits(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goru.api.tokens.MOST_REQUESTS", 2)
    said = token(stage.author)

    answers = [ask(said) for _ in range(3)]

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[-1]["Retry-After"] == "60"


def test_other_ways_to_ask_are_problems(stage: Stage) -> None:
    said = token(stage.author)
    headers = {"Authorization": f"Bearer {said}"}

    wrong = Client().delete("/api/v1/drafts", headers=headers)
    form = Client().post(f"/api/v1/drafts/{stage.edition.pk}/edits", {"edits": "x"}, headers=headers)

    assert (form.status_code, form["Content-Type"]) == (415, "application/problem+json")
    assert (wrong.status_code, wrong["Allow"]) == (405, "GET")
    assert wrong["Content-Type"] == "application/problem+json"
    assert Client().get("/api/v1/drafts/x/edits", headers=headers).status_code == 404
    assert ask(said)["Cache-Control"] == "no-store"
