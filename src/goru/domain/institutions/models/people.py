from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    """Who signs in (사용자). Duties hang on posts, not on persons."""

    is_demo = models.BooleanField(default=False)
    """Opened by a demo, where others may know its password: no service lets it in (config/demo.py)."""

    class Publishing:
        public = ()
        withheld = (
            *("id", "username", "password", "first_name", "last_name", "email", "is_staff", "is_active"),
            *("is_superuser", "last_login", "date_joined", "groups", "user_permissions", "is_demo"),
        )
