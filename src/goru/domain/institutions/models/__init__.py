"""Who: regions and the institutions that govern them, people and the posts they hold."""

from goru.domain.institutions.models.institutions import Institution, InstitutionName, Membership
from goru.domain.institutions.models.people import Person
from goru.domain.institutions.models.posts import Holding, Post, Unit
from goru.domain.institutions.models.regions import Region, RegionCode
from goru.domain.institutions.models.tokens import Token
from goru.domain.institutions.models.validity import valid_on

__all__ = [
    "Holding",
    "Institution",
    "InstitutionName",
    "Membership",
    "Person",
    "Post",
    "Region",
    "RegionCode",
    "Token",
    "Unit",
    "valid_on",
]
