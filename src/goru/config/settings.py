"""Settings of the web installation, read from the environment with defaults that run (docs/reference/settings.md)."""

import os

from django.core.management.utils import get_random_secret_key
from pghistory import ForeignKey

from goru.config import environment, postgres
from goru.core.places import PACKAGE

HOME = environment.home()

DEBUG = environment.is_on("GORU_DEBUG")
SECRET_KEY = os.environ.get("GORU_SECRET_KEY") or environment.kept("secret-key", get_random_secret_key)
ALLOWED_HOSTS = environment.words("GORU_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("GORU_ORIGINS")

INSTALLED_APPS = [
    "goru.web",
    "goru.api",
    "goru.pipelines.issuing",
    "goru.pipelines.searching",
    "goru.pipelines.importing",
    "goru.domain.indicators",
    "goru.domain.finance",
    "goru.domain.plans",
    "goru.domain.institutions",
    "goru.core.audit",
    "goru.core.limits",
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
MIDDLEWARE = [
    "goru.config.caching.PublicForAll",
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
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goru.web.refusals.Refusals",
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
LOGIN_REDIRECT_URL = "web:home"
LOGOUT_REDIRECT_URL = "web:home"
AUTH_USER_MODEL = "institutions.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
TIME_ZONE = "Asia/Seoul"
LOCALE_PATHS = [HOME / "locale"]
USE_I18N = True
USE_TZ = True

HAS_OFFICIAL_MASTHEAD = environment.is_on("GORU_OFFICIAL_MASTHEAD")
PUBLISHER = os.environ.get("GORU_PUBLISHER", "고루 Goru")  # who publishes the open data
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
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
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
        "waitress.queue": {"level": "ERROR"},  # nor that a reader waits for a moment
    },
}
