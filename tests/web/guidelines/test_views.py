"""A guideline is written, consulted on, resolved, sent, read and asked about by its pages."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests import cast, formulating

from goru.domain.formulation import actions
from goru.domain.formulation.models import Guideline, Question, Reading, SectionWording
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = "/guidelines/2025/"


def posted(client: Client, path: str, **said: Any) -> Any:
    return client.post(path, said, follow=True)


def seen() -> int:
    return Guideline.objects.get().version


def text(client: Client, path: str = AT) -> str:
    return client.get(path).content.decode()


def test_a_guideline_is_made_and_sent_by_its_pages(adopted: Publication, secretariat: Person) -> None:
    client = cast.signed_in(secretariat)
    posted(client, "/guidelines/open/", cycle=2025, title="2025년 수립지침")
    kinds = ["provincial", "sectoral", "megaregional"]
    section = {"title": "비전", "kinds": kinds, "guidance": "적는 법", "is_required": "on"}
    posted(client, f"{AT}sections/add/", version=seen(), key="vision", **section)
    posted(client, f"{AT}sections/vision/word/", version=1, **{**section, "guidance": "짧게 적는다"})
    frame = adopted.editions.get(plan__institution=None)
    posted(client, f"{AT}frame/", version=seen(), edition_id=frame.pk)
    posted(client, f"{AT}consult/", version=seen())
    posted(
        client,
        f"{AT}consultations/add/",
        name="시도-부처협의회",
        kinds=kinds,
        begun_date="2024-11-06",
        participants=["seoul", "moe"],
    )
    held = Guideline.objects.get().consultations.get()
    posted(
        client, f"{AT}consultations/{held.pk}/finish/", version=1, finished_date="2024-11-07", result="반영"
    )
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    posted(client, f"{AT}agenda/", version=seen(), meeting=f"{meeting.pk}-{meeting.version}")
    item = formulating.held(meeting, meeting.agenda.get(), secretariat)
    posted(client, f"{AT}resolve/", version=seen(), item_id=item.pk)
    letter = {"letter_date": "2024-11-22", "signer": "위원장 김하나"}
    numbers = {"provincial": "총괄-1", "sectoral": "총괄-2", "megaregional": "총괄-3"}
    page = posted(client, f"{AT}send/", version=seen(), **letter, **numbers).content.decode()

    guideline = Guideline.objects.get()
    assert guideline.state == GuidelineState.SENT
    assert "짧게 적는다" in page
    assert "총괄-1" in page
    assert "제3차" in page
    assert f"받을 기관 {guideline.dispatches.count()}곳" in page


def test_the_buttons_say_why_not(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    client = cast.signed_in(secretariat)
    assert f'href="{AT}consult/"' in text(client)

    posted(client, f"{AT}consult/", version=guideline.version)
    page = text(client)
    assert "법이 정한 상대와 협의를 마친 기록이 없습니다" in page
    assert f'href="{AT}resolve/"' not in page


def test_a_recipient_reads_receives_and_asks(
    adopted: Publication, secretariat: Person, author_in_seoul: Person
) -> None:
    guideline = formulating.sent(secretariat)
    client = cast.signed_in(author_in_seoul)
    assert "2025년 수립지침" in text(client, "/guidelines/")
    page = text(client)
    assert "비전을 적는 법" in page
    assert "받을 기관" not in page
    assert f'href="{AT}sections/vision/word/"' not in page
    assert Reading.objects.get().by == author_in_seoul

    dispatch = guideline.dispatches.get(institution__key="seoul")
    posted(client, f"{AT}dispatches/{dispatch.pk}/receive/", receipt_number="기획-7")
    assert "접수 기획-7" in text(client)
    posted(client, f"{AT}sections/vision/ask/", text="분량은 얼마나?")
    assert "답변을 기다립니다." in text(client)
    question = Question.objects.get()
    posted(cast.signed_in(secretariat), f"{AT}questions/{question.pk}/answer/", version=1, text="한 쪽")
    assert "한 쪽" in text(client)
    assert "새 답변" in text(client)


def test_a_change_stands_out_until_it_is_confirmed_as_far_as_it_was_shown(
    adopted: Publication, secretariat: Person, author_in_seoul: Person
) -> None:
    guideline = formulating.sent(secretariat)
    client = cast.signed_in(author_in_seoul)
    formulating.reword(guideline, secretariat, "추진전략")
    answer = client.get(AT)
    assert "지난번 확인한 뒤 바뀐 항목이 1개 있습니다." in answer.content.decode()
    shown_at = answer.context["shown_at"].isoformat()

    assert "바뀐 항목이" not in posted(client, f"{AT}confirm/", shown_at=shown_at).content.decode()
    assert client.post(f"{AT}confirm/", {"shown_at": "어제"}).status_code == 409


def test_the_form_holds_what_stands_now(adopted: Publication, secretariat: Person) -> None:
    formulating.drafted(secretariat)
    form = text(cast.signed_in(secretariat), f"{AT}sections/devolution/word/")

    assert "지방분권 시행계획을 적는 법" in form
    assert 'value="provincial" id="id_kinds_0" checked' in form
    assert 'value="sectoral" id="id_kinds_1" checked' not in form


def test_a_section_is_taken_out(adopted: Publication, secretariat: Person) -> None:
    formulating.drafted(secretariat)
    page = posted(cast.signed_in(secretariat), f"{AT}sections/devolution/remove/", version=1)

    assert "지방분권 시행계획" not in page.content.decode()


def test_last_years_sections_go_on_in_a_new_guideline_and_its_own_stay(
    adopted: Publication, secretariat: Person
) -> None:
    sent = formulating.sent(secretariat)
    formulating.reword(sent, secretariat, "추진전략")
    client, new = cast.signed_in(secretariat), "/guidelines/2026/"
    cycle = plans.open_cycle(year=2026, by=system_person(), at=formulating.LATER)
    begun = actions.open_guideline(cycle=cycle, title="2026 지침", by=secretariat, at=formulating.LATER)
    own = formulating.wording("우리 것")
    actions.add_section(
        **formulating.now(begun), key="devolution", wording=own, by=secretariat, at=formulating.LATER
    )
    assert f"{new}sections/carry/" in text(client, new)
    assert f"{AT}sections/carry/" not in text(client)

    version = Guideline.objects.get(pk=begun.pk).version
    page = posted(client, f"{new}sections/carry/", version=version).content.decode()

    assert page.index("우리 것") < page.index("추진전략")
    wordings = SectionWording.objects.filter(section__guideline=begun)
    assert sorted(wordings.values_list("section__key", "title", "number", "reason")) == [
        ("devolution", "우리 것", 1, ""),
        ("vision", "추진전략", 1, ""),
    ]


def test_a_briefing_counts_who_came(adopted: Publication, secretariat: Person) -> None:
    formulating.sent(secretariat)
    page = posted(
        cast.signed_in(secretariat),
        f"{AT}briefings/add/",
        held_date="2024-12-13",
        place="세종",
        material="해설서",
        **{"count-seoul": 3, "count-busan": ""},
    ).content.decode()

    assert "서울 3" in page


def test_a_draft_is_not_there_for_others(
    adopted: Publication, secretariat: Person, author_in_seoul: Person
) -> None:
    formulating.drafted(secretariat)
    client = cast.signed_in(author_in_seoul)

    assert client.get(AT).status_code == 404
    assert "받은 수립지침이 없습니다" in text(client, "/guidelines/")


def test_pages_speak_english(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.sent(secretariat)
    formulating.reword(guideline, secretariat, "추진전략")
    client = cast.signed_in(secretariat)
    client.cookies["django_language"] = "en"

    page = text(client)
    assert "Recipients:" in page
    assert "Sections that changed since you last confirmed: 1." in page
    assert guideline.due_date == date(2024, 11, 30)
    assert client.get("/guidelines/").status_code == 200


@pytest.mark.parametrize(("who", "most"), [("secretariat", 37), ("author-in-seoul", 40)])
def test_a_page_asks_the_database_little_however_many_were_sent_it(
    who: str,
    most: int,
    adopted: Publication,
    secretariat: Person,
    author_in_seoul: Person,
    django_assert_max_num_queries: Any,
) -> None:
    formulating.sent(secretariat)
    client = cast.signed_in(Person.objects.get(username=who))
    client.get(AT)

    with django_assert_max_num_queries(most):
        client.get(AT)
