from typing import Any

from django.core.management.base import BaseCommand

from goru.api.markdown import reference


class Command(BaseCommand):
    help = "API 설명서를 Markdown으로 출력합니다. Prints the reference of the API as Markdown."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        self.stdout.write(reference(), ending="")
