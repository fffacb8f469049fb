"""What is true of institutions by the values alone."""

from __future__ import annotations

SYSTEM = "goru"
"""The name of who acts when no person does."""

_BORDERS = """
seoul incheon gyeonggi
busan ulsan gyeongnam
daegu gyeongbuk gyeongnam
gwangju jeonnam
daejeon sejong chungbuk chungnam
ulsan gyeongbuk gyeongnam
sejong chungbuk chungnam
gyeonggi incheon gangwon chungbuk chungnam
gangwon chungbuk gyeongbuk
chungbuk chungnam jeonbuk gyeongbuk
chungnam jeonbuk
jeonbuk jeonnam jeonnam-gwangju gyeongbuk gyeongnam
gyeongnam gyeongbuk jeonnam jeonnam-gwangju
"""
"""A line a province: itself, then those it borders on land that no line above has said."""


def neighbours_of(key: str) -> frozenset[str]:
    """The provinces, of whatever time, that border on a province by land; none of an island or of another institution."""
    found: set[str] = set()
    for line in _BORDERS.split("\n"):
        first, *others = line.split() or [""]
        found.update(others if key == first else [first] if key in others else [])
    return frozenset(found)
