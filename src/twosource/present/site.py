"""Story -> a folder of pages that opens from disk: the brief, a page a report, style, script, texts to search."""

from __future__ import annotations

import json

from twosource.model import Story
from twosource.present import safe
from twosource.present.anchors import report_of
from twosource.present.document import document_json
from twosource.present.html import Dress, asset, rendered
from twosource.present.index import Index
from twosource.present.markdown import markdown
from twosource.present.page_values import PageValues, page_values

MANIFEST = "site.json"
"""The file by which an earlier site is known: which files it wrote."""

# Our own files and nothing else; a page of a site holds no script or style of its own.
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"


def site(story: Story, *, version: str) -> dict[str, str]:
    """The files of the story's site by their path in the folder; ``index.html`` is where to begin.

    The same words and figures as the one-file brief, with every report on a page of its own, beside the story document
    and the Markdown. No page asks for anything outside the folder.
    """
    index = Index(story)
    values = page_values(index, version=version, brief="../index.html")
    files = {
        "index.html": _index(index, values),
        "style.css": asset("style.css") + "\n",
        "page.js": asset("page.js") + "\n",
        "texts.js": _texts(index),
        "story.json": document_json(story),
        "brief.md": markdown(story),
    }
    numbers = [report.number for report in values.reports]
    for place, report in enumerate(values.reports):
        files[f"reports/{report.number}.html"] = rendered(
            "report.html.j2",
            v=values,
            r=report,
            policy=_POLICY,
            brief="../index.html",
            before=numbers[place - 1] if place else None,
            after=numbers[place + 1] if place + 1 < len(numbers) else None,
            to="#{}".format,
        )
    names = sorted([*files, MANIFEST])
    manifest = {"schema": "twosource/site/1", "story": story.story.id, "version": version, "files": names}
    return {**files, MANIFEST: json.dumps(manifest, indent=1) + "\n"}


def _index(index: Index, values: PageValues) -> str:
    def to(anchor: str) -> str:
        number = report_of(index, anchor)
        if number is None:
            return f"#{anchor}"
        return f"reports/{number}.html" + ("" if anchor == f"r{number}" else f"#{anchor}")

    return rendered("page.html.j2", v=values, policy=_POLICY, dress=Dress(), to=to, brief="", site=True)


def _texts(index: Index) -> str:
    """The reports' words, loaded when somebody searches: as a script, for a page from disk may read no data."""
    texts = {
        f"r{index.report_number[report.id]}": safe.plain(f"{index.outlet(report.id)} {report.text}").lower()
        for report in index.story.reports
    }
    return f"twosourceTexts({json.dumps(texts)});\n"
