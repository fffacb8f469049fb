from pathlib import Path

from goru.cli.manual import manual

PAGE = Path(__file__).parents[2] / "docs/reference/command-line.md"


def test_the_page_of_the_commands_is_their_help(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")

    assert PAGE.read_text(encoding="utf-8") == manual(), "run `make docs`"
