"""Settings of the web installation, read from the environment with defaults that run (docs/reference/settings.md)."""

import os

from django.core.management.utils import get_random_secret_key
from pghistory import ForeignKey

from goru.config import environment, postgres
from goru.core.places import PACKAGE

HOME = environment.home()

DEBUG = environment.is_on("GORU_DEBUG")
SECRET_KEY = os.environ.get("GORU_SECRET_KEY") or environment.kept("secret-key", get_random_secret_key)
SECRET_KEY_FALLBACKS = environment.words("GORU_SECRET_KEYS_BEFORE")
ALLOWED_HOSTS = environment.words("GORU_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("GORU_ORIGINS")

INSTALLED_APPS = [
    "goru.web",
    "goru.api",
    "goru.pipelines.issuing",
    "goru.pipelines.searching",
    "goru.pipelines.importing",
    "goru.pipelines.reminding",
    "goru.domain.formulation",
    "goru.domain.meetings",
    "goru.domain.indicators",
    "goru.domain.finance",
    "goru.domain.registers",
    "goru.domain.plans",
    "goru.domain.institutions",
    "goru.core.audit",
    "goru.core.limits",
    "goru.core.mail",
    "goru.core.repeats",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "pghistory",
    "pgtrigger",
    "goru.web.cotton.CottonConfig",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
IS_PRACTICE = environment.is_practice()
PRACTICE_ADDRESS = environment.web_address(
    "GORU_PRACTICE_ADDRESS"
)  # where one practises, from another installation
MIDDLEWARE = [
    *(["goru.config.simulated.Simulated"] if IS_PRACTICE else []),
    "goru.config.caching.PublicForAll",
    "goru.config.caching.PrivateForNobody",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "goru.config.security.ContentSecurityPolicy",
    "goru.web.refusals.Malformed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "goru.web.refusals.TooLarge",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goru.web.accounts.sessions.Ends",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "goru.web.accounts.second_factor.First",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goru.web.refusals.Refusals",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "goru.config.urls"
WSGI_APPLICATION = "goru.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.i18n",
                "goru.web.navigation.context",
            ],
        },
    }
]
COTTON_DIR = "components"

DATABASES = {
    "default": environment.database(os.environ.get("DATABASE_URL") or postgres.Server(HOME).url)
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
PGHISTORY_FOREIGN_KEY_FIELD = ForeignKey(db_index=False)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:desk"
LOGOUT_REDIRECT_URL = "web:home"
AUTH_USER_MODEL = "institutions.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name, "OPTIONS": options}
    for name, options in (
        (
            "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
            {"max_similarity": 0.5},
        ),
        ("goru.web.accounts.passwords.LongEnough", {"min_length": 12}),
        ("django.contrib.auth.password_validation.CommonPasswordValidator", {}),
        ("goru.web.accounts.passwords.NotTooLong", {"most": 128}),
    )
]
PASSWORD_RESET_TIMEOUT = (
    3 * 24 * 3600
)  # seconds that an invitation is good for; a lost password has a day (links.py)

# Sign-in by django-allauth: of all it can do, what web/accounts/urls.py names. It knows no other room: what it must
# know of people two functions say, `(person, on: date) -> bool`, by their dotted paths.
IS_DEMO = environment.is_demo()
SECOND_FACTOR_NEEDED_BY = "goru.domain.institutions.queries.needs_second_factor"
ADMINISTRATORS = "goru.domain.institutions.permissions.is_administrator"  # who sees the mails of all
ACCOUNT_ADAPTER = "goru.web.accounts.adapters.Accounts"
ACCOUNT_FORMS = {
    "login": "goru.web.accounts.forms.SignIn",
    "change_password": "goru.web.accounts.forms.ChangePassword",
    "reset_password": "goru.web.accounts.forms.LostPassword",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "goru.web.accounts.links.Links"  # noqa: S105 - no secret
ACCOUNT_PASSWORD_MIN_LENGTH = None  # the validators say it
ACCOUNT_RATE_LIMITS = False  # core/limits counts
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "goru.web.accounts.adapters.SecondFactors"
MFA_FORMS = {
    "authenticate": "goru.web.accounts.forms.Code",
    "reauthenticate": "goru.web.accounts.forms.CodeAgain",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Goru"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute wrong

SESSION_IDLE = int(os.environ.get("GORU_SESSION_IDLE_MINUTES") or 60) * 60  # seconds
SESSION_COOKIE_AGE = (
    int(os.environ.get("GORU_SESSION_HOURS") or 12) * 3600
)  # from sign-in on, whatever is done
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# The address of the site as it stands in mails; never what a request says.
ADDRESS = os.environ.get("GORU_ADDRESS") or (
    CSRF_TRUSTED_ORIGINS[0] if CSRF_TRUSTED_ORIGINS else f"http://localhost:{os.environ.get('PORT') or 8000}"
)
MAIL_LETTERS = {
    "invitation": "goru.web.accounts.letters.invitation",
    "lost-password": "goru.web.accounts.letters.lost_password",
    "notice": "goru.web.accounts.letters.notice",
    "reminder": "goru.web.desk.letters.reminder",
}
DEFAULT_FROM_EMAIL = os.environ.get("GORU_MAIL_FROM") or "goru@localhost"
EMAIL_TIMEOUT = 20
if IS_DEMO and not os.environ.get("GORU_SMTP_URL"):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mails"
else:
    globals().update(environment.smtp(os.environ.get("GORU_SMTP_URL") or "smtp://localhost:25"))

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
TIME_ZONE = "Asia/Seoul"
LOCALE_PATHS = [HOME / "locale"]
USE_I18N = True
USE_TZ = True

HAS_OFFICIAL_MASTHEAD = environment.is_on("GORU_OFFICIAL_MASTHEAD")
PUBLISHER = os.environ.get("GORU_PUBLISHER", "고루 Goru")  # who publishes the open data
if IS_PRACTICE:
    PUBLISHER = f"모의자료 Simulated · {PUBLISHER}"
CONTACT = os.environ.get("GORU_CONTACT", "")

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [HOME / "assets"]
ISSUES = HOME / "issues"
UPLOADS = HOME / "uploads"
MOST_UPLOAD = int(os.environ.get("GORU_MOST_UPLOAD_MB") or 100) * 1_000_000  # bytes of a body that is taken
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # only the worker loads what the jobs need
PROCRASTINATE_IMPORT_PATHS = [
    "goru.core.audit.jobs",
    "goru.pipelines.importing.jobs",
    "goru.pipelines.issuing.jobs",
    "goru.pipelines.reminding.jobs",
    "goru.domain.monitoring.jobs",
    "goru.core.mail.jobs",
]
MAP_FILE = HOME / "maps" / "south-korea.json"
PRINT_FONTS = HOME / "fonts"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_HTTPS = environment.is_on("GORU_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"  # as all others have it
_HOST = "__Host-" if _HTTPS else ""  # no other host and no plain page may set a cookie of this name
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, DEVICE_COOKIE_NAME = (
    f"{_HOST}{name}" for name in ("sessionid", "csrftoken", "device")
)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0  # a year

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "goru.config.logs.Line"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},  # Django's own would write mails with what was sent
        "django.request": {"level": "ERROR"},  # that a page is not there is no news
        "goru.security": {"level": "INFO"},
        "waitress.queue": {"level": "ERROR"},  # nor that a reader waits for a moment
    },
}
