from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "goru.pipelines.importing"
    verbose_name = "계획서 가져오기"
    default_auto_field = "django.db.models.BigAutoField"
