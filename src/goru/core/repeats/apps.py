from django.apps import AppConfig


class RepeatsConfig(AppConfig):
    name = "goru.core.repeats"
    verbose_name = "되풀이된 요청"
    default_auto_field = "django.db.models.BigAutoField"
