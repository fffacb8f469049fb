"""What one sees first: what waits, one's plans, what others wrote; and the secretariat's board."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from tests import cast

from goru.book.items.editing import Change, Deed
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions
from goru.domain.plans.models import Cycle, Edition, Publication
from goru.domain.plans.queries import plan_in
from goru.domain.plans.vocabulary import EditionState, EditWay, PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def cycle(adopted: Publication) -> Cycle:
    cycle = actions.open_cycle(year=2026, by=system_person(), at=AT)
    actions.keep_duties(cycle=cycle, ministries=["교육부"])
    return cycle


@pytest.fixture
def author(cycle: Cycle) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def edition(author: Person, cycle: Cycle) -> Edition:
    plan = actions.plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name="세종")
    return actions.open_empty_plan(plan=plan, by=author, at=AT)


def set_total(edition: Edition, total: int, by: Person) -> None:
    content = Edition.objects.get(pk=edition.pk).content
    seen = content["plan"]["budget"]["total"]
    change = Change(Deed.SET, None, "plan/budget/total", seen=seen, new=total)
    actions.edit(edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=by, at=AT)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_the_law_wants_waits_for_its_author_alone(author: Person, cycle: Cycle) -> None:
    waiting = page(cast.signed_in(author), "/desk/")
    other = page(cast.signed_in(cast.person("nobody-yet")), "/desk/")

    assert "2026" in waiting
    assert "/writing/2026/sejong/" in waiting
    assert "맡은 직위가 없습니다" in other
    assert "/writing/" not in other


def test_who_signs_in_comes_to_what_waits(settings: object) -> None:
    assert getattr(settings, "LOGIN_REDIRECT_URL", "") == "web:desk"


def test_the_board_says_how_far_each_plan_has_come(author: Person, edition: Edition, cycle: Cycle) -> None:
    set_total(edition, 5000, author)
    secretariat = cast.signed_in(cast.officer("secretariat", Role.SECRETARIAT))

    said = page(secretariat, "/desk/board/2026/")

    assert "5,000억원" in said
    assert said.count("시작 전") > 10
    assert "서울" in said
    rows = page(secretariat, "/desk/board/2026.csv").splitlines()
    mine = next(row for row in rows if row.startswith("세종"))
    assert ",500000000000," in mine


@pytest.mark.parametrize("sort", ["printed", "due", "written", "errors", "saved", "none-of-them"])
def test_the_board_stands_in_any_order(sort: str, edition: Edition) -> None:
    secretariat = cast.signed_in(cast.officer("secretariat", Role.SECRETARIAT))

    assert "세종" in page(secretariat, f"/desk/board/2026/?sort={sort}")


def test_only_the_secretariat_sees_the_board(author: Person, cycle: Cycle) -> None:
    assert cast.signed_in(author).get("/desk/board/2026/").status_code == 404
    assert "/desk/board/" not in page(cast.signed_in(author), "/desk/")


def test_the_board_of_a_year_that_is_not_open_is_not_there(cycle: Cycle) -> None:
    secretariat = cast.signed_in(cast.officer("secretariat", Role.SECRETARIAT))

    assert secretariat.get("/desk/board/2031/").status_code == 404


def test_a_plan_that_is_not_kept_yet_is_of_its_institution(cycle: Cycle) -> None:
    plan = plan_in(2026, "busan")

    assert plan.pk is None
    assert (plan.kind, plan.cycle) == (PlanKind.PROVINCIAL, cycle)


def test_a_year_is_opened_and_last_years_frame_goes_on(
    adopted: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goru.web.desk.views.today", AT.date)
    client = cast.signed_in(cast.officer("secretariat", Role.SECRETARIAT))
    assert "/desk/years/open/" in page(client, "/desk/")
    assert client.post("/desk/years/open/", {"year": 2052}).status_code == 400

    assert client.post("/desk/years/open/", {"year": 2026}).status_code == 302
    assert "/desk/board/2026/" in page(client, "/desk/")
    client.post("/guidelines/open/", {"cycle": 2026, "title": "2026년 수립지침"})
    client.post("/guidelines/2026/frame/carry/")

    frame = Edition.objects.get(plan__institution=None, plan__cycle__year=2026)
    assert frame.state == EditionState.SEALED
    assert f'value="{frame.pk}"' in page(client, "/guidelines/2026/frame/")


def test_a_frame_goes_on_only_where_a_year_before_has_one(adopted: Publication) -> None:
    client = cast.signed_in(cast.officer("secretariat", Role.SECRETARIAT))
    for year in (2027, 2024):
        actions.open_cycle(year=year, by=system_person(), at=AT)
        client.post("/guidelines/open/", {"cycle": year, "title": f"{year}년 수립지침"})

    assert client.post("/guidelines/2027/frame/carry/").status_code == 302
    refused = client.post("/guidelines/2024/frame/carry/")

    assert refused.status_code == 409
    assert "앞선 해에 공표한 총괄이 없습니다" in refused.content.decode()


def test_the_board_reminds_by_one_button_and_says_when_last(author: Person, secretariat: Person) -> None:
    author.email = "author@example.org"
    author.save()
    client = cast.signed_in(secretariat)
    assert "마지막 알림" not in page(client, "/desk/board/2026/")

    answer = client.post("/desk/board/2026/sejong/remind/")
    again = client.post("/desk/board/2026/sejong/remind/")

    assert answer["Location"] == "/desk/board/2026/#sejong"
    assert "마지막 알림" in page(client, "/desk/board/2026/")
    assert again.status_code == 409
    assert "하루에 한 번" in again.content.decode()
