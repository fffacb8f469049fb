"""Items of drafts are split (분리) and merged (통합): by edits, with the successions that these propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from goru.book.items import reshaping
from goru.book.items.editing import Change
from goru.book.items.locating import Conflict, Unfit
from goru.book.items.sections import Rows
from goru.core.verdict import Outdated, Refused, Subject
from goru.domain.formulation.actions.collecting import write
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.vocabulary import EditWay, SuccessionKind


@transaction.atomic
def split_item(
    *, edition_id: int, rows: Rows, item: UUID, names: Sequence[str], by: Person, at: datetime
) -> None:
    """Make several items of one of a list, which goes; what stands under it goes to the first."""
    if len(names) < 2:
        raise Refused(_("새 이름을 둘 이상, 한 줄에 하나씩 적으세요."), about=_about(edition_id))
    new = [(uuid4(), name) for name in names]
    content = plans.held_edition(edition_id).content
    with _as_seen(edition_id):
        changes = reshaping.split(content, rows, item, new)
    _reshape(edition_id, SuccessionKind.SPLIT, changes, [(item, one) for one, _name in new], by, at)


@transaction.atomic
def merge_items(
    *, edition_id: int, rows: Rows, items: Sequence[UUID], name: str, by: Person, at: datetime
) -> None:
    """Make one item of several of a list, which go; what stands under them goes to it."""
    if len(items) < 2 or not name:
        raise Refused(_("합칠 항목을 둘 이상 고르고 새 이름을 적으세요."), about=_about(edition_id))
    new = uuid4()
    content = plans.held_edition(edition_id).content
    with _as_seen(edition_id):
        changes = reshaping.merged(content, rows, items, (new, name))
    _reshape(edition_id, SuccessionKind.MERGE, changes, [(one, new) for one in items], by, at)


def _reshape(
    edition_id: int,
    kind: SuccessionKind,
    changes: list[Change],
    pairs: list[tuple[UUID, UUID]],
    by: Person,
    at: datetime,
) -> None:
    done = write(edition_id=edition_id, changes=changes, way=EditWay.FORM, by=by, at=at, all_or_nothing=True)
    plans.propose_successions(edition=done.edition, kind=kind, pairs=pairs, by=by, at=at)


@contextmanager
def _as_seen(edition_id: int) -> Iterator[None]:
    try:
        yield
    except (Conflict, Unfit) as error:
        sentence = _("그사이 이 항목이 바뀌었습니다. 지금 내용을 확인한 뒤 다시 하세요.")
        raise Outdated(sentence, about=_about(edition_id)) from error


def _about(edition_id: int) -> Subject:
    return Subject("edition", str(edition_id))
