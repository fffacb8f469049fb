from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "goru.core.limits"
    verbose_name = "횟수 제한"
    default_auto_field = "django.db.models.BigAutoField"
