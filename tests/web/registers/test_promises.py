"""A case and what a plan promised lead to each other."""

import pytest
from django.test import Client
from tests import cast, registering
from tests.registering import ZONE, said

from goru.domain.institutions.models import Person
from goru.domain.plans.models import ActionTask, FocusTask, Publication
from goru.domain.registers.actions import link_case, open_case
from goru.domain.registers.models import Case
from goru.domain.registers.vocabulary import LinkKind
from goru.web.addresses import page_of
from goru.web.templatetags.registers import address

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def linked(adopted: Publication, secretariat: Person) -> Case:
    registering.load(ZONE)
    one = open_case(
        register_key="zone",
        said=said("세종 특구", who="sejong", area="1", place="sejong"),
        stage="applied",
        date_said="",
        by=secretariat,
        at=registering.AT,
    )
    for row in (ActionTask.objects.earliest("pk"), FocusTask.objects.earliest("pk")):
        one = link_case(
            case_id=one.pk,
            version=one.version,
            kind=LinkKind.FULFILS,
            item=row.item,
            by=secretariat,
            at=registering.AT,
        )
    return one


def test_a_case_leads_to_its_promises_and_they_to_it(client: Client, linked: Case) -> None:
    page = client.get(address(linked)).content.decode()
    for row in (ActionTask.objects.earliest("pk"), FocusTask.objects.earliest("pk")):
        assert f'href="{page_of(row)}"' in page
        shown = client.get(page_of(row)).content.decode()
        assert "대장에서" in shown
        assert f'href="{address(linked)}"' in shown
    Case.objects.update(is_withheld=True)
    assert "대장에서" not in client.get(page_of(row)).content.decode()


def test_a_case_is_linked_by_the_code_of_an_item(linked: Case, secretariat: Person) -> None:
    client, code = cast.signed_in(secretariat), ActionTask.objects.latest("pk").item.code
    form = {"version": linked.version, "kind": "same", "to": f"{code}"}
    answer = client.post(f"{address(linked)}links/add/", form, follow=True)
    assert linked.links.filter(kind="same", item__code=code).exists()
    assert answer.redirect_chain[-1][0] == address(linked)
