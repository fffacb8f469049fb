"""A plan is collected by its pages: assigned, written by who has it, handed in, returned, accepted."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests import cast, collecting
from tests.collecting import Stage

from goru.domain.formulation import actions
from goru.domain.formulation.models import Assignment
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edit, Plan, Publication
from goru.domain.plans.vocabulary import EditionState
from goru.web.access import today

pytestmark = [pytest.mark.web, pytest.mark.django_db]
BOARD = "/writing/2026/seoul/collecting/"


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def page(by: Person, address: str) -> str:
    answer = cast.signed_in(by).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def money(stage: Stage) -> str:
    return f"/writing/editions/{stage.edition.pk}/money/"


def write(client: Client, stage: Stage, total: str, seen: str = "null") -> int:
    sent = {"seen||plan/budget/total": seen, "|plan/budget/total": total}
    return client.post(money(stage), sent).status_code


def deed(by: Person, made: Assignment, way: str, **sent: str) -> int:
    version = Assignment.objects.get(pk=made.pk).version
    address = f"/writing/assignments/{made.pk}/{way}/"
    assert cast.signed_in(by).get(address).status_code == 200
    return cast.signed_in(by).post(address, {"version": version, **sent}).status_code


def test_an_author_assigns_several_sections_and_sees_them_on_the_board(stage: Stage) -> None:
    client = cast.signed_in(stage.author)
    sent = {
        "sections": ["money", f"core-task-{stage.tasks[0]}"],
        "to": f"Unit-{stage.unit.pk}",
        "due_date": today().isoformat(),
        "note": "표를 채워 주세요",
    }

    assert "재정투입" in client.get(f"{BOARD}assign/").content.decode()
    answer = client.post(f"{BOARD}assign/", sent)

    assert answer["Location"] == BOARD
    said = page(stage.author, BOARD)
    assert said.count("미착수") == 2
    assert said.count("문화본부") == 2
    assert "아무에게도 맡기지 않은 절" in said


def test_what_is_wrong_with_an_assignment_is_said_at_its_field_and_what_was_typed_stays(stage: Stage) -> None:
    client, past = cast.signed_in(stage.author), (today() - timedelta(days=1)).isoformat()
    empty = cast.department("seoul", "경제실")
    sent = {"sections": "money", "to": f"Unit-{empty.pk}", "due_date": past, "note": "표를 채워 주세요"}
    begun = client.get(f"{BOARD}assign/").content.decode()
    assert re.search(r'<option value="" selected>\s*고르세요', begun)
    assert "경제실 (작성 담당자 없음)" in begun
    assert "문화본부 (작성" not in begun

    refused = client.post(f"{BOARD}assign/", sent)
    said = refused.content.decode()
    assert refused.status_code == 400
    assert "내부 기한은 오늘이나 그 뒤로" in said
    assert "표를 채워 주세요" in said
    assert "고르세요" in client.post(f"{BOARD}assign/", sent | {"to": ""}).content.decode()
    assert not Assignment.objects.exists()

    assert client.post(f"{BOARD}assign/", sent | {"due_date": today().isoformat()}).status_code == 302
    board = page(stage.author, BOARD)
    assert "작성 담당자 없음" in board
    assert 'href="/posts/seoul/"' in board


def test_a_section_goes_from_its_writer_to_its_author_and_back(stage: Stage) -> None:
    made, writer = stage.assigned("money"), cast.signed_in(stage.writer)
    assert "표를 채워 주세요" in page(stage.writer, money(stage))
    assert write(writer, stage, "5") == 302
    assert Edit.objects.latest("number").by == stage.writer
    assert "작성중" in page(stage.author, BOARD)
    assert write(writer, stage, "다섯", seen="5") == 409
    kept = writer.get(f"/writing/assignments/{made.pk}/submit/")
    assert (kept.status_code, "저장하지 못한 칸이 1개" in kept.content.decode()) == (409, True)

    assert deed(stage.writer, made, "submit") == 302
    said = page(stage.writer, money(stage))
    assert "제출한 절입니다" in said
    assert "readonly" in said
    assert write(writer, stage, "6", seen="5") == 409
    assert "접수" in page(stage.author, "/desk/")

    assert deed(stage.author, made, "return", note="합이 다릅니다") == 302
    assert "합이 다릅니다" in page(stage.writer, "/desk/")
    assert "합이 다릅니다" in page(stage.writer, money(stage))
    assert "보완요청" in page(stage.writer, f"/writing/assignments/{made.pk}/submit/")
    assert "합이 다릅니다" in page(stage.writer, f"/writing/assignments/{made.pk}/submit/")
    assert write(writer, stage, "7", seen="5") == 302
    assert deed(stage.writer, made, "submit") == 302
    assert deed(stage.author, made, "accept") == 302
    assert "접수" in page(stage.author, BOARD)
    assert stage.now()["budget"]["total"] == 7


def test_a_writer_reads_the_other_sections_of_their_institution_and_writes_none(stage: Stage) -> None:
    stage.assigned("money")
    writer, other = cast.signed_in(stage.writer), f"/writing/editions/{stage.edition.pk}/vision/"

    assert "readonly" in page(stage.writer, other) or "더하기" not in page(stage.writer, other)
    assert writer.post(other, {"deed": "add:/plan/strategies"}).status_code == 403
    assert stage.now()["strategies"] == []


def test_a_form_of_the_own_section_writes_in_no_other(stage: Stage) -> None:
    """What a section's page does not ask for is not taken from what is sent to it."""
    stage.assigned("money")
    writer = cast.signed_in(stage.writer)
    strategy = stage.now()["core_tasks"][0]
    sent = {f"seen|{strategy['item_id']}|name": '"마을"', f"{strategy['item_id']}|name": "바꿈"}

    writer.post(money(stage), {**sent, "deed": "add:/plan/indicators"})
    writer.post(money(stage), {"deed": f"remove:{strategy['item_id']}"})
    answer = writer.get(f"{money(stage)}{strategy['item_id']}/remove/")

    assert answer.status_code == 404
    assert stage.now()["core_tasks"][0]["name"] == "마을"
    assert stage.now()["indicators"] == []


def test_a_municipality_sees_its_sections_of_the_draft_and_nothing_else(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    client, draft = cast.signed_in(stage.jongno), f"/writing/editions/{stage.edition.pk}/"
    said = page(stage.jongno, f"{draft}indicators/")

    assert "성과지표 더하기" in said
    beside = {"attachments/", "bring-in/", "indicators/comment/", "indicators/attachments/"}
    assert set(re.findall(rf'href="{draft}([^"#]*)', said)) <= {"", "indicators/", *beside}
    assert client.post(f"{draft}indicators/", {"deed": "add:/plan/indicators"}).status_code == 302
    assert len(stage.now()["indicators"]) == 1
    contents = page(stage.jongno, draft)
    assert "성과지표" in contents
    assert "마을" not in contents
    for address in ("money/", "vision/", "history/", "plan.hwpx", "seal/"):
        assert client.get(f"{draft}{address}").status_code == 404
    assert client.get(BOARD).status_code == 404
    assert "성과지표" in page(stage.jongno, "/desk/")


def test_the_tree_says_who_has_which_section(stage: Stage) -> None:
    stage.assigned("money")

    tree = page(stage.author, f"/writing/editions/{stage.edition.pk}/")

    assert tree.count("문화본부") == 1
    assert "미착수" in tree


def test_only_an_author_is_offered_deeds_on_the_board(stage: Stage) -> None:
    made = stage.assigned("money")

    assert f"/writing/assignments/{made.pk}/take-back/" in page(stage.author, BOARD)
    assert "/writing/assignments/" not in page(stage.writer, BOARD)


def test_an_inner_date_is_changed_and_a_section_taken_back(stage: Stage) -> None:
    made = stage.assigned("money")
    day = today().isoformat()

    assert deed(stage.author, made, "change", due_date=day, note="") == 302
    assert Assignment.objects.get().due_date.isoformat() == day
    assert deed(stage.author, made, "take-back") == 302
    assert not Assignment.objects.exists()
    assert "맡긴 절이 아직 없습니다" in page(stage.author, BOARD)


def test_what_changed_since_it_was_shown_is_not_decided_on(stage: Stage) -> None:
    made = stage.assigned("money")
    deed(stage.writer, made, "submit")

    answer = cast.signed_in(stage.author).post(f"/writing/assignments/{made.pk}/accept/", {"version": "1"})

    assert answer.status_code == 409
    assert "그사이 다른 사람이" in answer.content.decode()


def test_who_reads_what_is_published_is_not_told_who_wrote_it(adopted: Publication) -> None:
    plan = Plan.objects.get(institution__key="sejong")
    author = cast.officer("author", Role.AUTHOR, "sejong")
    unit = cast.department("sejong", "기획조정실")
    plans.continue_edition(base=plan.editions.get(state=EditionState.SEALED), by=author, at=collecting.AT)
    given: dict[str, Any] = {"due_date": collecting.DUE, "note": "", "by": author, "at": collecting.AT}
    actions.assign(plan=plan, sections=["money"], to=unit, **given)
    published = plan.editions.get(state=EditionState.SEALED)
    stranger = cast.officer("stranger", Role.AUTHOR, "busan")

    said = page(stranger, f"/writing/editions/{published.pk}/money/")

    assert unit.name in page(author, f"/writing/editions/{published.pk}/money/")
    assert unit.name not in said
    assert "collecting" not in said
