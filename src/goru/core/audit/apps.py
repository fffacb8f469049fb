from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "goru.core.audit"
    verbose_name = "공적 행위 기록"
    default_auto_field = "django.db.models.BigAutoField"
