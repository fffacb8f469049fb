from pathlib import Path

from goru.pipelines.issuing.formats.dictionary import dictionary

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "datasets.md"


def test_the_reference_is_what_the_code_prints() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary()
