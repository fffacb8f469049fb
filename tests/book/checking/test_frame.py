import pytest


@pytest.mark.parametrize(
    ("ministries", "case", "found_there"),
    [
        (["행안부", "교육부"], "idle", ["교육부"]),
        (["교육부"], "idle", ["교육부"]),
        (["법제처"], "other", ["법제처"]),
    ],
)
def test_a_core_task_of_other_ministries_than_its_action_tasks_is_found(
    changed, found, ministries, case, found_there
):
    [finding] = found("core-ministries", changed({"sectoral_core_tasks.0.ministries": ministries}))

    assert (finding.case, finding.found, finding.subject) == (
        case,
        found_there,
        "sectoral_core_tasks/Ⅰ-1/ministries",
    )


@pytest.mark.parametrize("ministries", [["행안부"], ["행안부", "법제처"], []])
def test_a_core_task_need_not_name_all_that_have_a_part(changed, found, ministries):
    assert found("core-ministries", changed({"sectoral_core_tasks.0.ministries": ministries})) == []


def test_action_tasks_of_others_alone_are_found(changed, found):
    other = {"action_tasks.1.ministries": ["국토부"], "action_tasks.1.heading_ministries": ["국토부"]}

    [finding] = found("core-ministries", changed(other))

    assert (finding.case, finding.parameters["task"]) == ("other", "Ⅰ-1-(2)")
