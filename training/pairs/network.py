"""all-MiniLM-L6-v2's trunk (Wang et al., NeurIPS 2020) over both passages at once, and a head a task."""

from __future__ import annotations

import math
from typing import ClassVar

import torch
from torch import nn
from torch.nn import functional as F

from twosource.reading.pairs import FLAGS

# What each head tells apart; the first is ours and ships, the others teach the trunk and are measured.
HEADS = {
    "relation": 6,  # PAIRINGS of the package
    "nli": 3,  # SICK: entailment, neutral, contradiction
    "paraphrase": 2,  # MSR
    "nearness": 1,  # STS, 0 to 5
}


class Layer(nn.Module):
    """One BERT layer (Devlin et al., NAACL 2019), post-norm."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        q, k, v = (part.view(split).transpose(1, 2) for part in self.qkv(x).split(size, dim=-1))
        weights = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads)
        if mask is not None:
            weights = weights + mask
        mixed = self.out((torch.softmax(weights, dim=-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, size))
        x = self.norm1(x + self.drop(mixed))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Dropout(nn.Module):
    """Dropout from a random place of one pool of masks: drawing fresh ones is a sixth of a step on a CPU."""

    pool: ClassVar[dict[float, torch.Tensor]] = {}

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not (self.training and self.share):
            return x
        if self.share not in self.pool:
            self.pool[self.share] = (torch.rand(1 << 23) >= self.share).float() / (1 - self.share)
        start = int(torch.randint((1 << 23) - x.numel(), ()))
        return x * self.pool[self.share][start : start + x.numel()].view(x.shape).to(x.dtype)


class PairModel(nn.Module):
    """Piece ids and types (batch, n) to a score for each class of each head."""

    def __init__(self, weights: dict[str, torch.Tensor], *, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        w = {k.removeprefix("bert."): v for k, v in weights.items()}
        self.words = nn.Embedding.from_pretrained(w["embeddings.word_embeddings.weight"], freeze=True)
        size = self.words.weight.shape[1]
        self.places = nn.Parameter(w["embeddings.position_embeddings.weight"][:128].clone())
        sides = w["embeddings.token_type_embeddings.weight"]
        self.types = nn.Parameter(torch.cat([sides[:1].repeat(FLAGS, 1), sides[1:2].repeat(FLAGS, 1)]))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, 12, dropout) for _ in range(layers))
        self.join = nn.Linear(5 * size, size)
        self.heads = nn.ModuleDict({name: nn.Linear(size, n) for name, n in HEADS.items()})
        self.drop = Dropout(dropout)
        self.load_state_dict(_trunk(w, layers), strict=False)

    def forward(
        self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor | None = None
    ) -> dict[str, torch.Tensor]:
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]] + self.types[types])
        blind = None if mask is None else (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, blind)
        there = torch.ones_like(x[..., 0]) if mask is None else mask
        second = there * (types >= FLAGS).float()
        first = there - second
        a, b = (_mean(x, side) for side in (first, second))
        joined = torch.tanh(self.join(self.drop(torch.cat([x[:, 0], a, b, (a - b).abs(), a * b], dim=-1))))
        return {name: head(self.drop(joined)) for name, head in self.heads.items()}


def _mean(x: torch.Tensor, side: torch.Tensor) -> torch.Tensor:
    return (x * side[..., None]).sum(dim=1) / side.sum(dim=1, keepdim=True)


def _trunk(w: dict[str, torch.Tensor], layers: int) -> dict[str, torch.Tensor]:
    state = {f"norm.{p}": w[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")}
    names = {
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for i in range(layers):
        at = f"encoder.layer.{i}."
        for p in ("weight", "bias"):
            state[f"layers.{i}.qkv.{p}"] = torch.cat(
                [w[f"{at}attention.self.{n}.{p}"] for n in ("query", "key", "value")]
            )
            for ours, theirs in names.items():
                state[f"layers.{i}.{ours}.{p}"] = w[f"{at}{theirs}.{p}"]
    return state
