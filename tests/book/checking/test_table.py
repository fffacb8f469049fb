from pathlib import Path

from goru.book.checking.table import table

PAGE = Path(__file__).parents[3] / "docs/reference/rules.md"


def test_the_page_of_the_rules_is_what_the_register_prints():
    assert PAGE.read_text(encoding="utf-8") == table(), "run `make docs`"
