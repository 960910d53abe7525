"""all-MiniLM-L6-v2's trunk (Wang et al., NeurIPS 2020) in plain torch, and the heads on it.

Plain, so that the ONNX export is a plain graph: ONNX Runtime's fused one is slower in int8.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from twosource.reading.windows import TYPES

ROLES = ("content", "source", "cue")
TAGS = 7  # outside, then begin and inside of each role: contents, sources and cues never overlap in PolNeAR
NAMES = 13  # outside, then begin and inside of each of the six kinds
LINK = 64
BUCKETS = 16


class Layer(nn.Module):
    """One BERT layer (Devlin et al., NAACL 2019), post-norm."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        q, k, v = (part.view(split).transpose(1, 2) for part in self.qkv(x).split(size, dim=-1))
        # Spelled out: torch's fused attention takes 2.6 times as long in bfloat16 on a CPU, backward included.
        weights = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads)
        if mask is not None:
            weights = weights + mask
        mixed = torch.softmax(weights, dim=-1).to(v.dtype) @ v
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, size))
        x = self.norm1(x + self.drop(mixed))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return dropped(x, self.dropout) if self.training else x


_POOL: dict[tuple[float, str], torch.Tensor] = {}


def dropped(x: torch.Tensor, share: float) -> torch.Tensor:
    """Dropout from a random place of a fixed pool of masks: drawing fresh ones was a sixth of a step on a CPU."""
    if not share:
        return x
    key = (share, str(x.device))
    if key not in _POOL:
        _POOL[key] = (torch.rand(1 << 23, device=x.device) >= share).float() / (1 - share)
    pool = _POOL[key]
    start = int(torch.randint(len(pool) - x.numel(), ()))
    return x * pool[start : start + x.numel()].view(x.shape).to(x.dtype)


class Trunk(nn.Module):
    """Piece ids and types (batch, n) to states (batch, n, 384)."""

    def __init__(self, weights: dict[str, torch.Tensor], *, types: int, dropout: float, layers: int = 6) -> None:
        super().__init__()
        w = {k.removeprefix("bert."): v for k, v in weights.items()}
        self.words = nn.Embedding.from_pretrained(w["embeddings.word_embeddings.weight"], freeze=True)
        size = self.words.weight.shape[1]
        self.places = nn.Parameter(w["embeddings.position_embeddings.weight"][:256].clone())
        # Every type starts as the one that the model was pretrained with.
        self.types = nn.Parameter(w["embeddings.token_type_embeddings.weight"][:1].repeat(types, 1))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.dropout = dropout
        self.layers = nn.ModuleList(Layer(size, 12, dropout) for _ in range(layers))
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
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or set(missing) - {"words.weight", "places", "types"}:
            raise ValueError(f"weights do not fit: {missing} {unexpected}")

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]] + self.types[types])
        x = dropped(x, self.dropout) if self.training else x
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Tagger(nn.Module):
    """Trunk and heads. ``forward`` is what is exported: one window, answers at the first piece of each word."""

    def __init__(self, weights: dict[str, torch.Tensor], *, dropout: float = 0.1, vectors: bool = True) -> None:
        super().__init__()
        self.trunk = Trunk(weights, types=TYPES, dropout=dropout)
        size = self.trunk.words.weight.shape[1]
        self.tags, self.names, self.starts = nn.Linear(size, TAGS), nn.Linear(size, NAMES), nn.Linear(size, 1)
        # content's first word, content's last word, cue as found by a content, cue as it seeks, source as found
        self.links = nn.Linear(size, 5 * LINK)
        self.none = nn.Parameter(torch.zeros(2, LINK))  # what a content without cue, a cue without source, links to
        self.none_bias = nn.Parameter(torch.zeros(2))
        self.far = nn.Parameter(torch.zeros(2, BUCKETS))  # by signed distance
        self.vectors = nn.Linear(size, size) if vectors else None
        if self.vectors is not None:
            nn.init.eye_(self.vectors.weight)
            nn.init.zeros_(self.vectors.bias)
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))  # scores of one tag after another (a linear-chain CRF)
        self.begin = nn.Parameter(torch.zeros(TAGS))
        self.register_buffer("allowed", allowed_steps(), persistent=False)

    def forward(self, ids: torch.Tensor, types: torch.Tensor, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
        states = self.trunk(ids, types)
        at = states[0][words]
        answers = (self.tags(at), self.links(at), self.names(at), self.starts(at)[:, 0])
        return answers if self.vectors is None else (*answers, self.vectors(states[0]))

    def transitions(self) -> torch.Tensor:
        return self.steps + self.allowed


def allowed_steps() -> torch.Tensor:
    """0 where tag b may follow tag a, -10000 where not: inside only after begin or inside of its role."""
    allowed = torch.zeros(TAGS, TAGS)
    for inside in (2, 4, 6):
        allowed[:, inside] = -1e4
        allowed[[inside - 1, inside], inside] = 0
    return allowed


def load_tagger(folder: Path, **options: bool | float) -> Tagger:
    """A Tagger on the pretrained weights; the heads are random."""
    return Tagger(load_file(folder / "model.safetensors"), **options)  # type: ignore[arg-type]
