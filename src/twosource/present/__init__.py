"""Story -> page values -> HTML, Markdown, terminal, and the story document."""

from twosource.present.document import document, document_json, schema
from twosource.present.html import page

__all__ = ["document", "document_json", "page", "schema"]
