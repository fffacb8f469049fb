"""Going back to what was published before."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from goru.core.audit.actions import deed
from goru.core.dates import day_in_korea
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions
from goru.domain.plans.models import Cycle, Publication
from goru.domain.plans.queries.publications import editions_of, latest_publication
from goru.domain.publication import actions as publication
from goru.pipelines.issuing.vocabulary import ISSUE_CYCLE


@deed
def return_to_publication(*, to: Publication, seen: int, by: Person, at: datetime) -> Publication:
    """Publish the editions of an earlier publication again, as a new one, and have it issued.

    `seen` is the number of the one that was in force when the person decided; another by now is Outdated.
    """
    about = Subject("cycle", str(to.cycle.year))
    require(permissions.may_publish(by, to.cycle, day_in_korea(at)), about=about)
    cycle = Cycle.objects.select_for_update().get(pk=to.cycle_id)
    current = latest_publication(cycle)
    if current is None or current.number != seen:
        sentence = _("그사이 이 연도의 계획이 새로 공표되었습니다. 지금 상태를 확인하고 다시 하세요.")
        raise Outdated(sentence, about=about)
    editions = editions_of(to)
    if set(editions) == set(editions_of(current)):
        raise Refused(_("지금 공표된 계획과 같습니다. 되돌릴 것이 없습니다."), about=about)
    published = publication.publish(cycle=cycle, editions=editions, by=by, at=at)
    ISSUE_CYCLE.defer_once(year=cycle.year)
    return published
