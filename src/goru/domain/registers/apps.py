from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "goru.domain.registers"
    verbose_name = "대장"
    default_auto_field = "django.db.models.BigAutoField"
