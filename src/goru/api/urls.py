"""Addresses of the API: `/api/v1/…`, its OpenAPI document, and a 404 for all others under `/api/`."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from django.views.generic import RedirectView

from goru.api import views
from goru.api.answers import gate, not_found
from goru.api.endpoints import ENDPOINTS

app_name = "api"
to_reference = login_not_required(RedirectView.as_view(pattern_name="api:reference", permanent=True))
urlpatterns = [
    path("", to_reference),
    path("docs/", to_reference),
    path("docs", views.reference, name="reference"),
    path("openapi.json", gate(views.openapi), name="openapi"),
    path("v1/openapi.json", gate(views.openapi)),
    re_path(r"^v1/drafts(?P<below>(/.*)?)$", views.drafts),
    *(path(one.path, gate(one.view), name=one.name) for one in ENDPOINTS),
    re_path(r"^.*$", gate(not_found)),
]
