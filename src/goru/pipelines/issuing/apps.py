from django.apps import AppConfig


class IssuingConfig(AppConfig):
    name = "goru.pipelines.issuing"
