from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "goru.domain.indicators"
    verbose_name = "지표"
    default_auto_field = "django.db.models.BigAutoField"
