"""Action tasks that were written in the system, not all of them to the end, as they are printed."""

from goru.book.model import BudgetRow, PlanBook, Project, Reform
from goru.book.writing.text import as_text


def of_task(book: PlanBook, **values: object) -> str:
    """The text of the book with other values in its first action task."""
    first, *others = book.action_tasks
    changed = first.model_copy(update=values)
    return as_text(book.model_copy(update={"action_tasks": [changed, *others]}))


def test_a_row_that_was_written_names_the_projects_it_covers(small_book: PlanBook) -> None:
    covers = [Project(name="정원 잇기"), Project(name="물길 열기")]
    row = BudgetRow(
        ministry="환경부", printed=None, amount=None, projects=None, project_names=[], covers=covers
    )

    text = of_task(small_book, budget_rows=[row], budget_total=small_book.action_tasks[2].budget_total)

    assert "환경부\t-\t정원 잇기, 물길 열기\n" in text


def test_what_is_not_written_yet_is_no_word_of_the_book(small_book: PlanBook) -> None:
    text = of_task(
        small_book,
        projects=None,
        heading_ministries=[],
        budget_rows=[],
        budget_total=None,
        reforms=[Reform(text="조례를 고친다")],
    )

    assert "조례를 고친다" in text
    assert "None" not in text
