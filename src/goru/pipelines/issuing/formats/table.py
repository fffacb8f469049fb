"""The rows of one data set, read once for all formats."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from goru.domain.plans.models import Cycle, Finding
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.datasets.definition import DataSet, Row, Value
from goru.pipelines.issuing.datasets.findings import FINDINGS


@dataclass(frozen=True, slots=True)
class Table:
    """A data set and its rows of one plan year."""

    of: DataSet
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, Value]]:
        """The rows as records, by the columns' names."""
        names = [column.name for column in self.of.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def tables_of(cycle: Cycle) -> list[Table]:
    """Every data set of a plan year, a query each."""
    return [Table(one, tuple(one.rows(cycle))) for one in DATA_SETS]


def table_of_findings(cycle: Cycle, chosen: QuerySet[Finding]) -> Table:
    """Some of a plan year's findings, as their data set has them."""
    only = FINDINGS.only & Q(pk__in=chosen.order_by().values("pk"))
    return Table(FINDINGS, tuple(replace(FINDINGS, only=only).rows(cycle)))


def table_of_cases(of: DataSet, register: str, on: date) -> Table:
    """What everybody may see of the cases of a register on a day, in one of their data sets."""
    path = next(column.path for column in of.columns if column.name == "register_key")
    return Table(of, tuple(of.rows_on(on, Q((path, register)))))


def identifier_of(code: Value) -> str:
    """A task's code as XML and SDMX can name a thing: Ⅱ-2-(1) is II-2-1."""
    return unicodedata.normalize("NFKC", str(code)).replace("(", "").replace(")", "")
