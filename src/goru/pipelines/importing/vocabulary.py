from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ImportState(TextChoices):
    """How far a book is that somebody brought in; in the order of the way."""

    RECEIVED = "received", _("받음")
    READING = "reading", _("읽는 중")
    PARSING = "parsing", _("구조 파악")
    CHECKING = "checking", _("검사")
    READY = "ready", _("준비 완료")
    ADOPTED = "adopted", _("채택, 공표 자료 만드는 중")
    PUBLISHED = "published", _("채택, 공표 완료")
    FAILED = "failed", _("실패")
    DISCARDED = "discarded", _("버림")
