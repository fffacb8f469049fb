"""Where the program lies, and the folder of everything it makes on this machine."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = PACKAGE.parents[1]


def home() -> Path:
    """The one folder that holds all that was made on this machine: database, assets, stamps, uploads.

    GORU_HOME; else `.goru` of a checkout; where the program was installed from a wheel, the user's folder for data, since
    the folder one happens to stand in would be another installation each time.
    """
    if said := os.environ.get("GORU_HOME"):
        return Path(said).absolute()
    if _is_checkout():
        return _CHECKOUT / ".goru"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "goru"


def shipped(name: str) -> Path:
    """A file that comes with the program: in a checkout it lies at the root, in a wheel in the package."""
    return (_CHECKOUT if _is_checkout() else PACKAGE) / name


def _is_checkout() -> bool:
    return (_CHECKOUT / "pyproject.toml").is_file()
