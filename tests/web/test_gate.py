"""One gate to the public: what only drafts hold is in no page, data set, feed, index or download."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, quote, urljoin, urlsplit
from uuid import UUID, uuid4

import pyarrow.parquet
import pytest
from django.db import connection
from django.test import Client
from tests import registering

from goru.book.items.editing import Change, Deed
from goru.book.items.walking import mapped
from goru.book.model import Finding
from goru.book.model import Item as Part
from goru.domain.institutions.actions import system_person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import ActionTask, Cycle, Edition, Item, Plan, Publication
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay
from goru.domain.registers.actions.cases import Dated, create, moved
from goru.domain.registers.models import Case, Register
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.formats.offers import FOLDER
from goru.pipelines.issuing.queries import issue_folder
from goru.pipelines.searching.actions import index_cycle

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 6, 1, tzinfo=UTC)
OPEN, SEALED, ABANDONED, NEXT, DOUBTED = "쓰는중비밀", "확정만비밀", "폐기한비밀", "이듬해비밀", "의심한비밀"
CASE = "감춘사안비밀"
SECRETS = re.compile("|".join((OPEN, SEALED, ABANDONED, NEXT, DOUBTED, CASE)))
SHOWN = "정원 소재 실증단지 조성"
"""What is published: where it is not found either, nothing was looked at."""

MOST_PAGES = 600
_LINK = re.compile(r'(?:href|src|hx-get)="([^"#]+)')
_LEFT = ("/accounts/", "/imports/", "/language/", "/theme/", "/static/", "/components/")


@pytest.fixture
def guarded(adopted: Publication) -> Publication:
    """The small book published, its index and downloads made; and of every plan what nobody may see."""
    for plan in Plan.objects.filter(cycle=adopted.cycle):
        published = adopted.editions.get(plan=plan)
        sealed = opened(plan, published, SEALED)
        plans.seal(edition_id=sealed.pk, version=1, by=system_person(), at=AT)
        abandoned = opened(plan, published, ABANDONED)
        plans.abandon(edition_id=abandoned.pk, version=1, by=system_person(), at=AT)
        plans.keep_findings(of=opened(plan, published, OPEN), findings=[doubt()])
    draft_only()
    next_year(adopted)
    index_cycle(cycle=adopted.cycle)
    folder = issue_folder(adopted)
    if not folder.exists():
        folder.mkdir(parents=True)
        write_data(adopted, folder)
    return adopted


def opened(plan: Plan, like: Edition, secret: str) -> Edition:
    """An edition like a published one, but for a word in every item of it."""
    value = value_class(plan).model_validate(like.content)

    def told(item: Part) -> dict[str, object]:
        words = {name for name in ("name", "text", "title") if getattr(item, name, None)}
        return {name: f"{getattr(item, name)} {secret}" for name in words}

    return plans.open_edition(
        plan=plan,
        value=mapped(value, told),
        origin=EditionOrigin.EDITIONS,
        bases=[like],
        by=system_person(),
        at=AT,
    )


def draft_only() -> None:
    """A project that is in a draft alone, with a code that somebody may try."""
    edition = Edition.objects.get(state=EditionState.OPEN, plan__institution__key="sejong")
    task = UUID(edition.content["plan"]["core_tasks"][0]["item_id"])
    added = Change(Deed.ADD, uuid4(), "projects", task, new={"name": f"새 사업 {OPEN}"})
    plans.edit(edition_id=edition.pk, changes=[added], way=EditWay.FORM, by=system_person(), at=AT)


def doubt() -> Finding:
    return Finding(
        rule="budget-sum",
        severity="warning",
        category="accuracy",
        subject=f"plans/세종/{DOUBTED}",
        message=DOUBTED,
        sources=[],
    )


def next_year(published: Publication) -> Cycle:
    """A cycle that is open and has no publication, with an edition of each plan."""
    cycle = plans.open_cycle(year=2026, by=system_person(), at=AT)
    for edition in published.editions.select_related("plan"):
        plan = Plan.objects.create(cycle=cycle, institution=edition.plan.institution, kind=edition.plan.kind)
        opened(plan, edition, NEXT)
    return cycle


def cases() -> None:
    """A case that everybody may see, and two that nobody may: withheld, and in a stage that is not public."""
    registering.load(registering.ZONE, registering.TASK)
    task = ActionTask.objects.earliest("pk").item
    by = system_person()
    for register, stage, title in (
        ("zone", "intended", "보이는 특구"),
        ("zone", "intended", f"{CASE} 특구"),
        ("task", "active", f"{CASE} 과제"),
    ):
        given = registering.said(
            title, who="sejong", role="applicant" if register == "zone" else "province", place="sejong"
        )
        one = create(Register.objects.get(key=register), given, opened=AT.date(), by=by)
        moved(one, stage, Dated(), by=by, at=AT)
        one.links.create(kind="fulfils", item=task)
    Case.objects.filter(title__contains=CASE, register__key="zone").update(is_withheld=True)


def pages(client: Client, *beginnings: str) -> Iterator[tuple[str, str]]:
    """What is answered at addresses and at all that they lead to: of lists with questions, one of each kind."""
    waiting, seen = list(beginnings), set[tuple[str, frozenset[str]]]()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        parts = urlsplit(address)
        kind = (parts.path, frozenset(name for name, _ in parse_qsl(parts.query)))
        if parts.netloc not in ("", "testserver") or kind in seen or parts.path.startswith(_LEFT):
            continue
        seen.add(kind)
        answer = client.get(f"{parts.path}?{parts.query}")
        content = b"".join(answer) if answer.streaming else answer.content
        text = "\n".join(words_in(parts.path, content))
        yield address, text
        if answer.get("Content-Type", "").startswith("text/html") and answer.status_code == 200:
            waiting += [urljoin(parts.path, one.replace("&amp;", "&")) for one in _LINK.findall(text)]
    assert not waiting, "more pages than were looked at"


def words_in(name: str, content: bytes) -> Iterator[str]:
    """The words of a file, also of those packed in it."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for one in packed.namelist():
                yield from words_in(one, packed.read(one))
    elif content[:4] == b"PAR1":
        table = pyarrow.parquet.read_table(io.BytesIO(content))
        yield f"{table.schema.metadata} {table.to_pylist()}"
    else:
        yield name
        yield content.decode("utf-8", errors="replace")
        if b"\\u" in content:
            yield (
                content.decode("ascii", errors="replace").encode().decode("unicode_escape", errors="replace")
            )


def test_no_page_shows_a_draft(client: Client, guarded: Publication) -> None:
    cases()
    sitemap = client.get("/2025/sitemap.xml").content.decode()
    listed = re.findall("<loc>([^<]+)</loc>", sitemap)
    unlisted = [
        *("/", "/data/", "/robots.txt", "/about/", "/data/catalogue.jsonld", "/2025/sitemap.xml", "/ready"),
        *("/2025/compare/", "/2025/lines/", "/2025/indicators/compare/?name=일자리수"),
        *(f"/items/{code}" for code in Item.objects.exclude(code=None).values_list("code", flat=True)[::7]),
        *(
            f"/items/{code}"
            for code in Item.objects.filter(edits__isnull=False).values_list("code", flat=True)
        ),
        "/2025/publications/",
        "/2025/publications/1/",
        *(f"/search/?q={quote(word)}" for word in (SHOWN, OPEN, SEALED, ABANDONED, NEXT, DOUBTED, "정원")),
    ]

    found = dict(pages(client, *unlisted, *listed))

    assert len(found) > len(listed) + len(unlisted)
    assert [address for address, text in found.items() if leaks(text)] == []
    assert sum(SHOWN in text for text in found.values()) > 3
    assert sum("보이는 특구" in text for text in found.values()) > 3


def leaks(text: str) -> list[str]:
    """The secrets of a text; that a page of search repeats what it was asked is none of its own."""
    return SECRETS.findall(re.sub(r'value="[^"]*"|<title>[^<]*|[‘\'“「][^’\'”」<]*[’\'”」]', "", text))


def test_a_cycle_without_a_publication_has_no_pages_and_hides_no_others(
    client: Client, guarded: Publication
) -> None:
    rooms = (
        "",
        "institutions/",
        "institutions/sejong/",
        "strategies/",
        "strategies/1/",
        "projects/",
        "findings/",
    )
    hidden = [
        *(f"/2026/{room}" for room in rooms),
        "/data/2026/",
        "/data/2026/plans.csv",
        "/2026/sitemap.xml",
    ]

    answers = {address: client.get(address) for address in hidden}

    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(hidden, 404)
    assert not any(SECRETS.search(answer.content.decode()) for answer in answers.values())
    assert [client.get(one).status_code for one in ("/", "/data/", "/2025/")] == [200, 200, 200]


def test_no_data_set_of_the_api_shows_a_draft(client: Client, guarded: Publication) -> None:
    names = [data_set.name for data_set in DATA_SETS]
    addresses = [
        "cycles",
        *names,
        *(f"{name}?year=2026" for name in names),
        *(f"{name}?limit=1" for name in names),
    ]

    answers = {one: client.get(f"/api/v1/{one}").content.decode() for one in addresses}
    others = [client.get(one).content.decode() for one in ("/api/openapi.json", "/api/docs")]

    texts = [
        *(answer.encode().decode("unicode_escape", "replace") for answer in answers.values()),
        *answers.values(),
    ]
    assert [text for text in (*texts, *others) if SECRETS.search(text)] == []
    assert "2026" not in answers["cycles"]
    assert SHOWN in answers["plan-items"]


def test_no_file_that_is_issued_shows_a_draft(client: Client, guarded: Publication) -> None:
    files = {one.name: one.read_bytes() for one in (issue_folder(guarded) / FOLDER).iterdir()}

    words = {name: "\n".join(words_in(name, content)) for name, content in files.items()}

    assert len(words) > len(DATA_SETS)
    assert [name for name, text in words.items() if SECRETS.search(text)] == []
    holding = {Path(name).suffix for name, text in words.items() if SHOWN in text}
    assert {".csv", ".json", ".xlsx", ".parquet", ".zip"} <= holding
    assert not list(issue_folder(guarded).parent.parent.glob("2026/*"))


def test_no_table_but_those_of_drafts_holds_their_words(guarded: Publication) -> None:
    """Rows, index, terms, log of official acts, jobs: whatever a page, a mail or a query of SQL may show."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_stat_user_tables ORDER BY relname")
        tables = [name for (name,) in cursor.fetchall()]
        holding, showing = set(), set()
        for table in tables:
            cursor.execute(f"SELECT coalesce(string_agg(one::text, chr(10)), '') FROM \"{table}\" AS one")  # noqa: S608
            [text] = cursor.fetchone()
            holding |= {table} if SECRETS.search(text) else set()
            showing |= {table} if SHOWN in text else set()

    assert holding == {"plans_edition", "plans_edit", "plans_finding"}
    assert {"plans_taskitem", "searching_entry", "plans_edition"} <= showing
    assert not guarded.findings.filter(message__contains=DOUBTED).exists()
