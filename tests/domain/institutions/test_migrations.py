from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from tests import cast

from goru.domain.institutions.models import Holding, Person
from goru.domain.institutions.queries import posts_of
from goru.pipelines.importing.models import Import

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def give_posts() -> None:
    import_module("goru.domain.institutions.migrations.0004_rights_become_posts")._give_posts(apps, None)


def test_whoever_had_the_right_to_bring_in_books_is_of_the_secretariat() -> None:
    right = Permission.objects.create(
        codename="bring_in_books", name="", content_type=ContentType.objects.get_for_model(Import)
    )
    group = Group.objects.create(name="officers")
    group.permissions.add(right)
    officer, member, other = cast.person("officer"), cast.person("member"), cast.person("other")
    officer.user_permissions.add(right)
    member.groups.add(group)

    give_posts()

    today = timezone.localdate()
    assert [[one.name for one in posts_of(who, today)] for who in (officer, member, other)] == [
        ["지방시대위원회 기획단"],
        ["지방시대위원회 기획단"],
        [],
    ]
    assert not Permission.objects.filter(codename="bring_in_books").exists()


def test_where_nobody_had_it_nothing_is_made() -> None:
    give_posts()

    assert not Holding.objects.exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([("hong", False), ("Hong", True)], ["hong-2", "hong"]),
        ([("Hong", True), ("hong", False)], ["hong", "hong-2"]),
        ([("hong", False), ("Hong", False), ("hong-2", False)], ["hong", "hong-3", "hong-2"]),
        ([("HONG", False), ("Hong", False), ("ｈｏｎｇ", True)], ["hong-2", "hong-3", "hong"]),
        ([("\u0130", False), ("\u03ab\u0301", False)], ["i\u0307", "\u03b0"]),
    ],
)
def test_of_names_that_are_one_now_who_signed_in_last_keeps_it(
    before: list[tuple[str, bool]], after: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE institutions_person DROP CONSTRAINT person_username_has_one_spelling")
    once = datetime(2025, 1, 1, tzinfo=UTC)
    made = [
        Person.objects.create(username=name, last_login=once if signed_in else None)
        for name, signed_in in before
    ]

    import_module("goru.domain.institutions.migrations.0006_usernames_in_one_spelling").fold(apps, None)

    kept = dict(Person.objects.values_list("pk", "username"))
    assert [kept[one.pk] for one in made] == after
    assert all(Person.normalize_username(name) == name for name in after)
    changed = [(was, now) for (was, _), now in zip(before, after, strict=True) if was != now]
    told = capsys.readouterr().out
    assert all(f"{was} → {now}" in told for was, now in changed)
