"""Report to Reading: the only room that loads and runs models. What their outputs mean is decoded elsewhere."""

from twosource.reading.pairs import weigher
from twosource.reading.read import embedder, read
from twosource.reading.weights import model_versions

__all__ = ["embedder", "model_versions", "read", "weigher"]
