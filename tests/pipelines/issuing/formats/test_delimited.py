from dataclasses import replace
from decimal import Decimal

from goru.pipelines.issuing.datasets.indicators import INDICATORS
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.table import Table


def test_rows_are_lines_of_rfc_4180_that_excel_opens_as_korean(table: Table) -> None:
    content = as_csv(table)

    assert content.startswith(b"\xef\xbb\xbftext,position,start_date,is_done,precision\r\n")
    assert content.decode("utf-8-sig").split("\r\n")[1:] == [
        '"=1+1, ""둘""",1,2024-03-31,true,day',
        '"특구\n지정",2,,false,year',
        "",
    ]


def test_figures_are_written_in_full() -> None:
    figures = replace(INDICATORS, columns=INDICATORS.columns[:3])

    content = as_csv(Table(figures, ((Decimal("51.6"), Decimal("5E+7"), Decimal("0.000001")),)))

    assert content.decode().endswith("51.6,50000000,0.000001\r\n")
