"""Sign in and out, the password, the second factor: django-allauth's views with our pages and our records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from django.contrib.auth import logout
from django.contrib.auth import views as auth_views
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goru.core.audit import actions as audit
from goru.core.mail import actions as mail
from goru.core.mail import queries as mail_queries
from goru.web.access import today
from goru.web.accounts import acts, forms, second_factor, tries
from goru.web.accounts.links import Links
from goru.web.accounts.vocabulary import AccountAct

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person

_A_PAGE = 50


class SignIn(account_views.LoginView):
    """The form; who is signed in already goes on."""

    template_name = "accounts/sign_in.html"


class Code(mfa_views.AuthenticateView):
    """The second factor."""

    template_name = "accounts/code.html"


class Account(mfa_views.IndexView):
    """What a person can do with the own account."""

    template_name = "accounts/account.html"


class Confirm(account_views.ReauthenticateView):
    """The password once more, before something that touches the account itself."""

    template_name = "accounts/confirm.html"


class ConfirmByCode(mfa_views.ReauthenticateView):
    """A code instead."""

    template_name = "accounts/confirm.html"


class ChangePassword(account_views.PasswordChangeView):
    """All other sessions end with it; who has no password gets one by mail."""

    template_name = "accounts/password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """To where one is asked for by mail, or the form."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        return super().dispatch(request, *args, **kwargs)

    @audit.deed
    def form_valid(self, form: Any) -> HttpResponse:
        """Change it, and keep that it was."""
        answer: HttpResponse = super().form_valid(form)
        acts.happened(AccountAct.PASSWORD_CHANGED, self.request.user, notice="password")
        return answer

    def get_default_success_url(self) -> str:
        """Where else one may go from there."""
        return reverse("mfa_index")


class LostPassword(account_views.PasswordResetView):
    """A mail to whom the address belongs, if anybody."""

    template_name = "accounts/lost_password.html"


class NewPassword(account_views.PasswordResetFromKeyView):
    """The password of who was invited or lost it, by the link of a mail."""

    template_name = "accounts/new_password.html"

    @audit.deed
    def form_valid(self, form: Any) -> HttpResponse:
        """Set it once: of two who press at once the second is too late."""
        person = type(self.reset_user).objects.select_for_update().get(pk=self.reset_user.pk)
        if not Links().check_token(person, self.key):
            too_late: HttpResponse = self.render_to_response(self.get_context_data(token_fail=True))
            return too_late
        answer: HttpResponse = super().form_valid(form)
        acts.happened(
            AccountAct.PASSWORD_SET, person, notice="password" if person.has_usable_password() else ""
        )
        tries.remember_device(self.request, answer, person.username)
        return answer


class SecondFactorOn(totp_views.ActivateTOTPView):
    """The drawing for an application, and its first code."""

    template_name = "accounts/second_factor_on.html"

    @audit.deed
    def form_valid(self, form: Any) -> HttpResponse:
        """Turn it on, and keep that it was."""
        answer: HttpResponse = super().form_valid(form)
        acts.happened(AccountAct.SECOND_FACTOR_ON, self.request.user, notice="second-factor-on")
        return answer

    def get_context_data(self, **values: Any) -> dict[str, Any]:
        """With whether it must be."""
        shown: dict[str, Any] = super().get_context_data(**values)
        return shown | {"is_owed": second_factor.is_owed_by(self.request.user)}


class SecondFactorOff(totp_views.DeactivateTOTPView):
    """Once more: is it meant?"""

    template_name = "accounts/second_factor_off.html"

    @audit.deed
    def form_valid(self, form: Any) -> HttpResponse:
        """Turn it off, and keep that it was."""
        answer: HttpResponse = super().form_valid(form)
        acts.happened(AccountAct.SECOND_FACTOR_OFF, self.request.user, notice="second-factor-off")
        return answer


class RecoveryCodes(recovery_views.ViewRecoveryCodesView):
    """Shown once."""

    template_name = "accounts/recovery_codes.html"


class NewRecoveryCodes(recovery_views.GenerateRecoveryCodesView):
    """Those there were are worth nothing any more."""

    template_name = "accounts/new_recovery_codes.html"

    @audit.deed
    def form_valid(self, form: Any) -> HttpResponse:
        """Make them, and keep that they were made."""
        answer: HttpResponse = super().form_valid(form)
        acts.happened(AccountAct.RECOVERY_CODES_MADE, self.request.user, notice="recovery-codes")
        return answer


sign_in = SignIn.as_view()
sign_out = auth_views.LogoutView.as_view()
code = Code.as_view()
account = Account.as_view()
confirm = Confirm.as_view()
confirm_by_code = ConfirmByCode.as_view()
change_password = ChangePassword.as_view()
lost_password = LostPassword.as_view()
lost_password_sent = account_views.PasswordResetDoneView.as_view(
    template_name="accounts/lost_password_sent.html"
)
new_password = NewPassword.as_view()
new_password_done = account_views.PasswordResetFromKeyDoneView.as_view(
    template_name="accounts/new_password_done.html"
)
second_factor_on = SecondFactorOn.as_view()
second_factor_off = SecondFactorOff.as_view()
recovery_codes = RecoveryCodes.as_view()
new_recovery_codes = NewRecoveryCodes.as_view()


def leave_everywhere(request: HttpRequest) -> HttpResponse:
    """The same password, kept anew: no session of before fits it, this one neither."""
    person = cast("Person", request.user)
    form = forms.PasswordAgain(request.POST or None, user=person)
    if not form.is_valid():
        return render(request, "accounts/leave_everywhere.html", {"form": form})
    _leave_everywhere(person, form.cleaned_data["password"])
    logout(request)
    return redirect("web:sign-in")


@audit.deed
def _leave_everywhere(person: Person, password: str) -> None:
    person.set_password(password)
    person.save(update_fields=["password"])
    acts.happened(AccountAct.LEFT_EVERYWHERE, person)


def mails(request: HttpRequest) -> HttpResponse:
    """The mails that somebody caused, and what became of them."""
    seen = mail_queries.mails_seen_by(request.user, today())  # type: ignore[arg-type]
    page = Paginator(seen, _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/mails.html", {"page": page})


@require_POST
def send_mail_again(request: HttpRequest, number: int) -> HttpResponse:
    """Send one that failed."""
    try:
        mail.send_again(mail_id=number, by=request.user, on=today())  # type: ignore[arg-type]
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    return redirect("web:mails")
