"""Each view of the brief and of the site, kept as a picture: light and dark, phone and wide, and on paper."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.present.stories import small_story

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
VIEWS = ("top", "lineage", "claims", "c1", "conflicts", "drift", "timeline", "sources", "r2")


@pytest.fixture
def pictures() -> Path:
    folder = Path(os.environ.get("TWOSOURCE_SCREENSHOTS", "out/screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_each_view_of_the_brief(opened: Open, pictures: Path, scheme: str, width: int) -> None:
    tab = opened(small_story(), color_scheme=scheme, viewport={"width": width, "height": 900})
    for view in VIEWS:
        tab.page.evaluate("(id) => { location.hash = id }", view)
        tab.until(f"document.getElementById('{view}').getBoundingClientRect().top < innerHeight")
        tab.page.wait_for_timeout(60)
        tab.page.screenshot(path=pictures / f"brief-{view}-{scheme}-{width}.png")
    assert tab.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_each_page_of_the_site(opened_site: Open, pictures: Path, scheme: str, width: int) -> None:
    tab = opened_site(small_story(), color_scheme=scheme, viewport={"width": width, "height": 900})
    for place in ("index.html#reports", "reports/2.html#e1-2"):
        tab.page.goto(tab.address.removesuffix("index.html") + place)
        tab.page.wait_for_timeout(60)
        name = place.split("#")[0].replace("/", "-").removesuffix(".html")
        tab.page.screenshot(path=pictures / f"site-{name}-{scheme}-{width}.png")
    assert tab.errors == []


def test_the_printed_brief(opened: Open, pictures: Path) -> None:
    tab = opened(small_story())
    tab.page.pdf(path=pictures / "brief.pdf", format="A4", prefer_css_page_size=True)
    assert (pictures / "brief.pdf").read_bytes().startswith(b"%PDF")
