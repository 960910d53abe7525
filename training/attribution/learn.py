"""The training loop: one trunk, all heads, a linear schedule over a budget of minutes or passes."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from augment import augmented
from corpus import Article
from examples import Batch, Example, batch, examples, link_targets
from losses import chain_loss, link_loss
from network import Tagger
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional as F


class Plan(NamedTuple):
    """How to train. The rates are those of a trial; the weights keep the first loss the largest."""

    seed: int = 1
    minutes: float | None = None
    passes: float = 6
    batch: int = 12
    rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.05
    token_weight: float = 0.3  # plain cross entropy beside the chain's: keeps each word's own scores meaningful
    names_weight: float = 0.2
    starts_weight: float = 0.1
    vectors_weight: float = 0.0
    average: float = 0.998  # of the running average of the weights that is kept as the result
    predicted_from: float = 0.15  # share of the budget after which links are also trained on predicted spans


def learn(
    model: Tagger, articles: list[Article], vectors: NDArray[np.float16], tokenizer: Tokenizer, plan: Plan, keep: Path
) -> Tagger:
    """Train; returns the model with averaged weights, and writes them to ``keep`` at every pass's end."""
    rng = random.Random(plan.seed)
    device = next(model.parameters()).device
    trunk = [p for n, p in model.named_parameters() if n.startswith("trunk.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("trunk.")]
    optimizer = torch.optim.AdamW(
        [{"params": trunk, "peak": plan.rate}, {"params": heads, "peak": plan.head_rate}], weight_decay=0.01
    )
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    began, step, done = time.monotonic(), 0, 0.0
    sums: dict[str, float] = {}
    model.train()
    number = 0
    while done < 1:
        batches = list(_pass(articles, tokenizer, plan.batch, rng))
        for i, items in enumerate(batches):
            if plan.minutes:
                done = (time.monotonic() - began) / 60 / plan.minutes
            else:
                done = (number + i / len(batches)) / plan.passes
            if done >= 1:
                break
            factor = min(1.0, done / plan.warmup if done < plan.warmup else (1 - done) / (1 - plan.warmup))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * max(factor, 1e-3)
            parts = _losses(model, batch(items), vectors, plan, predicted=done > plan.predicted_from, device=device)
            loss = torch.stack(list(parts.values())).sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trunk + heads, 1.0)
            optimizer.step()
            step += 1
            rate = min(plan.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    if v.dtype.is_floating_point:
                        average[k].lerp_(v, 1 - rate)
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) + v.item()
            if step % 50 == 0:
                shown = " ".join(f"{k} {v / 50:.4f}" for k, v in sums.items())
                print(f"{done:6.1%} pass {number} step {step} {time.monotonic() - began:.0f}s {shown}", flush=True)
                sums = {}
        number += 1
        torch.save(average, keep)
    model.load_state_dict(average)
    return model.eval()


def _pass(articles: list[Article], tokenizer: Tokenizer, size: int, rng: random.Random) -> Iterator[list[Example]]:
    found = [e for a in articles for e in examples(augmented(a, rng), tokenizer, rng)]
    rng.shuffle(found)
    batches: list[list[Example]] = []
    for k in range(0, len(found), size * 40):  # windows of like length together, to pad little
        some = sorted(found[k : k + size * 40], key=lambda e: len(e.ids))
        batches += [some[j : j + size] for j in range(0, len(some), size)]
    rng.shuffle(batches)
    yield from batches


def _losses(
    model: Tagger, b: Batch, vectors: NDArray[np.float16], plan: Plan, *, predicted: bool, device: torch.device
) -> dict[str, torch.Tensor]:
    hidden = (~b.mask.to(device))[:, None, None].to(torch.bfloat16) * -1e4
    with torch.autocast(device.type, torch.bfloat16):
        states = model.trunk(b.ids.to(device), b.types.to(device), hidden)
    states = states.float()
    rows = torch.arange(len(b.examples), device=device)[:, None]
    at = states[rows, b.words.to(device)]
    known, tags = b.known.to(device), b.tags.to(device)
    scores = model.tags(at)
    closed = scores.clone()
    closed[..., 2::2] -= 1e4 * b.opening.to(device)[..., None]  # nothing goes on over a paragraph's end
    parts = {"chain": chain_loss(model, closed, tags, known)}
    parts["token"] = plan.token_weight * F.cross_entropy(scores[known], tags[known])
    links = model.links(at)
    parts["links"] = 0.5 * link_loss(model, links, [link_targets(e, e.tags) for e in b.examples])
    if predicted:
        guessed = closed.detach().argmax(-1).cpu().numpy()
        spans = [link_targets(e, guessed[i, : len(e.tags)]) for i, e in enumerate(b.examples)]
        parts["predicted"] = 0.3 * link_loss(model, links, spans)
    parts["names"] = plan.names_weight * F.cross_entropy(model.names(at)[known], b.names.to(device)[known])
    parts["starts"] = plan.starts_weight * F.binary_cross_entropy_with_logits(
        model.starts(at)[..., 0][known], b.starts.to(device)[known]
    )
    if plan.vectors_weight and model.vectors is not None:
        sums = torch.cat([torch.zeros_like(states[:, :1]), states.cumsum(1)], dim=1)
        where = [(i, s, e, row) for i, x in enumerate(b.examples) for s, e, row in x.sentences]
        if where:
            i, s, e, row = (torch.tensor(x, device=device) for x in zip(*where, strict=True))
            pooled = (sums[i, e] - sums[i, s]) / (e - s)[:, None]
            teacher = torch.from_numpy(vectors[row.cpu().numpy()].astype(np.float32)).to(device)
            cosine = F.cosine_similarity(model.vectors(pooled), teacher)
            parts["vectors"] = plan.vectors_weight * (1 - cosine).mean()
    return parts
