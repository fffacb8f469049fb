from django.utils.translation import gettext_lazy as _

from goru.core.audit.vocabulary import Act


class AccountAct(Act):
    """What people do with their own accounts."""

    PASSWORD_CHANGED = "accounts.password_changed", _("비밀번호 변경")
    PASSWORD_SET = "accounts.password_set", _("메일로 비밀번호 정하기")
    SECOND_FACTOR_ON = "accounts.second_factor_on", _("2단계 인증 켜기")
    SECOND_FACTOR_OFF = "accounts.second_factor_off", _("2단계 인증 끄기")
    RECOVERY_CODES_MADE = "accounts.recovery_codes_made", _("복구 코드 새로 만들기")
    LEFT_EVERYWHERE = "accounts.left_everywhere", _("모든 기기에서 로그아웃")
