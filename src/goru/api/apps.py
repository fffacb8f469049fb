from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The HTTP API: its reference page and the command that prints the same."""

    name = "goru.api"
