"""Who is who inside one report: mentions chained to the people, groups, offices and outlets they mean."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.sources.apposition import apposed, outlets_report, same_office
from twosource.sources.entities import Chains, gender_of
from twosource.sources.mentions import Mention
from twosource.sources.page import Page
from twosource.sources.pointing import echoed, in_hand, look_ahead, outlets_sources, pointed_at, remarks
from twosource.sources.register import Register
from twosource.sources.standins import Titles, body, counted, holder, holders_ahead, part_of_book
from twosource.text.names import person


def chain(
    page: Page,
    mentions: list[Mention],
    cited: set[tuple[int, int]],
    held: Titles | None = None,
    sex: Mapping[str, str] | None = None,
) -> Chains:
    """The entities of a page. ``cited`` are places of statements' sources: a country named there speaks as a state.

    ``held`` says who holds which office in the story, ``sex`` what its reports show of a family name's bearer.

    All full names are known before the text is followed; then each mention joins the first entity a rule gives it,
    surest rule first, or starts a new one.
    """
    book = Register(page, cited)
    for m in mentions:
        if m.form == "name":
            book.collect(m)
    book.settle_names()
    told = {person(m.name).family for m in mentions if m.form == "name" and gender_of(m)}
    for entity in book.entities:
        family = person(entity.full_name).family
        if family not in told:  # this report's own titles come first: its "Mr. Solen" may be the husband
            entity.gender = entity.gender or (sex or {}).get(family, "")
    previous: list[Mention] = []
    for m in mentions:
        if m.form == "name":
            book.add_name(m)
        elif m.phrase is not None:
            entity = (
                outlets_report(book, m)
                or apposed(book, m, previous)
                or remarks(book, m)
                or same_office(book, m)
                or outlets_sources(book, m)
                or part_of_book(book, m)
                or counted(book, m)
                or pointed_at(book, m)
                or holder(book, m, held or {})
                or body(book, m)
                or echoed(book, m)
                or in_hand(book, m)
                or book.new(m.sort, plural=m.phrase.plural)
            )
            book.put(entity, m)
        previous.append(m)
    look_ahead(book)
    holders_ahead(book, held or {})
    return Chains(page, book.entities, book.of, mentions)
