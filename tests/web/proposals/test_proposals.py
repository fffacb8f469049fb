"""A workbook and a document brought into an open edition, without JavaScript: looked at one by one, taken or left."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import cast
from tests.conftest import SMALL_BOOK
from tests.reading import read_all

from goru.book.items.editing import Change, Deed
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import edit, open_cycle
from goru.domain.plans.models import Edit, Edition, Publication
from goru.domain.plans.vocabulary import EditionState, EditWay
from goru.pipelines.importing.models import Proposal

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)
HEAD = 3
Fill = Callable[[Any], None]


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.UPLOADS = tmp_path
    return tmp_path / "drafts"


@pytest.fixture
def author(adopted: Publication) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def client(author: Person) -> Client:
    open_cycle(year=2026, by=system_person(), at=AT)
    return cast.signed_in(author)


@pytest.fixture
def edition(client: Client) -> Edition:
    client.post("/writing/2026/sejong/begin/", {"with": "last-year"})
    return Edition.objects.get(state=EditionState.OPEN)


def workbook(client: Client, edition: Edition) -> Any:
    answer = client.get(f"/writing/editions/{edition.pk}/workbook.xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def bytes_of(book: Any) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def bring(client: Client, edition: Edition, content: bytes, name: str = "전남.xlsx") -> Any:
    file = SimpleUploadedFile(name, content)
    answer = client.post(f"/writing/editions/{edition.pk}/bring-in/", {"file": file})
    read_all()
    return answer


def brought(client: Client, edition: Edition, fill: Fill) -> Proposal:
    book = workbook(client, edition)
    fill(book)
    answer = bring(client, edition, bytes_of(book))
    assert answer.status_code == 302
    return Proposal.objects.latest("pk")


def page_of(client: Client, proposal: Proposal) -> str:
    answer = client.get(f"/writing/proposals/{proposal.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def sent(page: str, deed: str) -> dict[str, Any]:
    """What a browser sends of the form as it stands."""
    found: dict[str, Any] = {"deed": deed, "pick": []}
    for tag in re.findall(r"<input[^>]*>", page):
        named = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if named.get("type") == "hidden" and named.get("name") != "csrfmiddlewaretoken":
            found[named["name"]] = named["value"]
        if named.get("name") == "pick" and " checked" in tag:
            found["pick"].append(named["value"])
    return found


def decide(client: Client, proposal: Proposal, deed: str, **others: Any) -> Any:
    form = sent(page_of(client, proposal), deed) | others
    return client.post(f"/writing/proposals/{proposal.pk}/", form)


def first_cell(book: Any, sheet: str, head: str) -> Any:
    column = next(one.column for one in book[sheet][HEAD] if one.value == head)
    return book[sheet].cell(HEAD + 1, column)


def total_of(edition: Edition) -> Any:
    return Edition.objects.get(pk=edition.pk).content["plan"]["budget"]["total"]


def set_total(edition: Edition, total: int, by: Person) -> None:
    change = Change(Deed.SET, None, "plan/budget/total", seen=total_of(edition), new=total)
    edit(edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=by, at=AT)


def fill_total(amount: Any) -> Fill:
    def fill(book: Any) -> None:
        first_cell(book, "재정투입", "금액").value = amount

    return fill


def test_what_was_written_is_shown_and_applied_by_its_way(
    client: Client, edition: Edition, author: Person
) -> None:
    proposal = brought(client, edition, fill_total("5,000"))

    page = page_of(client, proposal)
    assert "바뀌는 것 1" in page
    assert "시트 &#x27;재정투입&#x27; C4" in page
    assert "반영 뒤 점검: 오류" in page
    assert 'class="alert"' not in page
    assert total_of(edition) is None

    answer = decide(client, proposal, "apply")

    assert answer.status_code == 302
    assert total_of(edition) == 5000
    made = Edit.objects.get()
    assert (made.way, made.by, made.new) == (EditWay.WORKBOOK, author, 5000)
    assert "반영" in page_of(client, proposal)


def test_a_workbook_that_nobody_changed_proposes_nothing(client: Client, edition: Edition) -> None:
    assert "초안과 다른 것이 없습니다" in page_of(client, brought(client, edition, lambda _: None))


def test_what_is_left_unticked_is_not_applied_and_one_may_look_again(
    client: Client, edition: Edition
) -> None:
    def fill(book: Any) -> None:
        fill_total(5000)(book)
        first_cell(book, "핵심과제", "이름").value = "새 이름"

    proposal = brought(client, edition, fill)
    checked = decide(client, proposal, "check", pick=["1"]).content.decode()
    assert sent(checked, "apply")["pick"] == ["1"]

    decide(client, proposal, "apply", pick=["1"])

    assert total_of(edition) is None
    assert Edit.objects.get().new == "새 이름"


def test_nothing_chosen_is_refused(client: Client, edition: Edition) -> None:
    proposal = brought(client, edition, fill_total(5000))

    assert decide(client, proposal, "apply", pick=[]).status_code == 409
    assert Proposal.objects.get().state == "proposed"


def test_an_item_that_is_gone_goes_only_where_somebody_says_so(client: Client, edition: Edition) -> None:
    def fill(book: Any) -> None:
        book["핵심과제"].delete_rows(HEAD + 1)

    proposal = brought(client, edition, fill)
    page = page_of(client, proposal)
    assert "행이 지워졌습니다" in page
    assert sent(page, "apply")["pick"] == []

    decide(client, proposal, "apply", pick=["0"])

    before = len(edition.content["plan"]["core_tasks"])
    assert len(Edition.objects.get(pk=edition.pk).content["plan"]["core_tasks"]) == before - 1


def test_what_cannot_be_read_is_told_with_its_cell(client: Client, edition: Edition) -> None:
    page = page_of(client, brought(client, edition, fill_total("약 20억")))

    assert "시트 &#x27;재정투입&#x27; C4" in page
    assert "&#x27;약 20억&#x27;은 숫자로 읽을 수 없습니다." in page
    assert "단위 숫자로 적어 주세요." in page
    assert "초안과 다른 것이 없습니다" in page


def test_what_others_wrote_meanwhile_is_shown_and_written_over_only_where_one_says_so(
    client: Client, edition: Edition, author: Person
) -> None:
    proposal = brought(client, edition, fill_total(5000))
    set_total(edition, 4000, author)

    page = page_of(client, proposal)
    assert "그사이 다른 사람이 이 칸을 바꾸었습니다" in page
    assert "4,000" in page
    assert sent(page, "apply")["pick"] == []

    form = sent(page, "apply") | {"pick": ["0"]}
    set_total(edition, 4500, author)
    answer = client.post(f"/writing/proposals/{proposal.pk}/", form)
    assert answer.status_code == 409
    assert "4,500" in answer.content.decode()
    assert total_of(edition) == 4500

    assert decide(client, proposal, "apply", pick=["0"]).status_code == 302
    assert total_of(edition) == 5000


def test_of_several_nothing_is_done_where_others_were_faster_with_one(
    client: Client, edition: Edition, author: Person
) -> None:
    def fill(book: Any) -> None:
        fill_total(5000)(book)
        first_cell(book, "핵심과제", "이름").value = "새 이름"

    proposal = brought(client, edition, fill)
    form = sent(page_of(client, proposal), "apply")
    assert form["pick"] == ["0", "1"]
    set_total(edition, 4000, author)

    answer = client.post(f"/writing/proposals/{proposal.pk}/", form)

    assert answer.status_code == 409
    assert "반영하지 않았습니다" in answer.content.decode()
    assert Edit.objects.count() == 1


def test_the_same_file_twice_adds_nothing_twice(client: Client, edition: Edition) -> None:
    book = workbook(client, edition)
    sheet = book["성과관리"]
    sheet.cell(sheet.max_row + 1, 2).value = "분기마다 점검"
    content = bytes_of(book)
    for _ in range(2):
        bring(client, edition, content)
        decide(client, Proposal.objects.latest("pk"), "apply")

    said = [
        one["text"] for one in Edition.objects.get(pk=edition.pk).content["plan"]["performance_management"]
    ]
    assert said.count("분기마다 점검") == 1
    assert said[-1] == "분기마다 점검"


def test_a_file_that_is_written_on_after_it_was_applied_adds_nothing_twice_unasked(
    client: Client, edition: Edition
) -> None:
    book = workbook(client, edition)
    sheet = book["성과관리"]
    sheet.cell(sheet.max_row + 1, 2).value = "분기마다 점검"
    bring(client, edition, bytes_of(book))
    decide(client, Proposal.objects.latest("pk"), "apply")
    fill_total(5000)(book)
    bring(client, edition, bytes_of(book))

    page = page_of(client, Proposal.objects.latest("pk"))

    assert "같은 이름의 항목이 이미 있습니다" in page
    assert sent(page, "apply")["pick"] == ["0"]


def test_a_person_is_asked_and_answers(client: Client, edition: Edition) -> None:
    def fill(book: Any) -> None:
        book["핵심과제"].cell(HEAD + 1, 1).value = None
        cell = first_cell(book, "핵심과제", "이름")
        cell.value = f"{cell.value} 2"

    proposal = brought(client, edition, fill)
    page = page_of(client, proposal)
    assert "같은 항목인지 정하기" in page
    assert sent(page, "apply")["pick"] == []
    (same,) = [one for one in re.findall(r'name="same-1" value="([^"]*)"', page) if not one.startswith("new")]

    decide(client, proposal, "answer", **{"same-1": same})

    page = page_of(client, proposal)
    assert "같은 항목인지 정하기" not in page
    assert sent(page, "apply")["pick"] == ["0"]


def test_all_of_it_can_be_left(client: Client, edition: Edition) -> None:
    proposal = brought(client, edition, fill_total(5000))

    assert decide(client, proposal, "discard").status_code == 302
    assert Proposal.objects.get().state == "discarded"
    assert "고른 것 반영" not in page_of(client, proposal)
    assert total_of(edition) is None


def test_one_who_decides_on_what_another_decided_is_told(client: Client, edition: Edition) -> None:
    proposal = brought(client, edition, fill_total(5000))
    form = sent(page_of(client, proposal), "apply")
    decide(client, proposal, "discard")

    assert client.post(f"/writing/proposals/{proposal.pk}/", form).status_code == 409
    assert total_of(edition) is None


def bomb() -> bytes:
    """A workbook whose sheet is far too large unpacked."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook><sheets/></workbook>")
        packed.writestr("xl/styles.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    return held.getvalue()


def without_stamp() -> bytes:
    return bytes_of(openpyxl.Workbook())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bomb, "지나치게 커지는"),
        (without_stamp, "어느 초안에서 내려받은 것인지"),
        (lambda: b"PK\x03\x04 nothing", "손상되었거나"),
        (lambda: b"\xd0\xcf\x11\xe0 old", "옛 형식"),
        ("가나다\n".encode, ""),
    ],
)
def test_a_hostile_or_foreign_file_is_refused_and_leaves_nothing(
    content: Callable[[], bytes], why: str, client: Client, edition: Edition, uploads: Path
) -> None:
    before = edition.content

    bring(client, edition, content())

    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.changes, proposal.read) == ("failed", [], {})
    assert why in page_of(client, proposal)
    assert "다른 파일 올리기" in page_of(client, proposal)
    assert list(uploads.iterdir()) == []
    assert Edition.objects.get(pk=edition.pk).content == before


def test_a_file_waits_for_its_reading_and_goes_with_it(
    client: Client, edition: Edition, uploads: Path
) -> None:
    file = SimpleUploadedFile("전남.xlsx", bytes_of(workbook(client, edition)))
    client.post(f"/writing/editions/{edition.pk}/bring-in/", {"file": file})
    proposal = Proposal.objects.get()

    waiting = page_of(client, proposal)
    kept = [one.name for one in uploads.iterdir()]
    taken = client.post(f"/writing/proposals/{proposal.pk}/", {"deed": "apply", "version": "1", "pick": "0"})
    read_all()

    assert "읽고 있습니다" in waiting
    assert f'hx-get="/writing/proposals/{proposal.pk}/"' in waiting
    assert kept == [proposal.digest]
    assert taken.status_code == 200
    assert "초안과 다른 것이 없습니다" in page_of(client, proposal)
    assert list(uploads.iterdir()) == []


def test_the_workbook_of_another_plan_is_refused(client: Client, edition: Edition) -> None:
    other = cast.signed_in(cast.officer("other", Role.AUTHOR, "seoul"))
    other.post("/writing/2026/seoul/begin/", {"with": "nothing"})
    seoul = Edition.objects.exclude(pk=edition.pk).get(state=EditionState.OPEN)

    bring(client, edition, bytes_of(workbook(other, seoul)))

    assert "다른 계획에서 내려받은 엑셀 파일입니다: 2026년 서울" in page_of(client, Proposal.objects.get())


def test_a_workbook_of_an_earlier_edition_says_so(client: Client, edition: Edition) -> None:
    book = workbook(client, edition)
    fill_total(5000)(book)
    client.post(f"/writing/editions/{edition.pk}/seal/", {"version": "1"})
    client.post("/writing/2026/sejong/begin/", {"with": "sealed"})
    later = Edition.objects.get(state=EditionState.OPEN)

    bring(client, later, bytes_of(book))

    page = page_of(client, Proposal.objects.get())
    assert "이 계획의 다른 판에서 내려받은 파일입니다" in page
    assert "바뀌는 것 1" in page


def test_a_document_proposes_what_it_prints_with_its_lines(client: Client, edition: Edition) -> None:
    answer = bring(client, edition, SMALL_BOOK.read_bytes(), "계획서.txt")

    assert answer.status_code == 302
    proposal = Proposal.objects.get()
    page = page_of(client, proposal)
    assert proposal.way == EditWay.DOCUMENT
    assert "문서에 있는 다른 기관의 계획은 읽지 않았습니다" in page
    assert re.search(r'<blockquote class="excerpt"><p>\d+행 ', page)
    assert decide(client, proposal, "apply").status_code == 302

    bring(client, edition, SMALL_BOOK.read_bytes(), "계획서.txt")
    assert sent(page_of(client, Proposal.objects.latest("pk")), "apply")["pick"] == []


def test_what_a_document_has_no_place_for_stays_as_the_draft_has_it(
    client: Client, edition: Edition, author: Person
) -> None:
    task = edition.content["plan"]["core_tasks"][0]["item_id"]
    new = {"name": "월출산 생태탐방로", "responsible_unit": "관광과"}
    change = Change(Deed.ADD, uuid4(), "projects", UUID(task), new=new)
    edit(edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=author, at=AT)

    bring(client, edition, SMALL_BOOK.read_bytes(), "계획서.txt")

    page = page_of(client, Proposal.objects.get())
    assert "월출산" not in page
    assert "제외 0" in page


def test_a_ministry_brings_in_its_action_tasks(client: Client) -> None:
    ministry = cast.signed_in(cast.officer("ministry", Role.AUTHOR, "mois"))
    ministry.post("/writing/2026/mois/begin/", {"with": "last-year"})
    edition = Edition.objects.get(state=EditionState.OPEN)
    assert edition.content["tasks"]

    for _ in range(2):
        assert bring(ministry, edition, SMALL_BOOK.read_bytes(), "계획서.txt").status_code == 302
        proposal = Proposal.objects.latest("pk")
        page = page_of(ministry, proposal)
        if sent(page, "apply")["pick"]:
            assert decide(ministry, proposal, "apply").status_code == 302
    assert sent(page, "apply")["pick"] == []
    assert "초안과 다른 것이 없습니다" in page
    again = bring(ministry, edition, bytes_of(workbook(ministry, edition)))
    assert again.status_code == 302
    assert "초안과 다른 것이 없습니다" in page_of(ministry, Proposal.objects.latest("pk"))


def test_a_colleague_without_the_right_sees_and_does_not_decide(client: Client, edition: Edition) -> None:
    proposal = brought(client, edition, fill_total(5000))
    certifier = cast.signed_in(cast.officer("certifier", Role.CERTIFIER, "sejong"))

    page = page_of(certifier, proposal)

    assert "고른 것 반영" not in page
    assert certifier.post(f"/writing/proposals/{proposal.pk}/", {"deed": "apply"}).status_code == 403
    assert bring(certifier, edition, b"x").status_code == 403
    assert certifier.get(f"/writing/editions/{edition.pk}/workbook.xlsx").status_code == 200


def fields_of(proposal: Proposal) -> set[str]:
    return {change["field"] or change["deed"] for one in proposal.changes for change in one["changes"]}


@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_what_is_printed_in_the_annex_comes_back_as_it_is(
    form: str, client: Client, edition: Edition, author: Person
) -> None:
    task = edition.content["plan"]["core_tasks"][0]["item_id"]
    project, line = uuid4(), {"funding": "national", "amount": 600, "unit": "백만원", "fiscal_year": 2026}
    changes = [
        Change(
            Deed.ADD, project, "projects", UUID(task), new={"name": "생태탐방로", "regions": ["mois-46820"]}
        ),
        Change(Deed.ADD, uuid4(), "money", project, new={**line, "account": "balance-support"}),
        Change(Deed.SET, UUID(task), "is_flagship", new=True),
        Change(Deed.ADD, uuid4(), "plan/summary", new={"text": "한 쪽으로 줄인 계획"}),
    ]
    edit(edition_id=edition.pk, changes=changes, way=EditWay.FORM, by=author, at=AT)
    printed = client.get(f"/writing/editions/{edition.pk}/plan.{form}").content

    assert bring(client, edition, printed, f"plan.{form}").status_code == 302
    assert fields_of(Proposal.objects.latest("pk")) <= {"target", "change"}  # what is empty is printed as `-`

    more = Change(Deed.SET, project, "responsible_unit", new="관광과")
    edit(edition_id=edition.pk, changes=[more], way=EditWay.FORM, by=author, at=AT)
    newer = client.get(f"/writing/editions/{edition.pk}/plan.{form}").content
    back = Change(Deed.SET, project, "responsible_unit", seen="관광과", new=None)
    edit(edition_id=edition.pk, changes=[back], way=EditWay.FORM, by=author, at=AT)

    bring(client, edition, newer, f"newer.{form}")
    assert fields_of(Proposal.objects.latest("pk")) <= {"target", "change", "responsible_unit"}
    assert "관광과" in page_of(client, Proposal.objects.latest("pk"))


@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_the_print_of_a_draft_proposes_nothing_but_what_changed_since(
    form: str, client: Client, edition: Edition, author: Person
) -> None:
    printed = client.get(f"/writing/editions/{edition.pk}/plan.{form}").content
    bring(client, edition, printed, f"초안.{form}")
    assert "초안과 다른 것이 없습니다" in page_of(client, Proposal.objects.latest("pk"))

    vision = edition.content["plan"]["vision"]
    words = Change(Deed.SET, UUID(vision["item_id"]), "text", seen=vision["text"], new="다른 말")
    edit(edition_id=edition.pk, changes=[words], way=EditWay.FORM, by=author, at=AT)
    bring(client, edition, printed, f"초안.{form}")
    decide(client, Proposal.objects.latest("pk"), "apply")

    assert Edition.objects.get(pk=edition.pk).content["plan"]["vision"] == vision
