import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("finance", "0005_rows_are_made_again"),
        ("institutions", "0002_municipalities"),
        ("plans", "0009_editions_and_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_line", models.PositiveIntegerField(null=True)),
                ("last_line", models.PositiveIntegerField(null=True)),
                ("page", models.PositiveIntegerField(null=True)),
                ("last_page", models.PositiveIntegerField(null=True)),
                ("cell", models.TextField(blank=True)),
                ("won", models.BigIntegerField(null=True)),
                ("unit", models.CharField(max_length=10)),
                ("precision", models.BigIntegerField()),
                ("projects_printed", models.PositiveSmallIntegerField(null=True)),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("national", "국비"),
                            ("local", "지방비"),
                            ("provincial", "시·도비"),
                            ("municipal", "시·군·구비"),
                            ("private", "민자"),
                            ("combined", "합계(국비·지방비·민자)"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                (
                    "phase",
                    models.CharField(
                        choices=[("plan", "계획"), ("approved", "확정 예산"), ("executed", "집행")],
                        default="plan",
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("wording", models.TextField(blank=True)),
                (
                    "account",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("general", "일반회계"),
                            ("balance-autonomy", "지특회계 지역자율계정"),
                            ("balance-support", "지특회계 지역지원계정"),
                            ("balance-jeju", "지특회계 제주계정"),
                            ("balance-sejong", "지특회계 세종계정"),
                            ("balance-megaregion", "지특회계 초광역계정"),
                            ("other-special", "기타특별회계"),
                            ("fund", "기금"),
                        ],
                        max_length=20,
                    ),
                ),
                ("is_block_grant", models.BooleanField(default=False)),
                ("is_research", models.BooleanField(default=False)),
                ("is_counted", models.BooleanField(default=True)),
                (
                    "action_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.actiontask",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.cycle",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
                (
                    "ministry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budget_lines",
                        to="institutions.institution",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.publishedplan",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_budget_lines",
                        to="plans.project",
                    ),
                ),
                ("projects", models.ManyToManyField(related_name="budget_lines", to="plans.project")),
                (
                    "strategy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_line__range", (1, 10000000)),
                            ("last_line__range", (1, 10000000)),
                            ("page__range", (1, 10000000)),
                            ("last_page__range", (1, 10000000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("cell"), 1000
                            ),
                        ),
                        name="budgetline_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="budgetline_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="budgetline_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fiscal_year__range", (1900, 2200)),
                            ("projects_printed__range", (0, 30000)),
                            ("won__range", (-1000000000000000000, 1000000000000000000)),
                        ),
                        name="budgetline_amount_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("precision__gt", 0)), name="budgetline_precision_is_positive"
                    ),
                    models.UniqueConstraint(fields=("cycle", "item"), name="budgetline_once_in_its_cycle"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("wording"), 1000
                            ),
                        ),
                        name="budget_line_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("plan__isnull", False),
                            ("action_task__isnull", False),
                            ("project__isnull", False),
                            _connector="OR",
                        ),
                        name="budget_line_belongs_to_a_plan_or_an_action_task",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("project", None),
                            models.Q(("action_task", None), ("ministry", None)),
                            _connector="OR",
                        ),
                        name="budget_line_stands_under_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatedShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_line", models.PositiveIntegerField(null=True)),
                ("last_line", models.PositiveIntegerField(null=True)),
                ("page", models.PositiveIntegerField(null=True)),
                ("last_page", models.PositiveIntegerField(null=True)),
                ("cell", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("of-total", "구성비"),
                            ("growth", "전년 대비 증감률"),
                            ("ministries", "중앙부처 전략별 비중"),
                            ("provinces", "시·도 전략별 비중"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("national", "국비"),
                            ("local", "지방비"),
                            ("provincial", "시·도비"),
                            ("municipal", "시·군·구비"),
                            ("private", "민자"),
                            ("combined", "합계(국비·지방비·민자)"),
                        ],
                        max_length=12,
                    ),
                ),
                ("percent", models.DecimalField(decimal_places=4, max_digits=9)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stated_shares",
                        to="plans.cycle",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stated_shares",
                        to="plans.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_line__range", (1, 10000000)),
                            ("last_line__range", (1, 10000000)),
                            ("page__range", (1, 10000000)),
                            ("last_page__range", (1, 10000000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("cell"), 1000
                            ),
                        ),
                        name="statedshare_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="statedshare_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="statedshare_lines_go_together",
                    ),
                    models.UniqueConstraint(
                        fields=("cycle", "kind", "funding", "strategy"),
                        name="stated_share_is_stated_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatedTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_line", models.PositiveIntegerField(null=True)),
                ("last_line", models.PositiveIntegerField(null=True)),
                ("page", models.PositiveIntegerField(null=True)),
                ("last_page", models.PositiveIntegerField(null=True)),
                ("cell", models.TextField(blank=True)),
                ("won", models.BigIntegerField(null=True)),
                ("unit", models.CharField(max_length=10)),
                ("precision", models.BigIntegerField()),
                ("projects_printed", models.PositiveSmallIntegerField(null=True)),
                (
                    "funding",
                    models.CharField(
                        choices=[
                            ("national", "국비"),
                            ("local", "지방비"),
                            ("provincial", "시·도비"),
                            ("municipal", "시·군·구비"),
                            ("private", "민자"),
                            ("combined", "합계(국비·지방비·민자)"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                (
                    "phase",
                    models.CharField(
                        choices=[("plan", "계획"), ("approved", "확정 예산"), ("executed", "집행")],
                        default="plan",
                        max_length=10,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("headline", "총 재정투입(계획서의 총액)"),
                            ("plan", "자체 집계"),
                            ("summary-table", "총괄표"),
                            ("body-money", "본문 재정투입 합계"),
                            ("body-tasks", "본문 과제 합계"),
                            ("strategy", "총괄표 전략 합계"),
                            ("grand", "총괄표 총계"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "action_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.actiontask",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.cycle",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.publishedplan",
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="plans.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_line__range", (1, 10000000)),
                            ("last_line__range", (1, 10000000)),
                            ("page__range", (1, 10000000)),
                            ("last_page__range", (1, 10000000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("cell"), 1000
                            ),
                        ),
                        name="statedtotal_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="statedtotal_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="statedtotal_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fiscal_year__range", (1900, 2200)),
                            ("projects_printed__range", (0, 30000)),
                            ("won__range", (-1000000000000000000, 1000000000000000000)),
                        ),
                        name="statedtotal_amount_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("precision__gt", 0)), name="statedtotal_precision_is_positive"
                    ),
                    models.UniqueConstraint(
                        fields=(
                            "cycle",
                            "basis",
                            "funding",
                            "fiscal_year",
                            "phase",
                            "plan",
                            "strategy",
                            "action_task",
                        ),
                        name="stated_total_is_stated_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        # Within CREATE TABLE Django forgets that it is deferrable.
        migrations.AddConstraint(
            model_name="budgetline",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("plan", "action_task", "project", "position"),
                name="budget_line_position_under_its_owner",
                nulls_distinct=False,
            ),
        ),
    ]
