"""What stands among the letters of a HWPX paragraph and is no plain text, as letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from goru.book.reading.elements import children, number_of
from goru.book.reading.numbering import written

_SPOKEN = {"lineBreak": "\n", "tab": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_NOTE_MARK = re.compile(r"\s*(?:주 ?)?\(?\d{1,2}\)?(?:, ?\d{1,2}\)?)*|\s*[*＊†‡]{1,3}\d?\)?|\s*주\)?")
_POWER = re.compile(r"-?\d{1,2}")
_BASE = re.compile(r"(?<![A-Za-z])[kcm]?m$|(?<![\d,.])10$")
"""What is raised to a power: metres, and ten."""

_NO_NUMBERS_OF_BODY = {"PAGE", "TOTAL_PAGE"}


def _beside(over: etree._Element) -> str:
    """덧말: the words, and in brackets those set above or below them."""
    words, more = (
        "".join(over.xpath(f"*[local-name()='{name}']//text()")) for name in ("mainText", "subText")
    )
    return f"{words}({more})" if words and more else words + more


def _circled(compose: etree._Element) -> str:
    """글자 겹침: a number in a circle is one letter where Unicode has it."""
    letters = compose.get("composeText", "")
    is_circle = "CIRCLE" in compose.get("circleType", "") and re.fullmatch("[0-9]{1,2}", letters)
    return written(int(letters), "CIRCLED_DIGIT") if is_circle else letters


def _field(edit: etree._Element) -> str:
    return "".join("".join(map(str, text.itertext())) for text in children(edit, "text"))


def _chosen(box: etree._Element) -> str:
    value: str = box.get("selectedValue", "")
    shown = (item.get("displayText") for item in children(box, "listItem") if item.get("value") == value)
    return next(shown, None) or value


def _button(button: etree._Element) -> str:
    caption = button.get("caption", "")
    return f"☑ {caption}" if button.get("value") == "CHECKED" else caption


def _script(equation: etree._Element) -> str:
    return "".join("".join(map(str, script.itertext())) for script in children(equation, "script"))


LETTERS: dict[str, Callable[[etree._Element], str]] = {
    "dutmal": _beside,
    "compose": _circled,
    "edit": _field,
    "comboBox": _chosen,
    "listBox": _chosen,
    "checkBtn": _button,
    "radioBtn": _button,
    "btn": _button,
    "equation": _script,
}
"""By the element: its letters, in the line."""


def spoken(name: str) -> str:
    """What an element within text stands for: a blank, a line's end, a hyphen, or nothing."""
    return _SPOKEN.get(name, "")


def raised(text: str, before: str) -> str:
    """Superscript letters behind others: nothing where they are a note's mark, so that no figure takes them in."""
    if not before.strip() or not re.search(r"\d|\*|주", text):
        return text
    if _POWER.fullmatch(text) and _BASE.search(before):
        return text.translate(_RAISED)
    return "" if _NOTE_MARK.fullmatch(text.rstrip()) else text


class Counters:
    """Numbers that a document gives to its tables, figures and notes by itself."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def restart(self, element: etree._Element) -> None:
        """A new number for what comes next."""
        self._last[element.get("numType", "")] = number_of(element, "num", 1) - 1

    def next(self, element: etree._Element) -> str:
        """The number as printed: the one stated, where it goes on from the last one."""
        kind = element.get("numType", "")
        if kind in _NO_NUMBERS_OF_BODY:
            return ""
        last = self._last.get(kind, 0)
        self._last[kind] = number = max(number_of(element, "num", 0), last + 1)
        shape = next(children(element, "autoNumFormat"), None)
        if shape is None:
            return str(number)
        letters = written(number, shape.get("type", "DIGIT"))
        return f"{shape.get('prefixChar', '')}{letters}{shape.get('suffixChar', '')}"
