import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0002_municipalities"),
        ("institutions", "__first__"),
        ("plans", "0008_rows_are_made_again"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionTaskMinistry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("is_lead", models.BooleanField()),
                (
                    "ministry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_task_links",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("strategy", "전략"),
                            ("core-task", "핵심과제"),
                            ("action-task", "실천과제"),
                            ("task-item", "세부과제"),
                            ("focus-task", "중점 이행과제"),
                            ("subtask", "세부 추진과제"),
                            ("project", "사업"),
                            ("money-line", "금액"),
                            ("indicator", "성과지표"),
                            ("measure", "지표 정의"),
                            ("milestone", "일정"),
                            ("reform", "제도개선"),
                            ("statement", "문장"),
                        ],
                        max_length=20,
                    ),
                ),
                ("code", models.CharField(max_length=8, null=True, unique=True)),
                (
                    "same_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="others",
                        to="plans.item",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code", None), ("code__regex", "^[A-Z]\\d{7}$"), _connector="OR"),
                        name="item_code_is_letter_and_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("same_as", None),
                            models.Q(("same_as", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="item_is_not_the_same_as_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.TextField()),
                ("name", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("action_tasks_printed", models.PositiveSmallIntegerField(null=True)),
                ("projects_printed", models.PositiveSmallIntegerField(null=True)),
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
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="strategy_once_in_its_cycle"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            ("action_tasks_printed__range", (0, 30000)),
                            ("projects_printed__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("code"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                        ),
                        name="strategy_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "code"),
                        name="strategy_code_in_its_cycle",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "position"),
                        name="strategy_position_in_its_cycle",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CoreTask",
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
                ("code", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.TextField()),
                ("heading", models.TextField(blank=True)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.cycle"
                    ),
                ),
                (
                    "ministries",
                    models.ManyToManyField(related_name="core_tasks", to="institutions.institution"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="core_tasks",
                        to="plans.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="coretask_once_in_its_cycle"),
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
                        name="coretask_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="coretask_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="coretask_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("code"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("heading"), 1000
                            ),
                        ),
                        name="core_task_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "code"),
                        name="core_task_code_in_its_cycle",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("strategy", "position"),
                        name="core_task_position_in_its_strategy",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionTask",
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
                ("code", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.TextField()),
                ("heading", models.TextField(blank=True)),
                ("projects_printed", models.PositiveSmallIntegerField(null=True)),
                ("body_first_line", models.PositiveIntegerField(null=True)),
                ("body_last_line", models.PositiveIntegerField(null=True)),
                ("body_page", models.PositiveIntegerField(null=True)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.cycle"
                    ),
                ),
                (
                    "ministries",
                    models.ManyToManyField(
                        related_name="action_tasks",
                        through="plans.ActionTaskMinistry",
                        to="institutions.institution",
                    ),
                ),
                (
                    "core_task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="action_tasks",
                        to="plans.coretask",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="actiontask_once_in_its_cycle"),
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
                        name="actiontask_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="actiontask_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="actiontask_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("body_first_line__range", (1, 10000000)),
                            ("body_last_line__range", (1, 10000000)),
                            ("body_page__range", (1, 10000000)),
                            ("position__range", (0, 30000)),
                            ("projects_printed__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("code"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("heading"), 1000
                            ),
                        ),
                        name="action_task_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "code"),
                        name="action_task_code_in_its_cycle",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("core_task", "position"),
                        name="action_task_position_in_its_core_task",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_year", models.PositiveSmallIntegerField()),
                ("last_year", models.PositiveSmallIntegerField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="development_plans",
                        to="institutions.institution",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_year__range", (1900, 2200)), ("last_year__range", (1900, 2200))
                        ),
                        name="development_plan_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_year__lte", models.F("last_year"))),
                        name="development_plan_first_year_before_last",
                    ),
                    models.UniqueConstraint(
                        fields=("institution", "first_year"), name="development_plan_begins_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("yearly-plan", "연도별 시행계획")], max_length=20)),
                ("due_date", models.DateField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="plans.cycle"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="institutions.institution",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "institution", "kind"), name="duty_is_owed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("provincial", "시·도 시행계획"),
                            ("sectoral", "부문별 시행계획"),
                            ("megaregional", "초광역권발전 시행계획"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="plans.cycle"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="institutions.institution",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "institution"),
                        name="plan_one_of_an_institution_and_cycle",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", None), ("kind", "")),
                            models.Q(("institution__isnull", False), models.Q(("kind", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="plan_of_no_institution_is_the_national_part",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "초안"), ("sealed", "확정"), ("abandoned", "폐기")],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("empty", "빈 계획"),
                            ("document", "인쇄된 계획서"),
                            ("carried", "지난해 계획"),
                            ("editions", "다른 판"),
                        ],
                        max_length=20,
                    ),
                ),
                ("beginning", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("content", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("version", models.PositiveIntegerField(default=1)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("bases", models.ManyToManyField(related_name="continuations", to="plans.edition")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="plans.document",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="plans.plan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("plan",),
                        name="edition_is_the_only_open_one_of_its_plan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="edition_is_open_until_it_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest__regex", "^[0-9a-f]{64}$"), ("state", "sealed")),
                            models.Q(models.Q(("state", "sealed"), _negated=True), ("digest", "")),
                            _connector="OR",
                        ),
                        name="edition_has_a_digest_if_it_is_sealed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("origin", "document")),
                            models.Q(models.Q(("origin", "document"), _negated=True), ("document", None)),
                            _connector="OR",
                        ),
                        name="edition_of_a_document_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "deed",
                    models.CharField(
                        choices=[("set", "고침"), ("add", "더함"), ("move", "옮김"), ("remove", "제외")],
                        max_length=10,
                    ),
                ),
                ("field", models.TextField(blank=True)),
                ("seen", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ("new", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("form", "화면"),
                            ("workbook", "엑셀"),
                            ("document", "문서"),
                            ("api", "API"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="edits", to="plans.edition"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="edits",
                        to="plans.item",
                    ),
                ),
                (
                    "under",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.item",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "number"), name="edit_number_in_its_edition"),
                    models.CheckConstraint(
                        condition=models.Q(("item__isnull", False), ("deed", "set"), _connector="OR"),
                        name="edit_of_no_item_sets_a_field_of_the_plan",
                    ),
                ],
                "indexes": [models.Index(fields=["edition", "item"], name="edit_item")],
            },
        ),
        migrations.CreateModel(
            name="PublishedEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_editions",
                        to="plans.edition",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_editions",
                        to="plans.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("title", models.TextField()),
                ("decided_date", models.DateField(null=True)),
                ("total_sources", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=64)),
                ("mark", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="plans.cycle",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.document",
                    ),
                ),
                (
                    "editions",
                    models.ManyToManyField(
                        related_name="publications", through="plans.PublishedEdition", to="plans.edition"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("title"), 1000
                            )
                        ),
                        name="publication_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        fields=("cycle", "number"), name="publication_number_in_its_cycle"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("rule", models.CharField(max_length=60)),
                (
                    "severity",
                    models.CharField(choices=[("error", "오류"), ("warning", "확인 필요")], max_length=10),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("existence", "존재"),
                            ("completeness", "완전성"),
                            ("accuracy", "정확성"),
                            ("consistency", "일관성"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.TextField()),
                (
                    "concerns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("expected", models.JSONField(null=True)),
                ("found", models.JSONField(null=True)),
                ("difference", models.DecimalField(decimal_places=6, max_digits=30, null=True)),
                ("message", models.TextField()),
                ("parameters", models.JSONField(default=dict)),
                ("sources", models.JSONField(default=list)),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="plans.edition",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.item",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="plans.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("edition", None), ("publication__isnull", False)),
                            models.Q(("edition__isnull", False), ("publication", None)),
                            _connector="OR",
                        ),
                        name="finding_is_of_a_publication_or_a_draft",
                    ),
                    models.UniqueConstraint(
                        fields=("publication", "edition", "position"),
                        name="finding_position_in_what_was_checked",
                        nulls_distinct=False,
                    ),
                ],
                "indexes": [
                    models.Index(fields=["publication", "subject"], name="finding_subject"),
                    django.contrib.postgres.indexes.GinIndex(fields=["concerns"], name="finding_concerns"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FocusTask",
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
                    "group",
                    models.CharField(choices=[("zones", "4대 특구"), ("tasks", "10대 과제")], max_length=10),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.TextField()),
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
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="focustask_once_in_its_cycle"),
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
                        name="focustask_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="focustask_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="focustask_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("title"), 1000
                            ),
                        ),
                        name="focus_task_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "group", "number"),
                        name="focus_task_number_in_its_group",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemSuccession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("split", "분리"), ("merge", "통합")], max_length=10)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="plans.item",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="origins", to="plans.item"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"), name="item_succession_is_said_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="item_does_not_succeed_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedPlan",
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
                            ("provincial", "시·도 시행계획"),
                            ("sectoral", "부문별 시행계획"),
                            ("megaregional", "초광역권발전 시행계획"),
                        ],
                        max_length=20,
                    ),
                ),
                ("full_name", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="published_plans",
                        to="plans.cycle",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.document",
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published",
                        to="plans.duty",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_plans",
                        to="institutions.institution",
                    ),
                ),
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="published", to="plans.plan"
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
                        name="publishedplan_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="publishedplan_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="publishedplan_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("full_name"), 1000
                            ),
                        ),
                        name="published_plan_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("cycle", "position"),
                        name="published_plan_position_in_its_cycle",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanCoreTask",
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
                ("position", models.PositiveSmallIntegerField()),
                ("strategy_wording", models.TextField()),
                ("name", models.TextField()),
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
                    "national",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_core_tasks",
                        to="plans.coretask",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="core_tasks",
                        to="plans.publishedplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="plancoretask_once_in_its_cycle"),
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
                        name="plancoretask_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="plancoretask_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="plancoretask_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("strategy_wording"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                        ),
                        name="plan_core_task_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("plan", "position"),
                        name="plan_core_task_position_in_its_plan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
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
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.TextField()),
                ("responsible_unit", models.TextField(blank=True)),
                ("period_text", models.TextField(blank=True)),
                ("start_date", models.DateField(null=True)),
                ("end_date", models.DateField(null=True)),
                (
                    "period_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("day", "일"),
                            ("month", "월"),
                            ("quarter", "분기"),
                            ("half", "반기"),
                            ("year", "연"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "action_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="projects",
                        to="plans.actiontask",
                    ),
                ),
                (
                    "core_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="projects",
                        to="plans.plancoretask",
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
                ("regions", models.ManyToManyField(related_name="+", to="institutions.region")),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="projects",
                        to="plans.publishedplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="project_once_in_its_cycle"),
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
                        name="project_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="project_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="project_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("name"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("responsible_unit"), 1000
                            ),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("period_text"), 20000
                            ),
                        ),
                        name="project_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("action_task", "position"),
                        name="project_position_in_its_action_task",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("core_task", "position"),
                        name="project_position_in_its_core_task",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("action_task__isnull", False), ("core_task", None)),
                            models.Q(("action_task", None), ("core_task__isnull", False)),
                            _connector="OR",
                        ),
                        name="project_stands_under_one_task",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_date", None),
                            ("end_date", None),
                            ("start_date__lte", models.F("end_date")),
                            _connector="OR",
                        ),
                        name="project_start_before_end",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                            ("vision", "비전"),
                            ("strategy", "추진전략"),
                            ("performance", "성과관리계획"),
                            ("aim", "추진방향"),
                            ("goal", "목표"),
                            ("reform", "제도개선"),
                        ],
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                (
                    "action_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="plans.actiontask",
                    ),
                ),
                (
                    "core_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
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
                    "focus_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="plans.focustask",
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
                        related_name="statements",
                        to="plans.publishedplan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="statement_once_in_its_cycle"),
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
                        name="statement_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="statement_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="statement_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("text"), 20000
                            ),
                        ),
                        name="statement_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("action_task__isnull", True),
                                ("core_task__isnull", True),
                                ("focus_task__isnull", True),
                                ("plan__isnull", False),
                            ),
                            models.Q(
                                ("action_task__isnull", True),
                                ("core_task__isnull", False),
                                ("focus_task__isnull", True),
                                ("plan__isnull", True),
                            ),
                            models.Q(
                                ("action_task__isnull", False),
                                ("core_task__isnull", True),
                                ("focus_task__isnull", True),
                                ("plan__isnull", True),
                            ),
                            models.Q(
                                ("action_task__isnull", True),
                                ("core_task__isnull", True),
                                ("focus_task__isnull", False),
                                ("plan__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="statement_belongs_to_one_thing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Subtask",
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
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.TextField(blank=True)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plans.cycle"
                    ),
                ),
                (
                    "focus_task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subtasks",
                        to="plans.focustask",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.item"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="subtask_once_in_its_cycle"),
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
                        name="subtask_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="subtask_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="subtask_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("title"), 1000
                            ),
                        ),
                        name="subtask_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("focus_task", "position"),
                        name="subtask_position_in_its_task",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("start_date", models.DateField(null=True)),
                ("end_date", models.DateField(null=True)),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "일"),
                            ("month", "월"),
                            ("quarter", "분기"),
                            ("half", "반기"),
                            ("year", "연"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_done", models.BooleanField()),
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
                    "project",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="plans.project",
                    ),
                ),
                (
                    "reform",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="plans.statement",
                    ),
                ),
                (
                    "subtask",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="plans.subtask",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="milestone_once_in_its_cycle"),
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
                        name="milestone_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="milestone_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="milestone_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("text"), 20000
                            ),
                        ),
                        name="milestone_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("subtask", "position"),
                        name="milestone_position_in_its_subtask",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("project", "position"),
                        name="milestone_position_in_its_project",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("reform", "position"),
                        name="milestone_position_in_its_reform",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("project", None), ("reform", None), ("subtask__isnull", False)),
                            models.Q(("project__isnull", False), ("reform", None), ("subtask", None)),
                            models.Q(("project", None), ("reform__isnull", False), ("subtask", None)),
                            _connector="OR",
                        ),
                        name="milestone_belongs_to_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_date", None),
                            ("end_date", None),
                            ("start_date__lte", models.F("end_date")),
                            _connector="OR",
                        ),
                        name="milestone_start_before_end",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrintedPlaces",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("places", models.JSONField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed_places",
                        to="plans.document",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="printed_places",
                        to="plans.edition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "document"), name="printed_places_of_an_edition_in_a_document"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Projection",
            fields=[
                (
                    "cycle",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="projection",
                        serialize=False,
                        to="plans.cycle",
                    ),
                ),
                ("form", models.PositiveSmallIntegerField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.publication"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TaskItem",
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
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                (
                    "core_task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="plans.plancoretask",
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
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "item"), name="taskitem_once_in_its_cycle"),
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
                        name="taskitem_place_is_within_ranges",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_page__isnull", False),
                            ("first_line__lte", models.F("last_line")),
                            _connector="OR",
                        ),
                        name="taskitem_first_line_before_last",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first_line", None), ("last_line", None)),
                            models.Q(("first_line__isnull", False), ("last_line__isnull", False)),
                            _connector="OR",
                        ),
                        name="taskitem_lines_go_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position__range", (0, 30000)),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("text"), 20000
                            ),
                        ),
                        name="task_item_is_within_ranges",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("core_task", "position"),
                        name="task_item_position_in_its_task",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="actiontaskministry",
            name="action_task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ministry_links",
                to="plans.actiontask",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiontaskministry",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__range", (0, 30000))),
                name="action_task_ministry_is_within_ranges",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiontaskministry",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("action_task", "ministry"),
                name="action_task_names_a_ministry_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="actiontaskministry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_lead", True)),
                fields=("action_task",),
                name="action_task_has_one_lead",
            ),
        ),
        migrations.AddField(
            model_name="publishededition",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="published_editions",
                to="plans.publication",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishededition",
            constraint=models.UniqueConstraint(
                fields=("publication", "plan"), name="published_edition_one_of_a_plan"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="has_total_sources_read",
            field=models.BooleanField(default=True),
        ),
        # Within CREATE TABLE Django forgets that it is deferrable.
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("kind", "plan", "core_task", "action_task", "focus_task", "position"),
                name="statement_position_under_its_owner",
                nulls_distinct=False,
            ),
        ),
    ]
