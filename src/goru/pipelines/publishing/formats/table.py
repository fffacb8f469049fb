"""The rows of one data set, read once for all formats."""

from __future__ import annotations

from dataclasses import dataclass

from goru.domain.plans.models import Cycle
from goru.pipelines.publishing.datasets import DATA_SETS
from goru.pipelines.publishing.datasets.definition import DataSet, Row


@dataclass(frozen=True, slots=True)
class Table:
    """A data set and its rows of one plan year."""

    of: DataSet
    rows: tuple[Row, ...]


def tables_of(cycle: Cycle) -> list[Table]:
    """Every data set of a plan year, a query each."""
    return [Table(one, tuple(one.rows(cycle))) for one in DATA_SETS]
