from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "goru.web"
    verbose_name = "화면"
    default_auto_field = "django.db.models.BigAutoField"
