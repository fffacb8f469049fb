"""The data sets of a year as schema.org says them, for search engines."""

from __future__ import annotations

from typing import Any

from goru.core.dates import day_in_korea
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets.definition import DataSet
from goru.pipelines.issuing.formats.offers import Download, Offer
from goru.pipelines.issuing.formats.package import LICENCE


def as_schema_org(offer: Offer, *, home: str, publisher: str) -> dict[str, Any]:
    """A DataCatalog with a Dataset a table; `home` is the address of the page of data."""
    return {
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": "고루 공개 자료",
        "url": home,
        "license": LICENCE["path"],
        "publisher": {"@type": "Organization", "name": publisher},
        "dataset": [_dataset(offer, one, files, home, publisher) for one, files in offer.sets],
    }


def _days(publication: Publication) -> dict[str, str]:
    """The day of the data (자료 기준일), on which the book was decided, and that of their loading."""
    loaded = {"dateModified": day_in_korea(publication.at).isoformat()}
    decided = publication.decided_date
    return {"datePublished": decided.isoformat(), **loaded} if decided else loaded


def _dataset(
    offer: Offer, one: DataSet, files: tuple[Download, ...], home: str, publisher: str
) -> dict[str, Any]:
    year = offer.publication.cycle.year
    return {
        "@type": "Dataset",
        "@id": f"{home}{year}/#{one.name}",
        "name": f"{year}년 {one.title_ko}",
        "alternateName": f"{one.title_en} {year}",
        "description": f"{offer.publication.title}. {one.meaning_ko} {one.meaning_en}",
        "url": f"{home}{year}/#{one.name}",
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": "ko",
        "creator": {"@type": "Organization", "name": publisher},
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "spatialCoverage": {"@type": "Place", "name": "대한민국"},
        **_days(offer.publication),
        "variableMeasured": [column.name for column in one.columns],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": file.media_type,
                "contentSize": f"{file.size} B",
                "contentUrl": f"{home}{year}/{file.file}",
            }
            for file in files
        ],
    }
