from goru.domain.institutions.queries.institutions import (
    InstitutionOn,
    by_short_name,
    full_names,
    institution_on,
    known_on,
    megaregions_of,
    members_of,
    municipalities_of,
    named,
    renamed_between,
    shapes_of,
)
from goru.domain.institutions.queries.posts import holders_of, needs_second_factor, post_of, posts_of

__all__ = [
    "InstitutionOn",
    "by_short_name",
    "full_names",
    "holders_of",
    "institution_on",
    "known_on",
    "megaregions_of",
    "members_of",
    "municipalities_of",
    "named",
    "needs_second_factor",
    "post_of",
    "posts_of",
    "renamed_between",
    "shapes_of",
]
