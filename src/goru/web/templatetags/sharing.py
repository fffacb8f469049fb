"""What the head of a page says twice: to browsers, and to sites where the page is shared."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from goru.core.practice import marked

register = template.Library()


@register.simple_block_tag
def title(content: str) -> SafeString:
    """The title, with the site's name for browsers, without it on the card."""
    said = _plain(content)
    return format_html(
        '<title>{} | {}</title>\n<meta property="og:title" content="{}">', said, marked(_("고루")), said
    )


@register.simple_block_tag
def description(content: str) -> SafeString:
    """What the page is about."""
    said = _plain(content)
    return format_html(
        '<meta name="description" content="{0}">\n<meta property="og:description" content="{0}">', said
    )


def _plain(content: str) -> SafeString:
    """What a block of a template says, which escaped it already, without tags."""
    return mark_safe(" ".join(strip_tags(content).split()).replace('"', "&quot;"))  # noqa: S308
