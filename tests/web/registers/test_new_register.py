"""The how-to of a new register, done as it says: one file, one workbook, and there is all that a register has."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from tests import cast
from tests.listing import filled

from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers import queries
from goru.domain.registers.models import Register

pytestmark = [pytest.mark.web, pytest.mark.django_db]

GUIDES = Path(__file__).parents[3] / "docs" / "how-to"


def guide(language: str) -> str:
    return (GUIDES / language / "registers.md").read_text(encoding="utf-8")


def definition(text: str) -> str:
    return text.partition("```json\n")[2].partition("```")[0]


def rows(text: str) -> list[dict[str, str]]:
    """The rows of the table that is to be written into the workbook."""
    lines = [
        [cell.strip() for cell in line.strip(" |").split("|")]
        for line in text.splitlines()
        if line.startswith("   |")
    ]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


@pytest.fixture
def made(db: None, tmp_path: Path) -> None:
    """The register of the how-to; what is wrong in a file is told before."""
    load_register(by=system_person(), at=cast.BEGINNING)
    text, file = definition(guide("")), tmp_path / "medical-gap.json"
    file.write_text(text.replace('"mohw"', '"nobody"'), encoding="utf-8")
    with pytest.raises(CommandError, match="nobody"):
        call_command("load_registers", file)
    file.write_text(text.replace('"designated"', '"none"', 1), encoding="utf-8")
    with pytest.raises(CommandError, match="none is not among designated, released"):
        call_command("load_registers", "--check", file)
    file.write_text(text, encoding="utf-8")
    call_command("load_registers", "--check", file)
    assert not Register.objects.exists()
    call_command("load_registers", file)


def test_both_languages_say_the_same() -> None:
    assert definition(guide("")) == definition(guide("ko"))
    assert rows(guide("")) == rows(guide("ko"))


@pytest.mark.usefixtures("made")
def test_a_register_is_made_filled_and_seen(client: Client) -> None:
    owner = cast.officer("owner", Role.AUTHOR, "mohw")
    client.force_login(owner)
    template = client.get("/registers/medical-gap/template.xlsx").content
    sent = {"file": SimpleUploadedFile("목록.xlsx", filled(template, rows(guide(""))))}
    preview = client.post("/registers/medical-gap/upload/", sent, follow=True)
    assert "새 사안 2" in preview.content.decode()
    assert client.post(preview.redirect_chain[-1][0]).status_code == 302

    client.logout()
    listed = client.get("/registers/medical-gap/").content.decode()
    assert "(표본) 영양군 분만" in listed
    number = "의료취약지-2026-001"
    seen = queries.case_seen(number, by=owner, on=date(2026, 12, 1))
    assert [said for _field, said in seen.values] == ["분만", "2026"]
    assert client.get(f"/registers/medical-gap/{number}/").status_code == 200
    (case, _) = client.get("/api/v1/cases?register_key=medical-gap").json()["data"]
    assert (case["number"], case["stage"], case["stage_start"]) == (number, "designated", "2026-01-02")
    values = client.get(f"/api/v1/case-values?case={number}").json()["data"]
    assert {one["key"]: one["value"] for one in values} == {"kind": "delivery", "year": "2026"}
    owed = queries.waiting(owner, date(2027, 1, 10))
    assert ["연간 점검" in one.what for one in owed] == [True, True]
