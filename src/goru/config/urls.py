"""Root of all addresses; each room of web/ keeps its own."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("api/", include("goru.api.urls")),
    path("", include("goru.web.urls")),
    path("accounts/", include("goru.web.accounts.urls")),
]

handler500 = "goru.web.refusals.server_error"
