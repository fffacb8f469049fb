from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "goru.domain.meetings"
    verbose_name = "회의"
    default_auto_field = "django.db.models.BigAutoField"
