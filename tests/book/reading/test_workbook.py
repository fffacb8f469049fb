"""The cells of workbooks, whichever program wrote them; files that are none, or hostile."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from goru.book.cells import CellKind, Merged, place_name
from goru.book.reading import Unreadable
from goru.book.reading.workbook import MOST_CELLS, MOST_COLUMNS, MOST_MERGED, is_workbook, read

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = f"""<styleSheet {MAIN}>
<numFmts><numFmt numFmtId="164" formatCode="[$-412]yyyy&quot;년&quot; m&quot;월&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/>
<numFmt numFmtId="166" formatCode="#,##0&quot;days&quot;"/><numFmt numFmtId="167" formatCode="General"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/>
<xf numFmtId="167"/></cellXfs></styleSheet>"""
TEXTS = (
    f"<sst {MAIN}><si><t>하나</t></si>"
    "<si><r><t>두</t></r><r><t> 조각</t></r></si><si><t>_x0041_</t></si></sst>"
)


def packed(
    cells: str, *, after: str = "", settings: str = "", others: Mapping[str, str] | None = None
) -> bytes:
    entries = {
        "xl/workbook.xml": f"<workbook {MAIN} {RELATED}>{settings}<sheets>"
        '<sheet name="사업" sheetId="1" r:id="a"/><sheet name="없음" sheetId="2" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="/xl/worksheets/Sheet1.xml"/>'
        '<Relationship Id="b" Target="worksheets/gone.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{cells}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": TEXTS,
        "xl/styles.xml": STYLES,
        **(others or {}),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in entries.items():
            file.writestr(name, text)
    return held.getvalue()


def only(cell: str) -> tuple[CellKind, str]:
    (sheet,) = read(packed(f'<row r="1">{cell}</row>'), "x")
    (found,) = sheet.cells
    return found.kind, found.text


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', CellKind.TEXT, "하나"),
        ('<c r="A1" t="s"><v>1</v></c>', CellKind.TEXT, "두 조각"),
        ('<c r="A1" t="s"><v>2</v></c>', CellKind.TEXT, "A"),
        ('<c r="A1" t="inlineStr"><is><t>=가</t></is></c>', CellKind.TEXT, "=가"),
        ('<c r="A1" t="str"><f>A2</f><v>글</v></c>', CellKind.TEXT, "글"),
        ('<c r="A1"><v>1240</v></c>', CellKind.NUMBER, "1240"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', CellKind.NUMBER, "0.3"),
        ('<c r="A1"><v>12345678901234567</v></c>', CellKind.NUMBER, "12345678901234600"),
        ('<c r="A1"><v>1e3</v></c>', CellKind.NUMBER, "1000"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', CellKind.NUMBER, "2"),
        ('<c r="A1"><f>1+1</f></c>', CellKind.UNKNOWN, ""),
        ('<c r="A1"><f>1+1</f><v></v></c>', CellKind.UNKNOWN, ""),
        ('<c r="A1" s="1"><v>45658</v></c>', CellKind.DATE, "2025-01-01"),
        ('<c r="A1" s="2"><v>45717</v></c>', CellKind.DATE, "2025-03-01"),
        ('<c r="A1" t="d"><v>2025-03-01T00:00:00</v></c>', CellKind.DATE, "2025-03-01"),
        ('<c r="A1" s="3"><v>0.529</v></c>', CellKind.PERCENT, "52.9%"),
        ('<c r="A1" s="4"><v>0.07</v></c>', CellKind.PERCENT, "7%"),
        ('<c r="A1" s="5"><v>3</v></c>', CellKind.NUMBER, "3"),
        ('<c r="A1" s="6"><v>3</v></c>', CellKind.NUMBER, "3"),
        ('<c r="A1" t="b"><v>1</v></c>', CellKind.TRUTH, "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', CellKind.ERROR, "#REF!"),
        ('<c r="A1"><v>no number</v></c>', CellKind.TEXT, "no number"),
    ],
)
def test_what_a_cell_holds(cell: str, kind: CellKind, text: str) -> None:
    assert only(cell) == (kind, text)


def test_what_holds_nothing_is_no_cell() -> None:
    cells = '<row r="1"><c r="A1"/><c r="B1" t="s"><v>99</v></c><c r="C1" t="str"><f>A1</f><v></v></c></row>'
    (sheet,) = read(packed(cells), "x")

    assert sheet.cells == []


def test_cells_stand_where_they_say_or_behind_the_last() -> None:
    cells = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    (sheet,) = read(packed(cells), "x")

    assert [(one.row, one.column) for one in sheet.cells] == [(2, 1), (2, 2), (3, 0)]
    assert sheet.rows()[2][1].text == "1"
    assert [place_name(0, one) for one in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]


def test_days_count_from_another_beginning_where_the_workbook_says_so() -> None:
    cells = '<row r="1"><c r="A1" s="1"><v>0</v></c></row>'
    (sheet,) = read(packed(cells, settings='<workbookPr date1904="1"/>'), "x")

    assert sheet.cells[0].text == "1904-01-01"


def test_cells_that_are_one_are_told_up_to_a_bound() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    (sheet,) = read(
        packed(cells, after='<mergeCells><mergeCell ref="B2:C4"/><mergeCell ref="x"/></mergeCells>'), "x"
    )
    assert sheet.merged == [Merged(1, 1, 3, 2)]

    many = "".join('<mergeCell ref="A1:A2"/>' for _ in range(MOST_MERGED + 9))
    (sheet,) = read(packed(cells, after=f"<mergeCells>{many}</mergeCells>"), "x")
    assert len(sheet.merged) == MOST_MERGED


def test_what_stands_far_to_the_right_is_left_aside() -> None:
    (sheet,) = read(packed('<row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "x")

    assert [one.column for one in sheet.cells] == [0]
    assert MOST_COLUMNS < 16_383


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04broken", packed("")[:-40]])
def test_a_damaged_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(content, "x")


def test_an_archive_of_something_else_is_none() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("word/document.xml", "<a/>")

    assert not is_workbook(held.getvalue(), "x")
    assert not is_workbook(b"text", "x")
    with pytest.raises(Unreadable, match="엑셀"):
        read(held.getvalue(), "x")


def test_more_cells_than_any_plan_has_are_refused() -> None:
    row = '<row r="1">' + "<c><v>1</v></c>" * 150 + "</row>"

    with pytest.raises(Unreadable, match="값이 너무 많습니다"):
        read(packed(row * (MOST_CELLS // 150 + 1)), "x")


def test_entities_are_not_resolved() -> None:
    evil = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + f"<sst {MAIN}><si><t>&e;</t></si></sst>"
    (sheet,) = read(
        packed('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', others={"xl/sharedStrings.xml": evil}), "x"
    )

    assert all("root" not in one.text for one in sheet.cells)
