"""Plans as StratML Part 2 (ANSI/AIIM 22:2017, ISO 17469), a performance plan a file, from the data sets' rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from lxml import etree

from goru.pipelines.issuing.datasets.definition import Value
from goru.pipelines.issuing.formats.table import Table, identifier_of

Record = Mapping[str, Value]
Records = Mapping[str, Sequence[Record]]

NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


def plans(tables: Iterable[Table], *, title: str, year: int) -> Iterator[tuple[str, bytes]]:
    """The national frame with the ministries' tasks, then each province's and megaregion's plan: file name, content.

    A goal is a core task of the frame or a strategy of a plan, an objective an action task or a plan's core task.
    Indicators of a plan or a core task stand under an objective of their own: the book ties them to no task.
    """
    found = {table.of.name: table.records() for table in tables}
    yield "national.xml", _national(found, title, year)
    for plan in found["plans"]:
        if plan["kind"] != "sectoral":
            yield f"{plan['institution']}.xml", _own(found, plan, year)


def _national(found: Records, title: str, year: int) -> bytes:
    root, core = _document(title)
    organization = _add(core, "Organization")
    _add(organization, "Name", "지방시대위원회")
    _add(organization, "Identifier", "presidential-committee")
    for task in found["core-tasks"]:
        goal = _goal(
            core, task["name"], task["heading"], f"core-task-{identifier_of(task['code'])}", task["code"]
        )
        for action in _under(found["action-tasks"], core_task=task["code"]):
            _action_task(goal, action, found)
        if indicators := _under(found["indicators"], core_task=task["code"]):
            _indicators(goal, indicators)
    return _written(root, year)


def _action_task(goal: etree._Element, task: Record, found: Records) -> None:
    objective = _add(goal, "Objective")
    _add(objective, "Name", task["name"])
    _add(objective, "Description", task["heading"])
    _add(objective, "Identifier", f"action-task-{identifier_of(task['code'])}")
    _add(objective, "SequenceIndicator", task["code"])
    for ministry in _under(found["action-task-ministries"], action_task=task["code"]):
        stakeholder = _add(objective, "Stakeholder", StakeholderTypeType="Organization")
        _add(stakeholder, "Name", ministry["ministry_name"])
        role = _add(stakeholder, "Role")
        _add(role, "Name", "주관" if ministry["is_lead"] else "협조")
        _add(role, "RoleType", "Performer")
    for indicator in _under(found["indicators"], action_task=task["code"]):
        _indicator(objective, indicator)


def _own(found: Records, plan: Record, year: int) -> bytes:
    """A province's or a megaregion's plan; its items (세부과제) are what its core tasks describe."""
    key = plan["institution"]
    root, core = _document(f"{year}년 {plan['full_name']} 시행계획")
    organization = _add(core, "Organization")
    _add(organization, "Name", plan["full_name"])
    _add(organization, "Acronym", plan["institution_name"])
    _add(organization, "Identifier", str(key))
    for vision in _under(found["statements"], institution=key, kind="vision"):
        _add(_add(core, "Vision"), "Description", vision["text"])
    tasks = _under(found["plan-core-tasks"], institution=key)
    by_strategy = groupby(tasks, key=lambda task: task["strategy_wording"])
    for number, (strategy, group) in enumerate(by_strategy, start=1):
        goal = _goal(core, strategy, None, f"goal-{number}", number)
        for task in group:
            objective = _add(goal, "Objective")
            _add(objective, "Name", task["name"])
            items = _under(found["plan-items"], institution=key, core_task_position=task["position"])
            _add(objective, "Description", "; ".join(str(item["text"]) for item in items))
            _add(objective, "Identifier", f"task-{task['position']}")
            _add(objective, "SequenceIndicator", task["position"])
    if indicators := _under(found["indicators"], institution=key):
        _indicators(_goal(core, "성과지표", None, "indicators", None), indicators)
    return _written(root, year)


def _indicators(goal: etree._Element, indicators: Sequence[Record]) -> None:
    objective = _add(goal, "Objective")
    _add(objective, "Name", "성과지표")
    for indicator in indicators:
        _indicator(objective, indicator)


def _indicator(objective: etree._Element, row: Record) -> None:
    """An indicator with its actual and target; what is no number is a descriptor, as printed."""
    is_figure = row["target"] is not None or row["baseline"] is not None
    kind = "Quantitative" if is_figure else "Qualitative"
    indicator = _add(objective, "PerformanceIndicator", PerformanceIndicatorType=kind)
    _add(indicator, "MeasurementDimension", row["name"])
    _add(indicator, "UnitOfMeasurement", row["unit"] or "-")
    instance = _add(indicator, "MeasurementInstance")
    for name, column in (("TargetResult", "target"), ("ActualResult", "baseline")):
        if row[f"{column}_printed"]:
            _result(_add(instance, name), row[f"{column}_year"], row[column], row[f"{column}_printed"])


def _result(result: etree._Element, year: Value, figure: Value, printed: Value) -> None:
    if year:
        _add(result, "StartDate", f"{year}-01-01")
        _add(result, "EndDate", f"{year}-12-31")
    if isinstance(figure, Decimal):
        _add(result, "NumberOfUnits", f"{figure:f}")
    else:
        _add(_add(result, "Descriptor"), "DescriptorValue", printed)


def _document(title: str) -> tuple[etree._Element, etree._Element]:
    root = etree.Element(
        f"{{{NAMESPACE}}}PerformancePlanOrReport", Type="Performance_Plan", nsmap={None: NAMESPACE}
    )
    _add(root, "Name", title)
    return root, _add(root, "StrategicPlanCore")


def _written(root: etree._Element, year: int) -> bytes:
    about = _add(root, "AdministrativeInformation")
    _add(about, "StartDate", f"{year}-01-01")
    _add(about, "EndDate", f"{year}-12-31")
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return content


def _goal(core: etree._Element, name: Value, meaning: Value, identifier: str, place: Value) -> etree._Element:
    goal = _add(core, "Goal")
    _add(goal, "Name", name)
    _add(goal, "Description", meaning or "")
    _add(goal, "Identifier", identifier)
    if place:
        _add(goal, "SequenceIndicator", place)
    return goal


def _add(parent: etree._Element, name: str, text: Value = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", dict(attributes))
    element.text = None if text is None else str(text)
    return element


def _under(records: Sequence[Record], **where: Any) -> list[Record]:
    return [record for record in records if all(record[name] == value for name, value in where.items())]
