"""The catalogue of sentences: what a finding says to the author, in Korean and in English."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from goru.book.model import Finding
from goru.core.postpositions import filled

Language = Literal["ko", "en"]

SENTENCES: dict[str, tuple[str, str]] = {
    "missing-plan": (
        "개관에 나온 {institution}의 계획이 본문에 없습니다.",
        "The overview announces {institution}, but the book has no plan of it.",
    ),
    "missing-part.vision": ("{about} 계획에 비전(목표)이 없습니다.", "The plan of {about} has no vision."),
    "missing-part.strategies": (
        "{about} 계획에 추진전략이 없습니다.",
        "The plan of {about} has no strategies.",
    ),
    "missing-part.core_tasks": (
        "{about} 계획에 핵심과제가 없습니다.",
        "The plan of {about} has no core tasks.",
    ),
    "missing-part.budget": (
        "{about} 계획에 재정투입 표가 없습니다.",
        "The plan of {about} has no table of investment.",
    ),
    "missing-part.indicators": (
        "{about} 계획에 성과지표가 없습니다.",
        "The plan of {about} has no indicators.",
    ),
    "missing-part.body": (
        "총괄표에 있는 실천과제 {about}{이/가} 본문에 없습니다.",
        "The action task {about} stands in the summary table only, not in the body.",
    ),
    "missing-indicator": (
        "{institution} 계획에 공통지표 '{expected}'{이/가} 없습니다.",
        "The plan of {institution} lacks the common indicator '{expected}'.",
    ),
    "indicator-group.none": (
        "{about}의 성과지표 {found} 위에 공통지표나 자율지표라는 말이 없습니다. 줄이 빠졌는지 확인하세요.",
        "{about}: above the indicators {found} neither 공통지표 nor 자율지표 is printed; check whether the line is missing.",
    ),
    "indicator-group.one": (
        "{about}의 성과지표에 {expected}라는 말이 없습니다. 줄이 빠졌는지 확인하세요.",
        "{about}: {expected} is not printed among the indicators; check whether the line is missing.",
    ),
    "printed-twice.plan": (
        "{found}의 계획이 {times}번 나옵니다.",
        "The plan of {found} stands {times} times.",
    ),
    "printed-twice.indicator": (
        "{about}의 지표 '{found}'{이/가} {times}번 나옵니다.",
        "{about}: the indicator '{found}' stands {times} times.",
    ),
    "printed-twice.project": (
        "같은 부처의 사업 '{found}'{이/가} {times}번 나옵니다. 금액이 겹쳐 들어갔는지 확인하세요.",
        "The same ministry's project '{found}' stands {times} times; check whether its money is counted twice.",
    ),
    "unread": (
        "{part}에 읽지 못한 줄이 있습니다. 여기 있어야 할 것은 {expected}입니다. 원문과 대조하세요.",
        "There are lines in {part} that were not read; what was expected there is {expected}. Compare them with the print.",
    ),
    "unknown-institution": (
        "등록부에 없는 기관 '{found}'의 계획입니다. 인쇄된 이름 그대로 두었습니다. 이름을 확인하세요.",
        "A plan of '{found}', which is not in the register. It is kept under its printed name. Look at the name.",
    ),
    "no-items": ("핵심과제 '{found}'에 세부과제가 없습니다.", "The core task '{found}' has no items."),
    "budget-sum": (
        "전략별 금액의 합({expected}{unit})이 총액({found}{unit})보다 {by}{unit} {expected_is}.{rounding}{slipped}",
        "The strategies add up to {expected} {unit}, {by} {unit} {expected_is} than the total of {found} {unit}."
        "{rounding}{slipped}",
    ),
    "project-money.sum": (
        "사업 '{name}'의 {row}년 사업비: 재원별 금액의 합({expected}{unit})이 적힌 합계({found}{unit})와 다릅니다.",
        "Project '{name}', {row}: its funds add up to {expected} {unit}, the sum that is stated is {found} {unit}.",
    ),
    "project-money.over": (
        "'{name}' 아래 사업들의 {year}년 사업비 합({expected}{unit})이 적힌 금액({found}{unit})보다 {by}{unit} 많습니다.",
        "The projects under '{name}' come to {expected} {unit} in {year}, {by} {unit} more than the amount of {found} {unit}.",
    ),
    "project-asked.place": (
        "사업 '{name}'에 위치가 없습니다. 수립지침이 적도록 한 것입니다.",
        "Project '{name}' says no place; the guideline asks for it.",
    ),
    "project-asked.unit": (
        "사업 '{name}'에 담당 부서가 없습니다. 수립지침이 적도록 한 것입니다.",
        "Project '{name}' says no responsible unit; the guideline asks for it.",
    ),
    "project-asked.money": (
        "사업 '{name}'에 올해 사업비가 없습니다. 수립지침이 적도록 한 것입니다.",
        "Project '{name}' says no money of the year; the guideline asks for it.",
    ),
    "funding-sum.sources": (
        "{about}: '{name}'의 재원별 금액의 합({expected}{unit})이 총액({found}{unit})보다 {by}{unit} {expected_is}.{rounding}",
        "{about}: the sources of money of '{name}' add up to {expected} {unit}, {by} {unit} {expected_is} than its total of "
        "{found} {unit}.{rounding}",
    ),
    "funding-sum.rows": (
        "{about}: {name}의 줄을 더한 값({expected}{unit})이 합계({found}{unit})보다 {by}{unit} {expected_is}.{rounding}",
        "{about}: the rows of {name} add up to {expected} {unit}, {by} {unit} {expected_is} than their total of {found} "
        "{unit}.{rounding}",
    ),
    "strategy-order": (
        "{about}의 재정투입 표에서 전략의 차례({found})가 핵심과제의 차례({expected})와 다릅니다. 이름이 바뀌었는지 확인하세요.",
        "{about}: the table of investment has the strategies in another order ({found}) than the core tasks "
        "({expected}); check whether names were swapped.",
    ),
    "ministry-sum.amount": (
        "실천과제 {about}: 부처별 국비의 합({expected}{unit})이 합계({found}{unit})보다 {by}{unit} {expected_is}.{rounding}"
        "{slipped}",
        "Action task {about}: the ministries add up to {expected} {unit}, {by} {unit} {expected_is} than the total of "
        "{found} {unit}.{rounding}{slipped}",
    ),
    "ministry-sum.projects": (
        "실천과제 {about}: 부처별 사업을 합하면 {expected}개인데 합계는 {found}개입니다.",
        "Action task {about}: the rows hold {expected} projects, the total says {found}.",
    ),
    "ministry-order": (
        "실천과제 {about}: 표의 부처 차례({found})가 제목의 차례({expected})와 다르고, {both}의 사업은 서로 바꾸면 그 부처의 "
        "다른 사업과 더 닮습니다. 두 이름이 바뀌었는지 확인하세요.",
        "Action task {about}: the ministries of the table stand in another order ({found}) than in the heading ({expected}), "
        "and the projects of {both} are more like what these do elsewhere once exchanged; check whether the names were.",
    ),
    "project-names": (
        "실천과제 {about}: 사업이 {found}개라고 적었으나 이름은 {expected}개입니다.",
        "Action task {about}: the row says {found} projects but names {expected}.",
    ),
    "core-ministries.idle": (
        "핵심과제 {about}의 부처 {found}의 실천과제가 없습니다. 실천과제의 부처는 {expected}입니다.",
        "Core task {about} names {found}, of which it has no action task; those are of {expected}.",
    ),
    "core-ministries.other": (
        "핵심과제 {about}의 부처({found})에 실천과제 {task}의 부처({expected})가 없습니다.",
        "Core task {about} names {found}, none of the ministries of its action task {task} ({expected}).",
    ),
    "summary-table.money": (
        "총괄표의 국비({found}{unit})가 본문 합계({expected}{unit})보다 {by}{unit} {found_is}.{rounding}",
        "The summary table has {found} {unit}, {by} {unit} {found_is} than the {expected} {unit} of the body."
        "{rounding}",
    ),
    "summary-table.no-money": (
        "실천과제 {about}: 총괄표의 국비는 {found}, 본문의 국비는 {expected}입니다(단위 {unit}).",
        "Action task {about}: national funds are {found} in the summary table and {expected} in the body ({unit}).",
    ),
    "summary-table.projects": (
        "실천과제 {about}: 총괄표의 사업 수({found}개)가 본문 합계({expected}개)보다 {by}개 {found_is}.",
        "Action task {about}: the summary table has {found} projects, {by} {found_is} than the {expected} of the body.",
    ),
    "summary-table.projects-funded": (
        "실천과제 {about}: 총괄표의 사업 수({found}개)가 본문의 예산 반영 사업({expected}개)보다 {by}개 많습니다. "
        "본문 표는 예산에 반영된 사업만 셉니다.",
        "Action task {about}: the summary table has {found} projects, {by} more than the {expected} of the body, "
        "which lists only those the year's budget holds.",
    ),
    "summary-table.ministries": (
        "실천과제 {about}: 총괄표의 부처({found})가 본문 제목의 부처({expected})와 다릅니다.",
        "Action task {about}: the summary table names {found}, the heading of the body {expected}.",
    ),
    "summary-table.name": (
        "총괄표의 이름 '{found}'{이/가} 본문 제목 '{expected}'{과/와} 다릅니다.",
        "The summary table says '{found}', the heading of the body '{expected}'.",
    ),
    "strategy-total.strategies": (
        "총계의 전략 수({found}개)가 실제({expected}개)와 다릅니다.",
        "The grand total says {found} strategies; there are {expected}.",
    ),
    "strategy-total.core_tasks": (
        "총계의 핵심과제 수({found}개)가 실제({expected}개)와 다릅니다.",
        "The grand total says {found} core tasks; there are {expected}.",
    ),
    "strategy-total.action_tasks": (
        "전략 {about}의 실천과제 수({found}개)가 실제({expected}개)와 다릅니다.",
        "{about}: the total says {found} action tasks; there are {expected}.",
    ),
    "strategy-total.projects": (
        "전략 {about}의 사업 수({found}개)가 과제별 사업 수의 합({expected}개)보다 {by}개 {found_is}.",
        "{about}: the total says {found} projects, {by} {found_is} than the {expected} of its rows.",
    ),
    "strategy-total.money": (
        "전략 {about}의 국비 합계({found}{unit})가 더한 값({expected}{unit})보다 {by}{unit} {found_is}.{rounding}",
        "{about}: the total of {found} {unit} is {by} {unit} {found_is} than the sum of {expected} {unit}.{rounding}",
    ),
    "headline-sum": (
        "국비·지방비·민자의 합({expected}{unit})이 총액({found}{unit})보다 {by}{unit} {expected_is}.{rounding}",
        "National, local and private funds add up to {expected} {unit}, {by} {unit} {expected_is} than the total "
        "of {found} {unit}.{rounding}",
    ),
    "headline-percent.shares": (
        "구성비 {found}%는 적힌 금액에서 나올 수 없습니다. 계산하면 {expected}%입니다.",
        "A share of {found}% cannot follow from the printed amounts; they give {expected}%.",
    ),
    "headline-percent.growth": (
        "증감률 {found}%는 적힌 금액에서 나올 수 없습니다. 계산하면 {expected}%입니다.",
        "Growth of {found}% cannot follow from the printed amounts; they give {expected}%.",
    ),
    "headline-percent.sum": (
        "국비·지방비·민자 구성비의 합이 {found}%입니다.",
        "The shares of national, local and private funds add up to {found}%.",
    ),
    "strategy-shares.ministries": (
        "부처 재원의 전략별 비중이 총괄표에서 계산한 값과 반올림 범위를 넘어 다릅니다.",
        "The ministries' shares by strategy differ from those of the summary table by more than rounding.",
    ),
    "strategy-shares.provinces": (
        "시·도 재원의 전략별 비중이 시·도 계획에서 계산한 값과 반올림 범위를 넘어 다릅니다.",
        "The provinces' shares by strategy differ from those of their plans by more than rounding.",
    ),
    "headline-parts.national": (
        "총 재정투입의 국비({found}{unit})가 총괄표의 합({expected}{unit})과 반올림 범위를 넘어 다릅니다.",
        "The headline's national funds ({found} {unit}) and the summary table's ({expected} {unit}) differ by more "
        "than rounding.",
    ),
    "headline-parts.raw": (
        "총 재정투입({found}{unit})이 모든 계획의 원집계({expected}{unit})보다 많습니다.",
        "The headline total ({found} {unit}) is above all plans together ({expected} {unit}).",
    ),
    "indicator-change": (
        "'{name}'의 증감({found})이 목표에서 실적을 뺀 값({expected})과 다릅니다.{rounding}",
        "The change of '{name}' ({found}) is not target less actual ({expected}).{rounding}",
    ),
    "indicator-change.sign": (
        "'{name}'의 증감({found})은 부호가 반대입니다. 목표에서 실적을 빼면 {expected}입니다.",
        "The change of '{name}' ({found}) has the wrong sign: target less actual is {expected}.",
    ),
    "number-misprint": (
        "'{found}'{은/는} 숫자로 읽을 수 없습니다. {expected}의 오기로 보입니다.",
        "'{found}' is no number; it looks like a misprint of {expected}.",
    ),
    "indicator-unit.name": (
        "'{name}'의 단위 '{found}'{은/는} 지표명을 되풀이할 뿐 단위가 아닙니다.",
        "The unit '{found}' of '{name}' repeats the name; it is no unit.",
    ),
    "indicator-unit.numeral": (
        "'{name}'의 단위 '{found}'에 무엇을 세는지 없습니다(예: {found}원).",
        "The unit '{found}' of '{name}' does not say what is counted (such as won).",
    ),
    "indicator-unit.people": (
        "'{name}'{은/는} 사람을 세는 지표인데 단위가 '{found}'입니다.",
        "'{name}' counts people, but its unit is '{found}'.",
    ),
    "indicator-unit.rate": (
        "'{name}'{은/는} 비율인데 단위가 '{found}'입니다.",
        "'{name}' is a rate, but its unit is '{found}'.",
    ),
    "indicator-unit.won": (
        "'{name}'의 금액이 단위 '{found}'{으로/로}는 너무 작습니다. 단위를 확인하세요.",
        "The amount of '{name}' is too small for the unit '{found}'; check the unit.",
    ),
    "indicator-outlier.small": (
        "'{name}' {found}{unit}{은/는} 시·도 중앙값({median}{unit})의 10분의 1에 못 미칩니다. 자릿수와 단위를 확인하세요.",
        "'{name}' of {found} {unit} is less than a tenth of the provinces' median ({median} {unit}); check digits "
        "and unit.",
    ),
    "indicator-outlier.large": (
        "'{name}' {found}{unit}{은/는} 시·도 중앙값({median}{unit})의 10배를 넘습니다. 자릿수와 단위를 확인하세요.",
        "'{name}' of {found} {unit} is more than ten times the provinces' median ({median} {unit}); check digits "
        "and unit.",
    ),
    "indicator-outlier.unit": (
        "'{name}'의 단위 '{found}'{이/가} 다른 시·도의 '{expected}'{과/와} 다릅니다.",
        "The unit '{found}' of '{name}' is not that of the other provinces ('{expected}').",
    ),
    "unit-slip.leap": (
        "'{name}'의 목표 {found}{unit}{은/는} 지금 값 {expected}{unit}의 50배를 넘거나 50분의 1도 안 됩니다. "
        "단위와 자릿수를 확인하세요.",
        "The target of '{name}' ({found} {unit}) is far from what is reached now ({expected} {unit}); check unit and digits.",
    ),
    "unit-slip.budget": (
        "{about}의 총액 {found}{unit}{은/는} 다른 계획의 중앙값 {expected}{unit}{과/와} 자릿수가 다릅니다. 단위를 확인하세요.",
        "The total of {about} ({found} {unit}) is out of proportion to the median of the plans ({expected} {unit}); "
        "check the unit.",
    ),
    "percent-over": (
        "'{name}' {found}%{은/는} {expected}%를 넘습니다.",
        "'{name}' of {found}% is more than {expected}%.",
    ),
    "goal-worse.more": (
        "'{name}'의 목표 {found}{unit}{이/가} 지금 값 {expected}{unit}보다 적습니다.",
        "The target of '{name}' ({found} {unit}) is below what is reached now ({expected} {unit}).",
    ),
    "goal-worse.less": (
        "'{name}'{은/는} 적을수록 좋은 지표인데 목표 {found}{unit}{이/가} 지금 값 {expected}{unit}보다 많습니다.",
        "Less of '{name}' is better, but the target ({found} {unit}) is above what is reached now ({expected} {unit}).",
    ),
    "indicator-year.order": (
        "'{name}': 목표의 해가 기준의 해보다 늦지 않습니다({found}).",
        "'{name}': the year of the target is not after that of the baseline ({found}).",
    ),
    "indicator-year.target": (
        "'{name}': 목표의 해({found})가 {expected} 계획에 맞지 않습니다.",
        "'{name}': the year of the target ({found}) makes no sense in a plan of {expected}.",
    ),
    "indicator-year.baseline": (
        "'{name}': 기준의 해({found})가 {expected} 계획에 맞지 않습니다.",
        "'{name}': the year of the baseline ({found}) makes no sense in a plan of {expected}.",
    ),
    "indicator-year.actual": (
        "'{name}': 실적의 해({found})가 {expected} 계획에 맞지 않습니다.",
        "'{name}': the year of the actual value ({found}) makes no sense in a plan of {expected}.",
    ),
    "indicator-year.heading": (
        "'{text}': 제목의 해({found})가 {expected} 계획에 맞지 않습니다.",
        "'{text}': the year of the heading ({found}) makes no sense in a plan of {expected}.",
    ),
    "indicator-year.budget": (
        "재정투입의 해({found})가 {expected} 계획에 맞지 않습니다.",
        "A year of the first figures ({found}) makes no sense in a plan of {expected}.",
    ),
    "date-order.order": (
        "정식 운영('{regular}')이 시범 운영('{trial}')보다 늦지 않습니다.",
        "Regular operation ('{regular}') does not begin after its trial ('{trial}').",
    ),
    "date-order.end": (
        "'{text}': 끝나는 날이 시작하는 날보다 빠릅니다.",
        "'{text}': the end comes before the start.",
    ),
    "date-order.year": (
        "'{text}': {found}년은 이 계획에 맞지 않는 해입니다.",
        "'{text}': the year {found} makes no sense in this plan.",
    ),
    "date-order.stages": (
        "뒤에 올 '{after}'{이/가} 앞서야 할 '{before}'보다 먼저 끝납니다({found}).",
        "'{after}' is over before '{before}', which should lead to it ({found}).",
    ),
    "impossible-date": (
        "'{text}': '{found}'{은/는} 달력에 없는 날짜입니다. 원문을 확인해 있는 날짜로 고치세요.",
        "'{text}': '{found}' is in no calendar. Look at the print and give a date that is.",
    ),
    "strategy-wording.budget": (
        "{about}의 재정투입 표의 전략 이름({found})이 핵심과제 표에 없습니다.",
        "{about}: the table of investment names strategies that the table of core tasks does not know: {found}.",
    ),
    "strategy-wording.indicators": (
        "{about}의 성과지표 표의 전략 이름({found})이 핵심과제 표에 없습니다.",
        "{about}: the indicators name strategies that the table of core tasks does not know: {found}.",
    ),
    "core-task-name": (
        "핵심과제 '{found}'{은/는} '{expected}'의 오기로 보입니다.",
        "The core task '{found}' looks like a misprint of '{expected}'.",
    ),
    "misspelt-word": (
        "'{found}'{은/는} '{expected}'의 오기로 보입니다.",
        "'{found}' looks like a misprint of '{expected}'.",
    ),
    "prose-count.strategies": (
        "'{text}'{이/가} 실제 전략 수({expected}개)와 다릅니다.",
        "'{text}' is not the number of strategies ({expected}).",
    ),
    "prose-count.sectoral_core_tasks": (
        "'{text}'{이/가} 실제 핵심과제 수({expected}개)와 다릅니다.",
        "'{text}' is not the number of core tasks ({expected}).",
    ),
    "prose-count.action_tasks": (
        "'{text}'{이/가} 실제 실천과제 수({expected}개)와 다릅니다.",
        "'{text}' is not the number of action tasks ({expected}).",
    ),
    "prose-count.present": (
        "{who} {found}명이라고 적었으나 명단과 다른 문장은 {expected}명입니다.",
        "{found} {who} are said to be present; the list and other sentences have {expected}.",
    ),
    "prose-count.parts": (
        "총 {found}{unit}{이/가} 나눈 수의 합({expected}{unit}){과/와} 다릅니다.",
        "The total of {found} {unit} is not the sum of its parts ({expected} {unit}).",
    ),
    "said-otherwise": (
        "'{text}'의 {found}{이/가} 같은 내용을 적은 다른 곳의 {expected}{과/와} 다릅니다.",
        "'{text}': {found} is {expected} where the same is said elsewhere.",
    ),
    "items-in-one": (
        "한 세부과제에 두 과제가 들어 있습니다: '{found}'에서 '{second}'.",
        "One item holds two: '{second}' in '{found}'.",
    ),
    "open-bracket": (
        "괄호의 짝이 맞지 않습니다: '{found}'.",
        "The brackets do not match: '{found}'.",
    ),
    "repeated.items": (
        "{about} 계획에 같은 세부과제가 {times}번 나옵니다: '{found}'.",
        "{about}: the same item stands {times} times: '{found}'.",
    ),
    "repeated.aims": (
        "같은 목표 문장이 {times}번 나옵니다: '{found}'.",
        "The same aim stands {times} times: '{found}'.",
    ),
    "summary-rows": (
        "참고 1의 총괄표({found})가 본문 총괄표({expected})와 다릅니다: {where}.",
        "The summary table of 참고 1 ({found}) differs from that of the body ({expected}): {where}.",
    ),
    "summary-rows.missing": (
        "참고 1의 총괄표에 {where} '{expected}'{이/가} 없습니다.",
        "The summary table of 참고 1 lacks {where} '{expected}'.",
    ),
    "summary-headline": (
        "참고 1의 재정투입({found})이 본문({expected})과 다릅니다: {where}.",
        "The figures of 참고 1 ({found}) differ from the body's ({expected}): {where}.",
    ),
    "summary-sheets.vision": (
        "{institution}의 비전 '{found}'{이/가} 계획의 '{expected}'{과/와} 다릅니다.",
        "{institution}: the vision '{found}' differs from the plan's '{expected}'.",
    ),
    "summary-sheets.strategies": (
        "{institution}의 전략 '{found}'{이/가} 계획의 '{expected}'{과/와} 다릅니다.",
        "{institution}: the strategy '{found}' differs from the plan's '{expected}'.",
    ),
    "summary-sheets.other": (
        "{institution}의 전략 '{found}'{이/가} 계획에 없습니다.",
        "{institution}: the plan has no strategy '{found}'.",
    ),
    "key-figure": (
        "{about}: 요약의 '{found}'{이/가} 계획의 성과지표 '{name}' {expected}({unit}){과/와} 다릅니다.",
        "{about}: the sheet says '{found}', the plan's indicator '{name}' says {expected} ({unit}).",
    ),
    "key-figure.points": (
        "{about}: 요약의 '{found}'에서 %p는 %의 오기로 보입니다. '{name}'의 단위는 {unit}, 증가율은 {expected}%입니다.",
        "{about}: in '{found}' %p looks like a misprint of %; '{name}' is in {unit} and grows by {expected}%.",
    ),
}

_MORE, _LESS = ("많습니다", "more"), ("적습니다", "less")
_ROUNDING = (" 반올림 때문일 수 있습니다.", " Rounding could explain this.")
_SLIPPED = (
    " '{slipped}'의 단위나 자릿수가 잘못된 것으로 보입니다.",
    " The unit or the digits of '{slipped}' seem to be wrong.",
)
_OF_YEARS = ("indicator-year", "date-order")
"""Rules whose figures are years, which no commas group."""
_NOTHING = ("없음", "none")
_UNITS = {"조원": "trillion won", "억원": "hundred million won", "백만원": "million won"}
"""Units of money in English; the figures stay as printed, so that they are found at their place."""


def sentence(finding: Finding, lang: Language) -> str:
    """The sentence of a finding, made from its code, figures and parameters."""
    column = 0 if lang == "ko" else 1
    case = finding.parameters.get("case")
    template = SENTENCES[f"{finding.rule}.{case}" if f"{finding.rule}.{case}" in SENTENCES else finding.rule]
    more = (finding.difference or 0) > 0
    values = {"expected": finding.expected, "found": finding.found}
    if finding.rule in _OF_YEARS:
        values = {name: _ungrouped(value) for name, value in values.items()}
    words = {name: shown(value, lang) for name, value in finding.parameters.items()}
    if lang == "en" and "unit" in words:
        words["unit"] = _UNITS.get(words["unit"], words["unit"])
    words |= {
        **{name: shown(value, lang) for name, value in values.items()},
        "by": shown(abs(finding.difference or Decimal(0)), lang),
        "found_is": (_MORE if more else _LESS)[column],
        "expected_is": (_LESS if more else _MORE)[column],
        "rounding": _ROUNDING[column] if finding.parameters.get("rounding") else "",
        "slipped": filled(_SLIPPED[column], words) if "slipped" in words else "",
        "about": about(finding.subject),
    }
    return filled(template[column], words)


def _ungrouped(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_ungrouped(one) for one in value]
    return str(value) if isinstance(value, int) else value


def about(subject: str) -> str:
    """What a finding is about as it is called in all languages: an institution, the number of a task or a strategy."""
    match subject.split("/"):
        case ["plans" | "action_tasks" | "sectoral_core_tasks" | "strategies" | "strategy_totals", name, *_]:
            return name
        case ["summaries", _, "sheets" | "action_tasks" | "strategy_totals", name, *_]:
            return name
        case ["focus_tasks", _, number, *_]:
            return number
    return ""


def shown(value: Any, lang: Language) -> str:
    """A value as a reader sees it: figures grouped by thousands, lists with commas."""
    if value is None:
        return _NOTHING[lang == "en"]
    if isinstance(value, list | tuple):
        return ", ".join(shown(one, lang) for one in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    if isinstance(value, int | float):
        return f"{value:,}"
    return str(value)
