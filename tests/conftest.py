"""What every part of the tests shares: the real book, where this machine has it."""

import gc
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.undone import undone

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, read
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.pipelines.importing.actions import adopt_book

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
REAL_BOOK = SHARED / "seed" / "plan-2024.txt"
SMALL_BOOK = ROOT / "tests" / "data" / "small-book.txt"
COMMITTING = pytest.StashKey[set[Path]]()
"""Modules with tests that commit."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--soak`: all of what `make test` tries a share of. `--write-extract`: see tests/pipelines/test_extract.py."""
    parser.addoption("--soak", action="store_true", help="try all, however long it takes")
    parser.addoption("--write-rights", action="store_true", help="print docs/reference/rights.md again")
    parser.addoption(
        "--write-extract", action="store_true", help="store what is public now, in place of comparing"
    )


@pytest.fixture(scope="session")
def real_book_file() -> Path:
    if not REAL_BOOK.exists():
        pytest.skip("the text of the 2024 plan book is not on this machine")
    return REAL_BOOK


@pytest.fixture(scope="session")
def real_lines(real_book_file: Path) -> Lines:
    return read(real_book_file)


@pytest.fixture(scope="session")
def real_book(real_lines: Lines) -> PlanBook:
    return parse(real_lines)


@pytest.fixture(scope="session")
def small_book() -> PlanBook:
    return parse(read(SMALL_BOOK))


@pytest.fixture(scope="session")
def facts_of() -> Callable[[PlanBook], Any]:
    """A book's facts without their places and what is said of the document, which differ between two prints of it."""

    def facts(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: facts(one) for name, one in value.items() if not name.endswith("source")}
        return [facts(one) for one in value] if isinstance(value, list) else value

    return lambda book: facts(book.model_copy(update={"scope": [], "unread": []}).model_dump())


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Before the tables are migrated (goru.config.roles.uncollected)."""
    gc.disable()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tests with a live server empty all tables between them, which the log of official acts refuses."""
    gc.enable()
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_officialact DISABLE TRIGGER official_act_is_never_truncated")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a module's tests, those that share an adopted book come after those that begin with nothing."""
    if not config.getoption("soak"):
        left = [item for item in items if item.get_closest_marker("soak")]
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=left)
    items.sort(key=lambda item: 2 if _commits(item) else int("adopted_once" in _fixtures(item)))
    for item in items:
        if _commits(item):
            item.config.stash.setdefault(COMMITTING, set()).add(item.path)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it again and again for what can go takes a third of the time."""
    gc.collect()
    gc.freeze()


def _fixtures(item: pytest.Item) -> Sequence[str]:
    return getattr(item, "fixturenames", ())


def _commits(item: pytest.Item) -> bool:
    """Whether a test's transactions are no part of one that is undone."""
    marked = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(_fixtures(item))
    return bool(asked or (marked and marked.kwargs.get("transaction")))


@pytest.fixture(scope="module")
def register_loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The register of institutions, loaded once for all tests of a module of which none commits."""
    with django_db_blocker.unblock(), undone():
        load_register(by=system_person(), at=cast.BEGINNING)
        yield


@pytest.fixture(scope="module")
def adopted_once(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    small_book: PlanBook,
) -> Iterator[bool]:
    """The small book, adopted for all tests of a module of which none commits; whether it is."""
    if request.path in request.config.stash.get(COMMITTING, set()):
        yield False
        return
    with django_db_blocker.unblock(), undone():
        _adopt(small_book)
        yield True


def _adopt(book: PlanBook) -> None:
    translation.deactivate()
    adopt_book(book=book, name=SMALL_BOOK.name, by=system_person(), at=datetime(2025, 4, 4, tzinfo=UTC))


@pytest.fixture
def adopted(adopted_once: bool, db: None, small_book: PlanBook) -> Publication:
    """The small book, adopted and published as the plans of 2025."""
    if not adopted_once:
        _adopt(small_book)
    return plans.published(plans.latest_cycle())


@pytest.fixture
def empty_queue(db: None) -> None:
    """No job of another test waits: the queue's tables are emptied after none."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


@pytest.fixture
def author_in_seoul(db: None) -> Person:
    return cast.officer("author-in-seoul", Role.AUTHOR, "seoul")


@pytest.fixture
def stranger_in_busan(db: None) -> Person:
    return cast.officer("stranger-in-busan", Role.AUTHOR, "busan")


@pytest.fixture
def contributor(db: None) -> Person:
    """Of a department in Seoul."""
    return cast.officer("contributor", Role.CONTRIBUTOR, "seoul", cast.department("seoul", "문화본부"))


@pytest.fixture
def certifier(db: None) -> Person:
    return cast.officer("certifier", Role.CERTIFIER, "seoul")


@pytest.fixture
def secretariat(db: None) -> Person:
    return cast.officer("secretariat", Role.SECRETARIAT)


@pytest.fixture
def committee_member(db: None) -> Person:
    return cast.officer("committee-member", Role.MEMBER)


@pytest.fixture
def evaluator(db: None) -> Person:
    return cast.officer("evaluator", Role.EVALUATOR)


@pytest.fixture
def auditor(db: None) -> Person:
    return cast.officer("auditor", Role.AUDITOR)


@pytest.fixture
def administrator(db: None) -> Person:
    return cast.officer("administrator", Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def korean_at_first() -> None:
    """A page asked for in English leaves its thread speaking English to the next test."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    """As in a demo; what an installation asks for is tried in tests/web/accounts/test_second_factor.py."""
    settings.IS_DEMO = True


@pytest.fixture(autouse=True)
def own_issues(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Issues of this run of the tests alone, made once."""
    settings.ISSUES = tmp_path_factory.getbasetemp() / "issues"


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Static files as they lie: what `make run` collects of them is not there yet."""
    settings.STATIC_ROOT = tmp_path_factory.getbasetemp()
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": static}


@pytest.fixture
def plan_2024(db: None) -> None:
    """The plan of 2024, adopted as `make run` adopts it."""
    call_command("adopt_book", str(ROOT / "data" / "2024" / "plan.json"), stdout=io.StringIO())


@pytest.fixture(scope="module")
def adopted_2024(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The same, adopted once for all tests of a module; each test's own changes are undone after it."""
    with django_db_blocker.unblock(), undone():
        call_command("adopt_book", str(ROOT / "data" / "2024" / "plan.json"), stdout=io.StringIO())
        yield
