"""Slow measurements. Those on annotated data need ``../shared`` and say so when it is missing."""
