"""Take the second factor from who lost it: `end_second_factor NAME`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from goru.domain.institutions.actions import system_person
from goru.domain.institutions.rules import SYSTEM
from goru.web.accounts.second_factor import take_away


class Command(BaseCommand):
    """For who runs the installation, once they know who asks; the person is told by mail, and sets up another."""

    help = (
        "2단계 인증 기기와 복구 코드를 모두 잃은 사람의 2단계 인증을 끕니다. 본인인지 먼저 확인하세요. "
        "(Turn off the second factor of somebody who lost it.)"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name to sign in with."""
        parser.add_argument("username", help="들어갈 이름 (name to sign in with)")

    def handle(self, *, username: str, **_options: Any) -> None:
        """Take it away, or say in one sentence why not."""
        people = get_user_model()
        person = people._default_manager.filter(username=people.normalize_username(username)).first()
        if person is None:
            raise CommandError(f"{username}: 그런 아이디가 없습니다.")
        if not take_away(person, by=system_person(), post=SYSTEM, at=timezone.now()):
            raise CommandError(f"{username}: 2단계 인증을 쓰고 있지 않습니다.")
        self.stdout.write(f"{username}: 2단계 인증을 껐습니다. 다음에 들어올 때 다시 켤 수 있습니다.")
