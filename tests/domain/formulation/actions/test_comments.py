"""What is noted on a draft: on an item or a section, answered, done, open again; who reads it and for whom it waits."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests import cast, collecting
from tests.collecting import AT, Stage

from goru.book.items.editing import Change, Deed
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.formulation import actions, queries
from goru.domain.formulation.models import Comment
from goru.domain.formulation.queries import Commented
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edition

pytestmark = [pytest.mark.web, pytest.mark.django_db]
LATER = AT + timedelta(hours=1)


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def noted(stage: Stage, by: Person, section: str = "money", item: UUID | None = None) -> Comment:
    return actions.comment(
        edition_id=stage.edition.pk, section=section, item=item, text="합을 봐 주세요 ", by=by, at=AT
    )


def item_of(stage: Stage) -> UUID:
    return UUID(stage.now()["core_tasks"][0]["items"][0]["item_id"])


def read(stage: Stage, by: Person) -> list[Commented]:
    return list(queries.draft_in(stage.edition.pk, by=by, on=AT.date()).comments)


def test_what_is_noted_stands_at_its_item_wherever_that_is_moved(stage: Stage) -> None:
    first, second = (f"core-task-{one}" for one in stage.tasks)
    noted(stage, stage.writer, first, item_of(stage))
    [before] = read(stage, stage.author)
    seen = {"at": 0, "under": str(stage.tasks[0])}
    new = {"at": 0, "field": "items", "under": str(stage.tasks[1])}
    stage.write(stage.author, Change(Deed.MOVE, item_of(stage), seen=seen, new=new))

    [after] = read(stage, stage.author)

    assert (before.name, before.comment.text) == ("마을회의", "합을 봐 주세요")
    assert before.section
    assert after.section
    assert (before.section.key, after.section.key) == (first, second)
    assert OfficialAct.objects.latest("number").act == "formulation.commented"


def test_what_is_noted_on_an_item_that_was_taken_out_stays_and_names_it(stage: Stage) -> None:
    item, task = item_of(stage), stage.now()["core_tasks"][0]
    noted(stage, stage.author, f"core-task-{stage.tasks[0]}", item)
    stage.write(stage.author, Change(Deed.REMOVE, item, seen=task["items"][0]))

    [one] = read(stage, stage.author)
    stage.write(stage.author, Change(Deed.REMOVE, stage.tasks[0], seen=stage.now()["core_tasks"][0]))
    [without_its_section] = read(stage, stage.author)

    assert (one.is_gone, one.name) == (True, "마을회의")
    assert one.section is not None
    assert (without_its_section.is_gone, without_its_section.section) == (True, None)


def test_who_writes_a_section_reads_and_answers_what_is_noted_there_and_nothing_else(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    theirs, other = noted(stage, stage.author, "indicators"), noted(stage, stage.author)

    assert [one.comment for one in read(stage, stage.jongno)] == [theirs]
    answered = actions.answer_comment(comment_id=theirs.pk, text="고쳤습니다", by=stage.jongno, at=LATER)
    with pytest.raises(Refused) as refused:
        actions.answer_comment(comment_id=other.pk, text="?", by=stage.jongno, at=LATER)
    with pytest.raises(Refused):
        noted(stage, stage.jongno)

    assert refused.value.why is Why.HIDDEN
    assert [list(one.answers) for one in read(stage, stage.author)] == [[], [answered]]


def test_the_author_and_who_wrote_it_finish_a_comment_and_open_it_again_as_they_saw_it(stage: Stage) -> None:
    made = noted(stage, stage.writer)
    certifier = cast.officer("certifier", Role.CERTIFIER, "seoul")
    with pytest.raises(Refused) as refused:
        actions.finish_comment(comment_id=made.pk, version=1, by=certifier, at=LATER)
    assert refused.value.why is Why.FORBIDDEN

    actions.finish_comment(comment_id=made.pk, version=1, by=stage.author, at=LATER)
    with pytest.raises(Outdated):
        actions.finish_comment(comment_id=made.pk, version=1, by=stage.writer, at=LATER)
    with pytest.raises(Refused, match="이미 끝낸"):
        actions.finish_comment(comment_id=made.pk, version=2, by=stage.writer, at=LATER)
    actions.reopen_comment(comment_id=made.pk, version=2, by=stage.writer, at=LATER)

    made.refresh_from_db()
    assert (made.is_open, made.done_by) == (True, None)


def test_nothing_is_noted_on_what_is_not_there_nor_once_no_draft_is_written(stage: Stage) -> None:
    for section, item in (("nothing", None), ("money", item_of(stage))):
        with pytest.raises(Refused, match="없어졌습니다"):
            noted(stage, stage.author, section, item)
    with pytest.raises(Refused, match="내용을"):
        actions.comment(
            edition_id=stage.edition.pk, section="money", item=None, text=" ", by=stage.author, at=AT
        )
    version = Edition.objects.get(pk=stage.edition.pk).version
    plans.seal(edition_id=stage.edition.pk, version=version, by=stage.author, at=LATER)

    with pytest.raises(Refused, match="쓰고 있는 초안"):
        noted(stage, stage.author)


def test_what_others_noted_waits_for_the_author_until_it_is_done(stage: Stage) -> None:
    def waiting(by: Person) -> list[str]:
        found = queries.waiting(posts_of(by, AT.date()), AT.date())
        return [one.what for one in found if "메모" in one.what]

    noted(stage, stage.author)
    assert waiting(stage.author) == []
    made = noted(stage, stage.writer)

    assert waiting(stage.author) == ["2026 서울: 초안의 열린 메모 1건"]
    assert waiting(stage.writer) == []
    actions.finish_comment(comment_id=made.pk, version=1, by=stage.author, at=LATER)
    assert waiting(stage.author) == []
