from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from goru.book.model import PlanBook
from goru.domain.finance import queries
from goru.domain.finance.models import BudgetLine, StatedTotal
from goru.domain.finance.vocabulary import FundingSource, ShareKind, TotalBasis
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.domain.plans.vocabulary import PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
EOK = 100_000_000
JO = 10_000 * EOK


def test_the_headline_keeps_the_printed_unit_and_precision(adopted: Publication) -> None:
    this_year, last_year = queries.nation_at_a_glance(adopted.cycle).headline

    assert (this_year.year, last_year.year) == (2025, 2024)
    printed = {source.value: str(total.printed) for source, total in this_year.by_source.items()}
    assert printed == {"combined": "3.0", "national": "1.8", "local": "0.9", "private": "0.3"}
    assert this_year.by_source[FundingSource.COMBINED].won == 3 * JO
    assert this_year.by_source[FundingSource.COMBINED].precision == JO // 10


def test_raw_money_is_kept_beside_the_reconciled(adopted: Publication) -> None:
    nation = queries.nation_at_a_glance(adopted.cycle)

    assert {money.kind: money.stated for money in nation.by_kind} == {
        PlanKind.PROVINCIAL: 2000 * EOK,
        PlanKind.MEGAREGIONAL: 300 * EOK,
        PlanKind.SECTORAL: 1266 * EOK,
    }
    assert (nation.raw, nation.reconciled) == (3566 * EOK, 3 * JO)
    assert {source.value: won // EOK for source, won in nation.tables.items()} == {
        "combined": 3566,
        "national": 1266,
    }


def test_the_headline_stands_beside_the_tables_by_source_of_money(adopted: Publication) -> None:
    nation = queries.nation_at_a_glance(adopted.cycle)
    shares = queries.shares_of(adopted.cycle, ShareKind.OF_TOTAL)

    national, local, private, whole = queries.bridge_of(nation, shares, counts_ministries=False)

    assert [step.source.value for step in (national, local, private, whole)] == [
        *("national", "local", "private", "combined")
    ]
    assert (local.tables, local.gap, private.tables) == (None, None, None)
    assert not national.is_same
    assert JO * 29 // 10 < whole.could_be.low < 3 * JO < whole.could_be.high < JO * 31 // 10


@pytest.mark.usefixtures("plan_2024")
def test_the_bridge_of_2024_is_as_narrow_as_its_print_allows() -> None:
    cycle = plans.cycle_of(2024)
    shares = queries.shares_of(cycle, ShareKind.OF_TOTAL)

    steps = queries.bridge_of(queries.nation_at_a_glance(cycle), shares, counts_ministries=True)

    national, local, _private, whole = steps
    assert national.is_same
    assert national.tables == 246_237 * EOK
    assert (whole.could_be.low, whole.could_be.high) == (422_000 * EOK, 422_500 * EOK)
    assert whole.gap is not None
    assert (whole.gap.low, whole.gap.high) == (319_514 * EOK, 320_014 * EOK)
    assert (local.tables, local.is_same) == (None, False)


def test_without_a_headline_there_is_no_bridge(adopted: Publication) -> None:
    StatedTotal.objects.filter(basis=TotalBasis.HEADLINE).delete()

    assert queries.bridge_of(queries.nation_at_a_glance(adopted.cycle), [], counts_ministries=True) == []


def test_a_province_counts_for_the_national_strategies_by_the_order_of_its_columns(
    adopted: Publication,
) -> None:
    nation = queries.nation_at_a_glance(adopted.cycle)

    assert [(row.strategy.code, row.provinces, row.ministries) for row in nation.by_strategy] == [
        ("Ⅰ", 450 * EOK, 16 * EOK),
        ("Ⅱ", 1550 * EOK, 1250 * EOK),
    ]
    assert [row.provinces_share and row.provinces_share.percent for row in nation.by_strategy] == [45, 55]


def test_a_glance_takes_as_many_queries_for_one_plan_as_for_many(
    adopted: Publication, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(5):
        queries.nation_at_a_glance(adopted.cycle)


def test_a_strategy_of_a_megaregion_is_its_own(adopted: Publication) -> None:
    money = queries.money_of_plan(plans.plan_of(2025, "daegu-gyeongbuk"))

    assert [(line.wording, line.strategy) for line in money.lines] == [
        ("두 지역을 잇는 교통망 확충", None),
        ("두 지역 기업의 공동 연구 확대", None),
    ]


def test_a_dash_is_no_value_and_not_zero(adopted: Publication) -> None:
    none, some = queries.money_of_plan(plans.plan_of(2025, "jeju")).lines

    assert (none.won, none.printed) == (None, None)
    assert (some.won, some.printed) == (800 * EOK, Decimal(800))


def test_a_plans_total_stands_beside_the_sum_of_its_lines(adopted: Publication) -> None:
    money = queries.money_of_plan(plans.plan_of(2025, "sejong"))

    assert (money.totals[TotalBasis.PLAN].won, money.won) == (1200 * EOK, 1200 * EOK)


def test_a_tasks_money_names_ministries_and_projects(adopted: Publication) -> None:
    task = plans.action_task_of(2025, "Ⅱ-1-(1)")

    money = queries.money_of_task(task)

    assert [
        (str(line.ministry), line.won, [str(p) for p in line.projects.all()]) for line in money.lines
    ] == [
        ("산업부", 900 * EOK, ["공동장비 센터 구축"]),
        ("중기부", 350 * EOK, ["지역기업 연구인력 채용 지원"]),
    ]
    assert set(money.totals) == {TotalBasis.SUMMARY_TABLE, TotalBasis.BODY_MONEY}


def test_a_task_without_money_has_a_total_without_a_figure(adopted: Publication) -> None:
    money = queries.money_of_task(plans.action_task_of(2025, "Ⅰ-1-(1)"))

    total = money.totals[TotalBasis.SUMMARY_TABLE]
    assert (total.won, total.projects_printed) == (None, 2)
    assert money.lines == []
    assert money.won == 0


def test_a_line_of_a_ministry_belongs_to_its_plan(adopted: Publication) -> None:
    money = queries.money_of_plan(plans.plan_of(2025, "motie"))

    assert [(line.action_task and line.action_task.code, line.won) for line in money.lines] == [
        ("Ⅱ-1-(1)", 900 * EOK)
    ]


def test_totals_of_all_plans_and_tasks_come_at_once(adopted: Publication) -> None:
    totals = queries.plan_totals_of(adopted.cycle)
    tasks = queries.task_totals_of(adopted.cycle)

    assert totals[plans.plan_of(2025, "sejong").pk].won == 1200 * EOK
    assert tasks[plans.action_task_of(2025, "Ⅰ-1-(2)").pk].won == 16 * EOK


def test_plans_of_all_kinds_are_compared_by_what_each_has(adopted: Publication) -> None:
    chosen = [plans.plan_of(2025, key) for key in ("sejong", "motie", "daegu-gyeongbuk")]

    rows = queries.compared(chosen)

    national = {str(row.strategy): row.cells for row in rows if not isinstance(row.strategy, str)}
    assert [type(cells[0]).__name__ for cells in national.values()] == ["BudgetLine"] * len(national)
    assert sum(cells[1] is not None for cells in national.values()) == 1
    assert [row.strategy for row in rows if isinstance(row.strategy, str)] == [
        "두 지역을 잇는 교통망 확충",
        "두 지역 기업의 공동 연구 확대",
    ]
    stated, summed, own = queries.totals_or_sums_of(chosen)
    assert (getattr(stated, "won", None), summed) == (1200 * EOK, 900 * EOK)
    assert own is not None


def test_growth_is_kept_as_stated_with_its_sign(adopted: Publication) -> None:
    growth = {share.funding: share.percent for share in queries.shares_of(adopted.cycle, ShareKind.GROWTH)}

    assert growth == {"combined": 20, "national": Decimal("12.5"), "local": -10, "private": 50}


def test_every_figure_of_the_book_is_kept_with_its_lines(adopted: Publication, small_book: PlanBook) -> None:
    lines = sum(len(plan.budget.by_strategy) for plan in small_book.plans if plan.budget)
    rows = sum(len(task.budget_rows) for task in small_book.action_tasks)

    assert BudgetLine.objects.filter(cycle=adopted.cycle, first_line__gt=0).count() == lines + rows
    assert StatedTotal.objects.filter(basis=TotalBasis.GRAND, won=JO // 10).count() == 1
