from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "goru.domain.institutions"
    verbose_name = "기관"
    default_auto_field = "django.db.models.BigAutoField"
