"""Prints docs/reference/rules.md from the rulebook: `python -m goru.book.checking.table`."""

import sys

from goru.book.checking.rule import Rule
from goru.book.checking.rulebook import RULES
from goru.book.checking.subjects import SUBJECTS

_CATEGORIES = {"existence": "존재", "completeness": "완전성", "accuracy": "정확성", "consistency": "일관성"}
_SEVERITIES = {"error": "오류", "warning": "확인 필요"}

_HEAD = """# 점검 규칙 (Rules of `goru check`)

`goru check`가 보는 규칙입니다. **오류**는 적힌 값만으로 틀린 것이 분명할 때, **확인 필요**는 설명이 있어야 할 때입니다.
오류 규칙도 반올림으로 설명할 수 있거나 이름만 다르면 확인 필요로 알립니다.
n개를 더한 값은 총액과 (n+1)/2 단위까지 다를 수 있습니다.
없는 것이 있으면(존재) 그것에서 비롯한 다른 결과는 내지 않습니다.
`subject`는 계획서 안의 자리(`plans/서울/budget`, 같은 이름은 `#2`로 셈, 이름의 빗금은 `∕`)이고, `concerns`는 관련 기관입니다:
계획과 그 요약은 세운 기관, 실천과제는 부처, 한 부처의 금액은 그 부처, 책 전체의 수치는 아무도 아닙니다.
적은 곳이 인쇄물에 없으면 `sources`는 비어 있습니다.

An *error* is wrong by the printed values alone; a *warning* needs an explanation. A rule of errors warns where
rounding could explain the difference (n rounded addends may miss their total by (n+1)/2 units) or only names differ.
A finding that something is missing hides those that follow from it.
`subject` is the place in the book (`plans/서울/budget`; equal names count on, `#2`; a slash in a name is `∕`). `concerns`
are the institutions by their keys in the register: of a plan and of its page in a summary its author, of an action task its
ministries, of a ministry's money that ministry, of figures of the whole book nobody. `sources` are empty where nothing of it
is printed.

| 규칙 (code) | 심각도 (severity) | 분류 (category) | 보는 것 | What it looks at |
| --- | --- | --- | --- | --- |
"""


def table() -> str:
    """The page of the rules, in the order of the rulebook."""
    return _HEAD + "".join(_row(rule) for rule in RULES)


def _row(rule: Rule) -> str:
    severity = f"{_SEVERITIES[rule.severity]} ({rule.severity})"
    category = f"{_CATEGORIES[rule.category]} ({rule.category})"
    korean, english = SUBJECTS[rule.code]
    return f"| `{rule.code}` | {severity} | {category} | {korean} | {english} |\n"


if __name__ == "__main__":
    sys.stdout.write(table())
