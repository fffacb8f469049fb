from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from tests import cast

from goru.domain.institutions.models import Holding
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
