"""Addresses of the API: `/api/v1/…`, its OpenAPI document, and a 404 for all others under `/api/`."""

from django.urls import URLPattern, path, re_path

from goru.api import views
from goru.api.answers import gate, not_found
from goru.api.endpoints import build

_addresses, _, _ = build().urls
for address in _addresses:
    if isinstance(address, URLPattern):
        address.callback = gate(address.callback)

app_name = "api"
urlpatterns = [
    path("docs", views.reference, name="reference"),
    *_addresses[:-1],
    re_path(r"^.*$", gate(not_found)),
    _addresses[-1],  # no more than a name for the others' root
]
