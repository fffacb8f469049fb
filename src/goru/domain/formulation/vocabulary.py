from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class FormulationAct(Act):
    """What is done with guidelines, and where a plan's sections are collected."""

    GUIDELINE_OPENED = "formulation.guideline_opened", _("수립지침 작성 시작")
    FRAME_CHOSEN = "formulation.frame_chosen", _("수립지침의 과제 체계 정하기")
    SECTION_ADDED = "formulation.section_added", _("지침 항목 더하기")
    SECTIONS_CARRIED = "formulation.sections_carried", _("앞선 지침 항목 이어받기")
    SECTION_WORDED = "formulation.section_worded", _("지침 항목 고치기")
    SECTION_REMOVED = "formulation.section_removed", _("지침 항목 빼기")
    CONSULTATION_BEGUN = "formulation.consultation_begun", _("수립지침 협의 시작")
    CONSULTATION_RECORDED = "formulation.consultation_recorded", _("수립지침 협의 기록")
    CONSULTATION_FINISHED = "formulation.consultation_finished", _("수립지침 협의 결과 기록")
    PUT_ON_AGENDA = "formulation.put_on_agenda", _("수립지침을 안건으로 올리기")
    GUIDELINE_RESOLVED = "formulation.guideline_resolved", _("수립지침 의결 반영")
    GUIDELINE_SENT = "formulation.guideline_sent", _("수립지침 송부")
    GUIDELINE_RECEIVED = "formulation.guideline_received", _("수립지침 접수")
    GUIDELINE_READ = "formulation.guideline_read", _("수립지침 열람")
    CHANGES_CONFIRMED = "formulation.changes_confirmed", _("바뀐 지침 확인")
    BRIEFING_RECORDED = "formulation.briefing_recorded", _("설명회 기록")
    ASKED = "formulation.asked", _("지침에 관한 질문")
    ANSWERED = "formulation.answered", _("지침에 관한 답변")
    ASSIGNED = "formulation.assigned", _("절 맡기기")
    ASSIGNMENT_CHANGED = "formulation.assignment_changed", _("맡긴 절의 내부 기한·안내 고치기")
    ASSIGNMENT_TAKEN_BACK = "formulation.assignment_taken_back", _("맡긴 절 거두기")
    ASSIGNMENT_SUBMITTED = "formulation.assignment_submitted", _("맡은 절 제출")
    ASSIGNMENT_RETURNED = "formulation.assignment_returned", _("맡긴 절 보완요청")
    ASSIGNMENT_ACCEPTED = "formulation.assignment_accepted", _("맡긴 절 접수")
    COMMENTED = "formulation.commented", _("초안에 메모 쓰기")
    COMMENT_ANSWERED = "formulation.comment_answered", _("메모에 답글 쓰기")
    COMMENT_DONE = "formulation.comment_done", _("메모 끝냄 표시")
    COMMENT_REOPENED = "formulation.comment_reopened", _("메모 다시 열기")
    ATTACHED = "formulation.attached", _("초안에 파일 첨부")
    ATTACHMENT_REMOVED = "formulation.attachment_removed", _("첨부 파일 지우기")


class GuidelineState(TextChoices):
    """How far a guideline is."""

    DRAFT = "draft", _("초안")
    CONSULTING = "consulting", _("협의")
    RESOLVED = "resolved", _("의결")
    SENT = "sent", _("송부")


class SubmissionState(TextChoices):
    """How far something is that one hands in to another: one vocabulary for all of it."""

    DRAFT = "draft", _("초안")
    SUBMITTED = "submitted", _("제출")
    RETURNED = "returned", _("보완요청")
    ACCEPTED = "accepted", _("접수")
