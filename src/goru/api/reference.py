"""The API for people: examples that run, rules that hold everywhere, every address. One text for page and file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from urllib.parse import quote

from goru.api.endpoints import CYCLES, resource_of
from goru.api.parameters import LARGEST, USUAL, Filter, filters_of
from goru.pipelines.issuing.datasets import CASE_SETS, DATA_SETS
from goru.pipelines.issuing.datasets.definition import Column, DataSet, in_language


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    korean: str
    english: str

    def __str__(self) -> str:
        return in_language(self.korean, self.english).replace("`", "")


@dataclass(frozen=True, slots=True)
class Example:
    """A request that can be sent as it stands."""

    says: Said
    address: str

    @property
    def encoded(self) -> str:
        """The address as a URL's path and query."""
        return quote(self.address, safe="/?&=-_.")


EXAMPLES = (
    Example(
        Said("서울의 성과지표", "The indicators of Seoul"), "/api/v1/indicators?year=2024&institution=seoul"
    ),
    Example(
        Said("공통지표 가운데 목표가 큰 것부터 다섯", "The five common indicators of the greatest targets"),
        "/api/v1/indicators?kind=common&sort=-target&limit=5",
    ),
    Example(
        Said("두 시·도의 재정투입, 1조원 이상", "The money of two provinces, a trillion won and more"),
        "/api/v1/budget-lines?institution=seoul&institution=busan&won_min=1000000000000",
    ),
    Example(Said("이름에 ‘철도’가 든 사업", "Projects that speak of railways"), "/api/v1/projects?q=철도"),
    Example(
        Said(
            "2024년 6월까지의 일정 가운데 책에 완료로 적히지 않은 것",
            "Steps due by June 2024, not done by the book",
        ),
        "/api/v1/milestones?is_done=false&end_date_max=2024-06-30",
    ),
    Example(Said("점검이 찾은 오류", "The errors that the checks found"), "/api/v1/findings?severity=error"),
)

RULES = (
    Said(
        "공개된 자료는 로그인하지 않고 누구나 읽을 수 있고, 다른 누리집의 스크립트도 읽을 수 있습니다(CORS). "
        "초안은 토큰으로 읽고 씁니다.",
        "What is published anybody may read without signing in, scripts of other sites too (CORS). "
        "Drafts are read and written by a token.",
    ),
    Said(
        "열 이름이 곧 조건입니다. 같은 이름을 거듭 쓰면 그중 하나인 행을, 다른 이름을 함께 쓰면 모두 맞는 행을 줍니다. "
        "수와 날짜의 열에는 `_min`(이상)과 `_max`(이하)를 붙일 수 있습니다. `q`는 글에 든 낱말을 찾습니다. "
        "주소의 한글은 그대로 적어도, 퍼센트로 적어도 됩니다.",
        "Every column is a filter. A name given again means any of its values; several names mean all of them. "
        "Columns of numbers and dates take `_min` (at least) and `_max` (at most). `q` looks for words in the texts. "
        "Korean may stand in an address as it is or percent-encoded.",
    ),
    Said(
        f"`sort`는 열 이름으로 정렬하며, 앞에 `-`를 붙이면 큰 것부터입니다. 없는 값은 늘 마지막입니다. "
        f"한 쪽은 `limit` 행({USUAL}, 많으면 {LARGEST})이고, 다음 쪽의 주소는 `next`와 Link 헤더(RFC 8288)에, "
        "모든 행의 수는 `total`에 있습니다.",
        f"`sort` takes a column, with `-` before it for descending; what is missing always comes last. "
        f"A page has `limit` rows ({USUAL}, at most {LARGEST}); the next page's address is in `next` and in the Link "
        f"header (RFC 8288), the number of all rows in `total`.",
    ),
    Said(
        "자료가 바뀌면 지난 cursor는 400으로 거절되므로, 두 판이 섞인 표를 모으는 일이 없습니다. "
        "답에는 ETag가 있고, If-None-Match로 물으면 그대로일 때 304입니다.",
        "When the data change, an old cursor is refused with 400, so that nobody gathers a table of two versions. "
        "Answers carry an ETag; asked with If-None-Match, what is unchanged is 304.",
    ),
    Said(
        "잘못된 요청은 400, 404, 405, 422로, 서버의 문제는 500으로 답하며, 까닭은 `application/problem+json`"
        "(RFC 9457)의 `detail`과 `errors`에 있습니다.",
        "Refusals are 400, 404, 405, 422, a fault of the server 500; `detail` and `errors` of "
        "`application/problem+json` (RFC 9457) say why.",
    ),
    Said(
        "금액은 원 단위의 정수, 수치는 인쇄된 그대로의 수, 없는 값은 null입니다(0이 아님).",
        "Money is whole won, figures are the numbers as printed, what is not there is null (not 0).",
    ),
)


DRAFT_RULES = (
    Said(
        "토큰은 계정의 ‘토큰’ 화면에서 만들고, `Authorization: Bearer` 헤더에 적습니다. "
        "토큰은 한 사람이 한 기관의 초안을 읽거나 쓰는 데만 쓰이며, 그 사람이 그때 화면에서 할 수 있는 것만 "
        "할 수 있습니다. 끝낸 토큰, 기한이 지난 토큰, 보직이 끝난 사람의 토큰은 401입니다.",
        "A token is made on the page ‘Tokens’ of an account and said in the header `Authorization: "
        "Bearer`. It is for the drafts of one institution, to read or to write, and allows no more than "
        "its person may do on the pages at the time. One that was ended, is past its last day, or whose "
        "person holds the post no more, is 401.",
    ),
    Said(
        "수정은 `set`(칸), `add`(항목 더하기), `move`(옮기기), `remove`(빼기)이고, "
        "본 값(`seen`)을 함께 보냅니다. 한 요청의 수정(500개까지)은 모두 되거나 하나도 되지 "
        "않습니다. 본 값과 지금 값이 다르면 409이고, `conflicts`에 보낸 값과 지금 값이 있습니다.",
        "Edits are `set` (a field), `add`, `move` and `remove` (an item), each with what was `seen`. "
        "Those of a request (up to 500) are made all or none. Where something else is there by now, the "
        "answer is 409 and `conflicts` has both.",
    ),
    Said(
        "고치는 요청에는 `Idempotency-Key` 헤더가 있어야 합니다. 답을 받지 못했으면 같은 키로 "
        "같은 요청을 다시 보내세요: 두 번 고쳐지지 않고 같은 답이 옵니다(하루 동안). 같은 키로 다른 요청을 "
        "보내면 422입니다.",
        "A request that edits has the header `Idempotency-Key`. Where no answer came, send the same again "
        "with the same key: nothing is done twice, and the answer is the same (for a day). The same key "
        "with another request is 422.",
    ),
    Said(
        "토큰 하나로 1분에 300번까지 요청할 수 있고(넘으면 429), 본문은 2 MB까지입니다(넘으면 413).",
        "A token may ask 300 times a minute (above it 429); a body has 2 MB at most (above it 413).",
    ),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A request that takes a token."""

    method: str
    address: str
    title: str
    meaning: str


def deeds() -> list[Deed]:
    """Every one, as the OpenAPI document says it."""
    paths = import_module("goru.api.openapi").document()["paths"]
    return [
        Deed(method.upper(), address, said["summary"], said["description"])
        for address, methods in paths.items()
        for method, said in methods.items()
        if "security" in said
    ]


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the API with what it gives and takes."""

    address: str
    title: Said
    meaning: Said
    columns: tuple[Column, ...] = ()
    filters: tuple[Filter, ...] = ()


def addresses() -> list[Address]:
    """Every address, in the order of the index."""
    cycles = Address(
        CYCLES.address, Said(CYCLES.title_ko, CYCLES.title_en), Said(CYCLES.meaning_ko, CYCLES.meaning_en)
    )
    return [cycles, *map(_address, (*DATA_SETS, *CASE_SETS))]


def _address(data_set: DataSet) -> Address:
    return Address(
        resource_of(data_set).address,
        Said(data_set.title_ko, data_set.title_en),
        Said(data_set.meaning_ko, data_set.meaning_en),
        data_set.columns,
        tuple(filters_of(data_set)),
    )
