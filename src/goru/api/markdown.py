"""The reference of the API as a file of the documentation (docs/reference/api.md)."""

from __future__ import annotations

from goru.api.reference import DRAFT_RULES, EXAMPLES, RULES, Address, addresses, deeds

_HEAD = """# API

`/api/v1/`은 이 시스템의 모든 자료를 읽고, 토큰으로 초안을 쓰는 주소입니다. 열의 뜻은 [자료 설명](datasets.md)과 같고,
정확한 형식은 돌고 있는 시스템의 `/api/openapi.json`(OpenAPI 3.1)과 `/api/docs`에 있습니다.

`/api/v1/` reads all data of the system, and writes drafts by a token. The columns are those of the
[data sets](datasets.md); the exact schemas are at `/api/openapi.json` (OpenAPI 3.1) and `/api/docs` of a running system.
"""

_CURL = """```
TOKEN=goru_…
curl -H "Authorization: Bearer $TOKEN" http://localhost:8000/api/v1/drafts
curl -H "Authorization: Bearer $TOKEN" http://localhost:8000/api/v1/drafts/12
curl -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json" \\
  -d '{"edits": [{"deed": "set", "field": "plan/budget/total", "seen": null, "new": 54742}]}' \\
  http://localhost:8000/api/v1/drafts/12/edits
```
"""


def reference() -> str:
    """The whole file."""
    rules = "\n".join(f"- {rule.korean}\n  {rule.english}" for rule in RULES)
    examples = "\n\n".join(
        f"{one.says.korean} ({one.says.english}):\n\n```\ncurl 'http://localhost:8000{one.encoded}'\n```"
        for one in EXAMPLES
    )
    draft_rules = "\n".join(f"- {rule.korean}\n  {rule.english}" for rule in DRAFT_RULES)
    requests = "\n".join(
        f"| `{one.method} {one.address}` | {one.title} | {one.meaning.replace(chr(10), ' ')} |"
        for one in deeds()
    )
    table = "\n".join(map(_line, addresses()))
    return "\n".join(
        (
            _HEAD,
            f"## 보기 (Examples)\n\n{examples}\n",
            f"## 어디서나 같은 것 (Everywhere)\n\n{rules}\n",
            "## 주소 (Addresses)\n",
            "| 주소 (address) | 자료 (data) | 조건 (filters) |",
            "| --- | --- | --- |",
            f"{table}\n",
            f"## 초안 (Drafts)\n\n{draft_rules}\n",
            "| 요청 (request) | 무엇 (what) | 뜻 (meaning) |",
            "| --- | --- | --- |",
            f"{requests}\n",
            _CURL,
        )
    )


def _line(one: Address) -> str:
    filters = ", ".join(f"`{filter_.name}`" for filter_ in one.filters)
    return f"| `{one.address}` | {one.title.korean} ({one.title.english}) | {filters} |"
