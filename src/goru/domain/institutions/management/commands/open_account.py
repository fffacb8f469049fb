"""Let a person sign in: `open_account NAME --for "기획단 담당자" --post secretariat`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from goru.core.verdict import Refused
from goru.domain.institutions.actions import open_account, system_person


class Command(BaseCommand):
    """Asks for the password, or takes the first line of what is piped in; who has an account gets it anew."""

    help = "담당자 계정을 만들거나 새로 정합니다. 비밀번호는 물어봅니다. (Open an account or renew it.)"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name to sign in with, who it is, the posts."""
        parser.add_argument("username", help="들어갈 이름 (name to sign in with)")
        parser.add_argument("--for", dest="name", default="", help="화면에 보일 이름 (who it is)")
        parser.add_argument("--email", default="", help="메일 주소 (mail address)")
        parser.add_argument(
            "--post",
            action="append",
            default=[],
            help="오늘부터 맡을 직위, 예: secretariat, author:seoul, contributor:seoul/기획조정실 (post to hold)",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Open it, or say in one sentence why not."""
        password = getpass("비밀번호: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
        try:
            open_account(
                username=options["username"],
                name=options["name"],
                password=password,
                posts=options["post"],
                email=options["email"],
                by=system_person(),
                at=timezone.now(),
            )
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from weak
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{options['username']}: 이제 들어갈 수 있습니다.")
