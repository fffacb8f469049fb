"""Whatever is no readable document is refused with one Korean sentence that names the file."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import typst

from goru.book.reading import Lines, Unreadable, data, pdf, read

Reading = Callable[[bytes], Lines]
ENCRYPTED = (
    b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">>>/ID[<00><00>]"
)
ENTITY_BOMB = (
    '<!DOCTYPE hs:sec [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefg", "bcdefgh", strict=True))
    + ']><hs:sec xmlns:hs="s" xmlns:hp="p"><hp:p><hp:run><hp:t>&h;</hp:t></hp:run></hp:p></hs:sec>'
)


def refusal(read_bytes: Reading, content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(content)
    sentence = str(refused.value)
    assert sentence.startswith("book: ")
    assert "\n" not in sentence
    english = refused.value.english
    assert english.startswith("book: ")
    assert not re.search("[가-힣]", english)
    return sentence


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "빈 파일"),
        (b" \r\n", "빈 파일"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "HWP 5"),
        (b"HWP Document File V3.00 \x1a" + bytes(600), "HWP 3"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "그림(PNG)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "그림(JPEG)"),
        (hashlib.shake_256(b"rubbish").digest(5000), "글자를 읽을 수 없습니다"),
        (bytes(5000), "빈 파일"),
        (b"%PDF-1.7\nrubbish\n%%EOF\n", "손상"),
        (b"PK\x03\x04rubbish", "손상"),
    ],
    ids=["empty", "blank", "hwp 5", "hwp 3", "png", "jpeg", "rubbish", "zeros", "pdf rubbish", "zip rubbish"],
)
def test_bytes_that_are_no_document(read_bytes: Reading, content: bytes, says: str) -> None:
    assert says in refusal(read_bytes, content)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="파일을 열 수 없습니다"):
        read(tmp_path / "none.pdf")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="폴더입니다"):
        read(tmp_path)


def test_a_pdf_without_text(read_bytes: Reading) -> None:
    assert "스캔" in refusal(read_bytes, typst.compile(b"#rect(width: 3cm)"))


def test_a_pdf_with_a_password(read_bytes: Reading, make: SimpleNamespace) -> None:
    assert "암호가 걸린 PDF" in refusal(read_bytes, make.pdf(["text"], ENCRYPTED))


def test_a_pdf_cut_short(read_bytes: Reading, make: SimpleNamespace) -> None:
    whole = make.pdf(["text"] * 500)

    assert "잘려" in refusal(read_bytes, whole[: len(whole) // 2])


def test_a_hwpx_cut_short(read_bytes: Reading, make: SimpleNamespace) -> None:
    whole = make.hwpx(make.paragraph("text"))

    assert "잘려" in refusal(read_bytes, whole[:-30])


def test_a_hwpx_with_a_changed_byte(read_bytes: Reading, make: SimpleNamespace) -> None:
    whole = make.hwpx("".join(make.paragraph(str(number)) for number in range(2000)))
    middle = len(whole) // 2

    assert "손상" in refusal(read_bytes, whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :])


def test_a_hwpx_with_a_password(read_bytes: Reading, make: SimpleNamespace) -> None:
    manifest = b"<odf:manifest><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>"

    content = make.hwpx("", more=[("META-INF/manifest.xml", manifest)])

    assert "암호가 걸린 HWPX" in refusal(read_bytes, content)


def test_a_hwpx_without_text(read_bytes: Reading, make: SimpleNamespace) -> None:
    assert "글자가 없습니다" in refusal(read_bytes, make.hwpx(make.paragraph("")))


@pytest.mark.parametrize(
    ("entry", "says"), [("word/document.xml", "워드"), ("xl/workbook.xml", "엑셀"), ("a.txt", "압축 파일")]
)
def test_another_zip(read_bytes: Reading, make: SimpleNamespace, entry: str, says: str) -> None:
    assert says in refusal(read_bytes, make.zipped([(entry, b"<x/>")]))


def test_a_zip_that_unpacks_to_a_thousand_times_its_size(read_bytes: Reading, make: SimpleNamespace) -> None:
    assert "지나치게" in refusal(read_bytes, make.hwpx(" " * 60_000_000))


def test_sections_that_are_each_small_but_too_much_together(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    assert "지나치게" in refusal(read_bytes, make.hwpx(*[" " * 40_000_000] * 4))


def test_a_zip_entry_that_lies_about_its_size(read_bytes: Reading, make: SimpleNamespace) -> None:
    honest = make.hwpx(" " * 60_000_000)
    stated = (60_000_000 + len(make.section(""))).to_bytes(4, "little")
    assert honest.count(stated) == 2

    assert refusal(read_bytes, honest.replace(stated, (1000).to_bytes(4, "little")))


def test_a_section_nested_too_deep(read_bytes: Reading, make: SimpleNamespace) -> None:
    assert "지나치게" in refusal(read_bytes, make.hwpx("<hp:p>" * 300 + "</hp:p>" * 300))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("가" * 10_001, "3행: 한 줄이 너무 깁니다"),
        ("e" + "\u0301" * 4_000_000, "3행: 한 줄이 너무 깁니다"),
        ("제" + "7" * 5000 + "장", "3행: 수가 너무 깁니다"),
        ("999," * 12 + "999", "3행: 수가 너무 깁니다"),
    ],
    ids=["line", "marks", "digits", "commas"],
)
def test_a_line_that_is_none_of_a_plan_book_is_named(read_bytes: Reading, text: str, says: str) -> None:
    assert says in refusal(read_bytes, f"Ⅰ. 시행계획 개요\n\n{text}\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        "참고 1" + "." * 60 + " 12",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17번",
        "(2024.1.1.,2024.2.1.,2024.3.1.,2024.4.1.)",
        "계좌 123-456-789-012-345-678-901-234-567-890",
    ],
)
def test_a_line_with_many_numbers_is_none_with_a_long_one(read_bytes: Reading, text: str) -> None:
    assert [line.text for line in read_bytes(f"{text}\n".encode())] == [text]


def test_a_text_that_is_too_long_for_a_plan_book(read_bytes: Reading) -> None:
    assert "글이 너무 깁니다" in refusal(read_bytes, (b"a" * 10_000 + b"\n") * 2_001)


def test_data_that_are_too_long_for_a_plan_book() -> None:
    with pytest.raises(Unreadable, match="글이 너무 깁니다"):
        data.read(b'{"a":1}' + b" " * 20_000_000, "book")


def test_a_pdf_of_countless_pages(
    read_bytes: Reading, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)

    assert "쪽이 너무 많습니다" in refusal(read_bytes, make.pdf(["text"] * 200))


def test_a_pdf_whose_page_has_countless_letters(
    read_bytes: Reading, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_OBJECTS", 50)

    assert "1쪽: 한 쪽에" in refusal(read_bytes, make.pdf(["text"] * 40))


def test_a_zip_of_countless_entries(read_bytes: Reading, make: SimpleNamespace) -> None:
    assert "지나치게" in refusal(read_bytes, make.zipped((f"{number}", b"") for number in range(5001)))


def test_an_entity_bomb_yields_nothing(read_bytes: Reading, make: SimpleNamespace) -> None:
    content = make.zipped([("Contents/section0.xml", ENTITY_BOMB.encode())])

    assert refusal(read_bytes, content)
