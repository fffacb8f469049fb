"""Every page of the plan of 2024: there, with its figures, where they are printed, in few queries."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]

PAGES = [
    ("/", ["42.2조원", "74.20조원", "24.6조원", "64–65행", "기회발전특구 지정으로"]),
    ("/2024/", ["42.2조원", "74.20조원", "42.2000–42.2500조원"]),
    ("/2024/institutions/", ["서울특별시", "54,742억원", "753–766행", "초광역권발전 시행계획"]),
    (
        "/2024/institutions/seoul/",
        [
            "54,742억원",
            "41,886억원",
            "766행",
            "외국인 관광객 수",
            "2,000",
            "775행",
            "/2024/core-tasks/1-1/",
            "경기도",
        ],
    ),
    (
        "/2024/institutions/chungcheong/",
        ["1,033억원", "초광역 산업분야 실무협의체 구성", "5784–5785행", "구성"],
    ),
    (
        "/2024/institutions/daejeon/",
        ["속한 초광역권", "충청권", "이웃한 시·도", "도심융합특구 선도사업지를 선정"],
    ),
    ("/2024/institutions/mois/", ["행정안전부", "맡은 실천과제", "더한 값"]),
    ("/2024/institutions/moe/", ["지역혁신중심 대학지원(RISE) 구축", "목표지표", "1,629억원"]),
    ("/2024/strategies/", ["인재를 기르는 담대한 교육개혁", "Ⅴ-4-(2)", "1,792억원"]),
    ("/2024/strategies/2/", ["인재를 기르는 담대한 교육개혁", "611억원", "766행"]),
    ("/2024/core-tasks/2-1/", ["Ⅱ-1", "교육부", "공정한 교육기회 제공", "689행"]),
    ("/2024/action-tasks/5-4-2/", ["1,792억원", "1,812억원", "3894–3898행", "산림청"]),
    (
        "/2024/action-tasks/1-1-1/",
        ["지방정부 행정권한 확대", "사무총조사 방식 개선", "3925행"],
    ),
    ("/2024/projects/?q=가속기", ["방사광가속기", "과기부"]),
    ("/2024/indicators/?q=GRDP", ["1인당 GRDP", "51.6", "771행", "공통지표"]),
    ("/2024/indicators/compare/?name=일자리수", ["5,147", "772행", "천명"]),
    ("/2024/focus-tasks/", ["4대 특구", "10대 과제"]),
    ("/2024/focus-tasks/zones/1/", ["2024년 3월", "2023-07-10", "141행"]),
    ("/2024/timeline/", ["2024년 3월", "기준입니다."]),
    ("/2024/timeline/?state=done", ["계획서에 완료로 적힘"]),
    ("/2024/timeline/?since=2024-06-01&until=2024-06-30&task=zones-1", ["기회발전특구", "2024년"]),
    ("/2024/timeline/?since=soon", ["날짜는 2024-03-31처럼 적습니다."]),
    ("/2024/indicators/?q=GRDP", ['class="badge error" href="/2024/findings/?rule=number-misprint#finding-']),
    ("/2024/compare/?with=seoul&with=busan", ["54,742억원", "41,886억원", "51.6 → 51.6"]),
    ("/2024/compare/?with=moe&with=mois", ["인재를 기르는 담대한 교육개혁", "해당 없음", "1,629억원"]),
    ("/2024/indicators/?q=수&page=2", ["?q=%EC%88%98&amp;page=1", "실적 (2023)"]),
    ("/2024/indicators/?q=%00", ["성과지표"]),
    ("/2024/projects/?q=%00가속기", ["방사광가속기"]),
    ("/2024/findings/", ["31,6", "950행", "오류", "지표의 수를 숫자로 읽을 수 있는지 (number-misprint)"]),
]


@pytest.mark.parametrize(("address", "words"), PAGES)
def test_a_page_says_its_figures_and_where_they_are_printed(
    client: Client, django_assert_max_num_queries: Callable[[int], Any], address: str, words: list[str]
) -> None:
    with django_assert_max_num_queries(15):
        answer = client.get(address)

    assert answer.status_code == 200
    page = answer.content.decode()
    assert [word for word in words if word not in page] == []
    assert " style=" not in page
    assert "<script" not in page


def test_steps_can_be_chosen_by_the_days_they_may_fall_on(client: Client) -> None:
    every = client.get("/2024/timeline/").content.decode().count('<li><span class="when">')
    chosen = client.get("/2024/timeline/", {"since": "2024-06-01", "until": "2024-06-30"}).content.decode()
    done = client.get("/2024/timeline/", {"since": "2024-06-01", "state": "done"}).content.decode()

    assert 0 < chosen.count('<li><span class="when">') < every
    assert "2023-11-14" not in chosen
    assert 'class="badge planned"' not in done


def test_a_figure_that_a_check_doubts_says_so_where_it_stands(client: Client) -> None:
    for address in ("/2024/institutions/busan/", "/2024/compare/?with=busan&with=seoul"):
        page = client.get(address).content.decode()

        assert 'class="badge error" href="/2024/findings/?rule=number-misprint#finding-' in page, address


def test_findings_can_be_chosen(client: Client) -> None:
    errors = client.get("/2024/findings/", {"severity": "error"}).content.decode()
    of_busan = client.get(
        "/2024/findings/", {"institution": "busan", "rule": "number-misprint"}
    ).content.decode()
    nonsense = client.get("/2024/findings/", {"severity": "x", "rule": "' OR 1=1"}).content.decode()

    assert ' class="error"><span' in errors
    assert ' class="warning"><span' not in errors
    assert "31,6" in of_busan
    assert of_busan.count('<li id="finding-') == 1
    assert nonsense.count(' class="warning"><span') > 10


@pytest.mark.parametrize(
    ("address", "first", "then"),
    [
        ("/2024/institutions/?order=largest", "서울특별시", "부산광역시"),
        ("/2024/strategies/2/?order=largest", "인천", "충북"),
        ("/2024/indicators/compare/?name=일자리수&order=largest", "경기", "서울"),
        ("/2024/indicators/compare/?name=일자리수&order=nonsense", "서울", "경기"),
    ],
)
def test_rows_stand_as_printed_or_the_largest_first(
    client: Client, address: str, first: str, then: str
) -> None:
    page = client.get(address).content.decode()
    rows = page[page.index('<ul class="facets" aria-label="순서"') :]

    assert 0 < rows.index(f">{first}</a></th>") < rows.index(f">{then}</a></th>")
    assert rows.count('aria-current="true"') == 1


def test_a_bar_beside_a_figure_is_as_long_as_it_is_to_the_largest(client: Client) -> None:
    page = client.get("/2024/compare/?with=busan&with=ulsan").content.decode()

    total = page[page.index('<tr class="total">') : page.index("</tr>", page.index('<tr class="total">'))]

    assert re.findall(r'<rect width="([\d.]+)%"', total) == ["100.0", "17.5"]


@pytest.mark.parametrize(
    ("asked", "some", "none"),
    [
        ({"kind": "own"}, "자율지표</td>", "공통지표</td>"),
        ({"institution": "busan"}, ">부산</a>", ">서울</a>"),
        ({"institution": "molit", "kind": "goal"}, "도심융합특구", "공통지표</td>"),
        ({"institution": "molit", "kind": "common"}, "해당하는 내용이 없습니다.", "목표지표</td>"),
        ({"institution": "nowhere", "kind": "x"}, ">부산</a>", "해당하는 내용이 없습니다."),
    ],
)
def test_indicators_can_be_chosen_by_kind_and_institution(
    client: Client, asked: dict[str, str], some: str, none: str
) -> None:
    page = client.get("/2024/indicators/", asked).content.decode()
    table = page[page.index("<tbody>") :]

    assert some in table
    assert none not in table


@pytest.mark.parametrize(
    "address",
    [
        "/2023/",
        "/2024/institutions/nowhere/",
        "/2024/strategies/9/",
        "/2024/core-tasks/9-9/",
        "/2024/action-tasks/9-9-9/",
        "/2024/focus-tasks/x/1/",
        "/2024/indicators/compare/?name=x",
        "/nope/",
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert "페이지를 찾을 수 없습니다" in answer.content.decode()


@pytest.mark.parametrize(
    "chosen", [["seoul"], ["seoul", "nowhere"], ["seoul", "busan", "daegu", "jeju", "ulsan", "sejong"]]
)
def test_a_comparison_of_too_few_or_too_many_says_so(client: Client, chosen: list[str]) -> None:
    page = client.get("/2024/compare/", {"with": chosen}).content.decode()

    assert "기관을 2–5곳 선택하세요." in page


def test_every_link_of_the_pages_leads_somewhere(client: Client) -> None:
    pages = ["/", "/2024/institutions/", "/2024/strategies/", "/2024/focus-tasks/", "/2024/indicators/"]
    html = "".join(client.get(page).content.decode() for page in pages)
    links = {part.split('"')[0].split("#")[0] for part in html.split('<a href="')[1:]} - {""}
    links = {link for link in links if link.startswith("/")}

    assert len(links) > 150
    assert [link for link in links if client.get(link).status_code != 200] == []


def test_pages_load_nothing_from_elsewhere(client: Client) -> None:
    answer = client.get("/")

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    page = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", answer.content.decode())
    page = page.replace("http://testserver/", "/")  # the page's own address, to be cited
    assert "http://" not in page
    assert "https://" not in page


def test_the_theme_is_kept_in_a_cookie_and_leads_back(client: Client) -> None:
    answer = client.post("/theme/", {"theme": "high-contrast", "next": "/2024/findings/"})

    assert answer.headers["Location"] == "/2024/findings/"
    assert 'data-krds-mode="high-contrast"' in client.get("/2024/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_the_theme_never_leads_elsewhere(client: Client, elsewhere: str) -> None:
    assert client.post("/theme/", {"theme": "x", "next": elsewhere}).headers["Location"] == "/"


def test_the_official_masthead_shows_only_where_it_is_set(client: Client, settings: Any) -> None:
    without = client.get("/").content.decode()
    settings.HAS_OFFICIAL_MASTHEAD = True

    assert "공식 전자정부 누리집" not in without
    assert "공식 전자정부 누리집" in client.get("/").content.decode()


def test_pages_travel_compressed(client: Client) -> None:
    plain = client.get("/2024/timeline/")
    packed = client.get("/2024/timeline/", headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.content) * 4 < len(plain.content)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/2024/", ["2024년 지방시대 시행계획: "]),
        ("/2024/institutions/busan/", ["부산광역시 2024", "글로벌 허브도시 부산"]),
        ("/2024/action-tasks/5-4-2/", ["실천과제 Ⅴ-4-(2)", "환경부"]),
        ("/2024/core-tasks/2-1/", ["핵심과제 Ⅱ-1", "교육부"]),
        ("/2024/focus-tasks/zones/1/", ["4대 특구 1: 기회발전특구"]),
    ],
)
def test_a_page_says_to_search_engines_what_it_is_about(
    client: Client, address: str, words: list[str]
) -> None:
    page = client.get(address).content.decode()

    said = re.findall(r'<meta name="description" content="([^"]*)">', page)

    assert len(said) == 1
    assert [word for word in words if word not in said[0]] == []
