from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class PublicationAct(Act):
    """What is done to what readers see."""

    PUBLISHED = "publication.published", _("공표")
    REFRESHED = "publication.refreshed", _("공표 자료 새로 고침")
    CHECKED_AGAIN = "publication.checked_again", _("점검 결과 새로 고침")
