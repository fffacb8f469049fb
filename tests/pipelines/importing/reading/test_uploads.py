"""Files are kept whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from goru.pipelines.importing.reading.uploads import forget, keep


def test_the_same_file_is_kept_once(tmp_path: Path) -> None:
    first, second = keep([b"one", b"two"], tmp_path), keep([b"onetwo"], tmp_path)

    assert first == second
    assert [file.name for file in tmp_path.iterdir()] == [first.digest]
    assert (first.size, (tmp_path / first.digest).read_bytes()) == (6, b"onetwo")


def test_a_line_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        keep(broken(), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    kept = keep([b"one"], tmp_path)

    forget(kept.digest, tmp_path)
    forget(kept.digest, tmp_path)

    assert list(tmp_path.iterdir()) == []
