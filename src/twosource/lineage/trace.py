"""Credits, text reuse and shared occasions to lineage edges, via and origins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from twosource.lineage.borrowed import borrowings
from twosource.lineage.channels import Channel, channel, in_paragraph, open_speaker
from twosource.lineage.derive import derive
from twosource.lineage.edges import edges
from twosource.lineage.ground import NOTHING, Ground, InHand, Key, Root
from twosource.lineage.judged import judged
from twosource.lineage.labels import label
from twosource.lineage.missing import missing
from twosource.lineage.occasions import occasions
from twosource.lineage.origins import believed, roots
from twosource.lineage.owned import owned
from twosource.lineage.prepare import prepare
from twosource.lineage.public import public_speakers
from twosource.lineage.relays import Derived, nameless
from twosource.lineage.reuse import Descent
from twosource.lineage.traced import Behind, Traced
from twosource.lineage.via import vias
from twosource.lineage.view import Resolved, View, views
from twosource.model import Judgement, Reading, Source, Statement


def trace(readings: Sequence[Reading], resolved: Resolved, *, judgements: Sequence[Judgement] = ()) -> Traced:
    """Where each report got its material, what each statement passed through, and the origins behind it all.

    The order of ``readings`` changes nothing.
    """
    readings = sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))
    resolved = prepare(readings, resolved)
    seen = views(readings, resolved)
    sources = {source.id: source for source in resolved.sources}
    verdicts = judged(judgements, seen, sources)
    came = derive(seen, sources, verdicts)
    own = {key: came.own(key) for key in seen}
    channels = {s.id: channel(view, s, sources) for view in seen.values() for s in view.statements}
    for view in seen.values():
        in_paragraph(view, channels)
    told = {key: owned(view, came.gathered[key], sources, channels) for key, view in seen.items()}
    borrowed = borrowings(seen, sources, came, channels, told)
    passed = vias(seen, sources, came.derived, channels, own, came.descended, borrowed)
    candidates = [
        s
        for key, view in seen.items()
        for s in view.statements
        if _open(view, s, sources, channels, told[key])
        and _beside(s, passed, channels, came.derived[key])
        and not _taken_over(view, s, came.descended.get(key))
        and s.id not in borrowed.get(key, NOTHING).statements
    ]
    candidates += _accounts(seen, sources, channels)
    public = public_speakers(seen, sources)
    shared = occasions(seen, sources, channels, candidates, came.original, public)
    occasion_of = {key: occasion for occasion in shared for key in occasion.statements}
    ground = Ground(
        seen,
        sources,
        came.derived,
        came.gathered,
        passed,
        channels,
        occasion_of,
        came.descended,
        borrowed,
        told,
        public,
    )
    in_hand = InHand(seen, came.derived)
    reuse = tuple(r for key in sorted(came.descended) for r in came.descended[key].passages)
    said, voices = roots(ground, in_hand)
    verdicts.settle(seen, said, voices)
    statements = tuple(
        msgspec.structs.replace(s, via=passed.get(s.id, ())) if s.report in seen else s for s in resolved.statements
    )
    names, origins = label(ground, said, voices)
    return Traced(
        edges=tuple(edges(ground, shared, said)),
        origins=origins,
        statements=statements,
        reuse=reuse,
        missing=tuple(missing(ground, said, voices)),
        spoken={key: _behind(root, names) for key, root in said.items()},
        voiced={
            key: tuple(
                (s.span, _behind(root, names)) for s, root in zip(seen[key].reading.sentences, roots, strict=True)
            )
            for key, roots in voices.items()
        },
        _by_report={key: view.statements for key, view in seen.items()},
    )


def _open(
    view: View,
    statement: Statement,
    sources: Mapping[str, Source],
    channels: Mapping[str, Channel | None],
    told: frozenset[str],
) -> bool:
    """A statement that may have been made in the open: by somebody known, in so many words, not to this outlet."""
    speaker = sources.get(statement.speaker or "")
    if speaker is None or speaker.kind in ("outlet", "pseudonymous person") or believed(view, statement):
        return False
    way = channels[statement.id]
    if statement.id in told and (way is None or way.kind == "document"):
        return False
    return not nameless(view, statement, sources)


def _beside(
    statement: Statement,
    passed: Mapping[str, tuple[str, ...]],
    channels: Mapping[str, Channel | None],
    derived: Sequence[Derived],
) -> bool:
    """It came through no outlet, or an outlet is cited for what was said through an open channel."""
    return not passed.get(statement.id, ()) or channels.get(statement.id) is not None


def _accounts(
    seen: Mapping[str, View], sources: Mapping[str, Source], channels: Mapping[str, Channel | None]
) -> list[Statement]:
    """Other outlets' accounts of remarks made in the open, as statements of those who made the remarks."""
    found = []
    for view in seen.values():
        for statement in view.statements:
            speaker, way = sources.get(statement.speaker or ""), channels[statement.id]
            if way is None or speaker is None or speaker.kind != "outlet" or speaker.id == view.outlet:
                continue
            person = open_speaker(view, statement, way, sources)
            if person is not None:
                found.append(msgspec.structs.replace(statement, speaker=person))
    return found


def _taken_over(view: View, statement: Statement, descent: Descent | None) -> bool:
    """The statement stands in text that a retelling took over."""
    return descent is not None and descent.whole and view.anchor(statement) in descent.sentences


def _behind(root: Root, names: Mapping[Key, str]) -> Behind:
    return Behind(names[root.key] if root.key is not None else None, root.reason, root.words, root.judged, root.loose)
