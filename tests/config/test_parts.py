"""A part is started again when it ends, and ends when who started it is no more."""

import itertools
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.config.test_postgres import is_alive

from goru.config.parts import Part

WAITING = (
    "import sys, time; from goru.config.parts import end_with_the_caller; end_with_the_caller();"
    "print('ready', flush=True); time.sleep(60)"
)


def test_it_stops_once_nobody_holds_its_input_any_more() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as part:
        assert part.stdin is not None
        assert part.stdout is not None
        assert part.stdout.readline() == "ready\n"
        assert part.poll() is None

        part.stdin.close()

        assert part.wait(timeout=30) == -signal.SIGTERM


@pytest.fixture
def part(tmp_path: Path) -> Part:
    """A part that writes a line each time it is started, and goes on for a minute."""
    (tmp_path / "going.py").write_text(
        f"import time\nopen({str(tmp_path / 'starts')!r}, 'a').write('x')\ntime.sleep(60)\n"
    )
    return Part("going", {"PYTHONPATH": str(tmp_path)})


def process_of(part: Part) -> "subprocess.Popen[bytes]":
    assert part._process is not None
    return part._process


def test_a_part_that_runs_is_left_alone(part: Part) -> None:
    part.keep(0)
    first = process_of(part)

    part.keep(1)

    assert process_of(part) is first
    part.stop()
    assert first.returncode == -signal.SIGTERM


def test_a_killed_part_is_started_again_at_the_next_look(part: Part) -> None:
    part.keep(0)
    process_of(part).kill()
    process_of(part).wait()

    part.keep(100)

    assert process_of(part).poll() is None
    part.stop()


def test_a_part_that_ends_again_and_again_is_given_some_seconds(part: Part) -> None:
    started: list[float] = []
    part.keep(0)
    for look in range(100):
        process_of(part).kill()
        process_of(part).wait()
        before = process_of(part)
        part.keep(look * 0.5)
        if process_of(part) is not before:
            started.append(look * 0.5)

    pauses = [later - earlier for earlier, later in itertools.pairwise(started)]
    assert max(pauses) <= 5.5
    assert pauses == sorted(pauses)
    part.stop()


def test_what_a_killed_part_began_ends_with_it(part: Part, tmp_path: Path) -> None:
    (tmp_path / "going.py").write_text(
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\ntime.sleep(60)\n"
    )
    part.keep(0)
    while not (tmp_path / "child").exists() or not (tmp_path / "child").read_text():
        assert process_of(part).poll() is None
    process_of(part).kill()
    process_of(part).wait()

    part.stop()

    end = time.monotonic() + 10
    while is_alive((tmp_path / "child").read_text()):
        assert time.monotonic() < end
