"""Chromium for the pages."""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in the test's thread


@pytest.fixture(scope="session", autouse=True)
def short_connections() -> None:
    """The live server's threads hold no database at the end that is to be removed then."""
    connections.settings["default"]["CONN_MAX_AGE"] = 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("Chromium이 없습니다. `apt-get install chromium`으로 설치하세요.")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        launched = playwright.chromium.launch(executable_path=program, args=options)
        yield launched
        launched.close()


@pytest.fixture
def issued(plan_2024: None) -> None:
    """The plan of 2024 with its pictures and the index."""
    call_command("issue", stdout=io.StringIO())
    call_command("index_search", stdout=io.StringIO())


@pytest.fixture(scope="session")
def axe() -> str:
    return (Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
