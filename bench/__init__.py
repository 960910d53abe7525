"""Slow measurements. Those on annotated data need the folder ``shared`` beside the project and say so when it is missing."""
