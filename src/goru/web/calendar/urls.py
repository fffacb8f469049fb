"""Addresses of the calendar: what is due when, what moves the days, and the five-year plans."""

from django.urls import path

from goru.web.calendar import days, deeds, parents

_PLAN = "calendar/plans/<slug:owner>/<int:first_year>/"

urlpatterns = [
    path("calendar/", days.calendar, name="calendar"),
    path("calendar.ics", days.feed, name="calendar-feed"),
    path("calendar/<int:year>/", days.calendar, name="calendar-of"),
    path("calendar/<int:year>.ics", days.file, name="calendar-file"),
    path("calendar/<int:year>/duties/", days.duties, name="duties"),
    path("calendar/holidays/", days.holidays, name="holidays"),
    path("calendar/holidays/add/", deeds.add_holiday, name="add-holiday"),
    path("calendar/holidays/<str:day>/take/", deeds.take_holiday, name="take-holiday"),
    path("calendar/duties/<int:number>/exception/", deeds.except_duty, name="except-duty"),
    path("calendar/duties/<int:number>/exception/end/", deeds.end_exception, name="end-exception"),
    path("calendar/plans/", parents.parent_list, name="parents"),
    path("calendar/plans/add/", parents.add, name="add-parent"),
    path(_PLAN, parents.parent, name="parent"),
    path(f"{_PLAN}steps/<slug:step>/", parents.record_step, name="parent-step"),
    path(f"{_PLAN}changes/add/", parents.record_change, name="parent-change"),
    path(f"{_PLAN}items/", parents.keep_items, name="parent-items"),
]
