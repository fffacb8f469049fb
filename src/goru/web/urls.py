"""Addresses of the pages: the year first. A task's code Ⅰ-1-(1) is written 1-1-1."""

from django.urls import path

from goru.web import themes
from goru.web.about import views as about
from goru.web.accounts import urls as accounts
from goru.web.audit import views as audit
from goru.web.calendar import urls as calendar
from goru.web.collecting import views as collecting
from goru.web.compare import views as compare
from goru.web.datasets import views as datasets
from goru.web.desk import views as desk
from goru.web.findings import views as findings
from goru.web.focus import views as focus
from goru.web.gallery import views as gallery
from goru.web.guidelines import views as guidelines
from goru.web.imports import views as imports
from goru.web.indicators import views as indicators
from goru.web.items import views as items
from goru.web.lines import views as lines
from goru.web.meetings import views as meetings
from goru.web.nation import views as nation
from goru.web.plans import views as plans
from goru.web.posts import views as posts
from goru.web.proposals import views as proposals
from goru.web.publications import views as publications
from goru.web.registers import urls as registers
from goru.web.reshaping import views as reshaping
from goru.web.robots import views as robots
from goru.web.search import views as search
from goru.web.sharing import views as sharing
from goru.web.status import views as status
from goru.web.tasks import views as tasks
from goru.web.tokens import views as tokens
from goru.web.writing import attachments, comments, explanations, histories
from goru.web.writing import views as writing

app_name = "web"
urlpatterns = [
    path("", nation.home, name="home"),
    path("health", status.health, name="health"),
    path("ready", status.ready, name="ready"),
    path("robots.txt", robots.robots, name="robots"),
    path("about/", about.about, name="about"),
    path("components/", gallery.gallery, name="components"),
    path("theme/", themes.choose_theme, name="theme"),
    path("search/", search.find, name="search"),
    path("accounts/sign-in/", accounts.sign_in, name="sign-in"),
    path("accounts/sign-out/", accounts.sign_out, name="sign-out"),
    path("accounts/everywhere/", accounts.leave_everywhere, name="leave-everywhere"),
    path("accounts/tokens/", tokens.tokens, name="tokens"),
    path("accounts/tokens/<int:number>/end/", tokens.end, name="end-token"),
    path("accounts/mails/", accounts.mails, name="mails"),
    path("accounts/mails/<int:number>/again/", accounts.send_mail_again, name="send-mail-again"),
    path("audit/", audit.log, name="audit"),
    path("audit/seals.txt", audit.seals, name="seals"),
    path("audit/<str:kind>/<path:key>/", audit.about, name="audit-about"),
    path("imports/", imports.imports, name="imports"),
    path("imports/new/", imports.upload, name="upload"),
    path("imports/<int:number>/", imports.one_import, name="import"),
    path("imports/<int:number>/progress/", imports.progress, name="import-progress"),
    path("imports/<int:number>/adopt/", imports.adopt, name="adopt-import"),
    path("imports/<int:number>/discard/", imports.discard, name="discard-import"),
    path("imports/<int:number>/retry/", imports.retry, name="retry-import"),
    path("posts/", posts.desk, name="posts"),
    path("posts/accounts/", posts.accounts, name="accounts"),
    path("accounts/<path:username>/lock/", posts.lock, name="lock-account"),
    path("accounts/<path:username>/unlock/", posts.unlock, name="unlock-account"),
    path("institutions/add/", posts.add_institution, name="add-institution"),
    path("posts/<slug:key>/", posts.posts_of, name="posts-of"),
    path("posts/<slug:key>/units/open/", posts.open_unit, name="open-unit"),
    path("posts/<slug:key>/<slug:role>/appoint/", posts.appoint, name="appoint"),
    path("posts/<slug:key>/<slug:role>/invite/", posts.invite, name="invite"),
    path("posts/<slug:key>/<slug:role>/stand-in/", posts.stand_in, name="stand-in"),
    path("posts/<slug:key>/<slug:role>/telephone/", posts.telephone, name="set-telephone"),
    path("holdings/<int:number>/hand-over/", posts.hand_over, name="hand-over"),
    path("holdings/<int:number>/end/", posts.end, name="end-holding"),
    path("units/<int:number>/close/", posts.close_unit, name="close-unit"),
    path("desk/", desk.desk, name="desk"),
    path("desk/years/open/", desk.open_year, name="open-year"),
    path("desk/mails/", desk.mails, name="desk-mails"),
    path("desk/board/<int:year>/", desk.board, name="board"),
    path("desk/board/<int:year>/<slug:key>/remind/", desk.remind_plan, name="remind-plan"),
    path("desk/board/<int:year>.csv", desk.board_file, name="board-file"),
    path("writing/<int:year>/<slug:key>/", writing.plan, name="plan-desk"),
    path("writing/<int:year>/<slug:key>/begin/", writing.begin, name="begin-plan"),
    path("writing/<int:year>/<slug:key>/collecting/", collecting.board, name="collecting"),
    path("writing/<int:year>/<slug:key>/collecting/assign/", collecting.assign, name="assign-sections"),
    path("writing/assignments/<int:number>/change/", collecting.change, name="change-assignment"),
    path("writing/assignments/<int:number>/take-back/", collecting.take_back, name="take-back"),
    path("writing/assignments/<int:number>/submit/", collecting.submit, name="submit-section"),
    path("writing/assignments/<int:number>/accept/", collecting.accept, name="accept-section"),
    path("writing/assignments/<int:number>/return/", collecting.give_back, name="return-section"),
    path("writing/editions/<int:number>/", writing.edition, name="edition"),
    path("writing/editions/<int:number>/history/", histories.history, name="edition-history"),
    path("writing/editions/<int:number>/against/<int:other>/", histories.comparison, name="comparison"),
    path("writing/editions/<int:number>/items/<uuid:item>/", histories.item, name="item-history"),
    path(
        "writing/editions/<int:number>/against/<int:other>/plan.<str:form>",
        writing.marked_document,
        name="marked-document",
    ),
    path("writing/editions/<int:number>/plan.<str:form>", writing.document, name="edition-document"),
    path("writing/editions/<int:number>/seal/", writing.seal, name="seal-edition"),
    path("writing/editions/<int:number>/abandon/", writing.abandon, name="abandon-edition"),
    path("writing/editions/<int:number>/findings/<str:mark>/", explanations.explain, name="explain"),
    path("writing/explanations/<int:number>/", explanations.explanation, name="explanation"),
    path("writing/explanations/<int:number>/answer/", explanations.answer, name="answer-error"),
    path("writing/editions/<int:number>/bring-in/", proposals.bring_in, name="bring-in"),
    path("writing/editions/<int:number>/workbook.xlsx", proposals.workbook, name="edition-workbook"),
    path("writing/proposals/<int:number>/", proposals.proposal, name="proposal"),
    path("writing/editions/<int:number>/attachments/", attachments.attachments, name="attachments"),
    path("writing/attachments/<int:number>/", attachments.attachment, name="attachment"),
    path("writing/attachments/<int:number>/remove/", attachments.remove, name="remove-attachment"),
    path(
        "writing/editions/<int:number>/<str:key>/attachments/",
        attachments.attachments,
        name="section-attachments",
    ),
    path("writing/comments/<int:number>/answer/", comments.answer, name="answer-comment"),
    path("writing/comments/<int:number>/finish/", comments.finish, name="finish-comment"),
    path("writing/comments/<int:number>/reopen/", comments.reopen, name="reopen-comment"),
    path("writing/editions/<int:number>/<str:key>/comment/", comments.comment, name="comment"),
    path(
        "writing/editions/<int:number>/<str:key>/<uuid:item>/comment/", comments.comment, name="comment-item"
    ),
    path("writing/editions/<int:number>/tasks/", writing.add_task, name="add-task"),
    path("writing/editions/<int:number>/tasks/<str:task>/remove/", writing.remove_task, name="remove-task"),
    path("writing/editions/<int:number>/<str:key>/", writing.section, name="section"),
    path("writing/editions/<int:number>/<str:key>/<uuid:item>/remove/", writing.remove, name="remove-item"),
    path("writing/editions/<int:number>/<str:key>/<uuid:item>/split/", reshaping.split, name="split-item"),
    path("writing/editions/<int:number>/<str:key>/<uuid:item>/merge/", reshaping.merge, name="merge-items"),
    path("meetings/", meetings.desk, name="meetings"),
    path("meetings/bodies/open/", meetings.open_body, name="open-body"),
    path("meetings/members/<int:number>/end/", meetings.end_member, name="end-member"),
    path("meetings/<slug:key>/", meetings.body, name="body"),
    path("meetings/<slug:key>/add-member/", meetings.add_member, name="add-member"),
    path("meetings/<slug:key>/call/", meetings.call, name="call-meeting"),
    path("meetings/<slug:key>/<int:number>/", meetings.meeting, name="meeting"),
    path("meetings/<slug:key>/<int:number>/add-item/", meetings.put, name="put-item"),
    path("meetings/<slug:key>/<int:number>/attendance/", meetings.attend, name="attend"),
    path("meetings/<slug:key>/<int:number>/items/<int:item>/decide/", meetings.decide, name="decide"),
    path("meetings/<slug:key>/<int:number>/close/", meetings.close, name="close-meeting"),
    path("meetings/<slug:key>/<int:number>/call-off/", meetings.call_off, name="call-off-meeting"),
    path("guidelines/", guidelines.desk, name="guidelines"),
    path("guidelines/open/", guidelines.open_guideline, name="open-guideline"),
    path("guidelines/<int:cycle>/", guidelines.guideline, name="guideline"),
    path("guidelines/<int:cycle>/frame/carry/", guidelines.carry_frame, name="carry-frame"),
    path("guidelines/<int:cycle>/frame/", guidelines.choose_frame, name="choose-frame"),
    path("guidelines/<int:cycle>/sections/carry/", guidelines.carry_sections, name="carry-sections"),
    path("guidelines/<int:cycle>/sections/add/", guidelines.add_section, name="add-section"),
    path("guidelines/<int:cycle>/sections/<slug:key>/word/", guidelines.word_section, name="word-section"),
    path(
        "guidelines/<int:cycle>/sections/<slug:key>/remove/", guidelines.remove_section, name="remove-section"
    ),
    path("guidelines/<int:cycle>/sections/<slug:key>/ask/", guidelines.ask, name="ask-about-section"),
    path("guidelines/<int:cycle>/questions/<int:number>/answer/", guidelines.answer, name="answer-question"),
    path("guidelines/<int:cycle>/consult/", guidelines.consult, name="consult-guideline"),
    path(
        "guidelines/<int:cycle>/consultations/add/",
        guidelines.record_consultation,
        name="record-consultation",
    ),
    path(
        "guidelines/<int:cycle>/consultations/<int:number>/finish/",
        guidelines.finish_consultation,
        name="finish-consultation",
    ),
    path("guidelines/<int:cycle>/agenda/", guidelines.bring, name="bring-guideline"),
    path("guidelines/<int:cycle>/resolve/", guidelines.resolve, name="resolve-guideline"),
    path("guidelines/<int:cycle>/send/", guidelines.send, name="send-guideline"),
    path(
        "guidelines/<int:cycle>/dispatches/<int:number>/receive/",
        guidelines.receive,
        name="receive-guideline",
    ),
    path("guidelines/<int:cycle>/confirm/", guidelines.confirm, name="confirm-guideline"),
    path("guidelines/<int:cycle>/briefings/add/", guidelines.brief, name="record-briefing"),
    path("items/<str:code>", items.item, name="item"),
    path("items/<str:code>/", items.item),
    path("data/", datasets.datasets, name="datasets"),
    path("data/catalogue.jsonld", datasets.catalogue, name="catalogue"),
    path("data/<int:year>/", datasets.datasets, name="datasets-of"),
    path("data/<int:year>/<str:file>", datasets.download, name="download"),
    *calendar.urlpatterns,
    *registers.urlpatterns,
    path("<int:year>/", nation.nation, name="nation"),
    path("<int:year>/card.<str:language>.png", sharing.card, name="card"),
    path("<int:year>/sitemap.xml", robots.addresses, name="addresses"),
    path("<int:year>/institutions/", plans.institution_list, name="institutions"),
    path("<int:year>/institutions/<slug:key>/", plans.institution, name="institution"),
    path("<int:year>/strategies/", tasks.strategy_list, name="strategies"),
    path("<int:year>/strategies/<int:number>/", tasks.strategy, name="strategy"),
    path("<int:year>/core-tasks/<slug:number>/", tasks.core_task, name="core-task"),
    path("<int:year>/action-tasks/<slug:number>/", tasks.action_task, name="action-task"),
    path("<int:year>/projects/", tasks.project_list, name="projects"),
    path("<int:year>/indicators/", indicators.indicator_list, name="indicators"),
    path("<int:year>/indicators/compare/", indicators.indicator, name="indicator"),
    path("<int:year>/focus-tasks/", focus.focus_task_list, name="focus-tasks"),
    path("<int:year>/focus-tasks/<slug:group>/<int:number>/", focus.focus_task, name="focus-task"),
    path("<int:year>/timeline/", focus.timeline, name="timeline"),
    path("<int:year>/compare/", compare.compare, name="compare"),
    path("<int:year>/lines/", lines.lines, name="lines"),
    path("<int:year>/publications/", publications.publication_list, name="publications"),
    path("<int:year>/publications/<int:number>/", publications.publication, name="publication"),
    path("<int:year>/publications/<int:number>/plan.json", publications.plan_file, name="publication-file"),
    path("<int:year>/publications/<int:number>/data/", publications.data, name="publication-data"),
    path(
        "<int:year>/publications/<int:number>/data/<str:file>",
        publications.data_file,
        name="publication-data-file",
    ),
    path("<int:year>/publications/<int:number>/return/", publications.return_to, name="return-to"),
    path("<int:year>/findings/", findings.findings, name="findings"),
    path("<int:year>/findings/findings.<str:form>", findings.table, name="findings-table"),
]
