"""Story -> page values -> HTML, Markdown, terminal, and the story document."""

from twosource.present.document import document, document_json, schema
from twosource.present.html import Dress, page, style
from twosource.present.markdown import markdown
from twosource.present.site import site
from twosource.present.terminal import terminal
from twosource.present.text import text

__all__ = ["Dress", "document", "document_json", "markdown", "page", "schema", "site", "style", "terminal", "text"]
