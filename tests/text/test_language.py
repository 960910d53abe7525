"""The language of a text."""

from __future__ import annotations

import pytest

from twosource.text.language import language

TEXTS = {
    "en": "The minister said on Monday that the bridge would stay closed for three weeks, and that it was old. ",
    "de": "Der Minister erklärte am Montag, die Brücke werde drei Wochen lang gesperrt bleiben, sagte sie. ",
    "fr": "Le ministre a déclaré lundi que le pont serait fermé pendant trois semaines, selon une porte-parole. ",
    "es": "El ministro dijo el lunes que el puente permanecerá cerrado durante tres semanas, según una portavoz. ",
    "nl": "De minister zei maandag dat de brug drie weken gesloten blijft, of langer, zei een woordvoerder. ",
    "uk": "Міністр заявив у понеділок, що міст буде закрито на три тижні, повідомила речниця міста журналістам. ",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_is_told(code: str) -> None:
    found = language(TEXTS[code] * 6)
    assert found is not None
    assert found.code == code
    assert found == language(TEXTS[code] * 6)


@pytest.mark.parametrize("text", ["", "Zug um Zug", "12 34 56 " * 100, "????" * 200])
def test_too_little_text_is_not_guessed_at(text: str) -> None:
    assert language(text) is None


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    found = language(TEXTS["en"] * 5 + "“" + TEXTS["fr"] + "” " + TEXTS["en"] * 5)
    assert found is not None
    assert found.code == "en"
