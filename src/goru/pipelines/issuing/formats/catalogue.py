"""The catalogue of the open data along DCAT-AP 3, as JSON-LD that needs no other file to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets.definition import DataSet
from goru.pipelines.issuing.formats.offers import Download, Offer
from goru.pipelines.issuing.formats.package import LICENCE

Node = dict[str, Any]

_EU: Final = "http://publications.europa.eu/resource/authority"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TITLE = ("고루 공개 자료", "Goru open data")
_MEANING = (
    "지방시대 시행계획의 과제, 재정, 지표, 일정을 연도마다 표로 낸 자료.",
    "Tasks, money, indicators and milestones of the yearly regional-development plans, as tables.",
)
_THEMES: Final = {
    "REGI": ("지역과 도시", "Regions and cities"),
    "GOVE": ("정부와 공공", "Government and public sector"),
}


def as_dcat(offers: Sequence[Offer], *, home: str, publisher: str) -> Node:
    """The catalogue of all years; `home` is the address of the page of data, which all others stand under.

    A data set of a year is a `dcat:Dataset`, the same of all years a `dcat:DatasetSeries`.
    """
    agent = {"@id": f"{home}#publisher", "@type": "foaf:Agent", "foaf:name": publisher}
    years = [offer.publication.cycle.year for offer in offers]
    names = [one for offer in offers[:1] for one, _files in offer.sets]
    series = [_series(one, years, home, agent) for one in names]
    datasets = [node for offer in offers for node in _datasets(offer, home, agent)]
    catalogue = {
        "@id": f"{home}#catalogue",
        "@type": "dcat:Catalog",
        **_said(*_TITLE, *_MEANING),
        "dct:publisher": agent,
        "dct:language": _concept(f"{_EU}/language/KOR", "dct:LinguisticSystem"),
        "dct:license": _concept(LICENCE["path"], "dct:LicenseDocument"),
        "dct:spatial": _concept(f"{_EU}/country/KOR", "dct:Location"),
        "foaf:homepage": _concept(home, "foaf:Document"),
        "dcat:dataset": [{"@id": node["@id"]} for node in datasets],
    }
    return {"@context": _CONTEXT, "@graph": [catalogue, *series, *datasets]}


def _series(one: DataSet, years: Sequence[int], home: str, agent: Node) -> Node:
    return {
        "@id": f"{home}#{one.name}",
        "@type": "dcat:DatasetSeries",
        **_said(one.title_ko, one.title_en, one.meaning_ko, one.meaning_en),
        "dct:publisher": agent,
        "dct:accrualPeriodicity": _concept(f"{_EU}/frequency/ANNUAL", "dct:Frequency"),
        "dcat:seriesMember": [{"@id": f"{home}{year}/#{one.name}"} for year in years],
    }


def _datasets(offer: Offer, home: str, agent: Node) -> Iterator[Node]:
    """The data sets of a year, and the plan as a whole."""
    publication, year = offer.publication, offer.publication.cycle.year
    about = {
        "@type": "dcat:Dataset",
        "dct:publisher": agent,
        **_days(publication),
        "dct:temporal": {
            "@id": f"{home}{year}/#period",
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": f"{year}-01-01", "@type": "xsd:date"},
            "dcat:endDate": {"@value": f"{year}-12-31", "@type": "xsd:date"},
        },
        "dct:spatial": _concept(f"{_EU}/country/KOR", "dct:Location"),
        "dct:language": _concept(f"{_EU}/language/KOR", "dct:LinguisticSystem"),
        "dcat:landingPage": _concept(f"{home}{year}/", "foaf:Document"),
        "dcat:theme": [_theme(code, *words) for code, words in _THEMES.items()],
    }
    for one, files in offer.sets:
        yield {
            **about,
            "@id": f"{home}{year}/#{one.name}",
            **_said(f"{year}년 {one.title_ko}", f"{one.title_en} {year}", one.meaning_ko, one.meaning_en),
            "dcat:inSeries": {"@id": f"{home}#{one.name}"},
            "dcat:keyword": [_word(one.title_ko, "ko"), _word(one.title_en, "en")],
            "dcat:distribution": [_distribution(file, f"{home}{year}/") for file in files],
        }
    for whole, file in offer.wholes:
        yield {
            **about,
            "@id": f"{home}{year}/#{file.file}",
            **_said(
                f"{publication.title}: {file.file}",
                f"Plan of {year}: {file.file}",
                whole.meaning_ko,
                whole.meaning_en,
            ),
            "dcat:distribution": [_distribution(file, f"{home}{year}/")],
        }


def _days(publication: Publication) -> Node:
    """The day of the data (자료 기준일), on which the book was decided, and that of their loading."""
    loaded = {"@value": publication.at.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}
    if publication.decided_date is None:
        return {"dct:modified": loaded}
    issued = {"@value": f"{publication.decided_date}T00:00:00+09:00", "@type": "xsd:dateTime"}
    return {"dct:issued": issued, "dct:modified": loaded}


def _distribution(file: Download, folder: str) -> Node:
    address = _concept(f"{folder}{file.file}", "rdfs:Resource")
    media = _concept(f"https://www.iana.org/assignments/media-types/{file.media_type}", "dct:MediaType")
    return {
        "@id": f"{folder}#{file.file}-file",
        "@type": "dcat:Distribution",
        "dct:title": file.file,
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": media,
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:license": _concept(LICENCE["path"], "dct:LicenseDocument"),
    }


def _said(title_ko: str, title_en: str, meaning_ko: str, meaning_en: str) -> Node:
    return {
        "dct:title": [_word(title_ko, "ko"), _word(title_en, "en")],
        "dct:description": [_word(meaning_ko, "ko"), _word(meaning_en, "en")],
    }


def _theme(code: str, ko: str, en: str) -> Node:
    words = {"skos:prefLabel": [_word(ko, "ko"), _word(en, "en")]}
    return {**_concept(f"{_EU}/data-theme/{code}", "skos:Concept"), **words}


def _word(text: str, language: str) -> Node:
    return {"@value": text, "@language": language}


def _concept(address: str, kind: str) -> Node:
    return {"@id": address, "@type": kind}
