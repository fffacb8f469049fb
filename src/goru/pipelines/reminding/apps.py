from django.apps import AppConfig


class RemindingConfig(AppConfig):
    name = "goru.pipelines.reminding"
    label = "reminding"
    default_auto_field = "django.db.models.BigAutoField"
