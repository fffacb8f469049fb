from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from goru.book import register
from goru.book.checking.rulebook import check
from goru.book.composing import owing_ministries
from goru.book.model import Finding, PlanBook
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Refused, Subject, Verdict, require
from goru.domain.finance import actions as finance
from goru.domain.indicators import actions as indicators
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution, Person
from goru.domain.plans import actions as plans
from goru.domain.plans import permissions
from goru.domain.plans.actions import rows as plan_rows
from goru.domain.plans.models import (
    Cycle,
    Edition,
    PrintedPlaces,
    Projection,
    Publication,
    PublishedEdition,
)
from goru.domain.plans.queries.compositions import Composition, composition_of
from goru.domain.plans.queries.publications import editions_of, latest_publication
from goru.domain.plans.vocabulary import EditionState
from goru.domain.publication import rules
from goru.domain.publication.vocabulary import PublicationAct

FORM = 1
"""Raised whenever the same editions give other rows: they are made again then."""


@audit.deed
def publish(*, cycle: Cycle, editions: Sequence[Edition], by: Person, at: datetime) -> Publication:
    """Publish editions, one a plan, as the plan of a cycle (공표); what is published already stays as it is.

    All rows, findings and duties follow in the same transaction. Refused where an edition is not sealed, where a plan
    has two, or where what a plan speaks of is not in the frame.
    """
    about = _about(cycle)
    verdict = require(permissions.may_publish(by, cycle, day_in_korea(at)), about=about)
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    chosen = {edition.plan_id: edition for edition in editions}
    if len(chosen) != len(editions) or any(one.plan.cycle_id != cycle.pk for one in editions):
        raise Refused(_("공표할 판은 그해 계획마다 하나씩이어야 합니다."), about=about)
    if any(one.state != EditionState.SEALED for one in editions):
        raise Refused(_("확정된 판만 공표할 수 있습니다."), about=about)
    composition = composition_of(cycle, editions)
    require(rules.hangs_together(composition.book), about=about)
    require(rules.stand_in_the_frame(composition.parts, composition.book), about=about)
    require(rules.are_their_plans([(one.plan, one.content) for one in editions]), about=about)
    require(rules.are_known(composition.book, {name for _, name in _known_in(cycle)}), about=about)
    before = latest_publication(cycle)
    if before and set(before.editions.values_list("pk", flat=True)) == {one.pk for one in editions}:
        _refresh_and_note(before, composition, by, verdict, at)
        return before
    publication = Publication.objects.create(
        cycle=cycle, number=before.number + 1 if before else 1, title="", digest="", mark="", at=at, by=by
    )
    PublishedEdition.objects.bulk_create(
        PublishedEdition(publication=publication, plan_id=plan, edition=edition)
        for plan, edition in chosen.items()
    )
    if before:  # what is found again is the same finding
        before.findings.update(publication=publication)
    refresh(publication=publication, composition=composition)
    plans.put_successions_in_force(publication=publication, by=by, post=verdict.post, at=at)
    details = {"number": publication.number, "digest": publication.digest, "editions": len(editions)}
    audit.note(
        PublicationAct.PUBLISHED,
        subject=about,
        by=by,
        post=verdict.post,
        at=at,
        details=details,
    )
    return publication


def _about(cycle: Cycle) -> Subject:
    return Subject("cycle", str(cycle.year))


def _refresh_and_note(
    publication: Publication, composition: Composition, by: Person, verdict: Verdict, at: datetime
) -> None:
    before = publication.mark
    touched = {
        kind: count
        for kind, count in refresh(publication=publication, composition=composition).items()
        if count
    }
    if touched or publication.mark != before:
        details = {"number": publication.number, "touched": touched}
        subject = _about(publication.cycle)
        audit.note(
            PublicationAct.REFRESHED, subject=subject, by=by, post=verdict.post, at=at, details=details
        )


@transaction.atomic
def refresh(*, publication: Publication, composition: Composition) -> dict[str, int]:
    """Bring rows, findings and duties to what a publication says; how many rows of each kind were touched."""
    cycle, book = publication.cycle, composition.book
    owing = plans.keep_duties(cycle=cycle, ministries=owing_ministries(book))
    touched = project(composition) | {"Duty": owing}
    touched["Finding"] = plans.keep_findings(of=publication, findings=_checked(book))
    publication.title = book.title
    publication.decided_date = book.decided
    publication.document_id = composition.national
    sources = {"reconciled": book.stated.reconciled_source, "national": book.stated.national_source}
    publication.total_sources = {
        name: source.model_dump(mode="json") for name, source in sources.items() if source
    }
    publication.digest = _digest(publication)
    publication.mark = _mark(publication)
    publication.save()
    Projection.objects.update_or_create(cycle=cycle, defaults={"publication": publication, "form": FORM})
    return touched


@audit.deed
def check_again(*, publication: Publication, by: Person, at: datetime) -> None:
    """Bring the findings of a publication up to what the checks of now find."""
    about = _about(publication.cycle)
    verdict = require(permissions.may_publish(by, publication.cycle, day_in_korea(at)), about=about)
    book = composition_of(publication.cycle, editions_of(publication)).book
    if touched := plans.keep_findings(of=publication, findings=_checked(book)):
        publication.mark = _mark(publication)
        publication.save(update_fields=["mark"])
        details = {"number": publication.number, "touched": touched}
        audit.note(
            PublicationAct.CHECKED_AGAIN, subject=about, by=by, post=verdict.post, at=at, details=details
        )


@audit.deed
def refresh_outdated(*, by: Person, at: datetime) -> list[Cycle]:
    """Make the rows of all cycles again that are not of their latest publication in the form of now."""
    done = []
    for cycle in Cycle.objects.order_by("year"):
        latest = latest_publication(cycle)
        if latest and not Projection.objects.filter(cycle=cycle, publication=latest, form=FORM).exists():
            may = permissions.may_publish(by, cycle, day_in_korea(at))
            verdict = require(may, about=_about(cycle))
            _refresh_and_note(latest, composition_of(cycle, editions_of(latest)), by, verdict, at)
            done.append(cycle)
    return done


def project(composition: Composition) -> dict[str, int]:
    """Bring the rows of a cycle to what a composed book says."""
    rows = plan_rows.Rows(composition, _known_in(composition.cycle))
    plan_rows.write_plans(rows)
    plan_rows.write_frame(rows)
    plan_rows.write_tasks(rows)
    plan_rows.write_parts(rows)
    finance.write_money(rows)
    indicators.write_indicators(rows)
    return rows.touched


def _known_in(cycle: Cycle) -> dict[tuple[str, str], Institution]:
    return institutions.known_on(date(cycle.year, 1, 1))


def _checked(book: PlanBook) -> list[Finding]:
    return check(book, register=institutions.register_in_use())


def _digest(publication: Publication) -> str:
    digests = sorted(publication.editions.values_list("digest", flat=True))
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _mark(publication: Publication) -> str:
    """What readers are answered with is another where this is: publication, places, findings, register of institutions."""
    found = publication.findings.order_by("position").values_list(
        "rule", "severity", "subject", "message", "explanation", "concerns", "sources", "parameters"
    )
    places = PrintedPlaces.objects.filter(edition__publications=publication).order_by("pk")
    parts = [
        publication.number,
        publication.digest,
        [list(one) for one in found],
        list(places.values_list("document__digest", flat=True)),
        register.digest(),
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
