"""How large a figure, how long a text may be: one vocabulary for what is read, for data, and for the database.

Whatever lies outside is no figure or name of a plan book; it is refused when it is read, with its place.
"""

from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200

MOST_PLACE: Final = 10_000_000
"""Of a line, a page, a paragraph."""

MOST_COUNT: Final = 30_000
"""Of projects or tasks; of the parts of one thing."""

MOST_FIGURE: Final = 10**13
"""Of a figure as printed, to either side of zero."""

DECIMALS: Final = 6
"""Of a figure as printed."""

MOST_PERCENT: Final = 99_999
PERCENT_DECIMALS: Final = 4

MOST_WON: Final = 10**18
"""A million trillion won (백만 조원)."""

LONGEST_NAME: Final = 1_000
"""In letters: a title, a name, a unit, a value as printed."""

LONGEST_TEXT: Final = 20_000
"""In letters: a sentence or a paragraph."""

LONGEST_LINE: Final = 10_000
"""In letters: a line, a paragraph or a table's row of a document."""

MOST_DIGITS: Final = 30
"""Of a run of digits in a document."""
