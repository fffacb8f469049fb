"""The downloads that hold more than one data set, or one in the form of another standard."""

from __future__ import annotations

from dataclasses import dataclass

from goru.pipelines.issuing.datasets.definition import in_language


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of an issue, with what it is in both languages."""

    file: str
    meaning_ko: str
    meaning_en: str

    @property
    def meaning(self) -> str:
        """The meaning in the active language."""
        return in_language(self.meaning_ko, self.meaning_en)


WHOLES = (
    Whole(
        "datapackage.zip",
        "모든 자료의 CSV와 그 설명을 담은 재정 데이터 패키지(Fiscal Data Package 1.0.0)",
        "all data sets as CSV with their description, along Fiscal Data Package 1.0.0",
    ),
    Whole("datapackage.json", "그 설명만", "the description alone"),
    Whole(
        "plan.json",
        "계획 전체를 한 파일로(goru schema book의 형식, 서술 문장은 빼고)",
        "the whole plan in one file (as `goru schema book` describes it), without its prose",
    ),
    Whole(
        "stratml.zip",
        "계획마다 하나인 StratML Part 2(ISO 17469) XML",
        "StratML Part 2 (ISO 17469) as XML, a file a plan",
    ),
    Whole(
        "indicators.sdmx.csv",
        "수로 적힌 성과지표를 SDMX-CSV 2.0으로",
        "the indicators that are numbers, as SDMX-CSV 2.0",
    ),
    Whole(
        "indicators.sdmx.json",
        "그 구조와 코드 목록(SDMX-JSON 2.0)",
        "their structure and code lists, as SDMX-JSON 2.0",
    ),
)
