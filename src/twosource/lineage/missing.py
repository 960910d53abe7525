"""What is not in hand: outlets whose report others retell and that is not among the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from twosource.lineage.ground import Ground, Root
from twosource.lineage.traced import Missing


def missing(ground: Ground, said: Mapping[str, Root], voices: Mapping[str, tuple[Root, ...]]) -> list[Missing]:
    """The absent outlets, those that most reports retell first."""
    relayed: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    by_id = {s.id: key for key, view in ground.views.items() for s in view.statements}
    absent = {
        (by_id[s], root.key.name) for s, root in said.items() if root.key is not None and root.key.kind == "outlet"
    }
    absent |= {
        (key, root.key.name)
        for key, roots in voices.items()
        for root in roots
        if root.key is not None and root.key.kind == "outlet"
    }
    for report, outlet in absent:
        (relayed if ground.relayed(report) == outlet else cited)[outlet].add(report)
    order = sorted(set(relayed) | set(cited), key=lambda k: (-len(relayed[k]), -len(cited[k]), k))
    return [
        Missing(
            outlet=key,
            name=ground.sources[key].name,
            relayed_by=tuple(sorted(relayed[key])),
            cited_by=tuple(sorted(cited[key] - relayed[key])),
            reason=_fetch(ground.sources[key].name, len(relayed[key]), len(cited[key] - relayed[key])),
        )
        for key in order
    ]


def _fetch(name: str, relayed: int, cited: int) -> str:
    parts = []
    if relayed:
        parts.append(f"{relayed} report{'s retell' if relayed > 1 else ' retells'}")
    if cited:
        parts.append(f"{cited} report{'s cite' if cited > 1 else ' cites'}")
    return f"{' and '.join(parts)} {name}, whose own report is not among the files."
