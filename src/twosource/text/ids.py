"""Short ids that follow from content, so that adding a report renames nothing."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """``prefix-`` and 10 hex digits of the SHA-256 of the parts' text forms.

    40 bits: among 100,000 ids of one kind two collide with a chance under one in two hundred; callers that
    need certainty check.
    """
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:10]}"
