from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class RemindingAct(Act):
    """What is done with reminders."""

    REMINDED = "reminding.reminded", _("담당자에게 알림 보내기")
