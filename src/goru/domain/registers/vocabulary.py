from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class RegisterAct(Act):
    """What is done with the cases of registers."""

    LOADED = "registers.loaded", _("대장 반영")
    ROUND_OPENED = "registers.round_opened", _("회차 열기")
    CASE_OPENED = "registers.case_opened", _("사안 올리기")
    CASE_CHANGED = "registers.case_changed", _("사안 고치기")
    MOVED = "registers.moved", _("단계 이동")
    MOVE_CORRECTED = "registers.move_corrected", _("단계 이동 바로잡기")
    OPINION_ASKED = "registers.opinion_asked", _("의견 요청")
    OPINION_GIVEN = "registers.opinion_given", _("의견 제출")
    OBSERVED = "registers.observed", _("점검·실적 기록")
    EVIDENCE_ADDED = "registers.evidence_added", _("근거 더하기")
    LINKED = "registers.linked", _("계획 항목에 잇기")
    UNLINKED = "registers.unlinked", _("이은 것 풀기")
    WITHHELD = "registers.withheld", _("비공개로 하기")
    DISCLOSED = "registers.disclosed", _("비공개 풀기")
    UPLOADED = "registers.uploaded", _("사안 목록 올리기")


class FieldKind(TextChoices):
    """What a field of a case holds; there is none for personal data."""

    TEXT = "text", _("글")
    LIST = "list", _("목록")
    CHOICE = "choice", _("고르기")
    NUMBER = "number", _("수")
    DAY = "day", _("날짜")
    TICK = "tick", _("예·아니오")


class Period(TextChoices):
    """How often something is held or told."""

    YEAR = "year", _("해마다")
    HALF = "half", _("반기마다")
    QUARTER = "quarter", _("분기마다")
    MONTH = "month", _("달마다")


class QuantityKind(TextChoices):
    """Whether an amount is what was asked for or promised, or what came of it."""

    PROMISED = "promised", _("계획")
    ACTUAL = "actual", _("실적")


class OpinionVerdict(TextChoices):
    """What somebody who was asked says to a case."""

    AGREED = "agreed", _("동의")
    CONDITIONAL = "conditional", _("조건부 동의")
    OBJECTED = "objected", _("반대")
    NO_OPINION = "no_opinion", _("의견 없음")


class LinkKind(TextChoices):
    """What a case is to an item of a plan or to another case."""

    FULFILS = "fulfils", _("이행")
    SAME = "same", _("같은 것")
    OPENS = "opens", _("후속 사안")
    SUPERSEDES = "supersedes", _("대신함")


class CountedAs(TextChoices):
    """Whether an indicator counts what there is at the end of a period (stock) or what came in it (flow)."""

    STOCK = "stock", _("누계")
    FLOW = "flow", _("그해에 늘어난 수")


class GovernmentClass(TextChoices):
    """The class of a province by its official name (지방자치법 제2조제1항제1호)."""

    SPECIAL_CITY = "special_city", _("특별시")
    METROPOLITAN_CITY = "metropolitan_city", _("광역시")
    SELF_GOVERNING_CITY = "self_governing_city", _("특별자치시")
    PROVINCE = "province", _("도")
    SELF_GOVERNING_PROVINCE = "self_governing_province", _("특별자치도")
    INTEGRATED_CITY = "integrated_city", _("통합특별시")


class RuleKind(TextChoices):
    """The kinds of rule that a definition may set; there is no thirteenth without a decision record."""

    REQUIRED = "required", _("단계에 필요한 것")
    MOVE = "move", _("할 수 있는 단계 이동")
    OPINIONS = "opinions", _("의견 갖춤")
    COUNT_LIMIT = "count-limit", _("건수 한도")
    SUM_LIMIT = "sum-limit", _("합계 한도")
    RANGE = "range", _("범위")
    MEMBER = "member", _("다른 대장에 있음")
    DUE = "due", _("기한")
    TERM = "term", _("기간과 그 끝의 점검")
    ORDER = "order", _("날짜의 순서")
    STATED = "stated", _("적힌 수와 센 수")
    OVERLAP = "overlap", _("겹침")


class Severity(TextChoices):
    """What a problem stops: an error the deed, a warning nothing; a note only says that something is so."""

    ERROR = "error", _("오류")
    WARNING = "warning", _("확인 필요")
    NOTE = "note", _("참고")


class RowState(TextChoices):
    """What becomes of a row of an uploaded list."""

    NEW = "new", _("새 사안")
    CHANGED = "changed", _("바뀜")
    UNCHANGED = "unchanged", _("그대로")
    WRONG = "wrong", _("고칠 것")
