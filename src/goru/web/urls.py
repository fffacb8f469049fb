"""Addresses of the pages. An action task's code Ⅰ-1-(1) is written 1-1-1."""

from django.urls import path

from goru.web import views

app_name = "web"
urlpatterns = [
    path("", views.nation, name="nation"),
    path("institutions/<slug:key>/", views.institution, name="institution"),
    path("action-tasks/<slug:number>/", views.action_task, name="action-task"),
    path("focus-tasks/<slug:group>/<int:number>/", views.focus_task, name="focus-task"),
    path("findings/", views.findings, name="findings"),
]
