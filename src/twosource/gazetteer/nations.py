"""Countries, their adjectives and peoples, their capitals, and the places that stand for a government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from twosource.gazetteer.names import key


@dataclass(frozen=True, slots=True)
class Nation:
    """A country: name, ISO 3166 code, adjectives ("Danish"), people ("Danes"), capital, other names."""

    name: str
    code: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    aliases: tuple[str, ...]


# Places and houses that stand for whoever works there. Known to every newspaper reader; none is a guess.
METONYMS: dict[str, str] = {
    "the White House": "White House",
    "the Oval Office": "White House",
    "the Pentagon": "United States Department of Defense",
    "Foggy Bottom": "United States Department of State",
    "Langley": "Central Intelligence Agency",
    "Capitol Hill": "United States Congress",
    "the Hill": "United States Congress",
    "Downing Street": "Prime Minister of the United Kingdom",
    "No 10": "Prime Minister of the United Kingdom",
    "Number 10": "Prime Minister of the United Kingdom",
    "10 Downing Street": "Prime Minister of the United Kingdom",
    "Whitehall": "Government of the United Kingdom",
    "Westminster": "Parliament of the United Kingdom",
    "Scotland Yard": "Metropolitan Police Service",
    "Buckingham Palace": "British royal household",
    "the Kremlin": "Government of Russia",
    "the Lubyanka": "Federal Security Service",
    "Smolenskaya Square": "Ministry of Foreign Affairs of Russia",
    "the Élysée": "President of France",
    "the Elysee": "President of France",
    "the Quai d'Orsay": "Ministry for Europe and Foreign Affairs of France",
    "the Bundestag": "Parliament of Germany",
    "the Knesset": "Parliament of Israel",
    "the Duma": "State Duma of Russia",
    "the State Duma": "State Duma of Russia",
    "the Rada": "Parliament of Ukraine",
    "the Verkhovna Rada": "Parliament of Ukraine",
    "Bankova": "President of Ukraine",
    "the Blue House": "President of South Korea",
    "Zhongnanhai": "Government of China",
    "Malacañang": "President of the Philippines",
    "Malacanang": "President of the Philippines",
    "Casa Rosada": "President of Argentina",
    "Planalto": "President of Brazil",
    "Miraflores": "President of Venezuela",
    "Los Pinos": "President of Mexico",
    "the Quirinal": "President of Italy",
    "Palazzo Chigi": "Prime Minister of Italy",
    "the Vatican": "Holy See",
    "the Holy See": "Holy See",
    "Turtle Bay": "United Nations",
    "the Beltway": "Government of the United States",
    "Wall Street": "United States financial markets",
    "the Fed": "Federal Reserve",
}


def nation(name: str) -> Nation | None:
    """The country of this name, adjective, people or short form ("Danish", "the U.K."), else ``None``."""
    return _names().get(key(name))


def is_nationality(word: str) -> bool:
    """Whether the word is a country's adjective or people: "Danish", "Emirati", "Danes"."""
    return key(word) in _adjectives()


def by_capital(city: str) -> Nation | None:
    """The country whose capital this is, which news text lets speak for its government ("Pyongyang said")."""
    return _capitals().get(key(city))


def government_of(place: str) -> str | None:
    """Whom a metonym stands for ("the Pentagon"), or the government a capital or country speaks for, else ``None``."""
    if (found := _metonyms().get(key(place))) is not None:
        return found
    where = by_capital(place)
    return f"Government of {where.name}" if where else None


@cache
def nations() -> tuple[Nation, ...]:
    """Every country of the gazetteer, sorted as in the file."""
    text = files("twosource.gazetteer").joinpath("nations.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")][1:]
    return tuple(Nation(n, c, _list(a), _list(p), capital, _list(o)) for n, c, a, p, capital, o in rows)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(item for item in cell.split("|") if item)


@cache
def _names() -> dict[tuple[str, ...], Nation]:
    table: dict[tuple[str, ...], Nation] = {}
    for item in nations():
        for name in (item.name, *item.aliases, *item.adjectives, *item.people):
            table.setdefault(key(name), item)
    return table


@cache
def _adjectives() -> frozenset[tuple[str, ...]]:
    return frozenset(key(name) for item in nations() for name in (*item.adjectives, *item.people))


@cache
def _capitals() -> dict[tuple[str, ...], Nation]:
    table: dict[tuple[str, ...], Nation] = {}
    for item in nations():
        if item.capital:
            table.setdefault(key(item.capital), item)
    return table


@cache
def _metonyms() -> dict[tuple[str, ...], str]:
    return {key(name): meant for name, meant in METONYMS.items()}
