"""Files are attached by who writes there, seen by who sees the draft, and removed until it is sealed."""

from datetime import timedelta
from typing import Any

import pytest
from tests import cast, collecting
from tests.collecting import AT, Stage

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused, Why
from goru.domain.formulation import actions, queries, rules
from goru.domain.formulation.models import Attachment
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edition

pytestmark = [pytest.mark.web, pytest.mark.django_db]
LATER = AT + timedelta(hours=1)
PDF = b"%PDF-1.7\n"


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def attached(stage: Stage, by: Person, section: str = "", **rest: Any) -> Attachment:
    given = {"name": "근거.pdf", "content": PDF, **rest}
    return actions.attach(edition_id=stage.edition.pk, section=section, by=by, at=AT, **given)


def seen_by(by: Person, edition: Edition) -> list[str]:
    return [one.attachment.section for one in queries.draft_in(edition.pk, by=by, on=AT.date()).attachments]


def sealed(stage: Stage) -> Edition:
    version = Edition.objects.get(pk=stage.edition.pk).version
    return plans.seal(edition_id=stage.edition.pk, version=version, by=stage.author, at=LATER)


def test_an_author_attaches_to_the_plan_and_who_has_a_section_to_that(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    made = attached(stage, stage.author, name="C:\\fakepath\\근거\u200b.pdf")
    attached(stage, stage.jongno, "indicators")

    for by, section in ((stage.jongno, ""), (stage.jongno, "money"), (stage.writer, "money")):
        with pytest.raises(Refused):
            attached(stage, by, section)

    assert (made.name, made.form, made.size) == ("근거.pdf", "pdf", len(PDF))
    assert seen_by(stage.author, stage.edition) == seen_by(stage.writer, stage.edition) == ["", "indicators"]
    assert seen_by(stage.jongno, stage.edition) == ["indicators"]
    assert OfficialAct.objects.latest("number").act == "formulation.attached"
    with pytest.raises(Refused) as hidden:
        queries.attachment_read_by(made.pk, by=stage.jongno, on=AT.date())
    assert hidden.value.why is Why.HIDDEN


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("빈.pdf", b"", "빈 파일"),
        ("큰.pdf", PDF + b"0" * rules.MOST_BYTES, "너무 큽니다"),
        ("그림.pdf", b"\x89PNG\r\n\x1a\n..", "내용은 PNG"),
        ("실행.exe", b"MZ\x90\x00", "첨부할 수 없는"),
        ("쪽.html", b"<script>", "첨부할 수 없는"),
        ("이름없음", PDF, "첨부할 수 없는"),
    ],
)
def test_a_file_is_refused_that_is_not_what_its_name_says_or_of_no_kind_that_is_taken(
    stage: Stage, name: str, content: bytes, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        attached(stage, stage.author, name=name, content=content)

    assert not Attachment.objects.exists()


def test_the_same_file_is_attached_once_to_a_section_and_not_too_many_in_all(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(stage, stage.author)
    attached(stage, stage.author, "money")

    with pytest.raises(Refused, match="이미 붙어"):
        attached(stage, stage.author)
    with pytest.raises(Refused, match="초안에 없는 절"):
        attached(stage, stage.author, "nothing")
    monkeypatch.setattr(rules, "MOST_FILES", 2)
    with pytest.raises(Refused, match="2개까지"):
        attached(stage, stage.author, content=PDF + b"2")


def test_who_attached_a_file_and_the_author_remove_it_until_the_edition_is_sealed(stage: Stage) -> None:
    stage.assigned("money")
    theirs, own = attached(stage, stage.writer, "money"), attached(stage, stage.author)
    certifier = cast.officer("certifier", Role.CERTIFIER, "seoul")
    for by in (certifier, stage.writer):
        with pytest.raises(Refused):
            actions.remove_attachment(attachment_id=own.pk, by=by, at=LATER)
    actions.remove_attachment(attachment_id=theirs.pk, by=stage.writer, at=LATER)
    act = OfficialAct.objects.latest("number")
    base = sealed(stage)
    with pytest.raises(Refused, match="고칠 수 없습니다"):
        actions.remove_attachment(attachment_id=own.pk, by=stage.author, at=LATER)
    with pytest.raises(Refused, match="고칠 수 없습니다"):
        attached(stage, stage.author, "money")
    after = plans.continue_edition(base=base, by=stage.author, at=LATER)

    assert act.act == "formulation.attachment_removed"
    assert theirs.digest in act.text
    assert seen_by(stage.author, after) == [""]
