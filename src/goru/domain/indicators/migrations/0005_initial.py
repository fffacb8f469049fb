import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("indicators", "0004_rows_are_made_again"),
        ("plans", "0009_editions_and_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("unit", models.TextField(blank=True)),
                ("definition", models.TextField(blank=True)),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[("more", "높을수록 좋음"), ("less", "낮을수록 좋음"), ("none", "방향 없음")],
                        max_length=10,
                    ),
                ),
                (
                    "over_time",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sum", "합"),
                            ("average", "평균"),
                            ("last", "마지막 값"),
                            ("none", "더하지 않음"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "over_places",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sum", "합"),
                            ("average", "평균"),
                            ("last", "마지막 값"),
                            ("none", "더하지 않음"),
                        ],
                        max_length=10,
                    ),
                ),
                ("data_source", models.TextField(blank=True)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.cycle"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="plans.publishedplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="measure_once_in_its_cycle"),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("unit"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("definition"), 20000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("data_source"), 20000
                            ),
                        ),
                        name="measure_is_within_ranges",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
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
                            ("common", "공통지표"),
                            ("own", "자율지표"),
                            ("ungrouped", "주요 성과지표"),
                            ("goal", "목표지표"),
                        ],
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("strategy_wording", models.TextField(blank=True)),
                ("name", models.TextField()),
                ("unit", models.TextField(blank=True)),
                ("baseline_year", models.PositiveSmallIntegerField(null=True)),
                ("baseline_printed", models.TextField(blank=True)),
                ("baseline", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("target_year", models.PositiveSmallIntegerField(null=True)),
                ("target_printed", models.TextField(blank=True)),
                ("target", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("change_printed", models.TextField(blank=True)),
                ("change", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                (
                    "action_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="plans.actiontask",
                    ),
                ),
                (
                    "core_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="plans.coretask",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.cycle"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="plans.publishedplan",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="indicators.measure",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="indicator_once_in_its_cycle"),
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
                        name="indicator_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="indicator_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="indicator_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline_year__range", (1900, 2200)),
                            ("target_year__range", (1900, 2200)),
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("strategy_wording"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("unit"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("baseline_printed"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("target_printed"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("change_printed"), 1000
                            ),
                        ),
                        name="indicator_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("action_task__isnull", True),
                                ("core_task__isnull", True),
                                ("plan__isnull", False),
                            ),
                            models.Q(
                                ("action_task__isnull", True),
                                ("core_task__isnull", False),
                                ("plan__isnull", True),
                            ),
                            models.Q(
                                ("action_task__isnull", False),
                                ("core_task__isnull", True),
                                ("plan__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_belongs_to_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "goal"), ("plan__isnull", True)),
                            models.Q(("plan__isnull", False), models.Q(("kind", "goal"), _negated=True)),
                            _connector="OR",
                        ),
                        name="indicator_of_a_task_is_a_goal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("printed", models.TextField()),
                ("value", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="indicators.indicator",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__range", (1900, 2200)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("printed"), 1000
                            ),
                        ),
                        name="target_is_within_ranges",
                    ),
                    models.UniqueConstraint(fields=("indicator", "year"), name="target_one_a_year"),
                ],
            },
        ),
        # Within CREATE TABLE Django forgets that it is deferrable.
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("plan", "core_task", "action_task", "position"),
                name="indicator_position_under_its_owner",
                nulls_distinct=False,
            ),
        ),
    ]
