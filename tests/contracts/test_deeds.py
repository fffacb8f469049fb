"""What must be true of all deeds: each refusal says what it is about, each act by which post, each writer leaves a line."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from goru.web.subjects import KINDS

SOURCE = Path(__file__).parents[2] / "src" / "goru"
TREES = {
    str(file.relative_to(SOURCE)): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(SOURCE.rglob("*.py"))
    if "migrations" not in file.parts and "book" not in file.relative_to(SOURCE).parts
}
REFUSING = ("Refused", "Outdated", "require", "move")
ABOUT_NOTHING: Final = {
    ("domain/institutions/queries/offices.py", "accounts_seen_by"): "hidden: page 404 leads nowhere",
    ("domain/institutions/queries/offices.py", "person_of"): "hidden: page 404 leads nowhere",
    ("core/mail/actions.py", "send_again"): "hidden: page 404 leads nowhere",
    ("core/mail/actions.py", "deliver"): "moved by the program",
    ("core/mail/actions.py", "try_again"): "moved by the program",
    ("core/mail/actions.py", "fail_forsaken"): "moved by the program",
    ("domain/institutions/actions/accounts.py", "open_account"): "only a command asks it",
    ("domain/institutions/actions/accounts.py", "_let_hold"): "only a command asks it",
    ("domain/institutions/actions/accounts.py", "_post"): "only a command asks it",
    ("domain/institutions/actions/posts.py", "_locked"): "the holding is not there any more",
    ("domain/institutions/queries/offices.py", "offices_of"): "the page itself is refused",
    ("domain/institutions/rules.py", "parse"): "only a command asks it",
    ("pipelines/importing/actions/imports.py", "receive_import"): "nothing is there yet",
    ("pipelines/importing/actions/readings.py", "_read"): "moved by the program",
    ("pipelines/importing/actions/readings.py", "_note"): "moved by the program",
    ("web/audit/views.py", "wrapped"): "hidden: page 404 leads nowhere",
    ("web/imports/views.py", "wrapped"): "the page itself is refused",
    ("web/posts/views.py", "_seen"): "no page sends such a form",
}
"""Refusals that are about nothing that has a page, and why."""
WITHOUT_A_LINE: Final = {
    "core/audit/actions.py": "the log itself",
    "core/limits/actions.py": "counts tries",
    "core/repeats/actions.py": "does what others note",
    "domain/institutions/actions/tokens.py:use_token": "when it was used last",
    "core/mail/actions.py": "letters are sent by other deeds, and keep what became of them themselves",
    "domain/finance/actions/": "rows, made again of a publication",
    "domain/formulation/actions/guidelines.py:as_seen": "looks only",
    "domain/indicators/actions.py": "rows, made again of a publication",
    "domain/institutions/actions/holdings.py": "part of the deeds of posts and accounts",
    "domain/institutions/actions/loading.py:system_person": "who acts when no person does",
    "domain/plans/actions/beginnings.py": "part of opening an edition",
    "domain/plans/actions/documents.py": "part of adopting a book",
    "domain/formulation/actions/collecting.py:write": "edits are their own history",
    "domain/formulation/actions/reshaping.py": "edits are their own history",
    "domain/plans/actions/successions.py:propose_successions": "kept with the edits that make them so",
    "domain/plans/actions/successions.py:put_successions_in_force": "part of publishing",
    "domain/plans/actions/editions.py:apply_edits": "edits are their own history",
    "domain/plans/actions/editions.py:edit": "edits are their own history",
    "domain/plans/actions/editions.py:held_edition": "a lock",
    "domain/plans/actions/editions.py:keep_places": "part of adopting a book",
    "domain/plans/actions/editions.py:keep_printed": "part of adopting a book",
    "domain/plans/actions/findings.py": "part of publishing and checking again",
    "domain/plans/actions/items.py:keep_items": "part of whatever names them",
    "domain/plans/actions/plans.py:keep_duties": "part of publishing",
    "domain/plans/actions/plans.py:national_part_of": "a name for what is written later",
    "domain/plans/actions/plans.py:plan_for": "a name for what is written later",
    "domain/plans/actions/rows/": "rows, made again of a publication",
    "domain/publication/actions.py:project": "rows, made again of a publication",
    "domain/publication/actions.py:refresh": "part of publishing",
    "domain/publication/actions.py:refresh_outdated": "notes by _refresh_and_note",
    "domain/registers/actions/cases.py:create": "part of opening and of loading",
    "domain/registers/actions/cases.py:moved": "part of moving and of loading",
    "domain/registers/actions/cases.py:alike_of": "looks only",
    "domain/registers/actions/cases.py:openers_of": "looks only",
    "domain/registers/actions/cases.py:opened_on": "looks only",
    "domain/registers/actions/uploading.py:receive_cases": "keeps a file, that changes nothing until it is taken",
    "domain/registers/actions/uploading.py:try_cases": "undoes what it tries",
    "domain/registers/actions/holding.py": "parts of the deeds on cases",
    "domain/registers/actions/loading.py:item_named": "looks only",
    "pipelines/importing/actions/decisions.py:finish_issue": "the program's",
    "pipelines/importing/actions/imports.py:as_seen": "looks only",
    "pipelines/importing/actions/imports.py:fail_import": "the program's",
    "pipelines/importing/actions/imports.py:hold_files": "a lock",
    "pipelines/importing/actions/imports.py:queue": "part of receiving, trying again and adopting",
    "pipelines/importing/actions/imports.py:subject": "looks only",
    "pipelines/importing/actions/readings.py": "the program's",
    "pipelines/importing/actions/proposals.py:answer_proposal": "part of looking at what is proposed",
    "pipelines/importing/actions/proposals.py:fail_proposal": "the program's",
    "pipelines/importing/actions/brought.py": "the program's",
    "pipelines/importing/actions/proposals.py:subject_of_proposal": "looks only",
    "pipelines/importing/actions/returns.py:return_to_publication": "publishes, which notes",
    "pipelines/issuing/actions.py": "files, made again of a publication",
    "pipelines/reminding/actions.py:remind_all": "the program's",
    "pipelines/reminding/actions.py:want_mails": "what one is mailed oneself",
    "pipelines/searching/actions.py": "the index, made again of a publication",
}
"""Public functions of rooms' actions that note nothing themselves, and why; a file or folder stands for all in it."""


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def functions(file: str) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(TREES[file]) if isinstance(node, ast.FunctionDef))


def own_calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Its calls, without those of functions within it."""
    waiting: list[ast.AST] = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def keywords(call: ast.Call) -> set[str | None]:
    return {one.arg for one in call.keywords}


def refusing_without_about() -> set[tuple[str, str]]:
    return {
        (file, function.name)
        for file in TREES
        for function in functions(file)
        for call in own_calls(function)
        if called(call) in REFUSING and "about" not in keywords(call)
    }


def acting() -> list[tuple[str, ast.FunctionDef]]:
    """The public functions of all actions."""
    return [
        (file, node)
        for file, tree in TREES.items()
        if "actions" in file
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def is_excused(file: str, name: str) -> bool:
    return any(
        one in (file, f"{file}:{name}") or (one[-1] == "/" and file.startswith(one)) for one in WITHOUT_A_LINE
    )


def test_every_refusal_says_what_it_is_about() -> None:
    assert refusing_without_about() - ABOUT_NOTHING.keys() == set()


def test_no_refusal_is_excused_that_needs_no_excuse() -> None:
    mended = ABOUT_NOTHING.keys() - refusing_without_about()

    assert {
        one for one in mended if not one[0].startswith(("domain/institutions", "core/mail", "web/posts"))
    } == set()


def test_every_kind_of_subject_has_its_noun_and_its_page_or_says_why_not() -> None:
    used = {
        call.args[0].value
        for tree in TREES.values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and called(call) == "Subject"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }

    assert used == set(KINDS)


def test_every_act_says_by_which_post() -> None:
    silent = [
        (file, call.lineno)
        for file, tree in TREES.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and called(call) == "note" and "post" not in keywords(call)
    ]

    own = "web/accounts/acts.py"  # what persons do with their own accounts they do by no post
    assert [one for one in silent if one[0] != own] == []


@pytest.mark.parametrize(("file", "function"), acting(), ids=lambda one: getattr(one, "name", one))
def test_whatever_writes_is_a_deed_that_notes_or_says_why_not(file: str, function: ast.FunctionDef) -> None:
    is_deed = any(ast.unparse(one).split(".")[-1] == "deed" for one in function.decorator_list)
    notes = any(
        called(call) in ("note", "_note", "_refresh_and_note", "changed") for call in own_calls(function)
    )

    assert is_excused(file, function.name) or (is_deed and notes)
