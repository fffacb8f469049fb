from __future__ import annotations

from django.db import models


class Attempts(models.Model):
    """Tries (시도) of one thing by one key, counted until a moment; then the count begins anew."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField()

    class Publishing:
        public = ()
        withheld = ("id", "key", "count", "until")

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
