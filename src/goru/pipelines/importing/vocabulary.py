from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act
from goru.core.queue import Job


class ImportAct(Act):
    """What is done with books that are brought in."""

    BOOK_RECEIVED = "importing.book_received", _("계획서 가져오기")
    TRIED_AGAIN = "importing.tried_again", _("가져오기 다시 시도")
    IMPORT_ADOPTED = "importing.import_adopted", _("가져온 계획서 채택")
    BOOK_ADOPTED = "importing.book_adopted", _("계획서 채택")
    BOOK_DISCARDED = "importing.book_discarded", _("가져온 계획서 버림")
    PLAN_BROUGHT_IN = "importing.plan_brought_in", _("초안에 파일 불러오기")
    PROPOSAL_APPLIED = "importing.proposal_applied", _("불러온 수정 반영")
    PROPOSAL_DISCARDED = "importing.proposal_discarded", _("불러온 수정 버림")
    LINES_KEPT = "importing.lines_kept", _("채택된 계획서의 원문 보관")


READ_UPLOAD: Final = Job("goru.pipelines.importing.jobs.read_upload", queue="reading")
READ_PROPOSAL: Final = Job("goru.pipelines.importing.jobs.read_proposal", queue="reading")
ISSUE_ADOPTED: Final = Job("goru.pipelines.importing.jobs.issue_adopted", queue="issuing")


class ReadingState(TextChoices):
    """How far the reading of a file is that somebody brought in; in the order of the way."""

    RECEIVED = "received", _("받음")
    READING = "reading", _("읽는 중")
    PARSING = "parsing", _("구조 파악")
    CHECKING = "checking", _("점검")
    READ = "read", _("준비 완료")
    FAILED = "failed", _("실패")


class Decision(TextChoices):
    """What a person decided on a book that was brought in."""

    OPEN = "open", _("미정")
    ADOPTED = "adopted", _("채택")
    DISCARDED = "discarded", _("버림")


class ProposalState(TextChoices):
    """How far the reading of a workbook or a document is, and what became of the edits that it proposes."""

    READING = "reading", _("읽는 중")
    FAILED = "failed", _("읽지 못함")
    PROPOSED = "proposed", _("검토 중")
    APPLIED = "applied", _("반영")
    DISCARDED = "discarded", _("버림")


class IssueState(TextChoices):
    """How far the issue (공표 자료) of an adopted book is."""

    NONE = "none", _("해당 없음")
    WAITING = "waiting", _("채택, 공표 자료 만드는 중")
    ISSUED = "issued", _("채택, 공표 완료")
    FAILED = "failed", _("채택됨, 공표 자료 만들기 실패")


class Part(TextChoices):
    """What of a book is counted before it is adopted, and missed where a new book has it no longer."""

    PROVINCIAL_PLANS = "provincial-plans", _("시·도 계획")
    MEGAREGIONAL_PLANS = "megaregional-plans", _("초광역권 계획")
    MINISTRIES = "ministries", _("부처가 맡은 과제")
    STRATEGIES = "strategies", _("전략")
    CORE_TASKS = "core-tasks", _("핵심과제")
    ACTION_TASKS = "action-tasks", _("실천과제")
    PROJECTS = "projects", _("이름이 적힌 사업")
    PROJECT_COUNTS = "project-counts", _("인쇄된 사업 수")
    GOALS = "goals", _("과제의 목표지표")
    PLAN_CORE_TASKS = "plan-core-tasks", _("지역 계획의 핵심과제")
    ITEMS = "items", _("세부과제")
    INDICATORS = "indicators", _("지역 계획의 성과지표")
    VALUES = "values", _("지표의 실적·목표·증감 값")
    STATEMENTS = "statements", _("비전·추진전략·목표·제도개선 문장")
    PROSE = "prose", _("추진방향·성과관리계획 문장")
    FOCUS_TASKS = "focus-tasks", _("중점 이행과제")
    SUBTASKS = "subtasks", _("중점 이행과제의 세부 추진과제")
    MILESTONES = "milestones", _("중점 이행과제의 일정")
    HEADLINE = "headline", _("총 재정투입의 수치")
    PLAN_MONEY = "plan-money", _("지역 계획의 금액")
    TASK_MONEY = "task-money", _("실천과제의 금액")
    TOTALS = "totals", _("총괄표의 합계")
    SUMMARIES = "summaries", _("개관과 요약")
    NAMES = "names", _("이름·제목·단위")
    DATES = "dates", _("날짜와 연도")
    PLACES = "places", _("본문, 산정 설명, 쪽번호의 자리")
    LINES = "lines", _("원문의 행")
