from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class Person(AbstractUser):
    """Who signs in (사용자). Duties hang on posts, not on persons."""

    class Publishing:
        public = ()
        withheld = (
            *("id", "username", "password", "first_name", "last_name", "email", "is_staff", "is_active"),
            *("is_superuser", "last_login", "date_joined", "groups", "user_permissions"),
        )
