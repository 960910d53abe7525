"""A trained pair model to what ships: a plain int8 ONNX graph and its tokenizer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from network import HEADS, PairModel
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn

from twosource.reading.pairs import FLAGS


class Exported(nn.Module):
    """The model with its heads as a tuple, which is what the exporter takes."""

    def __init__(self, model: PairModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, types: torch.Tensor) -> tuple[torch.Tensor, ...]:
        scores = self.model(ids, types)
        return tuple(scores[name] for name in HEADS)


def export(model: PairModel, tokenizer: Tokenizer, out: Path) -> None:
    """Write model.onnx (int8 per channel, dynamic scales) and tokenizer.json to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        torch.onnx.export(
            Exported(model.eval()),
            (torch.tensor([[101, 2002, 102, 2016, 102]]), torch.tensor([[0, 0, 0, FLAGS, FLAGS]])),
            plain,
            input_names=["ids", "types"],
            output_names=list(HEADS),
            dynamic_axes={"ids": {1: "pieces"}, "types": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        # Weights of 7 bits: processors without VNNI overflow on 8.
        quantize_dynamic(plain, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    tokenizer.save(str(out / "tokenizer.json"))
