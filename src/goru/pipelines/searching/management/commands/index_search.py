from typing import Any

from django.core.management.base import BaseCommand

from goru.domain.plans import queries as plans
from goru.pipelines.searching.actions import index_cycle


class Command(BaseCommand):
    help = "채택된 계획을 검색할 수 있게 합니다. Makes the adopted plans searchable, where they are not yet."

    def handle(self, **_options: Any) -> None:
        for cycle in plans.cycles():
            if index_cycle(cycle=cycle):
                self.stdout.write(f"{cycle.year}: 검색 색인을 만들었습니다.")
