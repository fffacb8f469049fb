"""What an installation offers to the command `goru`: set up, serve, back up, restore, verify the log, manage.

Nothing is loaded here: the core command knows these without the extra `web`, and stays quick.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import REMAINDER, ArgumentParser, ArgumentTypeError, Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from goru.cli.offers import Offer, Unavailable
from goru.core.places import home

_BROKEN = 1


def _serve(_options: Namespace) -> int:
    _room("serve")
    sys.stdout.flush()  # the server takes the place of this process, which has loaded much that it does not need
    os.execv(sys.executable, [sys.executable, "-m", "goru.config.serve"])  # noqa: S606


def _setup(_options: Namespace) -> int:
    assets, npm, translations = (_room(name) for name in ("assets", "npm", "translations"))
    try:
        assets.install_all(home())
    except npm.NotInstalled as error:
        raise Unavailable(str(error)) from error
    translations.compile_catalogue(home() / "locale" / "en" / "LC_MESSAGES")
    return 0


def _manage(options: Namespace) -> int:
    manage, postgres = _room("manage"), _room("postgres")
    try:
        manage.run(options.arguments)
    except postgres.PostgresError as error:
        raise Unavailable(str(error)) from error
    return 0


def _backup(options: Namespace) -> int:
    return _backups("backup", options.file)


def _restore(options: Namespace) -> int:
    return _backups("restore", options.file)


def _backups(deed: str, file: Path) -> int:
    backups, archive = _room("backups.commands"), _room("backups.archive")
    try:
        sys.stdout.write(f"{getattr(backups, deed)(file)}\n")
    except archive.BackupError as error:
        raise Unavailable(str(error)) from error
    return 0


def _audit(options: Namespace) -> int:
    room, postgres = _room("auditing"), _room("postgres")
    try:
        is_whole, said = room.verify(options.seal)
    except postgres.PostgresError as error:
        raise Unavailable(str(error)) from error
    (sys.stdout if is_whole else sys.stderr).write(f"{said}\n")
    return 0 if is_whole else _BROKEN


def _takes_seals(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"], help="기록을 처음부터 다시 셈 (count the log again)")
    parser.add_argument(
        "--seal",
        action="append",
        default=[],
        type=_seal,
        metavar="SEAL",
        help="전에 공개된 봉인, 여럿이면 거듭 (a seal published earlier; may be repeated)",
    )


def _seal(said: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", said):
        raise ArgumentTypeError("봉인은 0–9와 a–f 64자입니다 (a seal has 64 hexadecimal digits)")
    return said


def _takes_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="백업 파일 (the file of the backup)")


def _takes_all(parser: ArgumentParser) -> None:
    parser.add_argument(
        "arguments",
        metavar="…",
        nargs=REMAINDER,
        help="Django 명령과 인자, 목록은 help (a command of Django and its arguments; `help` lists them)",
    )


def _room(name: str) -> Any:
    """A module of config, loaded now; what it needs comes with the extra `web`."""
    try:
        return import_module(f"goru.config.{name}")
    except ModuleNotFoundError as error:
        message = (
            f"이 명령에는 웹 설치가 필요합니다({error.name} 없음). pip install 'goru[web]'로 설치하세요."
        )
        raise Unavailable(message) from error


OFFERS = (
    Offer(
        "setup",
        "화면 자산, 글꼴, 내장 데이터베이스 프로그램을 받아 둡니다.",
        "Fetch styles, fonts and the embedded database's programs.",
        _setup,
    ),
    Offer(
        "serve",
        "데이터베이스, 작업 프로그램과 함께 웹 서버를 켭니다.",
        "Serve pages and API, with database and worker.",
        _serve,
    ),
    Offer(
        "backup",
        "켜 둔 채로 데이터베이스와 올린 파일을 한 파일에 백업하고 확인합니다.",
        "Back up the database and uploads to one file while running, and verify it.",
        _backup,
        _takes_file,
    ),
    Offer(
        "restore",
        "백업을 빈 데이터베이스에 복원하고 확인합니다.",
        "Bring a backup back into an empty database, and verify it.",
        _restore,
        _takes_file,
    ),
    Offer(
        "audit",
        "공적 행위 기록이 온전한지 확인합니다. 바뀌거나 빠진 줄이 있으면 종료 상태 1입니다.",
        "Verify the log of official acts; exit status 1 where a line was changed or removed.",
        _audit,
        _takes_seals,
    ),
    Offer(
        "manage",
        "설치를 관리하는 명령을 실행합니다.",
        "Run a command that manages the installation.",
        _manage,
        _takes_all,
    ),
)
