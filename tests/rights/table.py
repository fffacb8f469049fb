"""The table of rights, as the permissions answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.rights.deeds import DEEDS, Deed
from tests.rights.examples import Examples

from goru.core.verdict import Verdict, Why

_MARKS: Final = {Why.FORBIDDEN: "✕", Why.HIDDEN: "-", Why.STATE: "!"}
_HEAD: Final = """# 누가 무엇을 할 수 있는가 (Rights)

서울특별시를 보기로 든 표입니다. **총괄**은 그 기관의 총괄 담당자, **남의 총괄**은 다른 기관의 총괄 담당자이고,
**모두**는 로그인하지 않은 사람입니다. `O` 할 수 있음 · `✕` 보이지만 할 수 없음(403) · `-` 보이지 않음(404) ·
`!` 누구도 지금 상태에서는 할 수 없음(409).
기관이 없어지면 뒤를 이은 기관의 같은 직위가 그날부터 합니다. 표에 없는 것은 할 수 없습니다.

By the example of Seoul: `O` may · `✕` sees it but may not (403) · `-` does not see it (404) · `!` nobody may as things stand
(409). Once an institution has ended, the same posts of its successor act in its place. What is not here may not be done.

"""


def answers(there: Examples) -> list[tuple[Deed, Mapping[str, str]]]:
    """For each deed what each person is answered."""
    return [(one, {name: mark(one.ask(by, there)) for name, by in there.persons.items()}) for one in DEEDS]


def mark(verdict: Verdict) -> str:
    """The mark of a verdict in the table."""
    return "O" if verdict else _MARKS[verdict.why]


def page(there: Examples) -> str:
    """The page of all rights."""
    lines = [f"| 할 일 (deed) | {' | '.join(there.persons)} |", "| --- |" + " :-: |" * len(there.persons)]
    lines += [
        f"| {deed.korean} ({deed.english}) | {' | '.join(said.values())} |" for deed, said in answers(there)
    ]
    return _HEAD + "\n".join(lines) + "\n"
