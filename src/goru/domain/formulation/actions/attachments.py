"""Files are attached to a plan that is written, and removed again."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from goru.book.items.sections import sections_of
from goru.book.model.editions import InstitutionPlan
from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.files import kind_of
from goru.core.text import normalise
from goru.core.verdict import Refused, Subject, Verdict, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import Attachment
from goru.domain.formulation.queries.attachments import attachment_of
from goru.domain.formulation.vocabulary import FormulationAct
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edition


@audit.deed
def attach(
    *, edition_id: int, section: str, name: str, content: bytes, by: Person, at: datetime
) -> Attachment:
    """Attach a file to a section of an open edition, or (`""`) to the whole plan; what it is its content says."""
    edition, on = plans.held_edition(edition_id), day_in_korea(at)
    about = Subject("attachments", str(edition_id))
    verdict = require(permissions.may_attach(by, edition, section, on), about=about)
    if section and section not in _keys(edition):
        raise Refused(_("초안에 없는 절입니다. 첨부할 절을 다시 고르세요."), about=about)
    plain = rules.file_name(normalise(name))
    form = kind_of(content) or ""
    require(rules.can_be_attached(plain, len(content), form), about=about)
    require(rules.has_room(edition.attachments.count()), about=about)
    digest = sha256(content).hexdigest()
    if edition.attachments.filter(section=section, digest=digest).exists():
        raise Refused(_("같은 파일이 이미 붙어 있습니다."), about=about)
    made = Attachment.objects.create(
        edition=edition,
        section=section,
        name=plain,
        form=form,
        size=len(content),
        digest=digest,
        content=content,
        added_at=at,
        added_by=by,
    )
    _note(FormulationAct.ATTACHED, made, verdict, by, at)
    return made


@audit.deed
def remove_attachment(*, attachment_id: int, by: Person, at: datetime) -> None:
    """Remove a file until the edition it was attached in is sealed; the log keeps its name and digest."""
    found = attachment_of(attachment_id)
    plans.held_edition(found.edition_id)
    found = attachment_of(attachment_id)
    verdict = require(permissions.may_remove_attachment(by, found, day_in_korea(at)), about=found.subject)
    _note(FormulationAct.ATTACHMENT_REMOVED, found, verdict, by, at)
    found.delete()


def _keys(edition: Edition) -> set[str]:
    return {one.key for one in sections_of(InstitutionPlan.model_validate(edition.content))}


def _note(act: FormulationAct, one: Attachment, verdict: Verdict, by: Person, at: datetime) -> None:
    details = {"section": one.section, "name": one.name, "size": one.size, "digest": one.digest}
    audit.note(act, subject=one.subject, by=by, post=verdict.post, at=at, details=details)
