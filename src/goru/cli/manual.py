"""Prints docs/reference/command-line.md from the commands' own help: `python -m goru.cli.manual`."""

import os
import sys
from argparse import ArgumentParser
from contextlib import redirect_stdout
from io import StringIO

from goru.cli.commands import parser
from goru.cli.offers import offers

_COMMANDS = ("", "read", "check", "schema", "export", *(offer.name for offer in offers()))
_HEAD = """# 명령줄 (Command line)

이 쪽은 명령의 도움말에서 만듭니다(`make docs`). 자료의 모양은 `goru schema book`과 `goru schema findings`가, 점검 규칙은
[rules.md](rules.md)가 말합니다. 다른 프로그램이 읽는 것은 JSON이며 `schema_version`이 모양의 판입니다(지금 1.3).
모양은 더해질 뿐이며, 앞선 판(1.0)의 자료는 언제까지나 읽습니다. 뒤의 판은 까닭을 말하고 읽지 않습니다.

This page is printed from the commands' help. The shape of the data is what `goru schema` says; the rules are in
[rules.md](rules.md). Other programs read the JSON; `schema_version` is the version of its shape (1.3 today).
It grows by additions, and data of older versions (1.0) are read for ever; those of a later one are refused with the reason.

| 종료 상태 (exit status) | 뜻 | Meaning |
| --- | --- | --- |
| 0 | 정상. `check`는 오류가 없음(확인 필요는 있을 수 있음) | done; `check` found no error (there may be warnings) |
| 1 | `check`가 오류를, `audit`이 바뀌거나 빠진 줄을 찾음 | `check` found an error, `audit` a line changed or removed |
| 2 | 틀린 명령, 읽거나 쓸 수 없는 파일(까닭은 표준 오류에) | a wrong command, a file that cannot be read or written |
| 130, 141 | 사용자가 멈춤, 받는 쪽이 먼저 끝남 | interrupted; the reader of the output has gone |
"""


def manual() -> str:
    """The page, with the help of every command as a terminal of 100 columns shows it."""
    os.environ["COLUMNS"] = "100"
    return _HEAD + "".join(
        f"\n## goru {name}".rstrip() + f"\n\n```text\n{_help(name)}```\n" for name in _COMMANDS
    )


def _help(command: str) -> str:
    text, whole = StringIO(), parser()
    if not command:
        return whole.format_help()
    with redirect_stdout(text):
        _run_help(whole, command)
    return text.getvalue()


def _run_help(whole: ArgumentParser, command: str) -> None:
    try:
        whole.parse_args([command, "--help"])
    except SystemExit:
        return


if __name__ == "__main__":
    sys.stdout.write(manual())
