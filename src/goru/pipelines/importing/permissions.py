from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import Verdict, Why, refuse
from goru.domain.formulation import permissions as formulation
from goru.domain.institutions.models import Person
from goru.domain.institutions.permissions import holds_nationally
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import permissions as plans
from goru.pipelines.importing.models import Proposal


def may_see_proposal(by: Person, proposal: Proposal, on: date) -> Verdict:
    """Whether a person may see what a file proposes: who sees the draft, and who brought it in and writes there still."""
    edition = proposal.edition
    if proposal.made_by_id == by.pk and (verdict := formulation.may_bring_in(by, edition, on)):
        return verdict
    return plans.may_see_drafts(by, edition.plan, on)


def may_decide_on(by: Person, proposal: Proposal, on: date) -> Verdict:
    """Whether a person may decide on what a file proposes: the plan's author, and who brought it in of their own sections."""
    edition = proposal.edition
    if proposal.made_by_id == by.pk:
        return formulation.may_bring_in(by, edition, on)
    verdict = plans.may_write(by, edition.plan, on)
    return verdict and (plans.is_open(edition) and verdict)


def may_bring_in_books(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may bring in, adopt and leave books: the secretariat (기획단)."""
    reason = _("계획서를 가져올 권한이 없습니다. 지방시대위원회 기획단 담당자에게 요청하세요.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)
