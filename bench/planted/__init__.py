"""Stories with planted origins: who copied whom is known, so the count can be checked (python -m bench planted)."""
