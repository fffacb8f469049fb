"""Words that stand in both languages where they are kept."""

from django.utils.translation import override

from goru.core.languages import in_language


def test_the_readers_language_is_chosen_whenever_the_words_are_shown() -> None:
    words = in_language("국비", "National funds")

    with override("en"):
        assert str(words) == "National funds"
    with override("ko"):
        assert str(words) == "국비"
    assert words == "국비"
