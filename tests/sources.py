"""Where a fact stands, of which a test knows that it was read and not written."""

from goru.book.model import Source


def printed(source: Source | None) -> Source:
    assert source is not None, "it was read, so it stands somewhere"
    return source
