from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "goru.domain.plans"
    verbose_name = "시행계획"
    default_auto_field = "django.db.models.BigAutoField"
