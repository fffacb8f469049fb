"""`goru audit`: the log counted again, and one sentence on what was found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import django
from django.db import Error

from goru.config import postgres, roles


def verify(seals: Sequence[str]) -> tuple[bool, str]:
    """Whether the log is whole and holds the seals, and the sentences that say so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    with postgres.available():
        django.setup()
        try:
            return _verified(seals)
        except Error as error:
            reason = " ".join(str(error).split())
            message = f"데이터베이스를 쓸 수 없어 기록을 확인하지 못했습니다: {reason}"
            raise postgres.PostgresError(message) from error


def _verified(seals: Sequence[str]) -> tuple[bool, str]:
    queries = import_module("goru.core.audit.queries")  # only now: it knows models
    found = queries.verify(expected=[*seals, *queries.seen()])
    sentences = [] if queries.is_guarded() else [roles.ONE_ROLE]
    if found.broken:
        sentences.append(f"공적 행위 기록의 {found.broken:,}번 줄이 바뀌었거나 빠졌습니다.")
    sentences += [
        f"봉인 {seal}이 기록에 없습니다. 그 줄이 바뀌었거나 잘려 나갔습니다." for seal in found.missing
    ]
    if found.is_whole:
        sentences.append(f"공적 행위 기록 {found.lines:,}줄이 온전합니다. 마지막 봉인: {found.seal}")
    return found.is_whole, "\n".join(sentences)
