"""An officer brings in a book in Chromium: signs in, uploads, follows the job, looks, adopts, sees it published."""

import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlunsplit

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from goru.domain.institutions.actions import load_register, open_account, system_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SMALL_BOOK = Path(__file__).parents[1] / "data" / "small-book.txt"
PICTURES = Path(__file__).parents[2] / "test-output"
PASSWORD = secrets.token_urlsafe()


@pytest.fixture
def office(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path / "uploads"
    at = datetime(2025, 4, 5, tzinfo=UTC)
    load_register(by=system_person(), at=at)
    open_account(
        username="secretariat",
        name="기획단",
        password=PASSWORD,
        posts=["secretariat"],
        by=system_person(),
        at=at,
    )


@pytest.fixture
def work(settings: Any, tmp_path: Path) -> Callable[[], None]:
    """What the worker beside the server does, in a process of its own: every job there is, then no more."""
    (tmp_path / "maps").symlink_to(settings.MAP_FILE.parent)
    settings.ISSUES = tmp_path / "issues"
    command = [sys.executable, "-m", "goru.config.manage", "procrastinate", "worker", "--one-shot"]
    held = connection.settings_dict
    address = urlunsplit(
        ("postgres", f"{held['USER']}@", f"/{held['NAME']}", urlencode({"host": held["HOST"]}), "")
    )
    environment = {**os.environ, "GORU_HOME": str(tmp_path), "DATABASE_URL": address}

    def run() -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True)

    return run


@pytest.fixture
def looked_at(axe: str) -> Callable[[Page, str], None]:
    def look(page: Page, name: str) -> None:
        PICTURES.mkdir(exist_ok=True)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(PICTURES / f"{name}-{width}.png"), full_page=True)
            rules = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
            assert page.evaluate(f"{axe}; {rules}") == [], name
            beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(beyond) <= 0, f"{name} is wider than {width} px"

    return look


@pytest.mark.usefixtures("office")
def test_a_book_is_brought_in(
    browser: Browser,
    live_server: LiveServer,
    looked_at: Callable[[Page, str], None],
    work: Callable[[], None],
) -> None:
    page = browser.new_context(locale="ko-KR").new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    page.goto(live_server.url + "/imports/new/")
    looked_at(page, "sign-in")
    page.get_by_label("아이디").fill("secretariat")
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    looked_at(page, "import-new")
    page.get_by_label("계획서 파일").set_input_files(SMALL_BOOK)
    page.get_by_role("button", name="올리기").click()
    expect(page.locator("[aria-current=step]")).to_have_text("받음")
    looked_at(page, "import-progress")
    work()
    expect(page.get_by_role("button", name="2025년 계획으로 채택")).to_be_visible()
    looked_at(page, "import-preview")
    page.get_by_role("button", name="2025년 계획으로 채택").click()
    expect(page.get_by_text("공표 자료 만드는 중")).to_be_visible()
    work()
    expect(page.get_by_text("2025년 계획으로 채택되어 공표되었습니다.")).to_be_visible()
    looked_at(page, "import-published")
    page.get_by_role("link", name="2025년 계획 보기").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025")
    page.goto(live_server.url + "/imports/")
    looked_at(page, "imports")

    assert complaints == []
    page.context.close()


@pytest.mark.usefixtures("office")
def test_a_file_that_cannot_be_read_is_left_only_after_a_second_yes(
    browser: Browser,
    live_server: LiveServer,
    looked_at: Callable[[Page, str], None],
    work: Callable[[], None],
) -> None:
    page = browser.new_context(locale="ko-KR").new_page()
    page.goto(live_server.url + "/imports/new/")
    page.get_by_label("아이디").fill("secretariat")
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="로그인").click()
    page.get_by_label("계획서 파일").set_input_files(
        {"name": "picture.pdf", "mimeType": "application/pdf", "buffer": b"GIF89a"}
    )
    page.get_by_role("button", name="올리기").click()
    work()

    expect(page.get_by_role("alert")).to_contain_text("그림(GIF) 파일입니다")
    expect(page.get_by_role("link", name="다른 파일 올리기")).to_be_visible()
    expect(page.get_by_role("button", name="지우고 버리기")).to_be_hidden()
    page.get_by_text("버리기", exact=True).click()
    looked_at(page, "import-failed")
    page.get_by_role("button", name="지우고 버리기").click()

    expect(page.get_by_text("버린 계획서입니다.")).to_be_visible()
    page.context.close()
