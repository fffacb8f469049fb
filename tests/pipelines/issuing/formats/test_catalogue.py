import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, RDF, SKOS, Graph, URIRef

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.formats.catalogue import as_dcat
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.formats.offers import FOLDER, Offer, offer_of
from goru.pipelines.issuing.formats.schema_org import as_schema_org
from goru.pipelines.issuing.formats.wholes import WHOLES

pytestmark = [
    pytest.mark.web,
    # rdflib's own reader of JSON-LD and pyshacl still use what rdflib deprecates.
    pytest.mark.filterwarnings(r"ignore:(ConjunctiveGraph|Dataset\.):DeprecationWarning"),
]
HOME = "https://goru.example/data/"
SHAPES = Path(__file__).parents[3] / "data" / "dcat-ap.shapes.ttl"


@pytest.fixture
def offer(adopted_2024: None, db: None, tmp_path: Path) -> Offer:
    document = plans.published(plans.cycle_of(2024))
    write_data(document, tmp_path)
    return offer_of(document, {file.name: file for file in (tmp_path / FOLDER).iterdir()})


def graph_of(offer: Offer) -> Graph:
    said = json.dumps(as_dcat([offer], home=HOME, publisher="시험 기관"))
    return Graph().parse(data=said, format="json-ld")


def test_the_catalogue_keeps_to_the_shapes_of_dcat_ap(offer: Offer) -> None:
    graph = graph_of(offer)

    conforms, _, report = validate(graph, shacl_graph=str(SHAPES))

    assert conforms, report
    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == len(DATA_SETS) + len(WHOLES)
    assert len(set(graph.subjects(RDF.type, URIRef(f"{DCAT}DatasetSeries")))) == len(DATA_SETS)
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == 4 * len(DATA_SETS) + len(WHOLES)


@pytest.mark.parametrize("lost", [DCAT.accessURL, DCAT.dataset, SKOS.prefLabel, f"{DCAT}seriesMember"])
def test_the_shapes_would_find_what_is_missing(offer: Offer, lost: str) -> None:
    graph = graph_of(offer)
    graph.remove((None, URIRef(lost), None))

    conforms, _, _ = validate(graph, shacl_graph=str(SHAPES))

    assert not conforms


def test_schema_org_says_where_each_set_is(offer: Offer) -> None:
    said = as_schema_org(offer, home=HOME, publisher="시험 기관")
    assert {one["datePublished"] for one in said["dataset"]} == {"2024-04-04"}
    assert {one["dateModified"] for one in said["dataset"]} != {"2024-04-04"}

    assert len(said["dataset"]) == len(DATA_SETS)
    for one in said["dataset"]:
        assert 50 <= len(one["description"]) <= 5000, one["name"]
        assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert [file["contentUrl"].rpartition(".")[2] for file in one["distribution"]] == [
            "csv",
            "xlsx",
            "json",
            "parquet",
        ]
