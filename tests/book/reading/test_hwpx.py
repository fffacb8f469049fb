import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, Unreadable, read
from goru.book.reading.cleaning import clean
from goru.core.text import squeeze

Reading = Callable[[bytes], Lines]
ROOT = Path(__file__).parents[3]
SMALL_BOOK = ROOT / "tests" / "data" / "small-book.txt"
SAMPLES = ROOT.parent / "shared" / "samples" / "hwpx"
MADE = SAMPLES.parent / "made"


def texts(lines: Lines) -> list[str]:
    return [line.text for line in lines]


def test_paragraphs_count_through_the_sections(read_bytes: Reading, make: SimpleNamespace) -> None:
    first = make.paragraph("하나") + make.paragraph("")

    lines = read_bytes(make.hwpx(first, make.paragraph("둘")))

    assert [(line.text, line.number) for line in lines] == [("하나", 1), ("둘", 3)]


def test_the_tenth_section_comes_after_the_second(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_bytes(make.hwpx(*(make.paragraph(str(number)) for number in range(11))))

    assert texts(lines) == [str(number) for number in range(11)]


def test_a_row_of_single_paragraphs_is_one_line(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_bytes(make.hwpx(make.table([["지표", "단위"], ["일자리수", "천명"]])))

    assert [(line.cells, line.cell) for line in lines] == [
        (("지표", "단위"), "표 1 A1"),
        (("일자리수", "천명"), "표 1 A2"),
    ]


def test_a_row_is_a_line_up_to_a_cell_of_several_paragraphs(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    lines = read_bytes(make.hwpx(make.table([["자치", ["§ 하나", "§ 둘"], "8", "9"]])))

    assert [(line.text, line.cell) for line in lines] == [
        ("자치 § 하나", "표 1 A1"),
        ("§ 둘", "표 1 B1"),
        ("8 9", "표 1 C1"),
    ]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<hp:t>가<hp:tab/>나<hp:nbSpace/>다</hp:t>", ["가 나 다"]),
        ("<hp:t>가<hp:lineBreak/>나</hp:t>", ["가", "나"]),
        ("<hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run><hp:t>주</hp:t></hp:run></hp:p></hp:subList>"
         "</hp:footNote></hp:ctrl><hp:t>본문</hp:t>", ["본문"]),
        ('<hp:t>가<hp:deleteBegin TcId="1"/>나<hp:tab/><hp:deleteEnd TcId="1"/>다</hp:t>', ["가다"]),
        ('<hp:t>가<hp:insertBegin TcId="1"/>나<hp:insertEnd TcId="1"/>다</hp:t>', ["가나다"]),
        ("<hp:t>본</hp:t><hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>상자</hp:t></hp:run></hp:p>"
         "</hp:subList></hp:drawText></hp:rect><hp:t>문</hp:t>", ["본문", "상자"]),
    ],
    ids=["blanks", "forced break", "footnote", "deleted", "inserted", "text box"],
)  # fmt: skip
def test_what_a_run_may_hold(read_bytes: Reading, make: SimpleNamespace, run: str, text: list[str]) -> None:
    assert texts(read_bytes(make.hwpx(make.raw_paragraph(run)))) == text


def test_a_deletion_may_run_over_paragraphs(read_bytes: Reading, make: SimpleNamespace) -> None:
    begins = make.raw_paragraph('<hp:t>가<hp:deleteBegin TcId="1"/>나</hp:t>')
    ends = make.raw_paragraph('<hp:t>라<hp:deleteEnd TcId="1"/>마</hp:t>')

    assert texts(read_bytes(make.hwpx(begins + make.paragraph("다") + ends))) == ["가", "마"]


def test_a_deletion_without_end_ends_with_its_paragraph(read_bytes: Reading, make: SimpleNamespace) -> None:
    begins = make.raw_paragraph('<hp:t>가<hp:deleteBegin TcId="1"/>나</hp:t>')

    assert texts(read_bytes(make.hwpx(begins + make.paragraph("다")))) == ["가", "다"]


def test_a_book_with_real_tables_holds_the_same_facts(
    read_bytes: Reading, make: SimpleNamespace, small_book: PlanBook
) -> None:
    lines = read_bytes(make.hwpx(_with_tables(SMALL_BOOK.read_text(encoding="utf-8"), make)))

    book = parse(lines)

    assert _without_sources(book.model_dump()) == _without_sources(small_book.model_dump())
    assert any(line.cells for line in lines)


def _with_tables(text: str, make: SimpleNamespace) -> str:
    """The small book with the budgets and the indicators of its provinces as tables."""
    head = ["총액\n(억원)", "스스로 정하는 \n튼튼한 자치", "일터가 늘어나는 \n새로운 성장"]
    section, printed = "", text.splitlines()
    while printed:
        line = printed.pop(0)
        if line == "총액":
            budget = printed[5].split()
            del printed[:6]
            section += make.table([[" ".join(cell.split()) for cell in head], budget])
        elif line == "공통지표":
            rows = [""]
            while not printed[0].startswith("□"):
                rows[-1] += printed.pop(0)
                if rows[-1] == "자율지표" or re.search(r" (-|[\d.]+)$", rows[-1]):
                    rows.append("")
                else:
                    rows[-1] = rows[-1].strip() + " "
            section += make.table([[line], *(_cells(row) for row in rows[:-1])])
        else:
            section += make.paragraph(line)
    return section


def _cells(row: str) -> list[str]:
    if row == "자율지표":
        return [row]
    row = row.replace("%, %p", "%,%p")
    return [cell.replace("%,%p", "%, %p") for cell in row.rsplit(maxsplit=4)]


def _without_sources(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_sources(one) for key, one in value.items() if not key.endswith("source")}
    return [_without_sources(one) for one in value] if isinstance(value, (list, tuple)) else value


@pytest.mark.parametrize(
    ("name", "count"),
    [("SimpleTable", 3), ("Table", 8), ("mot", 14), ("no_manifest", 32), ("프로젝트_계획서", 19)],
)
def test_files_that_others_wrote(name: str, count: int) -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples of HWPX are not on this machine")

    assert len(read(SAMPLES / f"{name}.hwpx")) == count


@pytest.mark.parametrize("name", ["2022", "HeaderFooter"])
def test_a_file_without_text_in_its_body_is_refused(name: str) -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples of HWPX are not on this machine")

    with pytest.raises(Unreadable, match="본문에 글자가 없습니다"):
        read(SAMPLES / f"{name}.hwpx")


def test_no_visible_letter_of_others_files_is_lost() -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples of HWPX are not on this machine")
    files = [file for file in SAMPLES.glob("*.hwpx") if file.stem not in ("2022", "HeaderFooter")]

    lost = {file.stem: _visible(file) - _letters_of(read(file)) for file in files}

    assert len(files) > 10
    assert lost.pop("ChangeTrack") == Counter("추적"), "what a tracked change took away"
    assert lost.pop("SimpleTextArt") == Counter("␍␊"), "which stand for the end of a line"
    assert {name for name, letters in lost.items() if letters} == set()


def _visible(file: Path) -> Counter[str]:
    """All letters that the body of a file shows, gathered without the reader."""
    letters: Counter[str] = Counter()
    with zipfile.ZipFile(file) as archive:
        for entry in (name for name in archive.namelist() if re.search(r"section\d+\.xml$", name)):
            for element in etree.fromstring(archive.read(entry)).iter(etree.Element):
                name = etree.QName(element).localname
                if name in ("t", "mainText", "subText", "text"):
                    letters.update(squeeze(clean("".join(map(str, element.itertext())))))
                elif name in ("compose", "textart"):
                    letters.update(squeeze(element.get("composeText") or element.get("text") or ""))
    return Counter("".join(letters.elements()).replace("■", "□"))


def _letters_of(lines: Lines) -> Counter[str]:
    return Counter(squeeze("".join(line.text for line in (*lines, *lines.beside))).replace("■", "□"))


@pytest.mark.parametrize("name", ["empty_cells", "automatic_chapter_numbers", "automatic_bullets"])
def test_a_book_as_offices_write_it_holds_the_same_facts(
    name: str, facts_of: Callable[[PlanBook], Any]
) -> None:
    if not MADE.exists():
        pytest.skip("the samples of HWPX are not on this machine")

    plain = parse(read(MADE / "backslash_entries.hwpx"))

    assert len(plain.plans) == 24
    assert facts_of(parse(read(MADE / f"{name}.hwpx"))) == facts_of(plain)


def test_entries_of_a_zip_may_be_parted_as_windows_parts_them(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    header = b'<h><bullet id="1" char="-"/><paraPr id="0"><heading type="BULLET" idRef="1"/></paraPr></h>'
    section = make.section(make.raw_paragraph("<hp:t>글</hp:t>", "0")).encode()

    for entries in ("Contents\\{}", "./Contents/{}", "contents/{}"):
        content = make.zipped(
            [(entries.format("section0.xml"), section), (entries.format("header.xml"), header)]
        )
        assert texts(read_bytes(content)) == ["- 글"]
