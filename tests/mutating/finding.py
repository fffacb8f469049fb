"""Which mutants a module has: mutmut's mutations of every function and table, and a few of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

_SENTENCES = m.Call(func=m.Name("_") | m.Name("gettext") | m.Name("gettext_lazy"))
"""What is said to people is proofread, not tested letter by letter."""
_GENERIC = m.Name("Counter") | m.Name("Literal") | m.Name("Mapping") | m.Name("Sequence") | m.Name("tuple")
_OF_TYPES = m.Assign(value=m.Subscript(value=_GENERIC) | m.Call(func=m.Name("TypeVar") | m.Name("ParamSpec")))
"""Names of types: mypy reads them, no test does."""
_LEFT_ALONE = (
    m.Annotation()
    | m.Decorator()
    | m.Import()
    | m.ImportFrom()
    | m.If(test=m.Name("TYPE_CHECKING"))
    | m.Call(func=m.Name("cast"))
    | _OF_TYPES
    | _SENTENCES
)
_REQUIRED = m.Call(func=m.Name("require"))
_LOCKED = m.Call(func=m.Attribute(attr=m.Name("select_for_update")))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change: in which function (empty: a table), the lines that differ, and all of its text.

    A guard is what refuses or makes wait: a verdict that is required, a refusal, a lock; here it is taken out.
    """

    function: str
    was: str
    becomes: str
    line: int
    is_guard: bool
    text: str


def mutants_of(text: str) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(text))
    seeker = _Seeker()
    wrapper.visit(seeker)
    for function, node, mutated, line in seeker.found:
        changed = cst.ensure_type(wrapper.module.deep_replace(node, mutated), cst.Module).code
        if changed != text:
            was, becomes = _difference(text, changed)
            yield Mutant(function, was, becomes, line, _is_taken_out(node, mutated), changed)


class _Seeker(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, cst.CSTNode, cst.CSTNode, int]] = []
        self._within: list[cst.ClassDef | cst.FunctionDef] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, _LEFT_ALONE):
            return False
        if isinstance(node, cst.ClassDef | cst.FunctionDef):
            self._within.append(node)
        elif not self._is_in_a_class_body():
            line = self.get_metadata(PositionProvider, node).start.line if _has_a_place(node) else 0
            self.found.extend((self._function(), node, mutated, line) for mutated in _mutated(node))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if self._within and self._within[-1] is original_node:
            self._within.pop()

    def _is_in_a_class_body(self) -> bool:
        """Fields and words: what they say stands in migrations and in tables of the tests."""
        return bool(self._within) and isinstance(self._within[-1], cst.ClassDef)

    def _function(self) -> str:
        """The outermost function or method."""
        names = list[str]()
        for one in self._within:
            names.append(one.name.value)
            if isinstance(one, cst.FunctionDef):
                break
        return ".".join(names)


def _has_a_place(node: cst.CSTNode) -> bool:
    return isinstance(
        node, cst.BaseExpression | cst.BaseSmallStatement | cst.BaseStatement | cst.ComparisonTarget
    )


def _mutated(node: cst.CSTNode) -> Iterable[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            mutated = list(operator(node))
            yield from mutated[:1] if operator is operator_string else mutated
    if isinstance(node, cst.Raise) or m.matches(node, m.Expr(value=m.Call())):
        yield cst.Pass()
    if m.matches(node, _REQUIRED):
        yield cst.ensure_type(node, cst.Call).args[0].value
    if m.matches(node, _LOCKED):
        yield cst.ensure_type(cst.ensure_type(node, cst.Call).func, cst.Attribute).value


def _is_taken_out(node: cst.CSTNode, mutated: cst.CSTNode) -> bool:
    return isinstance(mutated, cst.Pass) or (
        m.matches(node, _REQUIRED | _LOCKED) and not m.matches(mutated, _REQUIRED | _LOCKED)
    )


def _difference(text: str, changed: str) -> tuple[str, str]:
    """The lines of both between those that they begin and end with alike."""
    was, becomes = text.splitlines(), changed.splitlines()
    while was and becomes and was[0] == becomes[0]:
        was, becomes = was[1:], becomes[1:]
    while was and becomes and was[-1] == becomes[-1]:
        was, becomes = was[:-1], becomes[:-1]
    return " ".join(map(str.strip, was)), " ".join(map(str.strip, becomes))
