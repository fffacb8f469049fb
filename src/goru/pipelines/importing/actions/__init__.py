from goru.pipelines.importing.actions.adoption import Adoption, adopt_book
from goru.pipelines.importing.actions.decisions import adopt_import, discard_import, finish_issue
from goru.pipelines.importing.actions.imports import (
    fail_import,
    receive_import,
    retry_import,
)
from goru.pipelines.importing.actions.returns import return_to_publication

__all__ = [
    "Adoption",
    "adopt_book",
    "adopt_import",
    "discard_import",
    "fail_import",
    "finish_issue",
    "receive_import",
    "retry_import",
    "return_to_publication",
]
