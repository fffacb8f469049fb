from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class MonitoringAct(Act):
    """What is done to follow a plan through its year."""

    COUNTED = "monitoring.counted", _("지표 실적 세기")
