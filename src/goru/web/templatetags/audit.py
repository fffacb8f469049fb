"""What the pages of the log write."""

from __future__ import annotations

from django import template

from goru.web.subjects import noun_of

register = template.Library()
register.filter("noun", noun_of)
