"""One mutant put in place of the module that is loaded, without loading anything again."""

from __future__ import annotations
import __future__

import ast
import functools
import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.mutating.finding import Mutant


@dataclass(frozen=True, slots=True)
class Loaded:
    """A module that is loaded, its functions wherever they are kept, and what keeps answers given before.

    Looked for once: who looks in a fork makes a copy of all that the process holds.
    """

    module: ModuleType
    text: str
    functions: Sequence[FunctionType]
    caches: Sequence[Any]
    kept: Sequence[Any]
    """What the caches hold, so that nothing is destroyed in a fork: the words' analyser would wait for its threads there."""

    @classmethod
    def of(cls, module: ModuleType) -> Loaded:
        everything = gc.get_objects()
        path = Path(module.__file__ or "")
        functions = [
            one for one in everything if type(one) is FunctionType and one.__code__.co_filename == str(path)
        ]
        caches = [one for one in everything if type(one) is functools._lru_cache_wrapper]
        ours = [one for one in caches if (one.__module__ or "").startswith(("goru", "tests"))]
        held = gc.get_referents(*ours)
        kept = [list(one.values()) if isinstance(one, dict) else one for one in held]
        return cls(module, path.read_text(), functions, ours, kept)


def put(mutant: Mutant, loaded: Loaded) -> None:
    """Give the loaded functions the mutant's code, or the name of a table its value wherever that was imported."""
    tree = ast.parse(mutant.text)
    if mutant.function:
        _put_function(_definition(tree, mutant.function.split(".")), mutant.function, loaded)
    else:
        _put_tables(tree, loaded)
    for one in loaded.caches:
        one.cache_clear()


def _definition(tree: ast.Module, way: list[str]) -> ast.FunctionDef:
    body: list[ast.stmt] = tree.body
    for name in way:
        found = [one for one in body if isinstance(one, ast.FunctionDef | ast.ClassDef) and one.name == name]
        body = found[-1].body
    definition = found[-1]
    assert isinstance(definition, ast.FunctionDef)
    definition.decorator_list = []
    return definition


def _put_function(definition: ast.FunctionDef, name: str, loaded: Loaded) -> None:
    made = _run([definition], loaded.module)[definition.name]
    for one in loaded.functions:
        if one.__code__.co_qualname == name:
            nested = _nested(one.__code__, made.__code__)
            one.__code__ = made.__code__
            one.__defaults__, one.__kwdefaults__ = made.__defaults__, made.__kwdefaults__
            for inner in loaded.functions:
                inner.__code__ = nested.get(inner.__code__, inner.__code__)


def _nested(before: CodeType, after: CodeType) -> dict[CodeType, CodeType]:
    """The functions within functions: those that a decorator made hold code of their own."""
    found = dict[CodeType, CodeType]()
    inner, new = ([one for one in code.co_consts if isinstance(one, CodeType)] for code in (before, after))
    for old, one in zip(inner, new, strict=False):
        if old.co_name == one.co_name and old.co_freevars == one.co_freevars:
            found |= {old: one} | _nested(old, one)
    return found


def _put_tables(tree: ast.Module, loaded: Loaded) -> None:
    """The table that is another, and those that are made of it."""
    before = {ast.dump(one) for one in ast.parse(loaded.text).body}
    others = set[str]()
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            read = {one.id for one in ast.walk(statement) if isinstance(one, ast.Name)}
            if ast.dump(statement) not in before or read & others:
                made = _run([statement], loaded.module)
                others |= made.keys()
                for name in _names(statement):
                    _replace(name, getattr(loaded.module, name), made.get(name))


def _names(statement: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]


def _replace(name: str, old: object, new: object) -> None:
    for module in list(sys.modules.values()):
        if vars(module).get(name) is old:
            setattr(module, name, new)


def _run(statements: list[ast.stmt], module: ModuleType) -> dict[str, Any]:
    """What statements define, run where the module's names are seen but not changed."""
    tree = ast.Module(body=statements, type_ignores=[])
    flags = __future__.annotations.compiler_flag
    code = compile(tree, module.__file__ or "", "exec", flags=flags, dont_inherit=True)
    made = dict[str, Any]()
    exec(code, vars(module), made)  # noqa: S102
    return made
