"""Small registers that tests keep their cases in."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.models import Institution, Region
from goru.domain.registers.actions import Said, load_registers
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.vocabulary import QuantityKind

AT = datetime(2024, 3, 20, 3, tzinfo=UTC)


def words(ko: str) -> dict[str, str]:
    return {"ko": ko, "en": "In English"}


ZONE: dict[str, Any] = {
    "key": "zone",
    "name": words("기회특구"),
    "prefix": "특구-기회",
    "about": words("시험 대장"),
    "owner": "motie",
    "fields": [
        {"key": "theme", "name": words("주제"), "kind": "text", "public_from": "designated"},
        {"key": "firms", "name": words("앵커기업"), "kind": "list"},
    ],
    "quantities": [
        {
            "key": "area",
            "name": words("면적"),
            "unit": "㎡",
            "units": {"만평": "33058", "평": "3.3058"},
            "public_from": "applied",
        }
    ],
    "roles": [
        {
            "key": "applicant",
            "name": words("신청"),
            "kinds": ["province"],
            "is_lead": True,
            "public_from": "applied",
        }
    ],
    "stages": [
        {"key": "intended", "name": words("계획"), "public": True},
        {"key": "applied", "name": words("신청"), "public": True},
        {"key": "deliberated", "name": words("심의·의결"), "public": True},
        {"key": "designated", "name": words("지정"), "public": True},
        {"key": "released", "name": words("해제"), "public": True, "end": True},
    ],
    "moves": [
        {"from": "intended", "to": "applied", "by": ["applicant", "secretariat"]},
        {"from": "applied", "to": "deliberated", "by": ["secretariat"]},
        {"from": "deliberated", "to": "designated", "by": ["owner", "secretariat"]},
        {"from": "designated", "to": "released", "by": ["secretariat"], "reason": True},
    ],
    "opens": ["secretariat", "applicant"],
    "returns": [
        {
            "key": "yearly",
            "name": words("연간 실적"),
            "period": "year",
            "values": [{"key": "jobs", "name": words("고용"), "least": "0"}],
            "by": ["applicant"],
            "stages": ["designated"],
            "public": True,
        }
    ],
    "rules": [
        {"kind": "required", "stages": ["applied"], "quantities": ["area"], "places": True},
        {
            "kind": "sum-limit",
            "stages": ["applied", "deliberated", "designated"],
            "quantity": "area",
            "role": "applicant",
            "by_class": {"metropolitan_city": "4958700", "province": "6611600"},
        },
        {"kind": "order", "stages": ["applied", "deliberated", "designated"]},
        {"kind": "overlap", "registers": ["zone"]},
        {"kind": "stated"},
    ],
    "rounds": "year",
    "counts": [
        {
            "owner": "Ⅲ-1-(1)",
            "indicator": "기회특구 지정",
            "stages": ["designated"],
            "counted_as": "flow",
        }
    ],
}

QUOTA: dict[str, Any] = {
    "key": "quota",
    "name": words("숙원규제"),
    "prefix": "규제",
    "about": words("시험 대장"),
    "owner": "mois",
    "roles": [{"key": "proposer", "name": words("제안"), "kinds": ["province"], "is_lead": True}],
    "stages": [
        {"key": "found", "name": words("발굴")},
        {"key": "selected", "name": words("선정"), "public": True},
        {"key": "withdrawn", "name": words("철회"), "end": True},
    ],
    "moves": [
        {"from": "found", "to": "selected", "by": ["owner"]},
        {"from": "selected", "to": "withdrawn", "by": ["owner"]},
    ],
    "opens": ["secretariat", "owner", "proposer"],
    "rules": [
        {"kind": "count-limit", "stages": ["selected"], "most": 2},
        {"kind": "required", "stages": ["selected"], "round": True},
    ],
    "rounds": "half",
    "has_places": False,
}

TASK: dict[str, Any] = {
    "key": "task",
    "name": words("정책과제"),
    "prefix": "과제",
    "about": words("시험 대장"),
    "owner": "committee",
    "fields": [{"key": "law", "name": words("법령"), "kind": "text"}],
    "roles": [
        {"key": "province", "name": words("시·도"), "kinds": ["province"], "is_lead": True},
        {"key": "ministry", "name": words("부처"), "kinds": ["ministry"], "many": True},
        {"key": "experts", "name": words("전문위"), "free": True},
    ],
    "stages": [
        {"key": "active", "name": words("적극추진")},
        {"key": "proposed", "name": words("종결 제안")},
        {"key": "closed", "name": words("관리종결"), "public": True, "end": True},
    ],
    "moves": [
        {"from": "active", "to": "proposed"},
        {"from": "proposed", "to": "closed"},
        {"from": "proposed", "to": "active"},
    ],
    "returns": [
        {
            "key": "half",
            "name": words("반기 점검"),
            "period": "half",
            "values": [{"key": "state", "name": words("상태"), "kind": "text"}],
            "by": ["province", "secretariat"],
        }
    ],
    "rules": [
        {"kind": "opinions", "stages": ["closed"], "roles": ["province", "ministry", "experts"]},
        {"kind": "required", "stages": ["closed"], "returns": ["half"]},
        {"kind": "due", "stages": ["proposed"], "days": 30},
    ],
    "unique": ["law"],
}


EVERY = (ZONE, QUOTA, TASK)


def load(*definitions: dict[str, Any]) -> None:
    """Have these registers, and the institutions that they name."""
    load_register(by=system_person(), at=AT)
    load_registers(
        [RegisterDefinition.model_validate(one) for one in definitions], [], by=system_person(), at=AT
    )


def said(
    title: str, *, who: str = "", role: str = "applicant", area: str = "", place: str = "", **also: Any
) -> Said:
    """What is said of a case of one of these."""
    parties = also.pop("parties", [])
    if who:
        parties = [(role, Institution.objects.get(key=who)), *parties]
    places = [(Region.objects.get(key=place), "")] if place else []
    amounts: dict[tuple[str, int | None, QuantityKind], tuple[Decimal, str]] = (
        {("area", None, QuantityKind.PROMISED): (Decimal(area), "")} if area else {}
    )
    return Said(title, parties=parties, places=places, amounts=amounts, **also)
