"""Cotton's components without its own configuration, which loads Django's admin: three megabytes for nothing."""

from django.apps import AppConfig
from django_cotton.nested_tag_support import enable_nested_tag_support


class CottonConfig(AppConfig):
    """As `SimpleAppConfig` of django_cotton: loader and tags are in the settings."""

    name = "django_cotton"

    def ready(self) -> None:
        """Let tags stand within the attributes of components."""
        enable_nested_tag_support()
