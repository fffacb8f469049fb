from __future__ import annotations

from django.conf import settings
from django.db import models


class Reminder(models.Model):
    """A mail of what waits (알림) that a person was sent on a day; there is one a day at most."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="reminder_of_a_person_is_one_a_day", fields=("person", "day")),
        )

    class Publishing:
        public = ()
        withheld = ("id", "person", "day")

    def __str__(self) -> str:
        return f"{self.person} {self.day}"


class Silence(models.Model):
    """That a person wants no reminders by mail (알림 받지 않음); what waits stands on their first page all the same."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_silence"
    )

    class Publishing:
        public = ()
        withheld = ("id", "person")

    def __str__(self) -> str:
        return str(self.person)
