from goru.book.checking.names import key


def test_a_key_leaves_out_what_print_varies():
    assert key("수도권·지방의 (RISE) 격차") == key("수도권-지방의 RISE격차")


def test_a_strategy_worded_otherwise_in_the_budget_is_found(changed, found):
    book = changed({"plans.0.budget.by_strategy.0.strategy": "튼튼한 자치"})

    [finding] = found("strategy-wording", book)

    assert (finding.subject, finding.found) == ("plans/세종/budget", ["튼튼한 자치"])


def test_strategies_that_differ_in_spacing_only_are_one(changed, found):
    book = changed({"plans.0.budget.by_strategy.0.strategy": "스스로정하는 튼튼한자치"})

    assert found("strategy-wording", book) == []


def test_a_core_task_a_letter_off_the_common_name_is_found(changed, found, small_book):
    plan = small_book.plans[0].model_dump()
    task = plan["core_tasks"][0]
    names = ["지역 디지털 혁신을 통한 균형발전 실현"] * 5 + ["I지역 디지털 혁신을 통한 균형발전 실현"]
    book = changed({"plans": [plan | {"core_tasks": [task | {"name": name}]} for name in names]})

    [finding] = found("core-task-name", book)

    assert (finding.expected, finding.found) == (names[0], names[-1])


def test_another_name_is_no_misprint(changed, found, small_book):
    plan = small_book.plans[0].model_dump()
    task = plan["core_tasks"][0]
    names = ["지역 디지털 혁신을 통한 균형발전 실현"] * 5 + ["지역별 과학기술 진흥 및 디지털 역량강화"]
    book = changed({"plans": [plan | {"core_tasks": [task | {"name": name}]} for name in names]})

    assert found("core-task-name", book) == []


def test_an_item_that_stands_twice_is_found_at_both_places(changed, found, small_book):
    item = small_book.plans[0].core_tasks[0].items[0].model_dump()
    book = changed({"plans.0.core_tasks.1.items.0": item | {"source": {"first_line": 55, "last_line": 55}}})

    [finding] = found("repeated", book)

    assert finding.found == item["text"]
    assert [source.first_line for source in finding.sources] == [item["source"]["first_line"], 55]


def test_what_a_plan_says_of_each_core_task_repeats_on_purpose(changed, found, small_book):
    plan = small_book.plans[0].model_dump()
    item = plan["core_tasks"][0]["items"][0]
    tasks = [
        task | {"items": [*task["items"], item | {"text": "기존 사업과의 연계 강화"}]}
        for task in plan["core_tasks"]
    ]

    assert found("repeated", changed({"plans.0.core_tasks": tasks})) == []

    tasks[1]["items"].append(item | {"text": "기존 사업과의 연계 강화"})
    [finding] = found("repeated", changed({"plans.0.core_tasks": tasks}))

    assert finding.found == "기존 사업과의 연계 강화"
