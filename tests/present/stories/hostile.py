"""The small story with every piece of other people's text made as nasty as it can be."""

from __future__ import annotations

from tests.present.stories.small import small_story
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
