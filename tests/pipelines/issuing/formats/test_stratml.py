from pathlib import Path

import pytest
from lxml import etree

from goru.domain.plans import queries
from goru.pipelines.issuing.formats.stratml import NAMESPACE, plans
from goru.pipelines.issuing.formats.table import tables_of

pytestmark = pytest.mark.web
SCHEMA = etree.XMLSchema(file=str(Path(__file__).parents[3] / "data" / "stratml-part2.xsd"))
IN = {"s": NAMESPACE}


@pytest.fixture
def files(adopted_2024: None, db: None) -> dict[str, etree._Element]:
    tables = tables_of(queries.cycle_of(2024))
    return {name: etree.fromstring(content) for name, content in plans(tables, title="시행계획", year=2024)}


def test_every_plan_keeps_to_the_schema_of_part_2(files: dict[str, etree._Element]) -> None:
    assert len(files) == 1 + 17 + 7
    for name, root in files.items():
        assert SCHEMA.validate(root), f"{name}: {SCHEMA.error_log}"


def test_the_frame_and_the_plans_are_all_there(files: dict[str, etree._Element]) -> None:
    frame, seoul = files["national.xml"], files["seoul.xml"]
    grdp = seoul.xpath(".//s:PerformanceIndicator[s:MeasurementDimension='1인당 GRDP']", namespaces=IN)

    assert len(frame.xpath(".//s:Objective[s:SequenceIndicator]", namespaces=IN)) == 68
    assert seoul.findtext(".//s:Organization/s:Name", namespaces=IN) == "서울특별시"
    assert seoul.findtext(".//s:Vision/s:Description", namespaces=IN)
    assert [one.findtext(".//s:ActualResult/s:NumberOfUnits", namespaces=IN) for one in grdp] == ["51.6"]


def test_what_is_no_number_is_said_as_printed(files: dict[str, etree._Element]) -> None:
    words = files["national.xml"].xpath(
        ".//s:TargetResult/s:Descriptor/s:DescriptorValue/text()", namespaces=IN
    )

    assert words
    assert not [word for word in words if word.isdecimal()]
