"""Who may do what, written by hand: the permissions are held against it, and so is docs/reference/rights.md."""

from pathlib import Path

import pytest
from tests.rights.examples import NOBODY, PERSONS, Examples
from tests.rights.table import answers, page

pytestmark = [pytest.mark.web, pytest.mark.django_db]
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rights.md"

EXPECTED = """
                       총 남 부 시 결 예 지 기 기 위 전 평 감 의 도 관 직 모
                       괄 의 서 군 재 산 원 관 획 원 문 가 사 견 움 리 없 두
                          총    구       단 감 단       위          자 음
see-posts               O - ✕ - ✕ ✕ ✕ ✕ O - - - - - - O - -
open-unit               O - ✕ - ✕ ✕ ✕ ✕ O - - - - - - O - -
add-institution         ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕
make-token              O ✕ O O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
end-token               O - - - - - - - - - - - - - - - - -
give-contributor        O - ✕ - ✕ ✕ ✕ ✕ O - - - - - - O - -
give-municipality       O - - ✕ - - - - O - - - - - - O - -
give-certifier          ✕ - ✕ - ✕ ✕ ✕ ✕ O - - - - - - O - -
give-evaluator          - - - - - - - - O ✕ ✕ ✕ ✕ ✕ ✕ O - -
give-auditor            - - - - - - - - ✕ ✕ ✕ ✕ ✕ ✕ ✕ O - -
pass-on-certifier       ✕ - ✕ - O ✕ ✕ ✕ O - - - - - - O - -
pass-on-evaluator       - - - - - - - - O ✕ ✕ ✕ ✕ ✕ ✕ O - -
pass-on-ended           ✕ - ✕ - ✕ ✕ ✕ ✕ ! - - - - - - ! - -
stand-in-certifier      ✕ - ✕ - O ✕ ✕ ✕ O - - - - - - O - -
end-contributor         O - ✕ - ✕ ✕ ✕ ✕ O - - - - - - O - -
end-ended               ✕ - ✕ - ✕ ✕ ✕ ✕ ! - - - - - - ! - -
read-log                - - - - - - - - O - - - O - - O - -
see-accounts            - - - - - - - - - - - - - - - O - -
lock-account            - - - - - - - - - - - - - - - O - -
lock-own                - - - - - - - - - - - - - - - ! - -
unlock-account          - - - - - - - - - - - - - - - O - -
see-draft               O - O - O O O O - - - - - - - - - -
write-open              O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
write-sealed            ! - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
write-abandoned         ! - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
explain-finding         O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
see-explanation         O - O - O O O O O - - - - - - - - -
answer-error            ✕ - ✕ - ✕ ✕ ✕ ✕ O - - - - - - - - -
write-national          - - - - - - - - O - - - - - - - - -
open-cycle              ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
publish                 ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
join-items              ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
keep-calendar           ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
keep-parent             O ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
keep-comprehensive      ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
bring-in-books          ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
see-meetings            - - - - - - - - O O O - O - - - - -
run-meetings            - - - - - - - - O ✕ ✕ - ✕ - - - - -
record-ahead            - - - - - - - - ! ✕ ✕ - ✕ - - - - -
see-regional-meetings   O - - - O - O O O - - - - - - - - -
run-regional-meetings   ✕ - - - ✕ - O ✕ ✕ - - - - - - - - -
open-guideline          ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
read-draft-guideline    - - - - - - - - O O O - O - - - - -
write-guideline         - - - - - - - - O ✕ ✕ - ✕ - - - - -
send-draft-guideline    - - - - - - - - ! ✕ ✕ - ✕ - - - - -
read-guideline          O - O O O O O O O O O - O - - - - -
receive-guideline       O - ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ - ✕ - - - - -
ask-about-guideline     O - ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ - ✕ - - - - -
see-collecting          O - O - O O O O - - - - - - - - - -
assign-section          O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
change-assignment       O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
write-units-section     O - O - ✕ ✕ ✕ ✕ - - - - - - - - - -
write-municipal-section O - ✕ O ✕ ✕ ✕ ✕ - - - - - - - - - -
write-handed-in-section O - ! - ✕ ✕ ✕ ✕ - - - - - - - - - -
submit-section          ✕ - O - ✕ ✕ ✕ ✕ - - - - - - - - - -
submit-handed-in-section ✕ - ! - ✕ ✕ ✕ ✕ - - - - - - - - - -
accept-section          O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
accept-early            ! - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
return-section          O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
comment                 O - O - O O O O - - - - - - - - - -
finish-comment          O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
attach                  O - O - ✕ ✕ ✕ ✕ - - - - - - - - - -
remove-attachment       O - ✕ - ✕ ✕ ✕ ✕ - - - - - - - - - -
set-telephone           ✕ - ✕ - O ✕ ✕ ✕ O - - - - - - O - -
remind                  - - - - - - - - O - - - - - - - - -
see-board               - - - - - - - - O - - - - - - - - -
bring-in-plan           O - O O ✕ ✕ ✕ ✕ - - - - - - - - - -
see-case                O - O - O O O O O O O - O - - - - -
open-case               O ✕ O ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
open-designated-case    ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
change-case             O ✕ O ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
move-case               ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
move-too-far            ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! ! !
correct-move            ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
run-register            ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
upload-cases            O O O ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
give-opinion            O - O - ✕ ✕ ✕ ✕ ✕ ✕ ✕ - ✕ - - - - -
tell-case               O - O - ✕ ✕ ✕ ✕ O ✕ ✕ - ✕ - - - - -
withhold-case           ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ O ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕ ✕
"""


def expected() -> dict[str, dict[str, str]]:
    """What is expected of each deed, for each person."""
    rows = [line.split() for line in EXPECTED.split("\n")[4:] if line]
    return {deed: dict(zip([*PERSONS, NOBODY], marks, strict=True)) for deed, *marks in rows}


def test_the_permissions_answer_as_was_agreed(there: Examples) -> None:
    found = {deed.key: dict(said) for deed, said in answers(there)}

    assert found == expected()


def test_the_page_says_what_the_permissions_answer(there: Examples, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("write_rights"):
        PAGE.write_text(page(there), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page(there), "make docs"
