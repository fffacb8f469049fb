import io
import zipfile
from datetime import UTC, date, datetime

from lxml import etree

from goru.pipelines.issuing.formats.table import Table
from goru.pipelines.issuing.formats.workbook import as_xlsx

DAY, AT = date(2024, 4, 4), datetime(2024, 5, 6, tzinfo=UTC)
MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def parts(content: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")
        }


def test_rows_stand_under_korean_titles_and_text_is_never_a_formula(table: Table) -> None:
    found = parts(as_xlsx(table, decided=DAY, made_at=AT))
    texts = ["".join(one.itertext()) for one in found["xl/sharedStrings.xml"].findall("m:si", MAIN)]
    sheet = found["xl/worksheets/sheet1.xml"]

    assert texts[:5] == ["일", "순서", "시작", "끝남", "정밀도"]
    assert {'=1+1, "둘"', "일", "연"} <= set(texts)
    assert sheet.findall(".//m:f", MAIN) == []
    assert [cell.findtext("m:v", namespaces=MAIN) for cell in sheet.findall(".//m:row[2]/m:c", MAIN)][
        2
    ] == "45382"


def test_a_second_sheet_says_what_columns_and_words_mean(table: Table) -> None:
    found = parts(as_xlsx(table, decided=DAY, made_at=AT))
    texts = ["".join(one.itertext()) for one in found["xl/sharedStrings.xml"].findall("m:si", MAIN)]
    names = [one.get("name") for one in found["xl/workbook.xml"].findall(".//m:sheet", MAIN)]

    assert names == ["일정", "열 설명"]
    assert "무슨 일인가." in texts
    assert any("quarter = 분기" in text for text in texts)


def test_a_workbook_says_the_day_of_its_data_beside_that_of_its_making(table: Table) -> None:
    said, unsaid = (
        "".join(parts(as_xlsx(table, decided=decided, made_at=AT))["docProps/core.xml"].itertext())
        for decided in (DAY, None)
    )

    assert "자료 기준일 2024-04-04" in said
    assert "2024-05-06" in said
    assert "기준일" not in unsaid


def test_the_same_rows_give_the_same_bytes(table: Table) -> None:
    assert as_xlsx(table, decided=DAY, made_at=AT) == as_xlsx(table, decided=DAY, made_at=AT)
