"""What a practice installation (연습) says of itself with every answer."""

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

_NAMES: Final = {
    'filename="': 'filename="simulated-',
    "filename*=utf-8''": f"filename*=utf-8''{quote('모의자료-')}",
}


class Simulated:
    """Middleware: every answer says that it is simulated, every file in its name, and no search engine keeps any."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Goru-Data"] = "simulated"
        response.headers["X-Robots-Tag"] = "noindex"
        named = response.headers.get("Content-Disposition", "")
        for plain, simulated in _NAMES.items():
            named = named.replace(plain, simulated)
        if named:
            response.headers["Content-Disposition"] = named
        return response
