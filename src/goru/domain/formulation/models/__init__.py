"""The guideline: its text, who was consulted, who was sent it, what was asked; sections that are assigned, comments."""

from goru.domain.formulation.models.assignments import Assignment
from goru.domain.formulation.models.comments import Comment, CommentAnswer
from goru.domain.formulation.models.consultations import Briefing, BriefingAttendance, GuidelineConsultation
from goru.domain.formulation.models.dispatches import Dispatch, Reading
from goru.domain.formulation.models.guidelines import Guideline, GuidelineSection, SectionWording
from goru.domain.formulation.models.questions import Question

__all__ = [
    "Assignment",
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
