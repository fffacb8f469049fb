"""The annex (별지) of a printed plan: the words by which what the book's form has no place for is written and read again.

It stands behind everything else. Below the line of whose it is, each □ names what follows: a project or a reform by its place
and name, or a list. Places count from 1: `2` is the second core task, `2-1` the first item or project under it; of an action
task `2-1` is the first project of its second amount, and `0-1` the first of those that no amount is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goru.book.funds import FUNDINGS

MARKED: Final = "【바뀐 곳 표시】"
"""What a print with its changes marked begins with: it is no plan to be read."""

START: Final = "【별지】"
TITLE: Final = f"{START} 본문 서식에 없는 내용"
OF_PLAN: Final = "【계획】"
OF_TASK: Final = "【실천과제】"

FLAGSHIPS: Final = "역점과제"
PROJECT: Final = "사업"
REFORM: Final = "제도개선"
DECENTRALIZATION: Final = "지방분권 시행계획"
SUMMARY: Final = "요약"
KEY_FIGURES: Final = "요약의 지표"

MINISTRY: Final = "소관 부처"
UNIT: Final = "담당 부서"
PLACES: Final = "위치"
PERIOD: Final = "사업 기간"
STEP: Final = "추진 일정"
DONE: Final = "끝난 일정"
COMPLETE: Final = "사업비를 모두 적음"

NONE: Final = "-"
UNSAID: Final = "미정"
"""In a cell: a line of money without an amount."""

PRECISIONS: Final = {"day": "일", "month": "월", "quarter": "분기", "half": "반기", "year": "연"}
"""How fine a time is that its words do not say."""

PHASES: Final = {"plan": "계획", "approved": "확정", "executed": "집행"}
MARKS: Final = {"block_grant": "포괄보조", "research": "연구개발"}
MONEY: Final = ("회계연도", "회계", "단계", "표시", "단위")
OF_NOBODY: Final = "재원 없이"
FIGURES: Final = ("지표", "단위", "값")
COLUMNS: Final[Mapping[str, str]] = {**{str(key): words[0] for key, words in FUNDINGS.items()}, "": OF_NOBODY}
"""The columns of money by their funding; a line may say none."""
