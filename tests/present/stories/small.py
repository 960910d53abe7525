"""A story with everything in it: a wire report, one that relays it and grows a number, a denial, a stray, a refusal."""

from __future__ import annotations

import hashlib

from twosource.model import (
    Claim,
    Conflict,
    Drift,
    Evidence,
    Happening,
    LineageEdge,
    Origin,
    Place,
    Reason,
    Refusal,
    Report,
    SetAside,
    Source,
    Span,
    Statement,
    Story,
    StoryHead,
)

WIRE = """Bridge at Tarn closed after cracks found, engineer says

TARN (Coldwater Press) - The old bridge over the Ebble was closed on Monday after inspectors found 12 cracks in its \
eastern pier, an engineer told Coldwater Press.

"The pier has moved," said Maud Ferrin, who led the inspection. "Nobody should walk on it."

The town council said it had not been warned.

Coldwater Press. All rights reserved."""

RELAY = """Bridge of DEATH: 20 cracks!

The bridge at Tarn has been shut after 20 cracks were found, Coldwater Press reports.

"The pier has moved," engineer Maud Ferrin was quoted as saying.

Sign up for our newsletter"""

OWN = """Council denies bridge warning

The town council denied on Tuesday that the bridge at Tarn was unsafe. "There are no cracks in the pier," its clerk, \
Osric Pell, told the Ebble Observer.

A resident who asked not to be named said the pier had cracked in April."""


def small_story() -> Story:
    """Three reports kept and one set aside: a wire report, one that relays it and grows a number, a denial."""
    texts = {"w": WIRE, "x": RELAY, "y": OWN, "z": "Cheese fair opens\n\nThe fair opened on Friday."}
    wire, relay, own, other = (
        _report("w", WIRE, "Coldwater Press", "2024-05-06", furniture=("Coldwater Press. All rights reserved.",)),
        _report("x", RELAY, "Daily Gong", "2024-05-07T09:00", furniture=("Sign up for our newsletter",)),
        _report("y", OWN, None, "2024-05-08", title="Council denies bridge warning", carried=True),
        _report("z", texts["z"], "Tarn Advertiser", "2024-05-03"),
    )

    def at(report: str, words: str) -> Place:
        start = texts[report].index(words)
        return Place(report, start, start + len(words))

    def said(ident: str, report: str, words: str, speaker: str | None, **more: object) -> Statement:
        place = at(report, words)
        return Statement(
            id=ident,
            report=report,
            content=(Span(place.start, place.end),),
            speaker=speaker,
            **more,  # type: ignore[arg-type]
        )

    cracks_w, cracks_x = at("w", "inspectors found 12 cracks in its eastern pier"), at("x", "20 cracks were found")
    denied = at("y", "There are no cracks in the pier")
    april = at("y", "the pier had cracked in April")
    moved_w, moved_x = at("w", "The pier has moved"), at("x", "The pier has moved")
    return Story(
        story=StoryHead(
            id="story-1",
            headline="inspectors found 12 cracks in its eastern pier",
            first_published="2024-05-06",
            last_published="2024-05-08",
            independent_origins=2,
        ),
        reports=(wire, relay, own, other),
        sources=(
            Source(id="cold", name="Coldwater Press", kind="outlet", mentions=(at("w", "Coldwater Press"),)),
            Source(id="gong", name="Daily Gong", kind="outlet"),
            Source(
                id="ferrin",
                name="Maud Ferrin",
                kind="named person",
                description="engineer who led the inspection",
                mentions=(at("w", "Maud Ferrin"), at("x", "Maud Ferrin")),
                reasons=(Reason("same-name", "Joined: both reports write “Maud Ferrin”."),),
            ),
            Source(id="council", name="the town council", kind="organisation"),
            Source(id="pell", name="Osric Pell", kind="named person", part_of="council"),
            Source(id="resident", name="a resident", kind="unnamed person"),
        ),
        statements=(
            said("s1", "w", cracks_w_words := "inspectors found 12 cracks in its eastern pier", "ferrin"),
            said("s2", "w", "The pier has moved", "ferrin", form="direct"),
            said("s3", "x", "20 cracks were found", "ferrin", via=("cold",)),
            said("s4", "x", "The pier has moved", "ferrin", via=("cold",), form="direct"),
            said("s5", "y", "There are no cracks in the pier", "pell", form="direct", stance="denies"),
            said("s6", "y", "the pier had cracked in April", "resident"),
        ),
        origins=(
            Origin(id="o1", label="Coldwater Press: interview with Maud Ferrin", gathered_by="cold", report="w"),
            Origin(id="o2", label="Interviews with Osric Pell and a resident", report="y"),
            Origin(id="o3", label="Inspection report of the county"),
        ),
        lineage=(
            LineageEdge(
                report="w",
                from_="cold",
                relation="original",
                evidence=(at("w", "an engineer told Coldwater Press"),),
                reason="Coldwater Press gathered this itself: ‘told Coldwater Press’.",
            ),
            LineageEdge(
                report="x",
                from_="cold",
                relation="relays",
                evidence=(at("x", "Coldwater Press reports"),),
                reason="The report as a whole credits Coldwater Press: ‘Coldwater Press reports’.",
            ),
        ),
        claims=(
            Claim(
                id="c-a",
                text=cracks_w_words,
                evidence=(
                    Evidence(report="w", start=cracks_w.start, end=cracks_w.end, statement="s1", origin="o1"),
                    Evidence(report="x", start=cracks_x.start, end=cracks_x.end, statement="s3", origin="o1"),
                    Evidence(report="y", start=april.start, end=april.end, statement="s6", origin="o2"),
                    Evidence(
                        report="y", start=denied.start, end=denied.end, statement="s5", origin="o2", stance="denies"
                    ),
                ),
                reports=3,
                outlets=3,
                speakers=2,
                independent_origins=2,
                independent_origins_range=(1, 2),
                status="contested",
                reasons=("Counted once: both credit Coldwater Press (‘Coldwater Press reports’).",),
            ),
            Claim(
                id="c-b",
                text="The pier has moved",
                evidence=(
                    Evidence(report="w", start=moved_w.start, end=moved_w.end, statement="s2", origin="o1"),
                    Evidence(report="x", start=moved_x.start, end=moved_x.end, statement="s4", origin="o1"),
                ),
                reports=2,
                outlets=2,
                speakers=1,
                independent_origins=1,
                independent_origins_range=(1, 1),
                status="single origin",
            ),
        ),
        conflicts=(
            Conflict(id="k1", kind="denial", a=denied, b=cracks_w, claim="c-a", reason="Pell denies the cracks."),
        ),
        drift=(Drift(id="d1", kind="quantity", a=cracks_w, b=cracks_x, origin="o1", reason="12 became 20."),),
        timeline=(
            Happening(when="2024-05-06", report="w", start=cracks_w.start, end=cracks_w.end, what="bridge closed"),
            Happening(when="2024-04", report="y", start=april.start, end=april.end, what="pier cracks"),
        ),
        set_aside=(SetAside(report="z", reason="Shares no name with the other reports."),),
        refusals=(Refusal(path="minutes.docx", reason="not a kind of file that is read"),),
    )


def _report(
    ident: str,
    text: str,
    outlet: str | None,
    published: str,
    *,
    furniture: tuple[str, ...] = (),
    title: str | None = None,
    carried: bool = False,
) -> Report:
    head = text.split("\n", 1)[0]
    return Report(
        id=ident,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        path=f"{ident}.html" if carried else f"{ident}.txt",
        paths=(f"{ident}.html" if carried else f"{ident}.txt",),
        url=f"https://{ident}.example/story",
        outlet=outlet,
        title=title or head,
        published=published,
        headline=Span(0, len(head)),
        furniture=tuple(Span(text.index(f), text.index(f) + len(f)) for f in furniture),
        carried=carried,
    )
