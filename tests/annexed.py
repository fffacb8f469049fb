"""A book whose first plan and last action task say what the printed form has no place for."""

from decimal import Decimal
from typing import Any

from goru.book.items.typed import step
from goru.book.model import (
    KeyFigure,
    Milestone,
    MoneyLine,
    Period,
    Plan,
    PlanBook,
    Project,
    Reform,
    TaskItem,
    Text,
)

YEAR = 2025
LONG = (
    "마을과 마을을 잇는 순환버스와 응답형 택시를 함께 운영하고 학교와 병원과 시장을 한 번에 오가도록 노선을 다시 짜서 "
    "어디에서나 한 시간 안에 필요한 곳에 닿게 하며 해마다 주민이 참여하는 평가로 노선과 시각을 고쳐 나가고 그 결과를 누리집에 "
    "알리며 이웃한 시·군과 함께 쓰는 요금과 환승 제도를 마련하고 차고지와 충전 시설을 나누어 쓴다"
)


def line(amount: float | None, funding: str | None = "national", **said: Any) -> MoneyLine:
    given = {"amount": amount, "unit": "백만원", "funding": funding, "fiscal_year": YEAR, **said}
    return MoneyLine.model_validate(given)


def milestone(text: str, **said: Any) -> Milestone:
    return Milestone.model_validate({**step(text, YEAR), "done": False, **said})


def project(name: str, **said: Any) -> Project:
    return Project(
        name=name,
        responsible_unit="에너지정책과",
        regions=["jeonnam", "mois-46820", "mois-26110"],
        period=Period.model_validate(step("2025-03 ~ 2027-12", YEAR)),
        money=[
            line(1600, account="balance-support"),
            line(300.5, "provincial", account="balance-support"),
            line(None, "municipal", account="balance-support"),
            line(190, "private", account="balance-support"),
            line(7, fiscal_year=2026, phase="plan", block_grant=True, research=True, unit="억원"),
            line(3, None, fiscal_year=None),
            line(40, account="fund"),
        ],
        money_is_complete=True,
        steps=[
            milestone("실시설계 완료(2025. 8.)"),
            milestone("착공", start=None, end="2025-12-31", precision="quarter", done=True),
        ],
        **said,
    )


def annexed_plan(plan: Plan) -> Plan:
    first, second, *tasks = plan.core_tasks
    item, *items = first.items
    marked = TaskItem(**{**item.model_dump(), "is_flagship": True})
    first = first.model_copy(
        update={
            "is_flagship": True,
            "items": [marked, *items],
            "projects": [project("솔라시도 데이터센터 조성: 1단계"), Project(name="이름뿐인 사업")],
        }
    )
    second = second.model_copy(update={"projects": [Project(name="길", money=[line(1, "combined")])]})
    return plan.model_copy(
        update={
            "core_tasks": [first, second, *tasks],
            "reforms": [
                Reform(text="주민자치 조례 개정", steps=[milestone("3월 ~ 8월 조례 개정")]),
                Reform(text="규칙 정비"),
            ],
            "decentralization": [Text(text=LONG), Text(text="읍·면·동 권한을 늘린다")],
            "summary": [Text(text="한 쪽으로 줄인 계획"), Text(text=LONG)],
            "key_figures": [
                KeyFigure(name="주민자치회 수", unit="개", value="60"),
                KeyFigure(name="만족도(평균)", unit=None, value=""),
            ],
        }
    )


def annexed_book(book: PlanBook) -> PlanBook:
    *tasks, task = book.action_tasks
    row, *rows = task.budget_rows
    names = ["지역 연구개발", "이름뿐인 사업"]
    row = row.model_copy(
        update={
            "covers": [project(names[0]), Project(name=names[1])],
            "project_names": names,
            "amount": Decimal(50),
        }
    )
    reforms = [Reform(text="지원 규정 개정", steps=[milestone("2025. 9. 고시")])]
    changed = task.model_copy(
        update={
            "budget_rows": [row, *rows],
            "further_projects": [project("따로 하는 사업", ministry="중기부")],
            "goals": task.goals or [Text(text="목표")],
            "reforms": reforms,
        }
    )
    plans = [annexed_plan(book.plans[0]), *book.plans[1:]]
    return book.model_copy(update={"plans": plans, "action_tasks": [*tasks, changed]})
