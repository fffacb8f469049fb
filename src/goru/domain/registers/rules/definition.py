"""What a register is: the form of its definition, a reviewed file (`data/registers/<key>.json`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Literal, Self

from django.utils.translation import get_language
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.registers.vocabulary import CountedAs, FieldKind, GovernmentClass, Period

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500)]

SECRETARIAT = "secretariat"
"""The secretariat of the Committee (기획단), among those who may do something to a case."""
OWNER = "owner"
"""The institution that runs the register, among those who may."""


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Closed):
    """What something is called; as text, in the reader's language."""

    ko: Text
    en: Text

    def __str__(self) -> str:
        return self.en if get_language() == "en" else self.ko


class Choice(_Closed):
    """One of the values a field may have."""

    key: Key
    name: Words


class CaseField(_Closed):
    """A field of a case (항목), withheld but where `RegisterDefinition.is_told` says so of its `public_from`."""

    key: Key
    name: Words
    kind: FieldKind
    choices: tuple[Choice, ...] = ()
    public_from: Key | None = None
    hint: Words | None = None

    @model_validator(mode="after")
    def _has_choices_if_one_chooses(self) -> Self:
        if bool(self.choices) != (self.kind == FieldKind.CHOICE):
            raise ValueError(f"field {self.key}: choices belong to a field of kind 'choice', and only to one")
        return self


class QuantityField(_Closed):
    """An amount of a case: kept in `unit`, told in any of `units`, each with how many of `unit` it is (만평 = 33058 ㎡)."""

    key: Key
    name: Words
    unit: Text
    units: dict[Text, Decimal] = Field(default_factory=dict)
    per_year: bool = False
    public_from: Key | None = None


class PartyRole(_Closed):
    """A part that somebody has in cases (역할): institutions of these kinds and, where `free`, a name of any other body.

    `is_lead`: whose case it is, as lists say.
    """

    key: Key
    name: Words
    kinds: tuple[InstitutionKind, ...] = ()
    free: bool = False
    many: bool = False
    is_lead: bool = False
    public_from: Key | None = None


class Stage(_Closed):
    """Where a case stands (단계). A case is public while it is in a stage that is, and over in one that ends it.

    `joins`: who has this role becomes a member of the megaregion whose case it is, from the day that it comes here; where
    `joins_where` names fields, only of cases with these values.
    """

    key: Key
    name: Words
    public: bool = False
    end: bool = False
    joins: Key | None = None
    joins_where: dict[Key, str] = Field(default_factory=dict)


class StageMove(_Closed):
    """A way from one stage to another, and who takes it: the secretariat, the owner, or the author of a party by its role.

    `reason`: it is not taken without one.
    """

    from_: Key = Field(alias="from")
    to: Key
    by: tuple[Key, ...] = (SECRETARIAT,)
    reason: bool = False


class ReturnField(_Closed):
    """A value that is told for each period; a number lies within its bounds. `choices` make it one of them."""

    key: Key
    name: Words
    kind: FieldKind = FieldKind.NUMBER
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None


class Return(_Closed):
    """What is told of a case for each period (점검·실적), by whom, and how many days after its end."""

    key: Key
    name: Words
    period: Period
    values: tuple[ReturnField, ...] = Field(min_length=1)
    by: tuple[Key, ...] = (SECRETARIAT,)
    stages: tuple[Key, ...] = ()
    due_days: int = Field(ge=0, le=366, default=45)
    public: bool = False


class _Rule(_Closed):
    """`lines` are where a plan book prints it, `source` where else it comes from."""

    lines: tuple[int, int] | None = None
    source: str = ""


class Required(_Rule):
    """What a case must have to come into a stage: fields, quantities, roles, values of a return, evidence, a round, a link to
    an item of a plan (`promise`). `only_warns`: what it lacks is told on its page, and stops nothing."""

    kind: Literal["required"]
    stages: tuple[Key, ...] = Field(min_length=1)
    fields: tuple[Key, ...] = ()
    quantities: tuple[Key, ...] = ()
    roles: tuple[Key, ...] = ()
    returns: tuple[Key, ...] = ()
    evidence: bool = False
    places: bool = False
    round: bool = False
    promise: bool = False
    only_warns: bool = False


class Opinions(_Rule):
    """Whose opinions a case must have to come into a stage: of all who have one of these roles, and of one at least of each.

    `must_agree`: an opinion against it is none (a council's resolution).
    """

    kind: Literal["opinions"]
    stages: tuple[Key, ...] = Field(min_length=1)
    roles: tuple[Key, ...] = Field(min_length=1)
    must_agree: bool = False


class CountLimit(_Rule):
    """How many cases of a round may be in these stages."""

    kind: Literal["count-limit"]
    stages: tuple[Key, ...] = Field(min_length=1)
    most: int = Field(ge=1)


class SumLimit(_Rule):
    """How much of a quantity the cases of one party in these stages may have together, by the class of its government.

    A class that is not named cannot be judged: then the case is told so, and never that it is in order.
    """

    kind: Literal["sum-limit"]
    stages: tuple[Key, ...] = Field(min_length=1)
    quantity: Key
    role: Key
    by_class: dict[GovernmentClass, Decimal] = Field(min_length=1)


class Range(_Rule):
    """Between which bounds a quantity lies: from the least on, below the other."""

    kind: Literal["range"]
    quantity: Key
    least: Decimal | None = None
    below: Decimal | None = None


class Member(_Rule):
    """In which other register, and in which stages there, the places of a case must stand as it comes into a stage."""

    kind: Literal["member"]
    stages: tuple[Key, ...] = Field(min_length=1)
    register_: Key = Field(alias="register")
    in_stages: tuple[Key, ...] = Field(min_length=1)


class Due(_Rule):
    """By when a case leaves a stage: `days` after it came there."""

    kind: Literal["due"]
    stages: tuple[Key, ...] = Field(min_length=1)
    days: int = Field(ge=1)


class Term(_Rule):
    """How many years a stage lasts, and into which one a case comes before they are over."""

    kind: Literal["term"]
    stage: Key
    years: int = Field(ge=1)
    before: tuple[Key, ...] = ()


class Order(_Rule):
    """The order in which stages are usually reached; a date against it is kept with a reason and told."""

    kind: Literal["order"]
    stages: tuple[Key, ...] = Field(min_length=2)


class Stated(_Rule):
    """That the numbers which are printed for a round are compared with what is counted in it.

    `incomplete`: stages of which not every case is known by name; there more than the printed number is a finding, fewer not.
    """

    kind: Literal["stated"]
    incomplete: tuple[Key, ...] = ()


class Overlap(_Rule):
    """That cases are told which lie in the same region in these registers, or say the same in these fields of this one."""

    kind: Literal["overlap"]
    registers: tuple[Key, ...] = ()
    fields: tuple[Key, ...] = ()
    is_wanted: bool = False


Rule = Annotated[
    Required | Opinions | CountLimit | SumLimit | Range | Member | Due | Term | Order | Stated | Overlap,
    Field(discriminator="kind"),
]
"""The kinds of rule; the twelfth, which moves are allowed and to whom, is `moves`."""


class Counted(_Closed):
    """An indicator whose actual is counted: cases that are (stock) or came in the year (flow) into these stages.

    `owner`: the number of an action task (Ⅲ-1-(1)) or the key of an institution in whose plan it stands. `role`: only cases
    in which that institution has this part. `where`: only cases whose fields have these values. `confirmed`: the owner has
    said that it is counted so, or the print does.
    """

    owner: Text
    indicator: Text
    stages: tuple[Key, ...] = Field(min_length=1)
    counted_as: CountedAs
    role: Key | None = None
    where: dict[Key, str] = Field(default_factory=dict)
    confirmed: bool = False
    lines: tuple[int, int] | None = None


class RegisterDefinition(_Closed):
    """A register (대장): what its cases hold, through which stages they go, who does what, what is judged, who sees it.

    `prefix` begins the numbers of its cases (특구-기회-2024-003). `opens` may open one. `unique`: fields, roles or `places` in
    which no two open cases may be alike. `promised_by`: action tasks (Ⅲ-1-(1)) and focus tasks (zones/1) of a plan year.
    `notes` says what its sources leave open.
    """

    key: Key
    version: int = Field(ge=1, default=1)
    name: Words
    prefix: Annotated[str, StringConstraints(pattern=r"^[가-힣A-Za-z0-9-]{1,20}$")]
    about: Words
    owner: Key
    basis: tuple[Text, ...] = ()
    notes: tuple[Words, ...] = ()
    rounds: Period | None = None
    has_places: bool = True
    fields: tuple[CaseField, ...] = ()
    quantities: tuple[QuantityField, ...] = ()
    roles: tuple[PartyRole, ...] = ()
    stages: tuple[Stage, ...] = Field(min_length=1)
    moves: tuple[StageMove, ...] = ()
    opens: tuple[Key, ...] = (SECRETARIAT,)
    returns: tuple[Return, ...] = ()
    rules: tuple[Rule, ...] = ()
    unique: tuple[Key, ...] = ()
    counts: tuple[Counted, ...] = ()
    promised_by: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Self:
        for said, known, of in _mentions(self):
            unknown = [one for one in said if one not in known]
            if unknown:
                raise ValueError(
                    f"{of}: {', '.join(unknown)} is not among {', '.join(sorted(known)) or 'none'}"
                )
        for what, keys in (
            ("fields", self.fields),
            ("quantities", self.quantities),
            ("roles", self.roles),
            ("stages", self.stages),
            ("returns", self.returns),
        ):
            names = [one.key for one in keys]
            if len(set(names)) != len(names):
                raise ValueError(f"{what}: a key stands twice")
        return self

    @property
    def digest(self) -> str:
        """What it says, as a SHA-256."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()

    def stage(self, key: str) -> Stage:
        """The stage of a key."""
        return next(one for one in self.stages if one.key == key)

    def public_stages(self) -> list[str]:
        """The stages in which a case is public."""
        return [one.key for one in self.stages if one.public]

    def is_told(self, public_from: str | None, been: Iterable[str]) -> bool:
        """Whether what is public from a stage on is told of a case that has been in these: in it or in a later one."""
        return public_from is not None and not set(been).isdisjoint(self.from_then_on(public_from))

    def from_then_on(self, stage: str) -> list[str]:
        """A stage and those after it; an end alone is none of these, for a case may be dropped before it came so far."""
        at = [one.key for one in self.stages].index(stage)
        return [
            one.key for place, one in enumerate(self.stages) if place == at or (place > at and not one.end)
        ]

    def moves_from(self, stage: str) -> list[StageMove]:
        """The ways that lead on from a stage."""
        return [one for one in self.moves if one.from_ == stage]


def _mentions(one: RegisterDefinition) -> Iterator[tuple[Iterable[str], set[str], str]]:
    """Each mention of something that the definition itself has, with what there is and where it is mentioned."""
    stages = {stage.key for stage in one.stages}
    fields, quantities = {each.key for each in one.fields}, {each.key for each in one.quantities}
    roles, returns = {each.key for each in one.roles}, {each.key for each in one.returns}
    who = roles | {SECRETARIAT, OWNER}
    yield one.opens, who, "opens"
    yield one.unique, fields | roles | {"places"}, "unique"
    withheld: tuple[CaseField | QuantityField | PartyRole, ...] = (*one.fields, *one.quantities, *one.roles)
    for held in withheld:
        yield [held.public_from] if held.public_from else [], stages, f"{held.key}.public_from"
    yield [stage.joins for stage in one.stages if stage.joins], roles, "stages joins"
    yield [key for stage in one.stages for key in stage.joins_where], fields, "stages joins_where"
    for move in one.moves:
        yield (move.from_, move.to), stages, "moves"
        yield move.by, who, f"moves {move.from_} → {move.to}"
    for told in one.returns:
        yield told.stages, stages, f"returns {told.key}"
        yield told.by, who, f"returns {told.key}"
    for counted in one.counts:
        yield counted.stages, stages, f"counts {counted.indicator}"
        yield [counted.role] if counted.role else [], roles, f"counts {counted.indicator}"
        yield counted.where, fields, f"counts {counted.indicator}"
    for rule in one.rules:
        of = f"rules {rule.kind}"
        known = {
            "stages": stages,
            "before": stages,
            "incomplete": stages,
            "fields": fields,
            "quantities": quantities,
        }
        for name, there in (*known.items(), ("roles", roles), ("returns", returns)):
            yield getattr(rule, name, ()), there, of
        for name, there in (("stage", stages), ("quantity", quantities), ("role", roles)):
            yield [said] if (said := getattr(rule, name, None)) else [], there, of
