"""Roman numbers as strategies are numbered: one letter each (Ⅳ)."""

BY_LATIN = {
    latin: chr(ord("Ⅰ") + at)
    for at, latin in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
}
"""By the Latin letters that they are also written with."""

ROMANS = "".join(BY_LATIN.values())[:10]
"""Those that number strategies, the first at 0."""
