"""What stands among letters and is no plain text keeps its words."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from goru.book.reading import Lines
from goru.book.reading.inline import raised

Reading = Callable[[bytes], Lines]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<hp:dutmal><hp:mainText>지방</hp:mainText><hp:subText>地方</hp:subText></hp:dutmal>", "지방(地方)"),
        ("<hp:dutmal><hp:mainText>지방</hp:mainText><hp:subText/></hp:dutmal>", "지방"),
        ('<hp:compose circleType="SHAPE_CIRCLE" composeText="3"/><hp:t>사업</hp:t>', "③사업"),
        ('<hp:compose circleType="CHAR" composeText="신규"/>', "신규"),
        ("<hp:edit><hp:formCharPr/><hp:text>1,234</hp:text></hp:edit>", "1,234"),
        ('<hp:comboBox selectedValue="b"><hp:listItem displayText="가" value="a"/>'
         '<hp:listItem displayText="나" value="b"/></hp:comboBox>', "나"),
        ('<hp:comboBox selectedValue="서울"><hp:listItem displayText="" value="서울"/></hp:comboBox>', "서울"),
        ('<hp:checkBtn caption="해당" value="CHECKED"/><hp:checkBtn caption=" 없음" value="UNCHECKED"/>', "☑ 해당 없음"),
        ('<hp:radioBtn caption="신규"/><hp:t> 사업</hp:t>', "신규 사업"),
        ("<hp:equation><hp:script>A=B</hp:script></hp:equation>", "A=B"),
        ('<hp:ctrl><hp:fieldBegin type="CLICK_HERE"><hp:parameters><hp:stringParam>안내</hp:stringParam>'
         "</hp:parameters></hp:fieldBegin></hp:ctrl><hp:t>기관명</hp:t><hp:ctrl><hp:fieldEnd/></hp:ctrl>", "기관명"),
        ("<hp:t>가<hp:markpenBegin/>나<hp:markpenEnd/>다<hp:titleMark/>라</hp:t>", "가나다라"),
        ('<hp:switch><hp:case required-namespace="a"><hp:t>하나</hp:t></hp:case>'
         "<hp:default><hp:t>하나</hp:t></hp:default></hp:switch>", "하나"),
        ("<hp:switch><hp:case/><hp:default><hp:t>둘</hp:t></hp:default></hp:switch>", "둘"),
        ("<hp:t>24,852</hp:t><hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run><hp:ctrl>"
         '<hp:autoNum num="1" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum>'
         "</hp:ctrl><hp:t> 주</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl><hp:t>명</hp:t>", "24,852명"),
    ],
    ids=["dutmal", "dutmal alone", "circle", "overlap", "edit", "combo", "combo value", "check", "radio", "equation",
         "field", "marks", "alternatives", "empty alternative", "footnote"],
)  # fmt: skip
def test_words_stay(read_bytes: Reading, make: SimpleNamespace, run: str, text: str) -> None:
    assert [line.text for line in read_bytes(make.hwpx(make.raw_paragraph(run)))] == [text]


def test_a_caption_has_its_automatic_number(read_bytes: Reading, make: SimpleNamespace) -> None:
    def captioned(side: str, number: str) -> str:
        caption = (
            f'<hp:t>&lt;표 </hp:t><hp:ctrl><hp:autoNum num="{number}" numType="TABLE"><hp:autoNumFormat type="DIGIT"/>'
            "</hp:autoNum></hp:ctrl><hp:t>&gt; 재정투입</hp:t>"
        )
        return (
            f'<hp:tbl><hp:caption side="{side}"><hp:subList>{make.raw_paragraph(caption)}</hp:subList></hp:caption>'
            f"<hp:tr><hp:tc><hp:subList>{make.paragraph('칸')}</hp:subList></hp:tc></hp:tr></hp:tbl>"
        )

    restart = '<hp:ctrl><hp:newNum num="7" numType="TABLE"/></hp:ctrl>'
    runs = captioned("TOP", "1") + captioned("BOTTOM", "1") + restart + captioned("TOP", "0")

    lines = read_bytes(make.hwpx(make.raw_paragraph(runs)))

    assert [line.text for line in lines] == [
        *("<표 1> 재정투입", "칸"),
        *("칸", "<표 2> 재정투입"),
        *("<표 7> 재정투입", "칸"),
    ]


def test_what_no_reading_order_holds_is_beside_the_lines(read_bytes: Reading, make: SimpleNamespace) -> None:
    def listed(text: str) -> str:
        return f"<hp:subList>{make.paragraph(text)}</hp:subList>"

    run = (
        f"<hp:ctrl><hp:header>{listed('머리말')}</hp:header><hp:footNote>{listed('각주')}</hp:footNote>"
        f"<hp:hiddenComment>{listed('숨은 설명')}</hp:hiddenComment></hp:ctrl><hp:t>본문</hp:t>"
        f'<hp:textart text="글맵시␍␊둘째 줄"/><hp:ctrl><hp:fieldBegin type="MEMO">{listed("메모")}</hp:fieldBegin></hp:ctrl>'
    )

    lines = read_bytes(make.hwpx(make.raw_paragraph(run)))

    assert [line.text for line in lines] == ["본문", "글맵시", "둘째 줄"]
    assert [line.text for line in lines.beside] == ["머리말", "각주", "메모"]


@pytest.mark.parametrize(
    ("before", "letters", "expected"),
    [
        ("24,852", "1)", ""),
        ("24,852", "1), 2)", ""),
        ("일자리수", "주1)", ""),
        ("일자리수", "*", ""),
        ("GRDP", "1)", ""),
        ("면적 km", "2", "²"),
        ("2×10", "6", "⁶"),
        ("2010", "6)", ""),
        ("", "1)", "1)"),
        ("상표", "TM", "TM"),
        ("제", "20차", "20차"),
    ],
)
def test_raised_letters_are_no_part_of_a_figure(before: str, letters: str, expected: str) -> None:
    assert raised(letters, before) == expected


def test_a_note_set_as_superscript_is_no_digit(read_bytes: Reading, make: SimpleNamespace) -> None:
    header = '<hh:charPr id="0"/><hh:charPr id="5"><hh:supscript/></hh:charPr>'
    runs = (("0", "24,852"), ("5", "1)"))
    paragraph = "".join(f'<hp:run charPrIDRef="{shape}"><hp:t>{text}</hp:t></hp:run>' for shape, text in runs)

    assert [line.text for line in read_bytes(make.hwpx(f"<hp:p>{paragraph}</hp:p>", header=header))] == [
        "24,852"
    ]
