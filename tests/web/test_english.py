"""Every page in English: whatever is not a plan's own words says so in English, and a plan's own words say they are Korean."""

import io
import re
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.test import Client

from goru.domain.plans import queries as plans
from goru.domain.registers.models import Case
from goru.pipelines.issuing.actions import issue
from goru.web.templatetags.registers import address

pytestmark = [pytest.mark.web, pytest.mark.django_db]

HANGUL = re.compile(r"[가-힣]+")
EMPTY = {"meta", "link", "input", "br", "img", "hr"}
# What frames the plan. The title of a window has no parts that could say they are Korean; sentences may quote the plan.
CHROME = {
    "h1",
    "h2",
    "h3",
    "caption",
    "button",
    "label",
    "legend",
    "summary",
    "header",
    "footer",
    "figcaption",
}
PAGES = [
    "/",
    "/2024/institutions/",
    "/2024/institutions/seoul/",
    "/2024/institutions/chungcheong/",
    "/2024/institutions/mois/",
    "/2024/strategies/",
    "/2024/strategies/2/",
    "/2024/core-tasks/2-1/",
    "/2024/action-tasks/5-4-2/",
    "/2024/projects/?q=가속기",
    "/2024/indicators/",
    "/2024/indicators/compare/?name=일자리수",
    "/2024/focus-tasks/",
    "/2024/focus-tasks/zones/1/",
    "/2024/timeline/",
    "/2024/compare/?with=seoul&with=busan",
    "/2024/findings/",
    "/search/?q=GRDP",
    "/data/",
    "/api/docs",
    "/accounts/sign-in/",
    "/nope/",
]

PICTURED = [
    "/",
    "/2024/institutions/",
    "/2024/institutions/seoul/",
    "/2024/institutions/chungcheong/",
    "/2024/institutions/mois/",
    "/2024/strategies/",
    "/2024/indicators/compare/?name=일자리수",
    "/2024/timeline/",
]


class Reader(HTMLParser):
    """The Korean of a page outside the elements that say they are Korean, each with the path of its elements.

    Labels are attributes, which cannot say it: `quoted` is what they may quote.
    """

    def __init__(self) -> None:
        super().__init__()
        self.path: list[tuple[str, bool]] = []
        self.found: list[tuple[str, str]] = []
        self.labels: list[str] = []
        self.quoted: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.labels += [value or "" for name, value in attrs if name in ("aria-label", "title")]
        if tag not in EMPTY:
            self.path.append((tag, dict(attrs).get("lang") == "ko"))

    def handle_endtag(self, tag: str) -> None:
        while self.path and self.path.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(is_korean for _tag, is_korean in self.path):
            self.quoted.add(data)
        elif HANGUL.search(data):
            self.found.append((" ".join(tag for tag, _is_korean in self.path), data.strip()[:60]))

    def unquoted(self) -> list[str]:
        """The labels whose Korean is not only what the page quotes."""
        longest_first = sorted(self.quoted, key=len, reverse=True)
        any_quote = re.compile("|".join(re.escape(words) for words in longest_first if words.strip()) or "$^")
        return [label for label in self.labels if HANGUL.search(any_quote.sub("", label))]


@pytest.fixture(autouse=True)
def issued(adopted_2024: None, own_issues: None) -> None:
    """With pictures, which are drawn for the first of these tests and found by the others."""
    issue(cycle=plans.latest_cycle())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_english(client: Client, address: str) -> None:
    answer = client.get(address, headers={"accept-language": "en"})

    page = answer.content.decode()
    reader = Reader()
    reader.feed(page)
    assert '<html lang="en"' in page
    assert [(path, text) for path, text in reader.found if CHROME & set(path.split())] == []


def test_pages_of_registers_are_english(client: Client) -> None:
    call_command("load_registers", stdout=io.StringIO())
    case = address(Case.objects.get(register__key="zone-opportunity", places__region__key="busan"))
    for at in (
        "/registers/",
        "/registers/zone-opportunity/",
        "/registers/late/",
        "/places/",
        "/places/busan/",
        case,
    ):
        reader = Reader()
        reader.feed(client.get(at, headers={"accept-language": "en"}).content.decode())
        assert [(at, path, text) for path, text in reader.found if CHROME & set(path.split())] == []


@pytest.mark.parametrize("address", PICTURED)
def test_a_picture_is_english_but_for_the_plans_own_words(client: Client, address: str) -> None:
    page = client.get(address, headers={"accept-language": "en"}).content.decode()

    pictures = re.findall("<figure.*?</figure>", page, re.DOTALL)
    assert pictures
    for picture in pictures:
        reader = Reader()
        reader.feed(picture)
        assert reader.found == []
        assert reader.unquoted() == []
