"""A trained model to what ships: a plain int8 ONNX graph, its decoder's numbers, its tokenizer."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import LINK, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from graphs import lean
from twosource.reading.tagger import OUTPUTS

NAMES = ("tags", "links", "names", "starts", "vectors")


def export(model: Tagger, tokenizer: Tokenizer, out: Path) -> None:
    """Write model.onnx (int8), decoder.npz and tokenizer.json to ``out``; float.onnx stays there for comparison."""
    out.mkdir(parents=True, exist_ok=True)
    model = model.eval()
    outputs = NAMES if model.vectors is not None else NAMES[:-1]
    with tempfile.TemporaryDirectory():
        torch.onnx.export(
            model,
            (torch.tensor([[101, 2002, 2056, 102]]), torch.zeros(1, 4, dtype=torch.long), torch.tensor([1, 2])),
            out / "float.onnx",
            input_names=["ids", "types", "words"],
            output_names=list(outputs),
            dynamic_axes={"ids": {1: "pieces"}, "types": {1: "pieces"}, "words": {0: "words"}}
            | {name: {0: "pieces" if name == "vectors" else "words"} for name in outputs},
            opset_version=17,
            dynamo=False,
        )
    # Per channel, dynamic scales, weights of 7 bits: processors without VNNI overflow on 8, and on PolNeAR dev full F1
    # is 75.7 so against 75.2 with 8 bits and 75.5 in float.
    quantize_dynamic(
        out / "float.onnx", out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    lean(out / "model.onnx", OUTPUTS)
    scale = LINK**-0.5
    np.savez(
        out / "decoder.npz",
        steps=model.transitions().detach().numpy().astype(np.float32),
        begin=model.begin.detach().numpy(),
        none=(model.none.detach().numpy() * scale).astype(np.float32),
        none_bias=model.none_bias.detach().numpy(),
        far=model.far.detach().numpy(),
    )
    tokenizer.save(str(out / "tokenizer.json"))
