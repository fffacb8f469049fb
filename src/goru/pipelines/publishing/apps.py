from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "goru.pipelines.publishing"
