"""Story -> page values -> HTML, Markdown, terminal, and the story document."""

from twosource.present.document import document, document_json, schema
from twosource.present.html import Dress, page, style
from twosource.present.markdown import markdown
from twosource.present.terminal import terminal

__all__ = ["Dress", "document", "document_json", "markdown", "page", "schema", "style", "terminal"]
