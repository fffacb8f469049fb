"""The command `adopt_book`, as an officer calls it."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from goru.book.model import PlanBook
from goru.domain.plans.models import Document, PublishedPlan

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def run(*words: object) -> str:
    out = StringIO()
    call_command("adopt_book", *map(str, words), stdout=out)
    return out.getvalue()


@pytest.fixture
def book_file(tmp_path: Path, small_book: PlanBook) -> Path:
    file = tmp_path / "plan.json"
    file.write_text(small_book.model_dump_json(), encoding="utf-8")
    return file


def test_it_adopts_a_book_and_says_so(book_file: Path, small_book: PlanBook) -> None:
    said = run(book_file)

    assert f"'{small_book.title}'을 2025년 계획으로 채택했습니다." in said
    assert Document.objects.get().name == "plan.json"


def test_it_says_that_the_second_time_changes_nothing(book_file: Path) -> None:
    run(book_file)

    assert "바뀐 것이 없습니다" in run(book_file)


def test_it_shows_a_difference_and_asks_for_accept(book_file: Path, small_book: PlanBook) -> None:
    run(book_file)
    changed = small_book.model_copy(update={"plans": small_book.plans[1:], "title": "다른 제목"})
    book_file.write_text(changed.model_dump_json(), encoding="utf-8")
    out = StringIO()

    with pytest.raises(CommandError, match=r"2건이 다릅니다.*--accept"):
        call_command("adopt_book", str(book_file), stdout=out)

    assert "- plans/세종" in out.getvalue()
    assert f"~ title: {small_book.title} → 다른 제목" in out.getvalue()


def test_it_applies_a_difference_that_loses_nothing_with_accept(
    book_file: Path, small_book: PlanBook
) -> None:
    run(book_file)
    book_file.write_text(
        small_book.model_copy(update={"title": "다른 제목"}).model_dump_json(), encoding="utf-8"
    )

    assert "채택했습니다" in run(book_file, "--accept")


def test_it_names_each_loss_and_asks_to_accept_it(book_file: Path, small_book: PlanBook) -> None:
    run(book_file)
    fewer = small_book.model_copy(update={"plans": small_book.plans[1:]})
    book_file.write_text(fewer.model_dump_json(), encoding="utf-8")
    out = StringIO()

    with pytest.raises(CommandError, match="--accept-loss provincial-plans") as refused:
        call_command("adopt_book", str(book_file), "--accept", stdout=out)
    wanted = re.findall(r"--accept-loss \S+", str(refused.value))
    some = [word for option in wanted[:-1] for word in option.split()]
    with pytest.raises(CommandError, match=wanted[-1]):
        run(book_file, "--accept", *some)

    assert "시·도 계획 2개 가운데 1개가 없어집니다(provincial-plans): 세종" in out.getvalue()
    assert PublishedPlan.objects.filter(institution__key="sejong").exists()
    assert "채택했습니다" in run(book_file, "--accept", *some, *wanted[-1].split())
    assert not PublishedPlan.objects.filter(institution__key="sejong").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not json", "알아볼 수 있는 내용이 없습니다"),
        (b"{}", "title"),
        (b'{"title": "\xff"}', "글자를 읽을 수 없습니다"),
    ],
)
def test_a_file_that_is_no_book_is_refused_with_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        run(file)


def test_a_missing_file_is_refused_with_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="파일을 열 수 없습니다"):
        run(tmp_path / "none.json")


def test_a_figure_too_large_to_keep_is_refused_with_one_sentence(
    book_file: Path, small_book: PlanBook
) -> None:
    task, *others = small_book.action_tasks
    large = small_book.model_copy(
        update={"action_tasks": [task.model_copy(update={"projects": 10**6}), *others]}
    )
    book_file.write_text(large.model_dump_json(), encoding="utf-8")

    with pytest.raises(CommandError, match="action_tasks/0/projects: 30000보다 큽니다"):
        run(book_file)


def test_a_book_of_an_unknown_unit_is_refused_and_nothing_is_kept(
    book_file: Path, small_book: PlanBook
) -> None:
    text = small_book.model_dump_json().replace("억원", "억냥")
    book_file.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="억냥"):
        run(book_file)

    assert not Document.objects.exists()
