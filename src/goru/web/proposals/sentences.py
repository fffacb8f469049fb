"""What of a workbook could not be taken, in plain sentences with the sheet and the cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goru.book.items.filled import Problem, ProblemKind
from goru.core.money import WON
from goru.core.postpositions import filled

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

_OF_MONEY = gettext_lazy("'{typed}'{은/는} 숫자로 읽을 수 없습니다. {of} 단위 숫자로 적어 주세요.")
_SENTENCES: Final[Mapping[ProblemKind, StrOrPromise]] = {
    ProblemKind.NUMBER: gettext_lazy("'{typed}'{은/는} 숫자로 읽을 수 없습니다. 숫자만 적어 주세요."),
    ProblemKind.WHOLE: gettext_lazy("'{typed}'{은/는} 정수가 아닙니다. 2025처럼 적어 주세요."),
    ProblemKind.REGION: gettext_lazy(
        "'{typed}'{은/는} 등록부에 없거나 여러 곳의 이름입니다. '부산광역시 중구'처럼 시·도와 함께 적어 주세요."
    ),
    ProblemKind.CHOICE: gettext_lazy("'{typed}'{은/는} 목록에 없습니다. 목록에서 골라 주세요: {of}"),
    ProblemKind.DATE: gettext_lazy(
        "글이 날짜({typed})로 바뀌어 있습니다. 셀 서식을 '텍스트'로 바꾸고 다시 적어 주세요."
    ),
    ProblemKind.PERCENT: gettext_lazy("백분율({typed})로 적혀 있습니다. 숫자만 적어 주세요."),
    ProblemKind.UNKNOWN: gettext_lazy(
        "수식에 계산된 값이 없습니다. 엑셀에서 열어 저장하거나 값을 적어 주세요."
    ),
    ProblemKind.ERROR: gettext_lazy("수식이 오류({typed})입니다. 값을 적어 주세요."),
    ProblemKind.UNFIT: gettext_lazy(
        "적을 수 없는 값입니다: '{typed}'. 너무 길거나 크지 않은지, 비워 둘 수 있는 칸인지 확인하세요({of})."
    ),
    ProblemKind.MERGED: gettext_lazy(
        "병합된 칸에 가려져 값을 알 수 없습니다. 있던 값을 그대로 둡니다. 병합을 풀고 적어 주세요."
    ),
    ProblemKind.NO_PLACE: gettext_lazy("비어 있어 어디에 두어야 할지 모릅니다: {of}. 목록에서 골라 주세요."),
    ProblemKind.UNKNOWN_PLACE: gettext_lazy("'{typed}'{을/를} 찾지 못했습니다. 목록에서 골라 주세요: {of}"),
    ProblemKind.FIXED_PLACE: gettext_lazy("'{typed}'{으로/로} 옮길 수 없는 항목입니다. 있던 자리에 둡니다."),
    ProblemKind.ONLY_ONE: gettext_lazy("하나만 적을 수 있어 이 행은 읽지 않았습니다: {of}"),
    ProblemKind.TOO_MANY: gettext_lazy("행이 너무 많아 이 시트는 읽지 않았습니다. {of}행까지 읽습니다."),
    ProblemKind.NO_HEADS: gettext_lazy(
        "머리글 행을 찾지 못해 이 시트는 읽지 않았습니다. 내려받은 머리글을 그대로 두세요."
    ),
    ProblemKind.NO_SHEET: gettext_lazy("시트가 없어 그 내용은 그대로 둡니다."),
    ProblemKind.NO_COLUMN: gettext_lazy("열이 없어 그 값은 그대로 둡니다: {of}"),
    ProblemKind.OTHER_SHEET: gettext_lazy("서식에 없는 시트라 읽지 않았습니다."),
    ProblemKind.OTHER_COLUMN: gettext_lazy("서식에 없는 열이라 읽지 않았습니다: {typed}"),
    ProblemKind.COPIED: gettext_lazy("복사된 행은 새 항목으로 보았습니다: {typed}"),
    ProblemKind.ELSEWHERE: gettext_lazy("맡은 절이 아닌 곳의 수정 {typed}건은 가져오지 않았습니다."),
    ProblemKind.MATCHED: gettext_lazy("항목 번호가 없어 이름으로 알아보았습니다: {typed}"),
}


def place_in_words(sheet: str, cell: str) -> str:
    """Where something stands: 시트 '사업비' H19; empty where it is of the whole file."""
    if not sheet:
        return ""
    if not cell:
        return _("시트 '%(sheet)s'") % {"sheet": sheet}
    words = _("시트 '%(sheet)s' %(row)s행") if cell.isdecimal() else _("시트 '%(sheet)s' %(row)s")
    return words % {"sheet": sheet, "row": cell}


def sentence_of(problem: Problem) -> str:
    """What is the matter, and what to do."""
    sentence = _SENTENCES[problem.kind]
    if problem.kind == ProblemKind.NUMBER and problem.of in WON:
        sentence = _OF_MONEY
    return filled(str(sentence), {"typed": problem.typed, "of": problem.of})
