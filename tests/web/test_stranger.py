"""Every address of the site, asked by a stranger (the author of another province) and by a citizen who never signs in."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import DjangoDbBlocker
from tests import cast, formulating, registering
from tests.undone import undone

from goru.book.model import PlanBook
from goru.domain.formulation.actions import assign, attach, comment
from goru.domain.formulation.models import Assignment, Attachment, Comment, GuidelineConsultation
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Holding, Person, Token, Unit
from goru.domain.institutions.queries import holders_of
from goru.domain.institutions.vocabulary import Role
from goru.domain.meetings.models import Member
from goru.domain.plans.actions import open_empty_plan
from goru.domain.plans.models import Duty, Edition, Explanation, Plan
from goru.domain.registers.actions import ask_opinion, open_case
from goru.domain.registers.models import Case, PartyOpinion
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.models import Proposal

pytestmark = [pytest.mark.web, pytest.mark.django_db]

PRIVATE = """
web:audit                       /audit/                                    404
web:audit-about                 /audit/cycle/2025/                         404
web:imports                     /imports/                                  403
web:upload                      /imports/new/                              403
web:import                      /imports/1/                                403
web:import-progress             /imports/1/progress/                       403
web:adopt-import                /imports/1/adopt/                          403 post
web:discard-import              /imports/1/discard/                        403 post
web:retry-import                /imports/1/retry/                          403 post
web:posts                       /posts/                                    own
web:posts-of                    /posts/seoul/                              404
web:set-telephone               /posts/seoul/certifier/telephone/          404
web:open-unit                   /posts/seoul/units/open/                   404
web:add-institution             /institutions/add/                        403
web:appoint                     /posts/seoul/contributor/appoint/          404
web:invite                      /posts/seoul/contributor/invite/           404
web:stand-in                    /posts/seoul/certifier/stand-in/           404
web:hand-over                   /holdings/{holding}/hand-over/             404
web:end-holding                 /holdings/{holding}/end/                   404
web:close-unit                  /units/{unit}/close/                       404
web:accounts                    /posts/accounts/                           404
web:lock-account                /accounts/stranger/lock/                   404
web:unlock-account              /accounts/stranger/unlock/                 404
web:desk                        /desk/                                     own
web:open-year                   /desk/years/open/                          403
web:desk-mails                  /desk/mails/                               own post
web:board                       /desk/board/2025/                          404
web:board-file                  /desk/board/2025.csv                       404
web:remind-plan                 /desk/board/2025/sejong/remind/            404 post
web:plan-desk                   /writing/2025/sejong/                      404
web:begin-plan                  /writing/2025/sejong/begin/                404 post
web:collecting                  /writing/2025/sejong/collecting/           404
web:assign-sections             /writing/2025/sejong/collecting/assign/    404
web:change-assignment           /writing/assignments/{assigned}/change/    404
web:take-back                   /writing/assignments/{assigned}/take-back/ 404
web:submit-section              /writing/assignments/{assigned}/submit/    404
web:accept-section              /writing/assignments/{assigned}/accept/    404
web:return-section              /writing/assignments/{assigned}/return/    404
web:edition                     /writing/editions/{draft}/                 404
web:edition-history             /writing/editions/{draft}/history/         404
web:comparison                  /writing/editions/{draft}/against/1/       404
web:marked-document             /writing/editions/{draft}/against/1/plan.hwpx 404
web:edition-document            /writing/editions/{draft}/plan.hwpx        404
web:seal-edition                /writing/editions/{draft}/seal/            404
web:abandon-edition             /writing/editions/{draft}/abandon/         404
web:bring-in                    /writing/editions/{draft}/bring-in/        404
web:edition-workbook            /writing/editions/{draft}/workbook.xlsx    404
web:explain                     /writing/editions/{draft}/findings/0/      404
web:explanation                 /writing/explanations/{explanation}/       404
web:answer-error                /writing/explanations/{explanation}/answer/ 404
web:proposal                    /writing/proposals/{proposal}/             404
web:section                     /writing/editions/{draft}/money/           404
web:item-history                /writing/editions/{draft}/items/{item}/    404
web:comment                     /writing/editions/{draft}/money/comment/   404
web:comment-item                /writing/editions/{draft}/money/{item}/comment/ 404
web:attachments                 /writing/editions/{draft}/attachments/     404
web:section-attachments         /writing/editions/{draft}/money/attachments/ 404
web:attachment                  /writing/attachments/{attachment}/         404
web:remove-attachment           /writing/attachments/{attachment}/remove/  404
web:answer-comment              /writing/comments/{comment}/answer/        404
web:finish-comment              /writing/comments/{comment}/finish/        404
web:reopen-comment              /writing/comments/{comment}/reopen/        404
web:add-task                    /writing/editions/{draft}/tasks/           404 post
web:remove-task                 /writing/editions/{draft}/tasks/Ⅰ-1-(1)/remove/ 404
web:split-item                  /writing/editions/{draft}/money/{item}/split/  404
web:merge-items                 /writing/editions/{draft}/money/{item}/merge/  404
web:remove-item                 /writing/editions/{draft}/money/{item}/remove/ 404
web:return-to                   /2025/publications/1/return/               403
web:meetings                    /meetings/                                 own
web:open-body                   /meetings/bodies/open/                     403
web:end-member                  /meetings/members/{member}/end/            404
web:body                        /meetings/committee/                       404
web:add-member                  /meetings/committee/add-member/            404
web:call-meeting                /meetings/committee/call/                  404
web:meeting                     /meetings/committee/3/                     404
web:put-item                    /meetings/committee/3/add-item/            404
web:attend                      /meetings/committee/3/attendance/          404
web:decide                      /meetings/committee/3/items/1/decide/      404
web:close-meeting               /meetings/committee/3/close/               404
web:call-off-meeting            /meetings/committee/3/call-off/            404
web:guidelines                  /guidelines/                               own
web:open-guideline              /guidelines/open/                          403
web:guideline                   /guidelines/2025/                          404
web:carry-frame                 /guidelines/2025/frame/carry/              404
web:choose-frame                /guidelines/2025/frame/                    404
web:carry-sections              /guidelines/2025/sections/carry/           404
web:add-section                 /guidelines/2025/sections/add/             404
web:word-section                /guidelines/2025/sections/vision/word/     404
web:remove-section              /guidelines/2025/sections/vision/remove/   404
web:ask-about-section           /guidelines/2025/sections/vision/ask/      404
web:answer-question             /guidelines/2025/questions/1/answer/       404
web:consult-guideline           /guidelines/2025/consult/                  404
web:record-consultation         /guidelines/2025/consultations/add/        404
web:finish-consultation         /guidelines/2025/consultations/{held}/finish/ 404
web:bring-guideline             /guidelines/2025/agenda/                   404
web:resolve-guideline           /guidelines/2025/resolve/                  404
web:send-guideline              /guidelines/2025/send/                     404
web:receive-guideline           /guidelines/2025/dispatches/1/receive/     404
web:confirm-guideline           /guidelines/2025/confirm/                  404 post
web:record-briefing             /guidelines/2025/briefings/add/            404
web:tokens                      /accounts/tokens/                          own
web:end-token                   /accounts/tokens/{token}/end/              404 post
web:mails                       /accounts/mails/                           own
web:send-mail-again             /accounts/mails/1/again/                   404 post
web:leave-everywhere            /accounts/everywhere/                      own
web:add-holiday                 /calendar/holidays/add/                    403
web:take-holiday                /calendar/holidays/2025-01-27/take/        404
web:except-duty                 /calendar/duties/{duty}/exception/         403
web:end-exception               /calendar/duties/{duty}/exception/end/     403
web:add-parent                  /calendar/plans/add/                       own
web:parent-step                 /calendar/plans/committee/2023/steps/sent/ 403
web:parent-change               /calendar/plans/committee/2023/changes/add/ 403
web:parent-items                /calendar/plans/committee/2023/items/      403
web:case-list                   /registers/task/cases.xlsx                 own
web:case-template               /registers/task/template.xlsx              own
web:upload-cases                /registers/task/upload/                    403
web:uploaded-cases              /registers/task/upload/0/                  403
web:open-case                   /registers/task/open/                      403
web:open-round                  /registers/task/rounds/open/               403
web:change-case                 /registers/task/{case}/change/             404
web:move-case                   /registers/task/{case}/move/proposed/      404
web:correct-move                /registers/task/{case}/correct/            404
web:ask-party                   /registers/task/{case}/parties/{party}/ask/ 404
web:give-opinion                /registers/task/{case}/opinions/{opinion}/give/ 404
web:tell-case                   /registers/task/{case}/returns/half/       404
web:add-evidence                /registers/task/{case}/evidence/add/       404
web:link-case                   /registers/task/{case}/links/add/          404
web:unlink-case                 /registers/task/{case}/links/1/remove/     404
web:withhold-case               /registers/task/{case}/withhold/           404
account_change_password         /accounts/password/                        own
account_reauthenticate          /accounts/confirm/                         own
mfa_reauthenticate              /accounts/confirm/code/                    own
mfa_index                       /accounts/                                 own
mfa_activate_totp               /accounts/second-factor/on/                own
mfa_deactivate_totp             /accounts/second-factor/off/               own
mfa_view_recovery_codes         /accounts/recovery-codes/                  own
mfa_generate_recovery_codes     /accounts/recovery-codes/new/              own
"""
"""What is not for everybody: what a stranger gets of it; `own` shows or does nothing but one's own."""

PUBLIC = {
    *("home", "health", "ready", "robots", "about", "components", "theme", "search", "sign-in", "sign-out"),
    *("seals", "item", "datasets", "catalogue", "datasets-of", "download", "nation", "card", "addresses"),
    *("institutions", "institution", "strategies", "strategy", "core-task", "action-task", "projects"),
    *("indicators", "indicator", "focus-tasks", "focus-task", "timeline", "compare", "lines", "publications"),
    *("publication", "publication-file", "publication-data", "publication-data-file", "findings"),
    *("findings-table", "calendar", "calendar-of", "calendar-file", "calendar-feed", "duties", "holidays"),
    *("parents", "parent", "registers", "registers-late", "registers-calendar", "register", "round", "case"),
    *("places", "place", "registers-feed", "register-feed", "case-data"),
}
OF_SIGN_IN = {
    *("account_login", "account_reset_password", "account_reset_password_done", "mfa_authenticate"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
}
ELSEWHERE = {"set_language", "javascript-catalog"}


def names_of(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    """Every address by its name; the API has tests of its own, and nothing private."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = f"{one.namespace}:" if one.namespace else ""
            yield from names_of(one, namespace + inner)
        elif isinstance(one, URLPattern) and one.name:
            yield namespace + one.name


def patterns_of(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address there is, the API's too."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns_of(one)
        elif isinstance(one, URLPattern):
            yield one


def rows() -> list[list[str]]:
    return [line.split() for line in PRIVATE.split("\n") if line]


def test_every_address_is_said_to_be_private_or_public() -> None:
    said = {name for name, *_ in rows()} | {f"web:{name}" for name in PUBLIC} | OF_SIGN_IN | ELSEWHERE

    assert {one for one in names_of(get_resolver()) if not one.startswith("api:")} - said == set()


def test_nobody_sees_without_signing_in_what_is_not_meant_for_all() -> None:
    closed = {
        one.name for one in patterns_of(get_resolver()) if getattr(one.callback, "login_required", True)
    }

    assert closed == {name.rpartition(":")[2] for name, *_ in rows()}


@pytest.fixture(scope="module")
def stranger_in_busan(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, small_book: PlanBook
) -> Iterator[Person]:
    """With a published plan, posts in Seoul that somebody holds, and a guideline that is to be resolved."""
    with django_db_blocker.unblock(), undone():
        adopt_book(book=small_book, name="book.txt", by=system_person(), at=cast.BEGINNING)
        plan = Plan.objects.get(institution__key="sejong")
        open_empty_plan(plan=plan, by=system_person(), at=cast.BEGINNING)
        assign(
            plan=plan,
            sections=["money"],
            to=cast.department("sejong", "기획조정실"),
            due_date=cast.BEGINNING.date(),
            note="",
            by=system_person(),
            at=cast.BEGINNING,
        )
        comment(
            edition_id=Edition.objects.get(state="open").pk,
            section="money",
            item=None,
            text="합을 봐 주세요",
            by=system_person(),
            at=cast.BEGINNING,
        )
        attach(
            edition_id=Edition.objects.get(state="open").pk,
            section="",
            name="a.pdf",
            content=b"%PDF-1.7",
            by=system_person(),
            at=cast.BEGINNING,
        )
        cast.officer("certifier", Role.CERTIFIER, "seoul")
        cast.officer("contributor", Role.CONTRIBUTOR, "seoul", cast.department("seoul", "문화본부"))
        secretariat = cast.officer("secretariat", Role.SECRETARIAT)
        guideline = formulating.consulting(secretariat)
        meeting = formulating.called(formulating.committee(secretariat), secretariat)
        formulating.brought(guideline, meeting, secretariat)
        open_task_with_opinion(secretariat)
        yield cast.officer("stranger-in-busan", Role.AUTHOR, "busan")


def open_task_with_opinion(secretariat: Person) -> None:
    registering.load(registering.TASK)
    given = registering.said("도로", who="seoul", role="province")
    one = open_case(
        register_key="task", said=given, stage="active", date_said="", by=secretariat, at=registering.AT
    )
    party = one.parties.get()
    ask_opinion(case_id=one.pk, version=one.version, party_id=party.pk, by=secretariat, at=registering.AT)


@pytest.fixture
def examples(stranger_in_busan: Person) -> dict[str, Any]:
    certifier, draft = Holding.objects.get(person__username="certifier"), Edition.objects.get(state="open")
    proposal = Proposal.objects.create(
        edition=draft,
        name="plan.txt",
        way="document",
        state="proposed",
        made_at=cast.BEGINNING,
        made_by=certifier.person,
    )
    explanation = Explanation.objects.create(
        plan=draft.plan,
        mark="0" * 64,
        rule="budget-sum",
        severity="error",
        message="합계가 다릅니다.",
        text="반올림한 값입니다.",
        written_at=cast.BEGINNING,
        written_by=certifier.person,
    )
    token = Token.objects.create(
        person=certifier.person,
        institution=certifier.post.place,
        name="certifier",
        scope="read",
        digest="0" * 64,
        last_day=cast.BEGINNING.date(),
        made_at=cast.BEGINNING,
        made_by=certifier.person,
    )
    return {
        "holding": certifier.pk,
        "unit": Unit.objects.get(institution__key="seoul").pk,
        "duty": Duty.objects.earliest("pk").pk,
        "assigned": Assignment.objects.get().pk,
        "attachment": Attachment.objects.get().pk,
        "comment": Comment.objects.get().pk,
        "draft": draft.pk,
        "token": token.pk,
        "proposal": proposal.pk,
        "explanation": explanation.pk,
        "item": uuid4(),
        "member": Member.objects.latest("pk").pk,
        "held": GuidelineConsultation.objects.get().pk,
        "case": Case.objects.get().number,
        "party": Case.objects.get().parties.get().pk,
        "opinion": PartyOpinion.objects.get().pk,
    }


@pytest.mark.parametrize(("name", "path", "expected"), [row[:3] for row in rows()])
def test_a_stranger_gets_nothing_of_others(
    name: str, path: str, expected: str, examples: dict[str, Any], stranger_in_busan: Person
) -> None:
    stranger = cast.signed_in(stranger_in_busan)
    before = held(examples)

    answers = [ask(path.format(**examples)) for ask in (stranger.get, stranger.post)]

    if expected == "own":
        assert {one.status_code for one in answers} <= {200, 302, 400, 403, 404, 405}
        assert all(b"certifier" not in one.content for one in answers)
    else:
        assert {one.status_code for one in answers} <= {int(expected), 405}
        assert int(expected) in {one.status_code for one in answers}
    assert held(examples) == before


@pytest.mark.parametrize(("name", "path"), [row[:2] for row in rows()])
def test_a_citizen_is_asked_to_sign_in(name: str, path: str, examples: dict[str, Any]) -> None:
    answer = Client().get(path.format(**examples))

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/sign-in/?next=")


def held(examples: dict[str, Any]) -> list[object]:
    """What a stranger could have changed."""
    draft = Edition.objects.get(pk=examples["draft"])
    holding = Holding.objects.get(pk=examples["holding"])
    contributors = cast.post(Role.CONTRIBUTOR, "seoul", Unit.objects.get(institution__key="seoul"))
    return [
        holding.valid_to,
        holders_of(contributors, cast.BEGINNING.date()),
        Unit.objects.get(institution__key="seoul").valid_to,
        draft.version,
        draft.state,
        Token.objects.get(pk=examples["token"]).ended_at,
        Assignment.objects.values_list("state", "version").get(),
        list(Comment.objects.values_list("text", "version", "answers")),
        list(Attachment.objects.values_list("digest")),
        list(Case.objects.values_list("number", "version")),
    ]
