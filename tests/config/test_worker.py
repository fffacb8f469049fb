"""The worker goes when the server does."""

import signal
import subprocess
import sys

WAITING = (
    "import sys, threading, time; from goru.config.worker import end_with_the_server;"
    "threading.Thread(target=end_with_the_server, daemon=True).start();"
    "print('ready', flush=True); time.sleep(60)"
)


def test_it_stops_once_nobody_holds_its_input_any_more() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        assert worker.poll() is None

        worker.stdin.close()

        assert worker.wait(timeout=30) == -signal.SIGTERM
