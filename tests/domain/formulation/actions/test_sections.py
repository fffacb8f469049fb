import pytest
from django.apps import apps
from tests import formulating
from tests.formulating import BEGUN, LATER, now, section, wording

from goru.core.verdict import Outdated, Refused
from goru.domain.formulation import actions
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_draft_is_worded_in_its_place_and_kept_in_its_history(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    one = section(guideline)
    actions.word_section(
        section_id=one.pk, version=one.version, wording=wording("추진전략"), by=secretariat, at=BEGUN
    )

    kept = one.wordings.get()
    assert (kept.number, kept.title) == (1, "추진전략")
    history = apps.get_model("formulation", "SectionWordingEvent").objects.filter(pgh_obj=kept.pk)
    assert list(history.order_by("pgh_id").values_list("title", flat=True)) == [
        "비전",
        "추진전략",
    ]


def test_once_it_is_resolved_each_change_is_a_wording_of_its_own_with_a_reason(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.resolved(secretariat)
    one = section(guideline)

    with pytest.raises(Refused, match="까닭"):
        actions.word_section(
            section_id=one.pk, version=one.version, wording=wording("추진전략"), by=secretariat, at=LATER
        )
    formulating.reword(guideline, secretariat, "추진전략")

    kept = one.wordings.order_by("number").values_list("number", "title", "reason")
    assert list(kept) == [(1, "비전", ""), (2, "추진전략", "오류 바로잡음")]


def test_nothing_changes_where_nothing_is_another(adopted: Publication, secretariat: Person) -> None:
    one = section(formulating.drafted(secretariat))

    with pytest.raises(Refused, match="바뀐 내용"):
        actions.word_section(
            section_id=one.pk, version=one.version, wording=wording(), by=secretariat, at=BEGUN
        )


def test_no_change_overwrites_what_it_has_not_seen(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    seen = section(guideline)
    formulating.reword(guideline, secretariat, "추진전략", at=BEGUN)

    with pytest.raises(Outdated):
        actions.word_section(
            section_id=seen.pk, version=seen.version, wording=wording("목표"), by=secretariat, at=BEGUN
        )


def test_a_section_is_taken_out_until_the_guideline_is_resolved(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    one = section(guideline, "devolution")
    actions.remove_section(section_id=one.pk, version=one.version, by=secretariat, at=BEGUN)

    assert [one.key for one in guideline.sections.all()] == ["vision"]


def test_a_section_of_a_resolved_guideline_stays(adopted: Publication, secretariat: Person) -> None:
    one = section(formulating.resolved(secretariat))

    with pytest.raises(Refused, match="지금 상태"):
        actions.remove_section(section_id=one.pk, version=one.version, by=secretariat, at=LATER)


def test_keys_are_distinct(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)

    with pytest.raises(Refused, match="이미 쓰는"):
        actions.add_section(**now(guideline), key="vision", wording=wording(), by=secretariat, at=BEGUN)
