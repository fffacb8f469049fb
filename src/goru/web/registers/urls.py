from django.urls import path

from goru.web.registers import data, deeds, uploads, views

_CASE = "registers/<slug:key>/<str:number>/"

urlpatterns = [
    path("registers/", views.registers, name="registers"),
    path("registers/moves.atom", data.feed, name="registers-feed"),
    path("registers/late/", views.late, name="registers-late"),
    path("registers/calendar/<int:year>/", views.calendar, name="registers-calendar"),
    path("registers/<slug:key>/", views.register, name="register"),
    path("registers/<slug:key>/moves.atom", data.feed, name="register-feed"),
    path("registers/<slug:key>/data/<slug:name>.<slug:form>", data.data, name="case-data"),
    path("registers/<slug:key>/cases.xlsx", uploads.cases, name="case-list"),
    path("registers/<slug:key>/template.xlsx", uploads.template, name="case-template"),
    path("registers/<slug:key>/upload/", uploads.upload, name="upload-cases"),
    path("registers/<slug:key>/upload/<slug:digest>/", uploads.uploaded, name="uploaded-cases"),
    path("registers/<slug:key>/open/", deeds.open_case, name="open-case"),
    path("registers/<slug:key>/rounds/open/", deeds.open_round, name="open-round"),
    path("registers/<slug:key>/rounds/<slug:round_key>/", views.round_, name="round"),
    path(_CASE, views.case, name="case"),
    path(f"{_CASE}change/", deeds.change, name="change-case"),
    path(f"{_CASE}move/<slug:to>/", deeds.move, name="move-case"),
    path(f"{_CASE}correct/", deeds.correct, name="correct-move"),
    path(f"{_CASE}parties/<int:party>/ask/", deeds.ask, name="ask-party"),
    path(f"{_CASE}opinions/<int:opinion>/give/", deeds.give, name="give-opinion"),
    path(f"{_CASE}returns/<slug:told>/", deeds.tell, name="tell-case"),
    path(f"{_CASE}evidence/add/", deeds.add_evidence, name="add-evidence"),
    path(f"{_CASE}links/add/", deeds.link, name="link-case"),
    path(f"{_CASE}links/<int:number_of_link>/remove/", deeds.unlink, name="unlink-case"),
    path(f"{_CASE}withhold/", deeds.withhold, name="withhold-case"),
    path("places/", views.places, name="places"),
    path("places/<slug:key>/", views.place, name="place"),
]
