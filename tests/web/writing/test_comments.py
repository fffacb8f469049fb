"""What is noted on a draft is written, answered and marked as done by its pages."""

import pytest
from tests import cast, collecting
from tests.collecting import Stage

from goru.domain.formulation.models import Comment
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def page(by: Person, address: str) -> str:
    answer = cast.signed_in(by).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_comment_is_written_at_its_item_answered_and_done(stage: Stage) -> None:
    task = stage.tasks[0]
    item = stage.now()["core_tasks"][0]["items"][0]["item_id"]
    draft = f"/writing/editions/{stage.edition.pk}/"
    section = f"{draft}core-task-{task}/"
    author, writer = cast.signed_in(stage.author), cast.signed_in(stage.writer)
    assert f"{section}{item}/comment/" in page(stage.writer, section)
    assert "마을회의" in page(stage.writer, f"{section}{item}/comment/")

    made = writer.post(f"{section}{item}/comment/", {"text": "이름이 다릅니다"})
    one = Comment.objects.get()

    assert made["Location"] == f"{section}#comment-{one.pk}"
    said = page(stage.author, section)
    assert said.index(f"item-{item}") < said.index("이름이 다릅니다")
    assert "메모 1" in said
    assert "이름이 다릅니다" in page(stage.author, draft)
    assert "열린 메모 1건" in page(stage.author, "/desk/")
    assert author.post(f"/writing/comments/{one.pk}/answer/", {"text": "고쳤습니다"}).status_code == 302
    assert "고쳤습니다" in page(stage.writer, section)
    assert author.post(f"/writing/comments/{one.pk}/finish/", {"version": "1"}).status_code == 302
    assert author.post(f"/writing/comments/{one.pk}/finish/", {"version": "1"}).status_code == 409
    assert "열린 메모가 없습니다" in page(stage.author, draft)
    assert "끝낸 사람" in page(stage.author, section)
    assert writer.get(f"{section}{stage.tasks[1]}/comment/").status_code == 404


def test_what_is_noted_on_a_draft_stands_in_the_municipalitys_section_alone(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    draft, author = f"/writing/editions/{stage.edition.pk}/", cast.signed_in(stage.author)
    author.post(f"{draft}indicators/comment/", {"text": "지표를 더해 주세요"})
    author.post(f"{draft}money/comment/", {"text": "비밀"})

    contents = page(stage.jongno, draft)

    assert "지표를 더해 주세요" in page(stage.jongno, f"{draft}indicators/")
    assert "지표를 더해 주세요" in contents
    assert "비밀" not in contents
    hidden = Comment.objects.get(text="비밀").pk
    assert cast.signed_in(stage.jongno).get(f"/writing/comments/{hidden}/answer/").status_code == 404
