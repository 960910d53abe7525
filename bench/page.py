"""The brief in headless Chromium, from disk: first paint, opening a claim, filtering, searching, size of the file.

Beside the clock stands the processor time of the page's main thread, which a busy machine does not stretch.

python -m bench page [REPORTS ...]: stories of these sizes (default 50 and 800).
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.large import big_story
from twosource import present
from twosource.model import Story

# Loads and clicks of each kind; the median is printed beside the fastest.
TIMES = 5
PAINT_AIM = {50: 500, 800: 1500}
ACT_AIM = 100
# From the act to the frame that shows it: two animation frames and what the tab still had to do then.
_ACT = """async ([selector, act]) => {
  const target = document.querySelector(selector), hash = location.hash, started = performance.now();
  if (act === 'click') target.click();
  else if (act === 'choose') { target.value = target.options[3].value; target.dispatchEvent(new Event('change')); }
  else {
    target.value = act;
    target.dispatchEvent(new Event('input'));
    while (location.hash === hash) await new Promise((done) => setTimeout(done, 1));
  }
  document.body.offsetHeight;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - started;
}"""
_ACTS = {
    "open a claim": ("#c2 > summary", "click"),
    "filter by outlet": ("[data-key=outlet]", "choose"),
    "filter by origin": ("[data-key=origin]", "choose"),
    "search": ("#q", "barrels"),
}


def main(arguments: Sequence[str] = ()) -> None:
    """Print each figure beside its aim."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("bench: needs Chromium (apt-get install chromium)", file=sys.stderr)
        raise SystemExit(2)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for reports in [int(n) for n in arguments] or list(PAINT_AIM):
            _measure(browser, Path(folder), big_story(reports), reports)
        browser.close()


def _measure(browser: Any, folder: Path, story: Story, reports: int) -> None:
    page, site = folder / f"{reports}.html", folder / f"{reports}"
    page.write_text(present.page(story, version="0"), encoding="utf-8")
    for name, content in present.site(story, version="0").items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, encoding="utf-8")
    text = sum(len(report.text.encode()) for report in story.reports)
    size, most = page.stat().st_size, 300_000 + 2 * text
    print(f"{reports} reports: file {size / 1e6:.2f} MB, {size / most:.0%} of 300 KB and twice the text")
    for what, address in (("brief", page), ("site", site / "index.html")):
        found = [_painted(browser, address) for _ in range(TIMES)]
        _say(f"{what}, first paint", found, f"aim {PAINT_AIM[reports]}" if reports in PAINT_AIM else "")
    for what, (selector, act) in _ACTS.items():
        found = [_acted(browser, page, selector, act) for _ in range(TIMES)]
        waits = ", the 20 it waits for the next letter included" if what == "search" else ""
        _say(what, found, f"aim {ACT_AIM}{waits}")


def _say(what: str, found: Sequence[tuple[float, float]], aim: str) -> None:
    clock, busy = (sorted(pair[n] for pair in found) for n in (0, 1))
    print(
        f"  {what}: median {statistics.median(clock):.0f} ms, fastest {clock[0]:.0f} ({aim});"
        f" main thread {statistics.median(busy):.0f} ms, least {busy[0]:.0f}"
    )


def _painted(browser: Any, address: Path) -> tuple[float, float]:
    """Milliseconds from asking for the page to its first content on the screen, and of the main thread's work."""
    tab, busy = _opened(browser)
    tab.goto(address.as_uri())
    found = None
    while found is None:  # asked from here: the site's pages let nothing be evaluated in them, waiting included
        tab.wait_for_timeout(20)
        found = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
    spent = busy()
    tab.close()
    return float(found), spent


def _acted(browser: Any, address: Path, selector: str, act: str) -> tuple[float, float]:
    """Milliseconds from an act on a freshly opened page to the frame that shows what it did, and of work for it."""
    tab, busy = _opened(browser)
    tab.goto(address.as_uri())
    tab.wait_for_timeout(800)
    before = busy()
    found = tab.evaluate(_ACT, [selector, act])
    spent = busy() - before
    tab.close()
    return float(found), spent


def _opened(browser: Any) -> tuple[Any, Callable[[], float]]:
    tab = browser.new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"]) * 1000

    return tab, busy
