"""How many generated books are tried: a share in `make test`, many more with `--soak`."""

import pytest
from hypothesis import settings

SHARE, ALL = 40, 3_000


def pytest_configure(config: pytest.Config) -> None:
    most = ALL if config.getoption("soak") else SHARE
    settings.register_profile("books", max_examples=most, deadline=None)
