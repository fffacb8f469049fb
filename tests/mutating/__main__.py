"""`make mutate`: tries the mutants of tests/mutants.toml, or of the modules that are named, and judges what survives."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

TESTS = Path("tests")
KEPT = Path(".goru/mutants")
GUARDS = "--guards"
"""Only what refuses or makes wait is taken out: a tenth of all mutants, and those that matter most."""
Tried = Sequence[Mapping[str, Any]]


def main() -> int:
    told = tomllib.loads((TESTS / "mutants.toml").read_text())
    named = tuple(one for one in sys.argv[1:] if one != GUARDS)
    every = told["modules"] | told["guards"]
    modules = [one for one in every if not named or one.startswith(named)]
    guards = modules if GUARDS in sys.argv else told["guards"]
    tried = {one: _tried(one, every[one], guards_alone=one in guards) for one in modules}
    unjudged = [
        f"{module}:{one['line']} {one['function']}: {one['was']} → {one['becomes']}"
        for module, found in tried.items()
        for one in found
        if one["outcome"] == "survived"
        and not any(_judges(judged, module, one) for judged in told.get("judged", []))
    ]
    for module, found in tried.items():
        print(f"{_share(found)}  {module}")
    everything = [one for found in tried.values() for one in found]
    print(f"{_share(everything)}  in total", *unjudged, sep="\n")
    return int(bool(unjudged) or _killed(everything) * 100 < told["least"] * len(everything))


def _tried(module: str, also: Sequence[str], *, guards_alone: bool) -> Tried:
    kept_as = KEPT / f"{module}.json"
    kept_as.unlink(missing_ok=True)
    plugin = ["-p", "tests.mutating.trying", "--mutate", module, "--kept-as", str(kept_as)]
    options = [
        "-q",
        "--reuse-db",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        "-p",
        "no:unraisableexception",
    ]
    options += [GUARDS] if guards_alone else []
    tests = [*_own(module), *(str(TESTS / one) for one in also)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugin, *options, *tests],
        capture_output=True,
        text=True,
        check=False,
    )
    if not kept_as.exists():
        sys.exit(f"{module} could not be tried:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    found: Tried = json.loads(kept_as.read_text())
    print(f"{_share(found)}  {module}", file=sys.stderr)
    return found


def _own(module: str) -> list[str]:
    path = TESTS / module
    own = path.with_name(f"test_{path.name}")
    return [str(own)] if own.exists() else []


def _judges(judged: Mapping[str, Any], module: str, one: Mapping[str, Any]) -> bool:
    becomes = judged.get("becomes", one["becomes"])
    return (judged["module"], judged["was"]) == (module, one["was"]) and one["becomes"] in (
        [becomes] if isinstance(becomes, str) else becomes
    )


def _killed(found: Tried) -> int:
    return sum(one["outcome"] != "survived" for one in found)


def _share(found: Tried) -> str:
    killed = _killed(found)
    return f"{killed * 100 / max(len(found), 1):5.1f} %  {killed:4} of {len(found):4}"


if __name__ == "__main__":
    sys.exit(main())
