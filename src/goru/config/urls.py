"""Root of all addresses; each room of web/ keeps its own."""

from django.urls import include, path

urlpatterns = [path("", include("goru.web.urls"))]
