"""What items of drafts are to become, in words."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from goru.book.items.walking import items_of, name_of
from goru.domain.plans.models import Edition, ProposedSuccession
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.vocabulary import EditDeed, SuccessionKind


def successions_of(edition: Edition) -> dict[UUID, str]:
    """Of each item of a plan that was split or merged what it becomes, and of what it becomes what that was."""
    proposed = ProposedSuccession.objects.filter(edition__plan=edition.plan_id).select_related("edition")
    found = list(proposed.order_by("pk"))
    names: dict[UUID, str] = {}
    for one in {one.edition for one in found} | {edition} if found else ():
        names |= _names_in(one)
    words: dict[tuple[UUID, str], list[str]] = {}
    for each in found:
        kind = str(SuccessionKind(each.kind).label)
        words.setdefault((each.predecessor_id, f"{kind} →"), []).append(names.get(each.successor_id, "–"))
        words.setdefault((each.successor_id, f"{kind} ←"), []).append(names.get(each.predecessor_id, "–"))
    said: dict[UUID, list[str]] = {}
    for (item, how), others in words.items():
        said.setdefault(item, []).append(f"{how} {', '.join(others)}")
    return {item: "; ".join(each) for item, each in said.items()}


def _names_in(edition: Edition) -> Mapping[UUID, str]:
    """Of all that it has or had, also while it was written."""
    class_ = value_class(edition.plan)
    added = edition.edits.filter(deed=EditDeed.ADD).values_list("item", "new")
    came = {item: str(new.get("name") or new.get("text") or "") for item, new in added if new}
    return came | {
        held.item.item_id: name_of(held.item)
        for content in (edition.beginning, edition.content)
        for held in items_of(class_.model_validate(content))
        if held.item.item_id
    }
