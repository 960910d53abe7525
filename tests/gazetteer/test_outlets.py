"""Outlets by name, by domain, by resemblance, and in running text."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.gazetteer.names import key
from twosource.gazetteer.outlets import by_domain, candidates, find, mentions, outlets, resemble

NAMES = {
    "AP": "Associated Press",
    "the associated press": "Associated Press",
    "A.P.": "Associated Press",
    "Agence France Presse": "Agence France-Presse",
    "reuters": "Reuters",
    "NYT": "The New York Times",
    "L.A. Times": "Los Angeles Times",
    "El Pais": "El País",
    "News and Observer": "The News & Observer",
    "Al-Jazeera": "Al Jazeera",
    "USA TODAY": "USA Today",
    "Radio Free Europe": "Radio Free Europe/Radio Liberty",
    "Nation.africa": "Daily Nation",
    "The Times": None,
    "The Post": None,
    "The Guardian": "The Guardian",
    "Time": "Time",
    "Newsday": "Newsday",
    "Tarn Gazette": None,
    "": None,
    "!!!": None,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_finds_its_outlet_whatever_its_case_article_or_punctuation(name: str) -> None:
    found = find(name)
    assert (found.name if found else None) == NAMES[name]


def test_a_shared_name_has_all_its_owners() -> None:
    assert {outlet.country for outlet in candidates("The Times")} >= {"GB", "US"}


DOMAINS = {
    "edition.cnn.com": "CNN",
    "WWW.BBC.CO.UK": "BBC",
    "timesofindia.indiatimes.com": "The Times of India",
    "apnews.com:443": "Associated Press",
    "notcnn.com": None,
    "com": None,
    "": None,
    "tarngazette.example": None,
}


@pytest.mark.parametrize("host", DOMAINS)
def test_a_host_finds_its_outlet_also_below_its_domain(host: str) -> None:
    found = by_domain(host)
    assert (found.name if found else None) == DOMAINS[host]


TEXTS = {
    "Three pilots told The Associated Press that they had left.": [("Associated Press", "Associated Press")],
    "AP's reporters and Reuters' office agreed.": [("AP", "Associated Press"), ("Reuters", "Reuters")],
    "It took time, and the people of the nation had a post to keep.": [],
    "According to Time, the harbour was closed.": [("Time", "Time")],
    "He told Vice President Osk about it.": [],
    "The report in Foreign Policy was short.": [("Foreign Policy", "Foreign Policy")],
    "The foreign policy of the country did not change. Foreign Policy matters.": [],
    "The Denver Post was first. The Post said so on Monday.": [
        ("Denver Post", "The Denver Post"),
        ("Post", "The Denver Post"),
    ],
    "The Denver Post was first. The Post has learned more.": [
        ("Denver Post", "The Denver Post"),
        ("Post", "The Denver Post"),
    ],
    "The Brask Post was first. The Post has learned more.": [],
    "The Post said so on Monday.": [],
    "He read the Guardian and Agence France-Presse.": [
        ("Guardian", "The Guardian"),
        ("Agence France-Presse", "Agence France-Presse"),
    ],
    "The guardian of the child said so.": [],
    "Mayor Bloomberg spoke. Bloomberg reported it.": [("Bloomberg", "Bloomberg News")],
    "NPR and npr": [("NPR", "NPR")],
    "The Los\nAngeles Times said.": [("Los\nAngeles Times", "Los Angeles Times")],
    "The sun set over the mirror of the lake, and the star of the evening rose.": [],
    "An op-ed in the Sun on Tuesday": [("Sun", "The Sun")],
}


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_are_names_of_outlets_and_no_everyday_words(text: str) -> None:
    assert [(text[s.start : s.end], o.name) for s, o in mentions(text)] == TEXTS[text]


RESEMBLING = {
    "The Ruritan Associated Press": None,
    "The Norwegian Associated Press": "Associated Press",
    "Asociated Press": "Associated Press",
    "Associated Press agency": "Associated Press",
    "Agency France Press": "Agence France-Presse",
    "Routers": "Reuters",
    "RIA News": "RIA Novosti",
    "Wshington Post": "The Washington Post",
    "Reuters": "Reuters",
    "Dover Post": None,
    "Ridgeline Herald": None,
    "Harbour Times": None,
    "United Press": None,
    "The Times": None,
    "": None,
}


@pytest.mark.parametrize("name", RESEMBLING)
def test_garbled_and_translated_names_resemble_their_outlet(name: str) -> None:
    found = resemble(name)
    assert (found[0].name if found else None) == RESEMBLING[name]
    assert found is None or 0.8 <= found[1] <= 1


def test_the_very_name_resembles_fully() -> None:
    for outlet in outlets()[::25]:
        if not outlet.aliases[0].mark and "(" not in outlet.name:
            found = resemble(outlet.name)
            assert found is None or found == (outlet, 1.0)


@given(st.text(max_size=200))
def test_mentions_lie_inside_the_text_in_order(text: str) -> None:
    found = [span for span, _ in mentions(text + " AP " + text)]
    assert all(0 <= s.start < s.end for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_long_text_takes_linear_time() -> None:
    mentions("")
    started = time.monotonic()
    mentions("The Daily Al New Radio News " * 20_000)
    assert time.monotonic() - started < 8


def test_the_table_is_well_formed() -> None:
    text = files("twosource.gazetteer").joinpath("outlets.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.rstrip("\n").split("\n") if not line.startswith("#")]
    assert lines[0].split("\t") == ["name", "kind", "country", "domains", "aliases"]
    rows = [line.split("\t") for line in lines[1:]]
    assert all(len(row) == 5 for row in rows)
    assert {row[1] for row in rows} == {"agency", "newspaper", "broadcaster", "website", "magazine"}
    assert all(re.fullmatch("[A-Z]{2}", row[2]) for row in rows)
    assert all(re.fullmatch(r"[a-z0-9.+-]+\.[a-z]{2,}", domain) for row in rows for domain in row[3].split())
    order = [(row[0].lstrip("~?").casefold(), row[2]) for row in rows]
    assert order == sorted(order)
    assert len(rows) > 1000


def test_no_domain_and_no_unmarked_name_belongs_to_two() -> None:
    domains: dict[str, set[str]] = defaultdict(set)
    names: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for outlet in outlets():
        for domain in outlet.domains:
            domains[domain].add(outlet.name)
        for alias in outlet.aliases:
            if not alias.mark:
                names[key(alias.text)].add(outlet.name)
    assert not {domain: owners for domain, owners in domains.items() if len(owners) > 1}
    assert not {name: owners for name, owners in names.items() if len(owners) > 1}
