from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class PlanAct(Act):
    """What is done to cycles, editions and items."""

    CYCLE_OPENED = "plans.cycle_opened", _("연도 열기")
    DEVELOPMENT_PLANS_LOADED = "plans.development_plans_loaded", _("초광역권발전계획 등록부 반영")
    BOOK_ADOPTED = "plans.book_adopted", _("계획서 채택")  # in logs of version 0.1.0
    EDITION_OPENED = "plans.edition_opened", _("판 열기")
    EDITION_SEALED = "plans.edition_sealed", _("판 확정")
    EDITION_ABANDONED = "plans.edition_abandoned", _("판 폐기")
    ITEMS_JOINED = "plans.items_joined", _("항목 합치기")
    ITEM_SUCCEEDED = "plans.item_succeeded", _("항목 승계")
    HOLIDAY_ADDED = "plans.holiday_added", _("임시공휴일 더함")
    HOLIDAY_TAKEN = "plans.holiday_taken", _("임시공휴일 뺌")
    DUTY_EXCEPTED = "plans.duty_excepted", _("기한 예외 둠")
    DUTY_EXCEPTION_ENDED = "plans.duty_exception_ended", _("기한 예외 거둠")
    FINDING_EXPLAINED = "plans.finding_explained", _("점검 결과 설명")
    ERROR_ANSWERED = "plans.error_answered", _("오류 해제 요청에 답함")
    PARENT_ADDED = "plans.parent_added", _("5개년 계획 등록")
    PARENT_STEP_RECORDED = "plans.parent_step_recorded", _("5개년 계획의 수립 절차 기록")
    PARENT_CHANGED = "plans.parent_changed", _("5개년 계획의 변경 기록")
    PARENT_ITEMS_KEPT = "plans.parent_items_kept", _("5개년 계획의 항목 고침")


class PlanKind(TextChoices):
    """Which of the three kinds of plan of the Special Act (제7조, 제8조, 제9조)."""

    PROVINCIAL = "provincial", _("시·도 시행계획")
    SECTORAL = "sectoral", _("부문별 시행계획")
    MEGAREGIONAL = "megaregional", _("초광역권발전 시행계획")


class FocusGroup(TextChoices):
    """The two groups of focus tasks."""

    ZONES = "zones", _("4대 특구")
    TASKS = "tasks", _("10대 과제")


class StatementKind(TextChoices):
    """What a printed sentence says of the plan or task it stands under."""

    VISION = "vision", _("비전")
    STRATEGY = "strategy", _("추진전략")
    PERFORMANCE = "performance", _("성과관리계획")
    AIM = "aim", _("추진방향")
    GOAL = "goal", _("목표")
    REFORM = "reform", _("제도개선")


class DatePrecision(TextChoices):
    """How fine a printed date is; its interval says the same in days."""

    DAY = "day", _("일")
    MONTH = "month", _("월")
    QUARTER = "quarter", _("분기")
    HALF = "half", _("반기")
    YEAR = "year", _("연")


class MilestoneState(TextChoices):
    """Where a dated step stands on the day it is looked at: the book's word for what is done, the days for the rest."""

    DONE = "done", _("계획서에 완료로 적힘")
    OVER = "over", _("기간 지남, 결과 적히지 않음")
    RUNNING = "running", _("기간 안")
    PLANNED = "planned", _("예정")


class Severity(TextChoices):
    """Whether a finding blocks (error) or needs an explanation (warning)."""

    ERROR = "error", _("오류")
    WARNING = "warning", _("확인 필요")


class FindingCategory(TextChoices):
    """What a finding doubts."""

    EXISTENCE = "existence", _("존재")
    COMPLETENESS = "completeness", _("완전성")
    ACCURACY = "accuracy", _("정확성")
    CONSISTENCY = "consistency", _("일관성")


class DocumentForm(TextChoices):
    """What a book was given as, and so what its places are counted in (goru.book.places)."""

    TEXT = "text", _("텍스트본")
    PDF = "pdf", _("PDF")
    HWPX = "hwpx", _("HWPX")


class ItemKind(TextChoices):
    """What one can point at in a plan (goru.book.items)."""

    STRATEGY = "strategy", _("전략")
    CORE_TASK = "core-task", _("핵심과제")
    ACTION_TASK = "action-task", _("실천과제")
    TASK_ITEM = "task-item", _("세부과제")
    FOCUS_TASK = "focus-task", _("중점 이행과제")
    SUBTASK = "subtask", _("세부 추진과제")
    PROJECT = "project", _("사업")
    MONEY_LINE = "money-line", _("금액")
    INDICATOR = "indicator", _("성과지표")
    MEASURE = "measure", _("지표 정의")
    MILESTONE = "milestone", _("일정")
    REFORM = "reform", _("제도개선")
    STATEMENT = "statement", _("문장")


class SuccessionKind(TextChoices):
    """How an item came of another."""

    SPLIT = "split", _("분리")
    MERGE = "merge", _("통합")


class EditionState(TextChoices):
    """Whether an edition can still be written in; nothing else is its state."""

    OPEN = "open", _("초안")
    SEALED = "sealed", _("확정")
    ABANDONED = "abandoned", _("폐기")


class EditionOrigin(TextChoices):
    """What an edition began with."""

    EMPTY = "empty", _("빈 계획")
    DOCUMENT = "document", _("인쇄된 계획서")
    CARRIED = "carried", _("지난해 계획")
    EDITIONS = "editions", _("다른 판")


class EditDeed(TextChoices):
    """What an edit does (goru.book.items.editing)."""

    SET = "set", _("고침")
    ADD = "add", _("더함")
    MOVE = "move", _("옮김")
    REMOVE = "remove", _("제외")


class EditWay(TextChoices):
    """By which way an edit came."""

    FORM = "form", _("화면")
    WORKBOOK = "workbook", _("엑셀")
    DOCUMENT = "document", _("문서")
    API = "api", _("API")


class DutyKind(TextChoices):
    """What is owed by a statutory day."""

    YEARLY_PLAN = "yearly-plan", _("연도별 시행계획")
    SELF_EVALUATION = "self-evaluation", _("자체평가")


class DutyState(TextChoices):
    """How a duty stands on a day; computed, never kept."""

    NOT_YET_DUE = "not-yet-due", _("기한 전")
    DUE = "due", _("기한 임박")
    OVERDUE = "overdue", _("기한 지남")
    IN_TIME = "in-time", _("기한 안 제출")
    LATE = "late", _("늦게 제출")


class Party(TextChoices):
    """Who owes what the law asks for, or gets it, where the law means no single institution of the register."""

    PROVINCE = "province", _("시·도지사")
    MINISTRY = "ministry", _("중앙행정기관의 장")
    CONCERNED_MINISTRY = "concerned-ministry", _("관계 중앙행정기관의 장")
    MEGAREGION = "megaregion", _("초광역권설정 지방자치단체의 장")
    LOCAL_GOVERNMENT = "local-government", _("지방자치단체의 장")
    PRESIDENT = "president", _("대통령")
    ASSEMBLY = "assembly", _("국회")
    AUDIT_BOARD = "audit-board", _("감사원")
    LAND_CORPORATION = "land-corporation", _("한국토지주택공사")


class ParentKind(TextChoices):
    """Which of the five-year plans that yearly plans carry out (특별법 제6조~제9조)."""

    COMPREHENSIVE = "comprehensive", _("지방시대 종합계획")
    PROVINCIAL = "provincial", _("시·도 계획")
    SECTORAL = "sectoral", _("부문별 계획")
    MEGAREGIONAL = "megaregional", _("초광역권발전계획")


class ChangeGround(TextChoices):
    """By what a five-year plan is changed: by the whole road, or by one of the grounds of a minor change (시행령 제6조)."""

    WHOLE_ROAD = "whole-road", _("정식 절차에 따른 변경")
    SIZE = "size", _("경미한 변경: 사업 규모의 10% 이내")
    TIME = "time", _("경미한 변경: 계획 기간 안의 시기 조정")
    ERROR = "error", _("경미한 변경: 명백한 오류의 정정")
    LAW = "law", _("경미한 변경: 법령 변경의 반영")
    CLEAR = "clear", _("경미한 변경: 기본방향이 그대로인, 근거가 분명한 변경")


PrintedWords = tuple[int | None, int, str | None, str]
"""A printed line: its page, its number, its cell and its words."""
