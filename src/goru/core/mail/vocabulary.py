from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.queue import Job

DELIVER = Job("goru.core.mail.jobs.deliver_mail", "mail")
"""Sends a mail that waits."""


class MailState(TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("보내는 중")
    SENT = "sent", _("보냄")
    FAILED = "failed", _("보내지 못함")


class LetterKind(TextChoices):
    """Which letters there are."""

    INVITATION = "invitation", _("초대")
    LOST_PASSWORD = "lost-password", _("비밀번호를 새로 정하는 주소")
    NOTICE = "notice", _("계정에서 일어난 일 알림")
    REMINDER = "reminder", _("기다리는 일 알림")
