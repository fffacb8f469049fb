from __future__ import annotations

from django.db import models


class KeptAnswer(models.Model):
    """What a request was answered (보관된 응답), by whose request it was and the key it named, until a moment.

    `request` is the digest of what was asked; `answer` is empty while the deed is being done.
    """

    whose = models.CharField(max_length=64)
    key = models.CharField(max_length=255)
    request = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(name="kept_answer_of_a_key", fields=("whose", "key")),)

    class Publishing:
        public = ()
        withheld = ("id", "whose", "key", "request", "answer", "until")

    def __str__(self) -> str:
        return f"{self.whose}: {self.key}"
