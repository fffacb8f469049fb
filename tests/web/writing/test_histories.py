"""The pages of what became of a plan: its edits, two moments of it, one of its items."""

import pytest
from tests import cast, collecting

from goru.book.items.editing import Change, Deed
from goru.domain.plans.models import Edit

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
