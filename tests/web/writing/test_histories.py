"""The pages of what became of a plan: its edits, two moments of it, one of its items."""

from uuid import uuid4

import pytest
from tests import cast, collecting

from goru.book.items.editing import Change, Deed
from goru.domain.plans.models import Edit, Edition

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_two_moments_are_chosen_from_the_history_and_compared(db: None) -> None:
    stage = collecting.staged()
    first = Edit.objects.latest("number").number
    task = stage.tasks[0]
    stage.write(stage.author, Change(Deed.SET, task, "name", seen="마을", new="고을"))
    stage.write(stage.author, stage.total(7))
    draft = f"/writing/editions/{stage.edition.pk}/"
    client = cast.signed_in(stage.author)

    history = client.get(f"{draft}history/").content.decode()
    against = f"{draft}against/{stage.edition.pk}/"
    whole = client.get(against).content.decode()
    part = client.get(against, {"before": first, "after": first + 1}).content.decode()
    turned = client.get(against, {"before": first + 1, "after": first}).content.decode()
    item = client.get(f"{draft}items/{task}/").content.decode()

    assert f'action="{against}"' in history
    assert history.count('name="before"') == history.count('name="after"') + 1 == first + 3
    assert f"{draft}items/{task}/" in history
    assert "시작할 때" in whole
    assert "고을" in whole
    assert "고을" in part
    assert "재정투입</h3>" not in part
    assert f"{first}번째 수정 뒤" in turned
    assert stage.author.username in part
    assert "고을" in item
    assert "마을" in item
    for wrong in ({"before": 99}, {"before": "?"}):
        assert client.get(against, wrong).status_code == 404
    assert cast.signed_in(stage.jongno).get(f"{draft}items/{task}/").status_code == 404


def test_money_is_said_in_words_and_with_its_amount(db: None) -> None:
    stage, project, line, gone = collecting.staged(), uuid4(), uuid4(), uuid4()
    money = {"fiscal_year": 2026, "funding": "provincial", "account": "general", "unit": "억원"}
    stage.write(
        stage.author,
        Change(Deed.ADD, project, "projects", stage.tasks[0], new={"name": "마을길"}),
        Change(Deed.ADD, line, "money", project, new=money | {"amount": 1500}),
        Change(Deed.ADD, gone, "money", project, new=money | {"funding": "private"}),
    )
    seen = Edition.objects.get(pk=stage.edition.pk).content["plan"]["core_tasks"][0]["projects"][0]["money"]
    stage.write(stage.author, Change(Deed.SET, line, "block_grant", seen=False, new=True))
    stage.write(stage.author, Change(Deed.REMOVE, gone, seen=seen[1]))
    draft, client = f"/writing/editions/{stage.edition.pk}/", cast.signed_in(stage.author)

    for address in ("history/", f"against/{stage.edition.pk}/?before=4", f"items/{line}/"):
        page = client.get(f"{draft}{address}").content.decode()
        assert "2026 · 시·도비 · 일반회계" in page
        assert "1,500 억원" in page or address.startswith("items")
        assert "provincial" not in page
        assert "general" not in page
    assert "2026 · 민자 · 일반회계" in client.get(f"{draft}history/").content.decode()
