"""Page values -> one self-contained HTML file that asks the network for nothing."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from twosource.model import Story
from twosource.present import phrases, safe
from twosource.present.page_values import page_values


def page(story: Story, *, version: str) -> str:
    """The story's brief as one HTML file: style and script inlined, everything else forbidden by its own policy."""
    style, script = _asset("style.css"), _asset("page.js")
    policy = (
        "default-src 'none'; "
        f"style-src {safe.source_hash(style)}; script-src {safe.source_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    values = page_values(story, version=version)
    html = _template().render(v=values, style=safe.asset(style), script=safe.asset(script), policy=policy)
    return html.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("twosource.present"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )
    environment.filters.update(
        said=safe.isolated,
        q=safe.quoted,
        plain=safe.plain,
        number=phrases.number,
        counted=phrases.counted,
        shortened=phrases.shortened,
    )
    environment.globals.update(span_of=phrases.span_of)
    return environment.get_template("page.html.j2")


def _harmless(value: Any) -> Any:
    """Whatever reaches the page as a bare string has its acting characters named, in text and in attributes."""
    return safe.plain(value) if type(value) is str else value


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return (files("twosource.present") / "templates" / name).read_text(encoding="utf-8").strip()
