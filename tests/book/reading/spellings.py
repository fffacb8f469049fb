"""The same book as other hands, fonts and programs would spell it: each function one kind, none of which loses a word."""

import re
import unicodedata
from collections.abc import Callable

Spelling = Callable[[str], str]

_DOTS = "[·‧․･ㆍ⋅∙]"
_BETWEEN_LETTERS = re.compile(r"(?<=\S)(?=\S)")
_LINE_END = "\n"


def with_bullet(bullet: str, other: str) -> Spelling:
    """A bullet at the start of a line as another of its family."""
    return lambda text: re.sub(rf"(?m)^(\s*){re.escape(bullet)}", lambda line: line[1] + other, text)


def with_dots(dot: str) -> Spelling:
    return lambda text: re.sub(_DOTS, dot, text)


def with_unseen(letter: str, every: int) -> Spelling:
    """An invisible letter inside words."""
    return lambda text: _BETWEEN_LETTERS.sub(lambda at: letter if at.start() % every == 0 else "", text)


def with_line_ends(end: str) -> Spelling:
    return lambda text: text.replace(_LINE_END, end)


def with_line_ends_of_all_kinds(text: str) -> str:
    ends = ["\n", "\r\n", "\u2028", "\v", "\f", "\x85"]
    return re.sub(_LINE_END, lambda at: ends[at.start() % len(ends)], text)


def with_wide(letters: str) -> Spelling:
    return lambda text: text.translate({ord(one): chr(ord(one) + 0xFEE0) for one in letters})


def with_latin_romans(text: str) -> str:
    return text.translate({0x2160 + at: latin for at, latin in enumerate(["I", "II", "III", "IV", "V"])})


def with_blank(blank: str) -> Spelling:
    return lambda text: text.replace(" ", blank)


def with_minus(sign: str) -> Spelling:
    return lambda text: text.replace("-", sign)


def with_letter_o(text: str) -> str:
    return re.sub(r"(?m)^(\s*)ㅇ ?", r"\1o ", text)


def with_blanks_in_units(text: str) -> str:
    return text.replace("(억원)", "( 억 원 )")


def without_trailing_blanks(text: str) -> str:
    return re.sub(r"(?m) +$", "", text)


def taken_apart(text: str) -> str:
    """Syllables as the letters they are made of."""
    return unicodedata.normalize("NFD", text)


def with_nothing_behind(text: str) -> str:
    return text + "\0" * 100


def with_marks_inside(text: str) -> str:
    return text.replace("\n□", "\n\ufeff□")


def with_numbered_pages(text: str) -> str:
    """The number of each page alone on its line, as what takes a PDF's text out leaves it."""
    lines = text.split("\n")
    pages = [lines[at : at + 29] for at in range(0, len(lines), 29)]
    return "\n".join("\n".join([*page, str(number)]) for number, page in enumerate(pages, start=1))


def with_other_words(old: str, new: str) -> Spelling:
    return lambda text: text.replace(old, new)


_TASK = re.compile(r"(?m)^\((\d+)\) (.+)\(([^()]+)\)\s*$")
"""The heading of an action task: its number, its name, its ministries."""


def with_headings_of_tasks(form: str) -> Spelling:
    return lambda text: _TASK.sub(form, text)


_CHAPTER = re.compile(
    r"(?m)^\s*[ⅢⅣⅤ]\. ?(?P<kind>시.도|중앙정부 부문별|초광역권)(?: 지방시대|발전)? 시행계획\s*$"
)


def with_headings_of_chapters(form: str) -> Spelling:
    return lambda text: _CHAPTER.sub(form, text)


_FAMILIES = {
    "ㅇ": "○❍◦●\uf06d",
    "□": "■❏❑▢\uf06f",
    "◈": "◇❖◆\uf076",
    "§": "▪▸▫\uf0a7•●★»\uf0fe",
    "▪": "▸§",
    "‣": "►➤",
    "Ÿ": "•·\uf09f",
}
SPELLINGS: dict[str, Spelling] = {
    **{
        f"{bullet} as {one!a}": with_bullet(bullet, one)
        for bullet, others in _FAMILIES.items()
        for one in others
    },
    "m as ❍": with_bullet("m ", "❍ "),
    "ㅇ as o": with_letter_o,
    **{f"dots as {dot!a}": with_dots(dot) for dot in "‧․･ㆍ⋅∙•·\u119e\u30fb\uf0b7"},
    **{f"{one!a} inside": with_unseen(one, 5) for one in "\u200b\u200d\u2060\xad\ufeff\u200e"},
    **{f"{end!a} at the ends": with_line_ends(end) for end in ("\r", "\r\n", "\x85", "\u2028", "\u2029")},
    "ends of all kinds": with_line_ends_of_all_kinds,
    "wide digits": with_wide("0123456789"),
    "wide signs": with_wide("()%,.:~+-"),
    "all wide": with_wide("".join(map(chr, range(0x21, 0x7F)))),
    "Latin romans": with_latin_romans,
    **{f"{blank!a} as blank": with_blank(blank) for blank in ("\xa0", "\u3000", "  ", "\u2003")},
    **{f"{sign!a} as minus": with_minus(sign) for sign in "−–‐"},
    "blanks in units": with_blanks_in_units,
    "no trailing blanks": without_trailing_blanks,
    "syllables taken apart": taken_apart,
    "NUL at the end": with_nothing_behind,
    "pages numbered alone": with_numbered_pages,
    "byte order marks inside": with_marks_inside,
    "other heads of core tasks": with_other_words("전략 핵심과제 세부과제명", "전략 추진과제 세부사업"),
    "the total under another head": with_other_words("총액\n(억원)", "예산 (억원)"),
    "the total as a sum": with_other_words("총액\n(억원)", "합계\n(억원)"),
    "core tasks under another heading": with_other_words("핵심과제별 중점 추진계획", "핵심 추진과제"),
    "chapters worded otherwise": with_headings_of_chapters(r"제○장 \g<kind> 계획"),
    "no headings of chapters": with_headings_of_chapters(""),
    "ministries in square brackets": with_headings_of_tasks(r"(\1) \2[\3]"),
    "ministries and others": with_headings_of_tasks(r"(\1) \2(\3 등)"),
    "ministries with their word": with_headings_of_tasks(r"(\1) \2(소관: \3)"),
    "blanks around numbers": with_headings_of_tasks(r"( \1 ) \2(\3)"),
    "names of tasks on the next line": with_headings_of_tasks(r"(\1)\n\2(\3)"),
    "ministries on the next line": with_headings_of_tasks(r"(\1) \2\n(\3)"),
}
