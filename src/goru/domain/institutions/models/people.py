from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from goru.core.text import folded


class People(UserManager["Person"]):
    """Persons, found by any spelling of the name they sign in with."""

    use_in_migrations = False

    def get_by_natural_key(self, username: str | None) -> Person:
        """Who signs in by a name."""
        return super().get_by_natural_key(Person.normalize_username(username or ""))


class Person(AbstractUser):
    """Who signs in (사용자). Duties hang on posts, not on persons."""

    is_demo = models.BooleanField(default=False)
    """Opened by a demo, where others may know its password: no service lets it in (config/demo.py)."""

    objects: ClassVar[People] = People()

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """The one spelling under which a name is kept: names that look alike are one."""
        return folded(username)

    class Meta(AbstractUser.Meta):
        constraints = (
            models.CheckConstraint(
                name="person_username_has_one_spelling",
                condition=Q(username=Lower(Func(F("username"), template="normalize(%(expressions)s, NFKC)"))),
                violation_error_message="아이디는 소문자로, 전각이 아닌 글자로 적습니다.",
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "username", "password", "first_name", "last_name", "email", "is_staff", "is_active"),
            *("is_superuser", "last_login", "date_joined", "groups", "user_permissions", "is_demo"),
        )
