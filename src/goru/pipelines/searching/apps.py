from django.apps import AppConfig


class SearchingConfig(AppConfig):
    name = "goru.pipelines.searching"
