"""Invented stories for the views: a small one with everything in it, a hostile one, and one of any size."""

from __future__ import annotations

import hashlib
import random

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


EVIL = (
    "</script><script>window.ran=1</script><img src=x onerror=window.ran=2><svg onload=window.ran=3>"
    "{{ 7*7 }} <!-- ]]> \u202eevil\u202c \u2066x \u200f ${window.ran=4} `x` \u2028 &lt;b&gt; \x1b[31mred \x00"
)


def hostile_story() -> Story:
    """The small story with every piece of other people's text made as nasty as it can be."""
    story = small_story()
    text = f'{EVIL}\n\n{EVIL} said "{EVIL}" </title></style></textarea><base href=//evil.example>'
    n = len(text)
    reports = tuple(
        Report(
            id=f'{r.id}"><script>window.ran=5</script>',
            text=text,
            sha256=r.sha256,
            path=f"{EVIL}{r.id}.html",
            paths=(f"{EVIL}.html",),
            url="javascript:window.ran=6" if r.id == "w" else 'https://evil.example/"onmouseover="window.ran=7',
            outlet=EVIL + r.id if r.id != "y" else None,
            title=EVIL,
            byline=EVIL,
            published="<script>window.ran=8</script>" if r.id == "x" else r.published,
            language='en"><script>window.ran=9</script>',
            furniture=(Span(0, 40),),
            headline=Span(0, 10),
            carried=True,
        )
        for r in story.reports
    )
    name = {r.id: new.id for r, new in zip(story.reports, reports, strict=True)}

    def place(old: Place | Evidence | Happening, k: int = 0) -> Place:
        return Place(name[old.report], 3 + k, n - 3 - k)

    return Story(
        story=StoryHead(id=EVIL, headline=EVIL, first_published=EVIL, last_published=EVIL, independent_origins=2),
        reports=reports,
        sources=tuple(
            Source(
                id=s.id,
                name=EVIL,
                kind=s.kind,
                description=EVIL,
                part_of=s.part_of,
                mentions=(Place(reports[0].id, 0, 5),),
                reasons=(Reason("x", EVIL),),
            )
            for s in story.sources
        ),
        statements=tuple(
            Statement(id=s.id, report=name[s.report], content=(Span(2 + i, n // 2 + i),), speaker=s.speaker, via=s.via)
            for i, s in enumerate(story.statements)
        ),
        origins=tuple(
            Origin(id=o.id, label=EVIL, gathered_by=o.gathered_by, report=name.get(o.report or ""))
            for o in story.origins
        ),
        lineage=tuple(
            LineageEdge(
                report=name[e.report], from_=e.from_, relation=e.relation, evidence=(place(e.evidence[0]),), reason=EVIL
            )
            for e in story.lineage
        ),
        claims=tuple(
            Claim(
                id=c.id,
                text=EVIL,
                evidence=tuple(
                    Evidence(
                        report=name[e.report],
                        start=1 + i,
                        end=n - i,
                        statement=e.statement,
                        origin=e.origin,
                        stance=e.stance,
                    )
                    for i, e in enumerate(c.evidence)
                ),
                reports=c.reports,
                outlets=c.outlets,
                speakers=c.speakers,
                independent_origins=c.independent_origins,
                independent_origins_range=c.independent_origins_range,
                status=c.status,
                reasons=(EVIL,),
            )
            for c in story.claims
        ),
        conflicts=tuple(
            Conflict(id=c.id, kind=c.kind, a=place(c.a), b=place(c.b, 2), claim=c.claim, reason=EVIL)
            for c in story.conflicts
        ),
        drift=tuple(
            Drift(id=d.id, kind=d.kind, a=place(d.a), b=place(d.b, 3), origin=d.origin, reason=EVIL)
            for d in story.drift
        ),
        timeline=(Happening(when="<b>2024</b>", report=reports[0].id, start=0, end=9, what=EVIL),),
        set_aside=(SetAside(report=name["z"], reason=EVIL),),
        refusals=(Refusal(path=EVIL, reason=EVIL),),
    )


_SUBJECTS = (
    "the bridge",
    "the mayor",
    "a driver",
    "the ferry",
    "the clinic",
    "an inspector",
    "the council",
    "the mill",
)
_VERBS = ("closed", "denied", "found", "repaired", "sold", "warned of", "counted", "moved", "inspected", "flooded")
_OBJECTS = (
    "the pier",
    "twelve cracks",
    "the old road",
    "forty barrels",
    "a letter",
    "two boats",
    "the dam",
    "the fund",
)


def big_story(reports: int, *, seed: int = 7) -> Story:
    """``reports`` reports of about 4,000 characters; one in ten gathered its own, the rest retell one of these."""
    dice = random.Random(seed)
    firsts = max(1, reports // 10)
    sentences = [
        f"{dice.choice(_SUBJECTS).capitalize()} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} on day {n} "
        f"and nobody at the {dice.choice(_OBJECTS)} office had heard of it before that week"
        for n in range(400)
    ]
    people = [
        f"{a} {b}"
        for a in ("Maud", "Osric", "Ines", "Bram", "Thea")
        for b in ("Ferrin", "Pell", "Oake", "Tull", "Wray", "Dunn", "Sable", "Quill")
    ]
    sources = [
        Source(id=f"p{n}", name=name, kind="named person", description="resident of Tarn")
        for n, name in enumerate(people)
    ]
    sources += [Source(id=f"u{n}", name=f"Outlet number {n}", kind="outlet") for n in range(reports)]
    made, statements, lineage, origins = [], [], [], []
    holders: dict[int, list[Evidence]] = {}
    for n in range(reports):
        first = n % firsts
        own = n < firsts
        chosen = random.Random(first).sample(range(len(sentences)), 28)
        parts, places = [f"Report {n}: {sentences[chosen[0]][:60]}"], []
        length = len(parts[0])
        for k, index in enumerate(chosen):
            words = sentences[index] if own or dice.random() < 0.8 else sentences[index].replace("nobody", "no one")
            speaker = (first + k // 4) % len(people)
            lead = "\n\n" if k % 2 == 0 else " "
            line = f"{lead}{words}, {people[speaker]} said{'' if own else f' to Outlet number {first}'}."
            start = length + len(lead)
            places.append((index, Span(start, start + len(words)), speaker))
            parts.append(line)
            length += len(line)
        text = "".join(parts)
        day = f"2024-{1 + n * 6 // reports:02d}-{1 + n % 28:02d}"
        made.append(
            Report(
                id=f"r{n}",
                text=text,
                sha256=f"{n:064x}",
                path=f"r{n}.txt",
                paths=(f"r{n}.txt",),
                outlet=f"Outlet number {n}",
                title=parts[0],
                published=day,
                headline=Span(0, len(parts[0])),
            )
        )
        for index, span, speaker in places[::2]:
            ident = f"st{n}-{index}"
            statements.append(
                Statement(
                    id=ident, report=f"r{n}", content=(span,), speaker=f"p{speaker}", via=() if own else (f"u{first}",)
                )
            )
            holders.setdefault(index, []).append(
                Evidence(
                    report=f"r{n}",
                    start=span.start,
                    end=span.end,
                    statement=ident,
                    origin=f"o{first}",
                    stance="denies" if dice.random() < 0.05 else "supports",
                )
            )
        where = text.index(people[places[0][2]])
        lineage.append(
            LineageEdge(
                report=f"r{n}",
                from_=f"u{first}",
                relation="original" if own else "relays",
                evidence=(Place(f"r{n}", where, where + 40),),
                reason=f"The report credits Outlet number {first} with the material as a whole.",
            )
        )
        if own:
            origins.append(
                Origin(
                    id=f"o{n}",
                    label=f"Outlet number {n}: interviews in Tarn",
                    gathered_by=f"u{n}",
                    report=f"r{n}" if n % 3 else None,
                )
            )
    claims = []
    for index, evidence in sorted(holders.items()):
        known = {e.origin for e in evidence if e.stance == "supports"}
        claims.append(
            Claim(
                id=f"c{index}",
                text=sentences[index],
                evidence=tuple(evidence),
                reports=len(evidence),
                outlets=len(evidence),
                speakers=2,
                independent_origins=len(known),
                independent_origins_range=(len(known), len(known)),
                status="corroborated" if len(known) > 1 else "single origin",
                reasons=("Counted once for each outlet that gathered it.",),
            )
        )
    claims = sorted(claims, key=lambda c: -c.independent_origins)[: max(12, reports // 4)]
    pairs = [(c.evidence[0], c.evidence[-1], c) for c in claims if len(c.evidence) > 1]
    return Story(
        story=StoryHead(
            id="big",
            headline=claims[0].text,
            first_published="2024-01-01",
            last_published="2024-06-28",
            independent_origins=firsts,
        ),
        reports=tuple(made),
        sources=tuple(sources),
        statements=tuple(statements),
        origins=tuple(origins),
        lineage=tuple(lineage),
        claims=tuple(claims),
        conflicts=tuple(
            Conflict(
                id=f"k{n}",
                kind="quantity",
                a=Place(a.report, a.start, a.end),
                b=Place(b.report, b.start, b.end),
                claim=c.id,
                reason="They differ.",
            )
            for n, (a, b, c) in enumerate(pairs)
        ),
        drift=tuple(
            Drift(
                id=f"d{n}",
                kind="wording",
                a=Place(a.report, a.start, a.end),
                b=Place(b.report, b.start, b.end),
                origin=a.origin,
                reason="Told differently.",
            )
            for n, (a, b, c) in enumerate(pairs)
        ),
        timeline=tuple(
            Happening(when=f"2024-{1 + n % 6:02d}-{1 + n % 28:02d}", report=f"r{n}", start=0, end=20, what=f"day {n}")
            for n in range(0, reports, 2)
        ),
    )
