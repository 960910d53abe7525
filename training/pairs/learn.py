"""The training loop: one trunk, a head a task, a linear schedule over a number of passes."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from corpus import Pair
from network import PairModel
from tokenizers import Tokenizer
from torch.nn import functional as F

from twosource.reading.pairs import pair_inputs


class Plan(NamedTuple):
    """How to train."""

    seed: int = 1
    passes: int = 5
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 5e-4
    warmup: float = 0.06
    average: float = 0.995  # of the running average of the weights that is kept as the result
    smoothing: float = 0.05


WEIGHT = {"relation": 1.0, "nli": 1.0, "paraphrase": 1.0, "nearness": 0.6}


def learn(model: PairModel, draw: Callable[[random.Random], list[Pair]], tokenizer: Tokenizer, plan: Plan) -> PairModel:
    """Train on what ``draw`` gives anew for every pass; returns the model with averaged weights."""
    rng = random.Random(plan.seed)
    heads = [p for n, p in model.named_parameters() if n.startswith(("heads", "join"))]
    trunk = [p for n, p in model.named_parameters() if not n.startswith(("heads", "join")) and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": trunk, "peak": plan.rate}, {"params": heads, "peak": plan.head_rate}], weight_decay=0.01
    )
    moving = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    average = {n: p.detach().clone() for n, p in moving}
    step, began = 0, time.monotonic()
    model.train()
    for number in range(plan.passes):
        sums: dict[str, list[float]] = defaultdict(list)
        batches = _batches(draw(rng), tokenizer, plan.batch, rng)
        for i, (head, items) in enumerate(batches):
            done = (number + i / len(batches)) / plan.passes
            factor = min(1.0, done / plan.warmup if done < plan.warmup else (1 - done) / (1 - plan.warmup))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * max(factor, 1e-3)
            ids, types, mask, labels = tensors(items)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(ids, types, mask)[head]
            loss = loss_of(head, scores.float(), labels, plan.smoothing)
            optimizer.zero_grad(set_to_none=True)
            (WEIGHT[head] * loss).backward()
            torch.nn.utils.clip_grad_norm_(trunk + heads, 1.0)
            optimizer.step()
            step += 1
            rate = min(plan.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, weights in moving:
                    average[name].lerp_(weights, 1 - rate)
            sums[head].append(loss.item())
        said = "  ".join(f"{h} {np.mean(v):.3f}" for h, v in sorted(sums.items()))
        print(f"pass {number + 1}  {(time.monotonic() - began) / 60:.1f} min  {said}", flush=True)
    model.load_state_dict(average, strict=False)
    return model.eval()


def loss_of(head: str, scores: torch.Tensor, labels: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Squared error for nearness, cross entropy for the rest."""
    if head == "nearness":
        return F.mse_loss(torch.sigmoid(scores[:, 0]), labels / 5) * 10
    return F.cross_entropy(scores, labels.long(), label_smoothing=smoothing)


Item = tuple[list[int], list[int], float]


def _batches(
    pairs: Sequence[Pair], tokenizer: Tokenizer, size: int, rng: random.Random
) -> list[tuple[str, list[Item]]]:
    """Batches of one head and like length, shuffled."""
    by_head: dict[str, list[Item]] = defaultdict(list)
    for pair in pairs:
        by_head[pair.head].append((*pair_inputs(tokenizer, pair.a, pair.b), pair.label))
    out = []
    for head, items in sorted(by_head.items()):
        items.sort(key=lambda item: len(item[0]) + rng.random() * 8)
        out += [(head, items[i : i + size]) for i in range(0, len(items), size)]
    rng.shuffle(out)
    return out


def tensors(items: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, types, mask and labels of a batch, padded to its longest."""
    width = max(len(ids) for ids, _, _ in items)
    ids, types = (torch.zeros(len(items), width, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(items), width)
    for row, (i, t, _) in enumerate(items):
        ids[row, : len(i)], types[row, : len(t)], mask[row, : len(i)] = torch.tensor(i), torch.tensor(t), 1
    return ids, types, mask, torch.tensor([label for _, _, label in items])
