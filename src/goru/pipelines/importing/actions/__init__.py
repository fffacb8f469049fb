from goru.pipelines.importing.actions.adoption import Adoption, adopt_book
from goru.pipelines.importing.actions.decisions import adopt_import, discard_import, finish_issue
from goru.pipelines.importing.actions.imports import (
    fail_import,
    receive_import,
    retry_import,
)
from goru.pipelines.importing.actions.proposals import (
    Applied,
    answer_proposal,
    apply_proposal,
    discard_proposal,
    fail_proposal,
    receive_proposal,
)
from goru.pipelines.importing.actions.returns import return_to_publication

__all__ = [
    "Adoption",
    "Applied",
    "adopt_book",
    "adopt_import",
    "answer_proposal",
    "apply_proposal",
    "discard_import",
    "discard_proposal",
    "fail_import",
    "fail_proposal",
    "finish_issue",
    "receive_import",
    "receive_proposal",
    "retry_import",
    "return_to_publication",
]
