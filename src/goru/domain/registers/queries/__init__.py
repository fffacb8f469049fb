from goru.domain.registers.queries.calendar import (
    Ahead,
    Gauge,
    RoundSeen,
    ahead,
    gauges,
    late,
    round_seen,
    waiting,
)
from goru.domain.registers.queries.cases import CaseSeen, Step, Told, Way, case_seen, public_values
from goru.domain.registers.queries.listing import CaseTable, listed
from goru.domain.registers.queries.lists import (
    CaseList,
    Chosen,
    Facet,
    RegisterSeen,
    cases_in,
    register_of,
    registers_seen,
    seen_cases,
)
from goru.domain.registers.queries.places import PlaceSeen, place_seen
from goru.domain.registers.queries.public import mark, public_cases

__all__ = [
    "Ahead",
    "CaseList",
    "CaseSeen",
    "CaseTable",
    "Chosen",
    "Facet",
    "Gauge",
    "PlaceSeen",
    "RegisterSeen",
    "RoundSeen",
    "Step",
    "Told",
    "Way",
    "ahead",
    "case_seen",
    "cases_in",
    "gauges",
    "late",
    "listed",
    "mark",
    "place_seen",
    "public_cases",
    "public_values",
    "register_of",
    "registers_seen",
    "round_seen",
    "seen_cases",
    "waiting",
]
