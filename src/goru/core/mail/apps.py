from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "goru.core.mail"
    label = "mail"
    verbose_name = "메일"
    default_auto_field = "django.db.models.BigAutoField"
