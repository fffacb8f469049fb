"""Who holds what."""

from datetime import date

import pytest
from tests import cast

from goru.domain.institutions import queries
from goru.domain.institutions.models import Person, Post
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]
DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("who", "needs"),
    [
        *(("secretariat", True), ("administrator", True), ("author_in_seoul", False)),
        *(("evaluator", False), ("auditor", False)),
    ],
)
def test_a_second_factor_is_asked_of_the_secretariat_and_of_administrators(
    who: str, needs: bool, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)

    assert queries.needs_second_factor(person, DAY) is needs
    assert not queries.needs_second_factor(person, date(2023, 7, 9))


def test_a_post_that_nobody_ever_held_is_not_kept_and_has_no_holders(author_in_seoul: Person) -> None:
    kept, never = cast.post(Role.AUTHOR, "seoul"), cast.post(Role.CERTIFIER, "seoul")

    assert (kept.pk, never.pk) == (Post.objects.get().pk, None)
    assert [one.person for one in queries.holders_of(kept, DAY)] == [author_in_seoul]
    assert queries.holders_of(never, DAY) == []


def test_posts_have_a_key_and_a_name(contributor: Person) -> None:
    [held] = queries.posts_of(contributor, DAY)

    assert (held.post.key, held.name) == ("contributor:seoul/문화본부", "서울 문화본부 작성 담당자")
