from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "goru.domain.finance"
    verbose_name = "재정투입"
    default_auto_field = "django.db.models.BigAutoField"
