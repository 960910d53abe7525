"""Laws of every run: Places resolve, the order of files changes nothing, the same input gives the same bytes."""

import itertools
import json

import jsonschema
from hypothesis import HealthCheck, given, settings

import twosource
from tests.trust.stories import texts
from twosource import present
from twosource.errors import InputError

FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def _write(folder, reports):
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n, text in enumerate(reports):
        path = folder / f"{n}.txt"
        path.write_bytes(text.encode("utf-8"))
        paths.append(str(path))
    return paths


def _story(paths):
    try:
        return twosource.brief(paths)
    except InputError:  # nothing in these texts can be read: said so, in one line
        return None


def places(document):
    """Every place of a story document, as (what, report, start, end)."""
    for report in document["reports"]:
        for start, end in report["furniture"]:
            yield "furniture", report["id"], start, end
    for source in document["sources"]:
        for place in source["mentions"]:
            yield "mention", place["report"], place["start"], place["end"]
    for statement in document["statements"]:
        spans = [*statement["content"], *(s for s in (statement["cue"], statement["source"]) if s)]
        for start, end in spans:
            yield "statement", statement["report"], start, end
    for edge in document["lineage"]:
        for place in edge["evidence"]:
            yield "lineage", place["report"], place["start"], place["end"]
    for claim in document["claims"]:
        for item in claim["evidence"]:
            yield "evidence", item["report"], item["start"], item["end"]
    for pair in itertools.chain(document["conflicts"], document["drift"]):
        for side in "ab":
            yield "pair", pair[side]["report"], pair[side]["start"], pair[side]["end"]
    for happening in document["timeline"]:
        yield "timeline", happening["report"], happening["start"], happening["end"]


@given(texts())
@FEW
def test_every_place_resolves_and_every_reference_is_known(tmp_path_factory, reports):
    story = _story(_write(tmp_path_factory.mktemp("laws"), reports))
    if story is None:
        return
    document = json.loads(present.document_json(story))
    jsonschema.validate(document, present.schema())
    lengths = {report.id: len(report.text) for report in story.reports}
    for what, report, start, end in places(document):
        assert 0 <= start < end <= lengths[report], what
    sources = {source["id"] for source in document["sources"]}
    origins = {origin["id"] for origin in document["origins"]}
    statements = {statement["id"] for statement in document["statements"]}
    assert len(statements) == len(document["statements"])
    assert len(sources) == len(document["sources"])
    for statement in document["statements"]:
        assert {*statement["via"], *([statement["speaker"]] if statement["speaker"] else [])} <= sources
        assert statement["within"] is None or statement["within"] in statements
    for edge in document["lineage"]:
        assert edge["from"] in sources
        assert edge["reason"]
    for claim in document["claims"]:
        low, high = claim["independent_origins_range"]
        assert low <= claim["independent_origins"] <= high
        supports = [e for e in claim["evidence"] if e["stance"] == "supports"]
        assert claim["independent_origins"] <= len({e["origin"] for e in supports if e["origin"]})
        for item in claim["evidence"]:
            assert item["origin"] is None or item["origin"] in origins
            assert item["statement"] is None or item["statement"] in statements


@given(texts())
@FEW
def test_the_order_of_files_changes_nothing_and_the_same_input_gives_the_same_bytes(tmp_path_factory, reports):
    paths = _write(tmp_path_factory.mktemp("order"), reports)
    first, backwards = _story(paths), _story(paths[::-1])
    if first is None:
        assert backwards is None
        return
    assert present.document_json(first) == present.document_json(backwards)
    assert present.page(first, version="x") == present.page(backwards, version="x")
    assert present.markdown(first) == present.markdown(backwards)


def test_the_number_of_processes_changes_nothing(tmp_path):
    from twosource.settings import Settings

    paths = _write(
        tmp_path, [f"Dana Orvell said the ferry carried {n} people on Monday.\n\nNobody was hurt." for n in range(4)]
    )
    alone = twosource.brief(paths, settings=Settings(processes=1))
    spread = twosource.brief(paths, settings=Settings(processes=2))
    assert present.document_json(alone) == present.document_json(spread)
