"""Bring in a book: who may, each state of it, what goes wrong and what is done at the same time."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html
from tests.web.imports.conftest import AT, SMALL_BOOK, bring_in, decide, in_force, said

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content
from goru.core.verdict import Refused
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Finding, Publication
from goru.domain.plans.queries.compositions import book_of
from goru.pipelines.importing import actions
from goru.pipelines.importing.actions import readings
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import Decision, ReadingState

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def parsed(content: bytes) -> PlanBook:
    """The book of a text."""
    return parse(read_content(content, "book.txt"))


def damaged() -> bytes:
    """The small book with the first headings of its provinces' plans lost, as a wrong encoding loses them."""
    before, provinces, after = re.split(r"(?=^.?[ⅢⅣ]\. )", SMALL_BOOK.decode(), flags=re.MULTILINE)
    return (before + re.sub(r"2025년 추진전략", "??????", provinces) + after).encode()


@pytest.mark.parametrize("address", ["/imports/", "/imports/new/", "/imports/1/", "/imports/1/progress/"])
def test_who_is_not_signed_in_is_asked_to(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/accounts/sign-in/?next={address}"


def test_who_has_no_right_is_told_whom_to_ask(
    client: Client, officer: Person, author_in_seoul: Person
) -> None:
    client.force_login(author_in_seoul)

    answer = client.post("/imports/new/", {"file": SimpleUploadedFile("book.txt", SMALL_BOOK)})

    assert answer.status_code == 403
    assert "계획서를 가져올 권한이 없습니다" in answer.content.decode()
    assert not Import.objects.exists()
    with pytest.raises(Refused):
        actions.receive_import(name="x", chunks=[b"x"], by=author_in_seoul, at=AT)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "파일을 고르세요."),
        ({"file": SimpleUploadedFile("empty.txt", b"")}, "빈 파일입니다."),
        ({"year": "이천"}, "연도는 2025처럼 숫자 네 자리로 적으세요."),
        ({"year": "20250"}, "까지 적을 수 있습니다."),
    ],
)
def test_a_form_without_a_book_says_so(desk: Client, fields: dict[str, Any], sentence: str) -> None:
    answer = desk.post("/imports/new/", fields)

    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_a_body_above_the_limit_is_refused_with_the_limit(desk: Client, settings: Any) -> None:
    settings.MOST_UPLOAD = 1_000_000

    answer = desk.post("/imports/new/", {"file": SimpleUploadedFile("big.txt", b"x" * 1_000_001)})

    assert answer.status_code == 413
    assert "1 MB까지 받습니다" in answer.content.decode()
    assert not Import.objects.exists()


def test_progress_is_asked_for_until_the_reading_is_over(desk: Client) -> None:
    desk.post("/imports/new/", {"file": SimpleUploadedFile("book.txt", SMALL_BOOK)})
    one = Import.objects.get()

    page = desk.get(f"/imports/{one.pk}/").content.decode()
    during = desk.get(f"/imports/{one.pk}/progress/")
    readings.read_import(import_id=one.pk, version=one.version)
    after = desk.get(f"/imports/{one.pk}/progress/")

    assert 'hx-trigger="every 1s"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert (during.status_code, after.status_code) == (200, 286)
    assert after.headers["HX-Refresh"] == "true"


def test_the_preview_shows_findings_beside_their_lines(
    desk: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    one = bring_in(desk)
    assert one.checked

    with django_assert_max_num_queries(15):
        page = desk.get(f"/imports/{one.pk}/").content.decode()

    assert "2025년 계획으로 채택" in page
    assert 'class="excerpt"' in page
    assert '<li class="here">' in page


def test_the_preview_says_how_much_was_read_and_shows_what_was_not(desk: Client) -> None:
    lines = SMALL_BOOK.decode().splitlines()
    lines.insert(
        next(at for at, line in enumerate(lines) if "□ 대표 성과지표" in line), "모르는 사업 12 34 56"
    )
    one = bring_in(desk, "\n".join(lines).encode())

    page = desk.get(f"/imports/{one.pk}/").content.decode()
    english = desk.get(f"/imports/{one.pk}/", headers={"Accept-Language": "en"}).content.decode()

    assert "읽은 것: 시·도 2/17, 초광역권 1/7, 계획의 구성 18/18," in said(page)
    assert "서울 (기관 등록부)" in said(page)
    assert 'class="unread"/>' in page
    account = said(page[page.index('id="lines"') : page.index('id="difference"')])
    assert "사실로 읽음 18871.5% 쪽 번호·제목·표 머리 4316.3% 글로 둠 20.8%" in account
    assert "읽지 못함 10.4% 모두263100.0%" in account
    assert re.search(
        r"시·도 시행계획여기 있어야 할 것: 재정투입 표의 이름과 금액 \d+ 모르는 사업 12 34 56", account
    )
    assert "provinces 2/17, megaregions 1/7" in english
    assert "What was expected there" in english


def test_the_preview_counts_what_is_adopted_too(desk: Client, adopted: Publication) -> None:
    focus = SMALL_BOOK.index("▪ 시험특구를".encode())
    before = SMALL_BOOK.rindex(b"\n", 0, focus - 1)
    book = SMALL_BOOK[:before] + SMALL_BOOK[SMALL_BOOK.index(b"- 2 -") - 1 :]

    page = said(desk.get(f"/imports/{bring_in(desk, book).pk}/").content.decode())

    assert "중점 이행과제 1/2: 없거나 더 있는 것 없음: 특구 1 (지금 채택된 계획)" in page


def test_one_plan_by_itself_is_shown_where_nothing_is_adopted_yet(desk: Client) -> None:
    start, end = (SMALL_BOOK.index(f" {name} ".encode()) for name in ("세종특별자치시", "제주특별자치도"))

    page = said(desk.get(f"/imports/{bring_in(desk, SMALL_BOOK[start:end]).pk}/").content.decode())

    assert "읽은 것: 시·도 1, 계획의 구성 6/6" in page
    assert "이 문서에 없어 세지 않은 것: 초광역권, 전략," in page


def test_data_have_no_lines_to_account_for_and_what_was_read_before_says_nothing_of_them(
    desk: Client,
) -> None:
    data = bring_in(desk, parsed(SMALL_BOOK).model_dump_json().encode(), "book.json")
    earlier = bring_in(desk)
    Import.objects.filter(pk=earlier.pk).update(account={})

    pages = [desk.get(f"/imports/{one.pk}/").content.decode() for one in (data, earlier)]

    assert "줄이 없는 자료입니다." in pages[0]
    assert 'id="lines"' not in pages[1]
    assert all("읽은 것: 시·도 2/17" in said(page) for page in pages)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("picture.pdf", b"GIF89a", "그림(GIF) 파일입니다"),
        ("words.txt", "아무 글이나 적은 파일".encode(), "words.txt"),
        ("data.json", b'{"year": 2024}', "시행계획 데이터"),
    ],
)
def test_what_cannot_be_read_says_why_and_can_be_tried_again_or_left(
    desk: Client, name: str, content: bytes, sentence: str
) -> None:
    one = bring_in(desk, content, name)
    page = desk.get(f"/imports/{one.pk}/").content.decode()

    english = desk.get(f"/imports/{one.pk}/", headers={"Accept-Language": "en"}).content.decode()
    told = english[english.index('class="alert error"') :]
    assert not re.search("니다|세요", told[: told.index("</div>")])

    decide(desk, one, "retry")
    again = Import.objects.get()
    readings.read_import(import_id=again.pk, version=again.version)
    failed = Import.objects.get()
    decide(desk, failed, "discard")

    assert sentence in page
    assert (again.reading, failed.reading) == (ReadingState.RECEIVED, ReadingState.FAILED)
    assert Import.objects.get().decision == Decision.DISCARDED


def test_a_plan_that_says_no_year_is_of_the_year_that_the_person_says(desk: Client) -> None:
    plan = (
        "서울특별시 함께 사는 서울\nⅠ. 추진전략\n◈ 스스로 서는 자치\nⅡ. 핵심과제별 중점 추진계획\n".encode()
    )

    without = bring_in(desk, plan, "plan.txt")
    said = bring_in(desk, plan, "plan.txt", year="2026")

    assert (without.reading, said.reading) == (ReadingState.FAILED, ReadingState.READ)
    assert "‘계획의 연도’" in without.failure
    assert (said.year, said.stated_year) == (2026, 2026)


def test_an_institution_that_no_register_knows_is_added_from_the_preview_and_its_plan_adopted(
    desk: Client,
) -> None:
    plan = "강릉특별자치도 바다의 강릉\nⅠ. 2026년 추진전략\n◈ 스스로 서는 자치\nⅡ. 핵심과제별 중점 추진계획\n".encode()
    one = bring_in(desk, plan, "plan.txt")
    page = html.fromstring(desk.get(f"/imports/{one.pk}/").content)
    [link] = page.xpath("//a[contains(@href, '/institutions/add/')]/@href")

    refused = decide(desk, one, "adopt", replaces="")
    [form] = html.fromstring(desk.get(link).content).xpath("//form[@class='sheet']")
    sent = dict(form.form_values()) | {"name_en": "Gangneung"}
    added = desk.post(link, sent)
    adopted = decide(desk, one, "adopt", replaces="")

    assert (refused.status_code, "기관 등록부에 없는 기관입니다" in refused.content.decode()) == (409, True)
    assert (sent["kind"], sent["short_name"], sent["full_name"]) == (
        "province",
        "강릉특별자치도",
        "강릉특별자치도",
    )
    assert (added.status_code, added["Location"]) == (302, f"/imports/{one.pk}/")
    assert adopted.status_code == 302
    assert "강릉특별자치도" in desk.get("/2026/institutions/gangneung/").content.decode()
    assert not Finding.objects.filter(rule="unknown-institution").exists()


def test_a_book_is_adopted_and_recorded(desk: Client) -> None:
    one = bring_in(desk)

    answer = decide(desk, one, "adopt", replaces="")

    assert answer.status_code == 302
    adopted = Import.objects.get()
    assert adopted.decision == Decision.ADOPTED
    assert adopted.document == in_force().document
    assert adopted.document
    assert adopted.document.adopted_by == adopted.decided_by
    assert '<a class="place" href="/2025/lines/?first_line=' in desk.get("/2025/").content.decode()


def test_a_book_that_differs_is_not_adopted_unseen(desk: Client, adopted: Publication) -> None:
    ulsan = SMALL_BOOK.replace("세종특별자치시".encode(), "울산광역시".encode())
    one = bring_in(desk, ulsan.replace("세종".encode(), "울산".encode()))
    page = desk.get(f"/imports/{one.pk}/").content.decode()

    refused = decide(desk, one, "adopt", replaces=adopted.digest)
    losses = re.findall(r'name="accepted_losses" value="([a-z-]+)" required', page)
    accepted = decide(desk, one, "adopt", replaces=adopted.digest, is_accepted="on", accepted_losses=losses)

    assert "<summary>세종 <" in page
    assert (refused.status_code, accepted.status_code) == (409, 302)
    assert in_force() != adopted


def test_a_book_that_loses_plans_is_not_adopted_before_each_loss_is_accepted(
    desk: Client, adopted: Publication, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    one = bring_in(desk, damaged())
    with django_assert_max_num_queries(25):
        page = desk.get(f"/imports/{one.pk}/").content.decode()
    losses = re.findall(r'name="accepted_losses" value="([a-z-]+)" required', page)

    blind = decide(desk, one, "adopt", replaces=adopted.digest, is_accepted="on")
    others = [part for part in losses if part != "provincial-plans"]
    almost = decide(desk, one, "adopt", replaces=adopted.digest, is_accepted="on", accepted_losses=others)
    still = in_force()
    full = decide(desk, one, "adopt", replaces=adopted.digest, is_accepted="on", accepted_losses=losses)

    assert "시·도 계획 2개 가운데 2개가 없어지는 것을 확인했습니다" in page
    assert "세종, 제주" in page
    assert "시·도 계획 2개 가운데 2개" in blind.content.decode()
    refusal = almost.content.decode()
    assert "시·도 계획 2개 가운데 2개" in refusal
    assert "지역 계획의 금액" not in refusal
    assert (blind.status_code, almost.status_code, full.status_code) == (409, 409, 302)
    assert still == adopted


def test_a_sum_that_falls_is_shown_with_both_sums_and_has_to_be_accepted(
    desk: Client, adopted: Publication
) -> None:
    book = book_of(adopted).model_dump(mode="json")
    for plan in book["plans"]:
        plan["budget"]["total"] = 1
    book["headline"]["budget"][0]["total"] -= 1
    one = bring_in(desk, json.dumps(book).encode(), "plan.json")

    page = desk.get(f"/imports/{one.pk}/").content.decode()
    losses = page[page.index('id="losses"') :]
    refused = decide(
        desk, one, "adopt", replaces=adopted.digest, is_accepted="on", accepted_losses=["headline"]
    )

    assert re.search(
        r"지역 계획의 금액 \d+개 가운데 3개가 없어지거나 절반보다 적어지고 합계가 줄어드는 것을", losses
    )
    assert "총 재정투입의 수치: 합계가 줄어드는 것을 확인했습니다" in losses
    assert re.search("시·도 › 총액: [0-9,]+억원 → 2억원", losses)
    assert refused.status_code == 409


def test_the_preview_puts_every_count_beside_the_present_one(desk: Client, adopted: Publication) -> None:
    one = bring_in(desk, damaged())

    page = desk.get(f"/imports/{one.pk}/").content.decode()
    table = page[page.index('id="read"') : page.index('id="difference"')]
    rows = {
        cells[0]: cells[1:]
        for row in re.findall(r"<tr.*?</tr>", table, flags=re.DOTALL)
        if (cells := [said(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, flags=re.DOTALL)])
    }

    assert rows["시·도 계획"] == ["2", "0", "-2 줄어듦"]
    assert rows["실천과제"][2] == "0"
    assert rows["총 재정투입: 합계(국비·지방비·민자)"] == ["30,000억원", "30,000억원", "0"]
    assert rows["시·도 계획의 합계"][1:] == ["-", "없어짐 줄어듦"]
    assert {"점검 결과: 오류", "점검 결과: 확인 필요", "중점 이행과제의 일정", "지역 계획의 금액"} <= set(
        rows
    )


def test_a_loss_that_nobody_knows_is_refused(desk: Client, adopted: Publication) -> None:
    one = bring_in(desk, damaged())

    answer = decide(desk, one, "adopt", replaces=adopted.digest, is_accepted="on", accepted_losses=["all"])

    assert answer.status_code == 409
    assert in_force() == adopted


def test_of_two_who_decide_the_second_is_told(desk: Client) -> None:
    one = bring_in(desk)

    first = decide(desk, one, "adopt", replaces="")
    second = decide(desk, one, "discard")

    assert (first.status_code, second.status_code) == (302, 409)
    assert Import.objects.get().decision == Decision.ADOPTED


def test_a_refusal_leads_to_the_state_as_it_is(desk: Client) -> None:
    one = bring_in(desk)
    decide(desk, one, "discard")

    page = decide(desk, one, "adopt", replaces="").content.decode()

    assert f'<a href="/imports/{one.pk}/">지금 상태 보기</a>' in page


def test_of_two_books_of_a_year_the_second_shows_its_difference_again(desk: Client) -> None:
    one, other = bring_in(desk), bring_in(desk, SMALL_BOOK.replace("세종".encode(), "울산".encode()))
    decide(desk, one, "adopt", replaces="")

    answer = decide(desk, other, "adopt", replaces="", is_accepted="on")

    assert answer.status_code == 409
    assert "새로 나온 차이를 확인하세요" in answer.content.decode()


@pytest.mark.parametrize("fields", [{}, {"version": "x"}, {"version": "0"}])
def test_a_deed_without_what_was_seen_changes_nothing(desk: Client, fields: dict[str, str]) -> None:
    one = bring_in(desk)

    answer = desk.post(f"/imports/{one.pk}/adopt/", fields)

    assert answer.status_code == 409
    assert Import.objects.get().decision == Decision.OPEN


def test_what_was_left_takes_its_file_with_it(
    desk: Client, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    one = bring_in(desk)
    file = settings.UPLOADS / one.digest
    assert file.stat().st_mode & 0o777 == 0o600

    with django_capture_on_commit_callbacks(execute=True):
        decide(desk, one, "discard")

    assert not file.exists()


def test_a_file_that_comes_again_while_it_is_left_stays(
    desk: Client, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    one = bring_in(desk)

    with django_capture_on_commit_callbacks(execute=True):
        decide(desk, one, "discard")
        bring_in(desk)

    assert (settings.UPLOADS / one.digest).exists()


def test_leaving_says_what_is_lost_before_it_is_done(desk: Client) -> None:
    one = bring_in(desk)

    page = desk.get(f"/imports/{one.pk}/").content.decode()

    confirming = page[page.index('<details class="confirm">') :]
    assert confirming.index("되돌릴 수 없습니다") < confirming.index(f'action="/imports/{one.pk}/discard/"')


def test_all_that_was_brought_in_is_listed(desk: Client) -> None:
    bring_in(desk)
    bring_in(desk, b"GIF89a", "picture.pdf")

    page = desk.get("/imports/").content.decode()

    assert page.index("picture.pdf") < page.index("book.txt")
    assert "실패" in page
    assert "준비 완료" in page
    assert desk.get("/imports/999999/").status_code == 404
