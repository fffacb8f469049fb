"""The same HWPX as other programs would write it: each function one kind, none of which loses a word."""

import copy
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from lxml import etree

Form = Callable[[etree._Element, etree._Element], None]
"""Changes the header and a section."""

_P = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_H = "http://www.hancom.co.kr/hwpml/2011/head"
_NAMES = {"p": _P, "h": _H}


def _new(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:hp="{_P}" xmlns:hh="{_H}">{xml}</x>')[0]


def _texts(section: etree._Element, every: int = 1) -> Iterator[etree._Element]:
    found = [text for text in section.iter(f"{{{_P}}}t") if text.text]
    yield from found[::every]


def _shape(header: etree._Element, number: str, kind: str, of: str) -> str:
    header.append(
        _new(f'<hh:paraPr id="{number}"><hh:heading type="{kind}" idRef="{of}" level="0"/></hh:paraPr>')
    )
    return number


def with_automatic_bullets(header: etree._Element, section: etree._Element) -> None:
    for at, bullet in enumerate("□◈§ㅇ※*-·▪", start=500):
        header.append(_new(f'<hh:bullet id="{at}" char="{bullet}"/>'))
        shape = _shape(header, f"{at}", "BULLET", f"{at}")
        for text in _texts(section):
            if text.text and text.text.startswith(f"{bullet} ") and text.getprevious() is None:
                text.text = text.text[2:]
                text.xpath("ancestor::p:p[1]", namespaces=_NAMES)[0].set("paraPrIDRef", shape)


def with_automatic_chapters(header: etree._Element, section: etree._Element) -> None:
    head = '<hh:paraHead level="1" start="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead>'
    header.append(_new(f'<hh:numbering id="600" start="0">{head}</hh:numbering>'))
    shape, chapter = _shape(header, "600", "NUMBER", "600"), 0
    for paragraph in section.xpath("p:p", namespaces=_NAMES):
        text = next(_texts(paragraph), None)
        if text is not None and re.match(rf"{chr(ord('Ⅰ') + chapter)}\. ", text.text or ""):
            text.text, chapter = (text.text or "")[3:], chapter + 1
            paragraph.set("paraPrIDRef", shape)


def without_addresses(header: etree._Element, section: etree._Element) -> None:
    for address in list(section.iter(f"{{{_P}}}cellAddr")):
        address.getparent().remove(address)


def without_lists(header: etree._Element, section: etree._Element) -> None:
    for held in list(section.xpath("//p:tc/p:subList", namespaces=_NAMES)):
        for paragraph in list(held):
            held.addprevious(paragraph)
        held.getparent().remove(held)


def with_cells_in_disorder(header: etree._Element, section: etree._Element) -> None:
    for row in section.iter(f"{{{_P}}}tr"):
        row[:] = reversed(row)


def with_empty_cells_for_dashes(header: etree._Element, section: etree._Element) -> None:
    for text in section.xpath("//p:tc//p:t[.='-']", namespaces=_NAMES):
        text.text = ""


def with_alternatives(header: etree._Element, section: etree._Element) -> None:
    for run in list(section.iter(f"{{{_P}}}run")):
        switch = _new("<hp:switch><hp:case/><hp:default/></hp:switch>")
        for child in list(run):
            switch[1].append(copy.deepcopy(child))
            switch[0].append(child)
        run.append(switch)


def with_footnotes(header: etree._Element, section: etree._Element) -> None:
    for number, text in enumerate(_texts(section, 7), start=1):
        auto = f'<hp:autoNum num="{number}" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum>'
        note = f"<hp:subList><hp:p><hp:run><hp:ctrl>{auto}</hp:ctrl><hp:t> 99개</hp:t></hp:run></hp:p></hp:subList>"
        text.addnext(_new(f"<hp:ctrl><hp:footNote>{note}</hp:footNote></hp:ctrl>"))


def with_raised_marks(header: etree._Element, section: etree._Element) -> None:
    header.append(_new('<hh:charPr id="700"><hh:supscript/></hh:charPr>'))
    for text in _texts(section, 6):
        text.getparent().addnext(_new('<hp:run charPrIDRef="700"><hp:t>1)</hp:t></hp:run>'))


def with_fields(header: etree._Element, section: etree._Element) -> None:
    begin = '<hp:fieldBegin type="CLICK_HERE"><hp:parameters><hp:stringParam>12</hp:stringParam></hp:parameters></hp:fieldBegin>'
    for text in _texts(section, 5):
        text.addprevious(_new(f"<hp:ctrl>{begin}</hp:ctrl>"))
        text.addnext(_new("<hp:ctrl><hp:fieldEnd/></hp:ctrl>"))


def with_broken_runs(header: etree._Element, section: etree._Element) -> None:
    for text in list(_texts(section)):
        letters = text.text or ""
        text.text = letters[:2]
        rest = _new("<hp:run><hp:t/></hp:run>")
        rest[0].text = letters[2:]
        text.getparent().addnext(rest)


def with_marks_within(header: etree._Element, section: etree._Element) -> None:
    for text in _texts(section, 3):
        letters = text.text or ""
        text.text, mark = letters[:1], _new("<hp:markpenBegin/>")
        mark.tail = letters[1:]
        text.insert(0, mark)


def written_so(hwpx: bytes, form: Form, *, parted_by: str = "/") -> bytes:
    """The file with its header and its first section changed."""
    with zipfile.ZipFile(BytesIO(hwpx)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    header = etree.fromstring(entries["Contents/header.xml"])
    section = etree.fromstring(entries["Contents/section0.xml"])
    form(header, section)
    entries["Contents/header.xml"] = etree.tostring(header)
    entries["Contents/section0.xml"] = etree.tostring(section)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("/", parted_by), content)
    return file.getvalue()


FORMS: dict[str, Form] = {
    form.__name__.replace("_", " "): form
    for form in (
        with_automatic_bullets,
        with_automatic_chapters,
        without_addresses,
        without_lists,
        with_cells_in_disorder,
        with_empty_cells_for_dashes,
        with_alternatives,
        with_footnotes,
        with_raised_marks,
        with_fields,
        with_broken_runs,
        with_marks_within,
    )
}
