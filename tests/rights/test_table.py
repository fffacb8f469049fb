"""Who may do what, written by hand: the permissions are held against it, and so is docs/reference/rights.md."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.rights.examples import Examples, made_examples
from tests.rights.table import answers

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 3, 3, tzinfo=UTC)
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rights.md"


@pytest.fixture
def there(db: None) -> Examples:
    return made_examples(at=AT)


def test_print(there: Examples) -> None:
    print("\n".join(f"{d.key:20}" + " ".join(s.values()) for d, s in answers(there)))
