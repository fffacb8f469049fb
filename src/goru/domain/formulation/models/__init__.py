"""The guideline: its text, who was consulted, who was sent it, what was asked; assigned sections, comments, files."""

from goru.domain.formulation.models.assignments import Assignment
from goru.domain.formulation.models.attachments import Attachment
from goru.domain.formulation.models.comments import Comment, CommentAnswer
from goru.domain.formulation.models.consultations import Briefing, BriefingAttendance, GuidelineConsultation
from goru.domain.formulation.models.dispatches import Dispatch, Reading
from goru.domain.formulation.models.guidelines import Guideline, GuidelineSection, SectionWording
from goru.domain.formulation.models.questions import Question

__all__ = [
    "Assignment",
    "Attachment",
    "Briefing",
    "BriefingAttendance",
    "Comment",
    "CommentAnswer",
    "Dispatch",
    "Guideline",
    "GuidelineConsultation",
    "GuidelineSection",
    "Question",
    "Reading",
    "SectionWording",
]
