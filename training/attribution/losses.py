"""What the heads are trained by."""

from __future__ import annotations

import torch
from network import BUCKETS, LINK, Tagger
from torch.nn import functional as F


def chain_loss(model: Tagger, scores: torch.Tensor, tags: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Negative log likelihood a word of the tag sequences: (batch, n, 7), (batch, n), (batch, n) bool."""
    steps = model.transitions()
    gold = scores.gather(2, tags[..., None])[..., 0]
    moves = steps[tags[:, :-1], tags[:, 1:]]
    path = (gold * known).sum(1) + (moves * known[:, 1:]).sum(1) + model.begin[tags[:, 0]]
    total = scores[:, 0] + model.begin
    # exp-space in matrix form: (batch, 7) x (7, 7), rescaled each step; far fewer small operations than logsumexp
    grid = steps.exp()
    for t in range(1, scores.shape[1]):
        high = total.max(dim=1, keepdim=True).values.detach()
        after = ((total - high).exp() @ grid).clamp_min(1e-30).log() + high + scores[:, t]
        total = torch.where(known[:, t : t + 1], after, total)
    return (total.logsumexp(dim=1) - path).sum() / known.sum()


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """Signed word distance to one of 16 buckets: before or behind, by powers of two."""
    size = torch.log2(distance.abs().clamp(1, 255).float()).floor().long()
    return size + (distance > 0) * (BUCKETS // 2)


def link_scores(
    model: Tagger, which: int, seek: torch.Tensor, found: torch.Tensor, at: torch.Tensor, there: torch.Tensor
) -> torch.Tensor:
    """(seekers, found + 1) scores; the last column is no link."""
    scale = LINK**-0.5
    scores = seek @ found.T * scale + model.far[which][bucket(there[None] - at[:, None])]
    none = (seek @ model.none[which] * scale + model.none_bias[which])[:, None]
    return torch.cat([scores, none], dim=1)


def link_loss(model: Tagger, links: torch.Tensor, spans: list[dict[str, torch.Tensor]]) -> torch.Tensor:
    """Mean loss over all links of a batch. ``spans`` has one dict a window.

    ``contents`` (k, 2) first and last word, ``cues`` and ``sources`` first words, ``to_cue`` and ``to_source`` the
    index linked to, or the number of cues or sources for none.
    """
    losses = []
    for row, here in zip(links, spans, strict=True):
        first, last, cue, seek, source = row.split(LINK, dim=-1)
        contents, cues, sources = here["contents"], here["cues"], here["sources"]
        if len(contents):
            query = first[contents[:, 0]] + last[contents[:, 1]]
            scores = link_scores(model, 0, query, cue[cues], contents[:, 0], cues)
            losses.append(F.cross_entropy(scores, here["to_cue"], reduction="sum"))
        if len(cues):
            scores = link_scores(model, 1, seek[cues], source[sources], cues, sources)
            losses.append(F.cross_entropy(scores, here["to_source"], reduction="sum"))
    count = sum(len(s["contents"]) + len(s["cues"]) for s in spans)
    return torch.stack(losses).sum() / count if losses else links.sum() * 0
