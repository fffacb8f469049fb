"""Writing a plan by form, without JavaScript and field by field."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests import cast

from goru.book.parsing import parse
from goru.book.reading import read
from goru.book.regions import words_of
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import carry_over, national_part_of, open_cycle, seal
from goru.domain.plans.models import Edit, Edition, ItemSuccession, Publication
from goru.domain.plans.vocabulary import EditDeed, EditionState
from goru.domain.publication.actions import publish

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)


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


def page_of(client: Client, edition: Edition, section: str) -> str:
    answer = client.get(f"/writing/editions/{edition.pk}/{section}/")
    assert answer.status_code == 200
    return answer.content.decode()


def fields_of(page: str) -> dict[str, str]:
    """What a form would send as it stands: what was seen of each field, and what stands in it."""
    sent = {}
    for found in re.finditer(r'<input type="hidden" name="(seen\|[^"]*)" value="([^"]*)"', page):
        seen = json.loads(found[2].replace("&quot;", '"'))
        sent[found[1]] = json.dumps(seen)
        key = found[1].removeprefix("seen|")
        words = seen.get("text") if isinstance(seen, dict) else seen
        if isinstance(words, list):
            words = words_of(words)
        if words is not None and words is not False:
            sent[key] = "on" if words is True else str(words)
    return sent


def key_of(page: str, field: str) -> str:
    """The first field of a name on a page."""
    found = re.search(rf'name="seen\|([^"|]*\|{field})"', page)
    assert found
    return found[1]


def save(client: Client, edition: Edition, section: str, sent: dict[str, Any]) -> Any:
    return client.post(f"/writing/editions/{edition.pk}/{section}/", sent)


def total(edition: Edition) -> Any:
    return Edition.objects.get(pk=edition.pk).content["plan"]["budget"]["total"]


def test_a_plan_waits_for_its_author_and_begins_with_last_years(client: Client) -> None:
    assert "2026 세종" in client.get("/desk/").content.decode()

    answer = client.post("/writing/2026/sejong/begin/", {"with": "last-year"}, follow=True)

    assert "초안" in answer.content.decode()
    assert Edition.objects.get(state=EditionState.OPEN).bases.count() == 1


def test_a_plan_begins_with_nothing_too(client: Client) -> None:
    client.post("/writing/2026/sejong/begin/", {"with": "nothing"})

    assert Edition.objects.get(state=EditionState.OPEN).content["plan"]["core_tasks"] == []


def test_a_section_that_is_sent_as_it_stands_changes_nothing(client: Client, edition: Edition) -> None:
    for section in ("vision", "core-tasks", "money", "indicators", "reforms", "performance"):
        assert save(client, edition, section, fields_of(page_of(client, edition, section))).status_code == 302

    assert not Edit.objects.exists()


def test_a_field_that_is_written_is_kept_with_who_wrote_it(
    client: Client, edition: Edition, author: Person
) -> None:
    sent = fields_of(page_of(client, edition, "money")) | {"|plan/budget/total": "5,000"}

    answer = save(client, edition, "money", sent)

    assert answer.status_code == 302
    assert total(edition) == 5000
    edit = Edit.objects.get()
    assert (edit.field, edit.new, edit.by, edit.way) == ("plan/budget/total", 5000, author, "form")


def test_what_cannot_be_kept_stays_on_the_page_and_the_rest_is_kept(client: Client, edition: Edition) -> None:
    page = page_of(client, edition, "money")
    amount = key_of(page, "amount")
    sent = fields_of(page) | {"|plan/budget/total": "약 20억", amount: "1,200"}

    answer = save(client, edition, "money", sent)

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "숫자로 읽을 수 없습니다" in said
    assert 'value="약 20억"' in said
    assert total(edition) is None
    assert Edit.objects.get().new == 1200


def test_what_cannot_be_kept_is_there_again_for_who_typed_it_until_they_give_it_up(
    client: Client, edition: Edition, author: Person
) -> None:
    field, draft = "|plan/budget/total", f"/writing/editions/{edition.pk}/"
    save(client, edition, "money", {f"seen|{field}": "null", field: "약 20억"})

    again = page_of(client, edition, "money")
    assert 'value="약 20억"' in again
    assert "숫자로 읽을 수 없습니다" in again
    assert "저장 못 한 칸 1" in page_of(client, edition, "vision")
    for address in ("vision/", "seal/", "history/"):
        assert "저장하지 못한 칸이 1개 있는 절" in client.get(f"{draft}{address}").content.decode()
    assert "있는 절" not in again
    assert "약 20억" not in page_of(cast.signed_in(author), edition, "money")

    sent = {f"seen|{field}": "null", field: "약 20억", "deed": "go:indicators"}
    assert save(client, edition, "money", sent).status_code == 409
    assert save(client, edition, "vision", {"deed": "go:money"})["Location"] == f"{draft}money/"
    given_up = {f"seen|{field}": "null", field: "약 20억", "deed": f"drop:{field}"}
    assert save(client, edition, "money", given_up).status_code == 302
    assert "약 20억" not in page_of(client, edition, "money")
    assert "저장 못 한 칸" not in client.get(draft).content.decode()

    save(client, edition, "money", {f"seen|{field}": "null", field: "5"})
    assert save(client, edition, "money", {f"seen|{field}": "null", field: "7"}).status_code == 409
    assert "그사이 다른 사람이" in page_of(client, edition, "money")
    assert save(client, edition, "money", {f"seen|{field}": "5", field: "7"}).status_code == 302
    assert "그사이 다른 사람이" not in page_of(client, edition, "money")


def test_a_section_is_carried_until_somebody_writes_in_it_and_the_tree_says_so_at_once(
    client: Client, edition: Edition
) -> None:
    def badge(page: str, section: str) -> str:
        found = re.search(rf'/{section}/"[^>]*>[^<]*</a>\s*<span id="state-\d+">(.*?)</span>\n', page, re.S)
        assert found
        return found[1]

    vision = page_of(client, edition, "vision")
    assert "이어받음" in badge(vision, "vision")
    assert "이어받은 그대로" in vision

    text = key_of(vision, "text")
    sent = {one: said for one, said in fields_of(vision).items() if one.endswith(text)} | {text: "새 비전"}
    control = {"HX-Request": "true", "HX-Target": f"c-{text.replace('|', '-')}"}
    answer = client.post(f"/writing/editions/{edition.pk}/vision/", sent, headers=control).content.decode()

    assert re.search(r'<span id="state-1" hx-swap-oob="true">\s*<span class="badge done">작성', answer)
    assert 'id="done" hx-swap-oob="true"' in answer
    assert "작성" in badge(page_of(client, edition, "money"), "vision")


def test_a_strategy_that_last_years_rows_named_can_be_chosen_again(client: Client, edition: Edition) -> None:
    content = Edition.objects.get(pk=edition.pk).content["plan"]["budget"]["by_strategy"]
    gone = content[0]
    here = f"/writing/editions/{edition.pk}/money/{gone['item_id']}/remove/"
    seen = re.search(r'name="seen" value="([^"]+)"', client.get(here).content.decode())
    assert seen
    client.post(here, {"seen": seen[1]})
    save(client, edition, "money", {"deed": "add:/plan/budget/by_strategy"})

    new = Edition.objects.get(pk=edition.pk).content["plan"]["budget"]["by_strategy"][-1]["item_id"]
    page = page_of(client, edition, "money")
    choices = page.partition(f'name="{new}|strategy"')[2].partition("</select>")[0]
    assert f">{gone['strategy']}</option>" in choices


def test_no_save_overwrites_what_it_has_not_seen(client: Client, edition: Edition) -> None:
    page = page_of(client, edition, "money")
    mine = fields_of(page) | {"|plan/budget/total": "7"}
    save(client, edition, "money", fields_of(page) | {"|plan/budget/total": "5"})

    answer = save(client, edition, "money", mine)

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "그사이 다른 사람이" in said
    assert total(edition) == 5
    again = fields_of(said) | {"|plan/budget/total": "7"}
    assert save(client, edition, "money", again).status_code == 302
    assert total(edition) == 7


def test_a_field_alone_is_answered_with_itself_and_what_does_not_add_up(
    client: Client, edition: Edition
) -> None:
    page = page_of(client, edition, "money")
    amount = key_of(page, "amount")
    save(client, edition, "money", fields_of(page) | {amount: "1,200"})
    sent = {"seen||plan/budget/total": "null", "|plan/budget/total": "5,000"}

    def answered(sent: dict[str, str]) -> Any:
        return client.post(
            f"/writing/editions/{edition.pk}/money/",
            sent,
            headers={"HX-Request": "true", "HX-Target": "c-plan-plan-budget-total"},
        )

    kept = answered(sent)
    said = kept.content.decode()
    assert (kept.status_code, kept["HX-Reswap"]) == (200, "none")
    assert 'class="control' not in said
    assert 'name="seen||plan/budget/total" value="5000"' in said
    assert "저장됨" in said
    assert "5,000억원" in said
    assert total(edition) == 5000

    refused = answered({"seen||plan/budget/total": "5000", "|plan/budget/total": "오천쯤"})
    assert "HX-Reswap" not in refused
    assert refused.content.decode().count('class="control') == 1
    assert 'name="told||plan/budget/total"' in refused.content.decode()

    mended = answered(sent | {"seen||plan/budget/total": "5000", "told||plan/budget/total": "yes"})
    assert mended.content.decode().count('class="control') == 1
    assert "aria-invalid" not in mended.content.decode()


def test_items_are_added_moved_and_taken_out(client: Client, edition: Edition) -> None:
    def texts() -> list[str]:
        content = Edition.objects.get(pk=edition.pk).content
        return [one["text"] for one in content["plan"]["performance_management"]]

    def items() -> list[str]:
        return re.findall(r'id="item-([^"]+)"', page_of(client, edition, "performance"))

    def sent(**deed: str) -> dict[str, str]:
        return fields_of(page_of(client, edition, "performance")) | deed

    save(client, edition, "performance", sent(deed="add:/plan/performance_management"))
    first = items()[-1]
    save(client, edition, "performance", sent(**{f"{first}|text": "분기마다 점검"}))
    save(client, edition, "performance", sent(deed="add:/plan/performance_management"))
    last = items()[-1]
    form = sent(deed=f"up:{last}") | {f"{last}|text": "해마다 평가"}
    save(client, edition, "performance", form)

    assert texts()[-2:] == ["해마다 평가", "분기마다 점검"]
    asked = save(client, edition, "performance", sent(deed=f"remove:{last}")).headers["Location"]
    page = client.get(asked).content.decode()
    assert re.search(r'class="lead">성과관리계획 \d+ · 해마다 평가<', page)
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen
    client.post(asked, {"seen": seen[1]})
    assert texts()[-1] == "분기마다 점검"
    assert Edit.objects.latest("number").deed == EditDeed.REMOVE


def test_nothing_is_taken_out_that_changed_since_it_was_shown(client: Client, edition: Edition) -> None:
    page = page_of(client, edition, "indicators")
    first = re.findall(r'id="item-([^"]+)"', page)[0]
    address = f"/writing/editions/{edition.pk}/indicators/{first}/remove/"
    seen = re.search(r'name="seen" value="([^"]+)"', client.get(address).content.decode())
    assert seen
    save(client, edition, "indicators", fields_of(page) | {f"{first}|target": "9"})

    answer = client.post(address, {"seen": seen[1]})

    assert answer.status_code == 409
    assert "그사이 이 항목이 바뀌었습니다" in answer.content.decode()


def test_a_dated_step_is_kept_with_its_days(client: Client, edition: Edition) -> None:
    save(client, edition, "reforms", {"deed": "add:/plan/reforms"})
    item = re.findall(r'id="item-([^"]+)"', page_of(client, edition, "reforms"))[0]
    save(client, edition, "reforms", {"deed": f"add:{item}/steps"})
    page = page_of(client, edition, "reforms")
    save(client, edition, "reforms", fields_of(page) | {key_of(page, "step"): "3월 ~ 8월 조례 개정"})

    step = Edition.objects.get(pk=edition.pk).content["plan"]["reforms"][0]["steps"][0]
    assert (step["text"], step["start"], step["end"]) == ("3월 ~ 8월 조례 개정", "2026-03-01", "2026-08-31")


def test_an_edition_is_sealed_as_it_was_seen_and_then_read_only(client: Client, edition: Edition) -> None:
    address = f"/writing/editions/{edition.pk}/seal/"
    save(client, edition, "money", {"seen||plan/budget/total": "null", "|plan/budget/total": "5"})

    before = client.get(address).content.decode()
    assert "확정은 되돌릴 수 없습니다" in before
    assert "빈 곳 있는 필수 절" in before
    assert f'href="/writing/editions/{edition.pk}/money/">재정투입' in before
    assert (
        "폐기는 되돌릴 수 없습니다" in client.get(f"/writing/editions/{edition.pk}/abandon/").content.decode()
    )

    assert client.post(address, {"version": "1"}).status_code == 409
    assert client.post(address, {"version": "2"}).status_code == 302
    assert Edition.objects.get(pk=edition.pk).state == EditionState.SEALED
    assert "확정된 판은 고칠 수 없습니다" in page_of(client, edition, "money")

    sealed = client.get(f"/writing/editions/{edition.pk}/").content.decode()
    assert "다음에 할 일" in sealed
    begun = client.post("/writing/2026/sejong/begin/", {"with": "sealed"})
    next_one = begun["Location"]
    again = client.get(f"/writing/editions/{edition.pk}/").content.decode()
    assert "확정한 판에서 이어 쓰기" in sealed
    assert "확정한 판에서 이어 쓰기" not in again
    assert f'href="{next_one}">쓰고 있는 초안' in again
    assert save(client, edition, "money", {}).status_code == 409


def test_the_history_says_who_changed_what(client: Client, edition: Edition, author: Person) -> None:
    save(client, edition, "money", {"seen||plan/budget/total": "null", "|plan/budget/total": "5,000"})

    said = client.get(f"/writing/editions/{edition.pk}/history/").content.decode()

    assert author.username in said
    assert "합계" in said
    assert "5,000" in said


def test_another_institution_finds_no_draft_there(client: Client, edition: Edition) -> None:
    stranger = cast.signed_in(cast.officer("stranger", Role.AUTHOR, "busan"))

    for address in ("", "money/", "history/", "seal/", "abandon/"):
        assert stranger.get(f"/writing/editions/{edition.pk}/{address}").status_code == 404
    assert stranger.get("/writing/2026/sejong/").status_code == 404
    assert stranger.post("/writing/2026/sejong/begin/", {"with": "nothing"}).status_code == 404


def test_a_contributor_reads_and_does_not_write(client: Client, edition: Edition) -> None:
    unit = cast.department("sejong", "기획조정실")
    contributor = cast.signed_in(cast.officer("contributor", Role.CONTRIBUTOR, "sejong", unit))

    said = page_of(contributor, edition, "money")

    assert "그 기관의 총괄 담당자가 씁니다" in said
    assert "readonly" in said
    assert save(contributor, edition, "money", {}).status_code == 403


@pytest.mark.parametrize("number", ["1e9", "-3", "2.5"])
def test_a_count_is_a_whole_number(number: str, client: Client, edition: Edition) -> None:
    item = key_of(page_of(client, edition, "money"), "amount").partition("|")[0]
    answer = save(client, edition, "money", {f"seen|{item}|amount": "null", f"{item}|amount": number})

    assert answer.status_code in (302, 409)


@pytest.mark.parametrize("form", ["hwpx", "pdf"])
def test_an_edition_prints_in_the_books_form_and_reads_back(
    form: str, client: Client, edition: Edition, tmp_path: Path
) -> None:
    save(client, edition, "money", {"seen||plan/budget/total": "null", "|plan/budget/total": "5,000"})

    answer = client.get(f"/writing/editions/{edition.pk}/plan.{form}")

    file = tmp_path / f"plan.{form}"
    file.write_bytes(answer.content)
    plan = parse(read(file)).plans[0]
    assert plan.institution == "세종"
    assert plan.budget
    assert plan.budget.total == 5000
    assert "filename" in answer["Content-Disposition"]


def test_two_editions_are_compared_section_by_section(client: Client, edition: Edition) -> None:
    save(client, edition, "money", {"seen||plan/budget/total": "null", "|plan/budget/total": "5,000"})
    save(client, edition, "performance", {"deed": "add:/plan/performance_management"})
    last_year = edition.bases.get()

    said = client.get(f"/writing/editions/{edition.pk}/against/{last_year.pk}/").content.decode()

    assert "재정투입" in said
    assert "5,000" in said
    assert "더함" in said
    assert client.get(f"/writing/editions/{edition.pk}/against/0/").status_code == 404
    for form in ("hwpx", "pdf"):
        assert f"/against/{last_year.pk}/plan.{form}" in said
        answer = client.get(f"/writing/editions/{edition.pk}/against/{last_year.pk}/plan.{form}")
        assert answer.status_code == 200
        assert len(answer.content) > 1_000
    assert client.get(f"/writing/editions/{edition.pk}/against/{edition.pk}/plan.pdf").status_code == 404


def test_a_finding_is_explained_where_it_stands(client: Client, edition: Edition) -> None:
    money = fields_of(page_of(client, edition, "money"))
    keys = [one.removeprefix("seen|") for one in money if one.startswith("seen|")]
    amounts = {one: "900" for one in keys if one.endswith("|amount")} | {"|plan/budget/total": "5"}
    assert save(client, edition, "money", money | amounts).status_code == 302
    page = client.get(f"/writing/editions/{edition.pk}/").content.decode()
    assert "접수를 막는 것이 있습니다" in page
    address = re.findall(r'href="(/writing/editions/\d+/findings/[0-9a-f]+/)"', page)[0]
    before = client.get(address).content.decode()
    assert 'name="before" value="0"' in before

    assert client.post(address, {"before": 0, "text": ""}).status_code == 400
    assert "공개됩니다" in before
    here, mark = f"/writing/editions/{edition.pk}/money/", address.split("/")[-2]
    from_section = f"{address}?section=money"
    assert f'id="finding-{mark}"' in client.get(here).content.decode()
    assert from_section in client.get(here).content.decode()
    assert f'href="{here}#finding-{mark}"' in client.get(from_section).content.decode()
    assert client.get(f"{address}?section=none").status_code == 404
    shown = client.post(from_section, {"before": 0, "text": "지난해와 같은 기준입니다"}, follow=True)

    assert shown.redirect_chain == [(f"{here}#finding-{mark}", 302)]
    assert "지난해와 같은 기준입니다" in shown.content.decode()
    assert "지난해와 같은 기준입니다" in client.get(address).content.decode()
    assert client.post(address, {"before": 0, "text": "다른 말"}).status_code == 409


def test_a_ministry_adds_its_part_of_an_action_task_and_takes_it_out(client: Client) -> None:
    ministry = cast.signed_in(cast.officer("ministry", Role.AUTHOR, "mss"))
    ministry.post("/writing/2026/mss/begin/", {"with": "nothing"})
    edition = Edition.objects.get(plan__institution__key="mss", state=EditionState.OPEN)
    at = f"/writing/editions/{edition.pk}/"
    assert "지역기업 연구개발 지원" in ministry.get(at).content.decode()

    here = ministry.post(f"{at}tasks/", {"task": "Ⅱ-1-(1)"}).headers["Location"]
    save(ministry, edition, "action-task-Ⅱ-1-(1)", {"deed": "add:/tasks/Ⅱ-1-(1)/goals"})

    page = ministry.get(here).content.decode()
    task = Edition.objects.get(pk=edition.pk).content["tasks"][0]
    assert (task["action_task"], task["is_joint"], len(task["goals"])) == ("Ⅱ-1-(1)", True, 1)
    assert ministry.post(f"{at}tasks/", {"task": "Ⅸ-1-(1)"}).status_code == 404
    asked = f"{at}tasks/Ⅱ-1-(1)/remove/"
    assert "이 실천과제를 계획에서 제외" in page
    seen = re.search(r'name="seen" value="([^"]+)"', ministry.get(asked).content.decode())
    assert seen
    assert ministry.post(asked, {"seen": "other"}).status_code == 409
    ministry.post(asked, {"seen": seen[1]})
    assert Edition.objects.get(pk=edition.pk).content["tasks"] == []
    assert "Ⅱ-1-(1)" in ministry.get(f"{at}history/").content.decode()


def core_task_of(edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = Edition.objects.get(pk=edition.pk).content["plan"]["core_tasks"][0]
    return found


def test_the_money_of_a_project_is_filled_in_as_a_grid(client: Client, edition: Edition) -> None:
    task = core_task_of(edition)["item_id"]
    here = f"core-task-{task}"
    save(client, edition, here, {"deed": f"add:{task}/projects"})
    project = core_task_of(edition)["projects"][0]["item_id"]
    row = {f"year|{project}": "2026", f"account|{project}": "balance-support", "deed": f"add-row:{project}"}
    save(client, edition, here, row)
    page = page_of(client, edition, here)
    cells = re.findall(r'name="seen\|([^"|]+\|amount)"', page)
    typed = dict(zip(cells, ("600", "300", "", "1,190"), strict=True))

    assert save(client, edition, here, fields_of(page) | typed).status_code == 302

    lines = core_task_of(edition)["projects"][0]["money"]
    said = [(one["funding"], one["account"], one["fiscal_year"], one["amount"]) for one in lines]
    assert said == [
        ("national", "balance-support", 2026, 600),
        ("provincial", "balance-support", 2026, 300),
        ("private", "balance-support", 2026, 1190),
    ]
    page = page_of(client, edition, here)
    assert ">2,090</output>" in page
    # one of all its lines, and an old page that knows less of a cell
    first = cells[0].partition("|")[0]
    account = {f"seen|{first}|account": '"balance-support"', f"{first}|account": "fund"}
    save(client, edition, here, account)
    assert {one["account"] for one in core_task_of(edition)["projects"][0]["money"]} == {"fund"}
    late = save(client, edition, here, {f"seen|{cells[1]}": "null", cells[1]: "5"})
    assert late.status_code == 409
    assert "그사이 다른 사람이" in late.content.decode()
    page = page_of(client, edition, here)
    stale = fields_of(page) | {"deed": f"remove-row:{first}"}
    assert save(client, edition, here, stale | {f"seen|{cells[1]}": "null", cells[1]: ""}).status_code == 409
    assert save(client, edition, here, fields_of(page) | {"deed": f"remove-row:{first}"}).status_code == 302
    assert core_task_of(edition)["projects"][0].get("money", []) == []
    assert save(client, edition, here, {"deed": "add-row:none"}).status_code == 404


def test_a_project_says_its_places_by_their_names(client: Client, edition: Edition) -> None:
    task = core_task_of(edition)["item_id"]
    here = f"core-task-{task}"
    save(client, edition, here, {"deed": f"add:{task}/projects"})
    project = core_task_of(edition)["projects"][0]["item_id"]
    sent = {f"seen|{project}|regions": "null", f"{project}|regions": "중구, 해남군"}

    refused = save(client, edition, here, sent)
    assert "여러 곳의 이름입니다: &#x27;중구&#x27;" in refused.content.decode()
    save(client, edition, here, sent | {f"{project}|regions": "부산광역시 중구, 해남군"})

    keys = core_task_of(edition)["projects"][0]["regions"]
    assert keys == ["mois-26110", "mois-46820"]
    page = page_of(client, edition, here)
    assert 'value="부산광역시 중구, 해남군"' in page
    assert save(client, edition, here, fields_of(page) | {f"{project}|regions": ""}).status_code == 302
    assert "regions" not in core_task_of(edition)["projects"][0]


def test_items_are_split_and_merged_and_succeed_each_other_once_published(
    client: Client, edition: Edition, author: Person
) -> None:
    def seen(address: str) -> str:
        found = re.search(r'name="seen" value="([^"]+)"', client.get(address).content.decode())
        assert found
        return found[1]

    def items() -> list[dict[str, Any]]:
        return list(core_task_of(edition)["items"])

    here = f"core-task-{core_task_of(edition)['item_id']}"
    first, second = items()[:2]
    asked = save(client, edition, here, {"deed": f"split:{first['item_id']}"}).headers["Location"]
    assert client.post(asked, {"seen": seen(asked), "names": "하나뿐"}).status_code == 409
    assert client.post(asked, {"seen": "other", "names": "가\n나"}).status_code == 409
    assert (
        client.post(asked, {"seen": seen(asked), "names": " 마을회의 운영 \n\n주민총회 운영"}).status_code
        == 302
    )
    new, other = items()[:2]
    assert [new["text"], other["text"]] == ["마을회의 운영", "주민총회 운영"]
    asked = save(client, edition, here, {"deed": f"merge:{second['item_id']}"}).headers["Location"]
    merging = {"seen": seen(asked), "items": [other["item_id"]], "name": "주민이 정하는 살림"}
    assert client.post(asked, merging).status_code == 302
    merged = items()[1]
    assert [one["text"] for one in items()] == ["마을회의 운영", "주민이 정하는 살림"]

    said = client.get(f"/writing/editions/{edition.pk}/history/").content.decode()
    assert "분리 → 마을회의 운영, 주민총회 운영" in said
    compared = client.get(
        f"/writing/editions/{edition.pk}/against/{edition.bases.get().pk}/"
    ).content.decode()
    assert "통합 ← " in compared

    publication = publish_with(edition, author)

    rows = {
        (str(one.predecessor_id), str(one.successor_id), one.kind) for one in ItemSuccession.objects.all()
    }
    assert rows == {
        (first["item_id"], new["item_id"], "split"),
        (first["item_id"], merged["item_id"], "split"),
        (second["item_id"], merged["item_id"], "merge"),
    }
    assert publication.number == 1


def publish_with(edition: Edition, author: Person) -> Publication:
    """The edition, sealed, under a national part carried over: the plan of its year."""
    by = system_person()
    sealed = seal(edition_id=edition.pk, version=Edition.objects.get(pk=edition.pk).version, by=author, at=AT)
    national = national_part_of(cycle=edition.plan.cycle)
    base = Edition.objects.get(plan__institution=None, plan__cycle__year=2025, publications__isnull=False)
    frame, _emptied = carry_over(plan=national, bases=[base], by=by, at=AT)
    frame = seal(edition_id=frame.pk, version=frame.version, by=by, at=AT)
    return publish(cycle=edition.plan.cycle, editions=[frame, sealed], by=by, at=AT)
