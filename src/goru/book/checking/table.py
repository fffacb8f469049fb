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

An *error* is wrong by the printed values alone; a *warning* needs an explanation. A rule of errors warns where
rounding could explain the difference (n rounded addends may miss their total by (n+1)/2 units) or only names differ.
A finding that something is missing hides those that follow from it.

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
