"""The model files that ship with the package, checked before they are used."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(str(files("twosource"))) / "models"


@cache
def manifest() -> dict[str, dict[str, str]]:
    """Each shipped model's version and the SHA-256 of its files, from ``models/manifest.toml``."""
    return tomllib.loads((FOLDER / "manifest.toml").read_text(encoding="utf-8"))


def model_versions() -> dict[str, str]:
    """The models in use and their versions, for ``twosource --version`` and the story document."""
    return {name: entry["version"] for name, entry in sorted(manifest().items())}


def checked(model: str, name: str) -> Path:
    """The path of a shipped model file, once its SHA-256 agrees with the manifest.

    Raises:
        ModelError: the file is missing or is not the one this version was built with.
    """
    path = FOLDER / model / name
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        raise ModelError(f"model file {model}/{name} is missing; install twosource again") from None
    if found != manifest()[model][name]:
        raise ModelError(f"model file {model}/{name} is not the one this version ships; install twosource again")
    return path


def load_session(model: str, name: str = "model.onnx") -> InferenceSession:
    """An ONNX Runtime session on one thread: more reports are read side by side in processes, not threads."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(checked(model, name)),
        options,
        providers=["CPUExecutionProvider"],
        # Sum and layer norm apart are a tenth faster than the fused operator.
        disabled_optimizers=["SkipLayerNormFusion"],
    )


def load_tokenizer(model: str, name: str = "tokenizer.json") -> Tokenizer:
    """The word-piece tokenizer of a shipped model."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(checked(model, name)))
