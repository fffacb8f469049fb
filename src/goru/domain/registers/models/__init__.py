from goru.domain.registers.models.cases import Case, CaseRegion, CaseValue, Party
from goru.domain.registers.models.definitions import Definition, Register, Round
from goru.domain.registers.models.facts import CaseLink, Evidence, Observation, Quantity
from goru.domain.registers.models.moves import ExpectedStage, Move, PartyOpinion
from goru.domain.registers.models.uploads import CaseUpload

__all__ = [
    "Case",
    "CaseLink",
    "CaseRegion",
    "CaseUpload",
    "CaseValue",
    "Definition",
    "Evidence",
    "ExpectedStage",
    "Move",
    "Observation",
    "Party",
    "PartyOpinion",
    "Quantity",
    "Register",
    "Round",
]
