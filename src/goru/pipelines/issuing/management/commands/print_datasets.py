from typing import Any

from django.core.management.base import BaseCommand

from goru.pipelines.issuing.formats.dictionary import dictionary


class Command(BaseCommand):
    help = "자료 설명서를 Markdown으로 출력합니다. Prints the dictionary of the data sets as Markdown."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        self.stdout.write(dictionary(), ending="")
