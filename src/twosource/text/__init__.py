"""Strings to spans and values: paragraphs, sentences, quotation marks, numbers, dates, names, alignment. Pure."""
