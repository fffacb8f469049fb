from django.apps import AppConfig


class FormulationConfig(AppConfig):
    name = "goru.domain.formulation"
    verbose_name = "수립"
    default_auto_field = "django.db.models.BigAutoField"
