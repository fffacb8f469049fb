"""Whoever had the right to bring in books (importing.bring_in_books) is of the secretariat from now on; the right goes."""

from typing import Any

from django.db import migrations
from django.db.models import Q
from django.utils import timezone
from pghistory import context

_COMMITTEE = {"kind": "committee", "short_name": "지방시대위원회", "position": 1}
"""What the register says of it, where it was not loaded yet; loading it mends the rest."""


def _give_posts(apps: Any, _schema_editor: Any) -> None:
    permission = apps.get_model("auth", "Permission")
    right = permission.objects.filter(content_type__app_label="importing", codename="bring_in_books")
    had_it = Q(user_permissions__in=right) | Q(groups__permissions__in=right) | Q(is_superuser=True)
    people = apps.get_model("institutions", "Person").objects.filter(had_it).distinct()
    if people:
        with context(by="goru", act="institutions.rights_became_posts", reason=""):
            _appoint(apps, people)
    right.delete()


def _appoint(apps: Any, people: Any) -> None:
    institution, post, holding = (
        apps.get_model("institutions", name) for name in ("Institution", "Post", "Holding")
    )
    committee, _ = institution.objects.get_or_create(key="committee", defaults=_COMMITTEE)
    secretariat = post.objects.create(institution=committee, role="secretariat")
    for person in people:
        holding.objects.create(
            post=secretariat, role="secretariat", person=person, valid_from=timezone.localdate()
        )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("institutions", "0003_posts"),
    ]

    operations = [migrations.RunPython(_give_posts, migrations.RunPython.noop)]
