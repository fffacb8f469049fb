"""Dated steps know the day they are looked at."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.test import Client
from django.utils import timezone

from goru.core.dates import SEOUL
from goru.web.access import today

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]

On = Callable[[date], None]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> On:
    return lambda day: monkeypatch.setattr(timezone, "now", lambda: datetime.combine(day, time(1), SEOUL))


def test_a_step_that_the_book_planned_is_planned_then_running_then_over(client: Client, on: On) -> None:
    states = []
    for day in (date(2024, 6, 30), date(2024, 8, 1), date(2025, 1, 1)):
        on(day)
        page = client.get("/2024/timeline/", {"since": "2024-07-01", "until": "2024-12-31"}).content.decode()
        assert f"상태는 {day} 기준입니다." in page
        states.append(
            {state: page.count(f'class="badge {state}"') for state in ("planned", "running", "over")}
        )

    first, second, third = states
    assert first["planned"] > second["planned"] > third["planned"] == 0
    assert first["over"] == 0 < third["over"]
    assert second["running"] > 0


def test_no_step_is_planned_on_a_day_after_it(client: Client, on: On) -> None:
    on(date(2040, 1, 1))

    for address in ("/2024/timeline/", "/2024/focus-tasks/zones/1/", "/2024/institutions/sejong/", "/2024/"):
        page = client.get(address).content.decode()

        assert 'class="badge planned"' not in page, address
    assert '?state=planned">예정 <span class="count">0</span>' in page


@pytest.mark.parametrize("state", ["done", "over", "running", "planned"])
def test_steps_can_be_chosen_by_the_state_of_the_day(client: Client, on: On, state: str) -> None:
    on(date(2024, 9, 1))

    page = client.get("/2024/timeline/", {"state": state}).content.decode()
    listed = page[page.index('class="filter"') :]

    others = {"done", "over", "running", "planned"} - {state}
    assert f'class="badge {state}"' in listed
    assert not [other for other in others if f'class="badge {other}"' in listed]


def test_the_day_of_the_data_and_that_of_their_loading_are_two(client: Client) -> None:
    loaded = today().isoformat()

    for address in ("/2024/", "/about/", "/data/2024/"):
        page = client.get(address).content.decode()
        foot = " ".join(page.partition('<footer class="bottom">')[2].split())

        assert "자료 기준일: 2024-04-04 · 불러온 날: " in foot
        assert loaded in foot
