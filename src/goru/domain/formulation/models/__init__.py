"""The guideline: its text, who was consulted, who was sent it, what was asked."""

from goru.domain.formulation.models.consultations import Briefing, BriefingAttendance, GuidelineConsultation
from goru.domain.formulation.models.dispatches import Dispatch, Reading
from goru.domain.formulation.models.guidelines import Guideline, GuidelineSection, SectionWording
from goru.domain.formulation.models.questions import Question

__all__ = [
    "Briefing",
    "BriefingAttendance",
    "Dispatch",
    "Guideline",
    "GuidelineConsultation",
    "GuidelineSection",
    "Question",
    "Reading",
    "SectionWording",
]
