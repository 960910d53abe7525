"""A planted cast is recovered, whatever the spelling, and time grows with the reports only."""

import time

from bench.planted.cast import bcubed, plan

from twosource import sources


def run(reports):
    made = plan(11, reports)
    start = time.process_time()
    resolved = sources.resolve(made.readings, made.statements)
    took = time.process_time() - start
    return made, resolved, took


def test_people_offices_and_outlets_are_one_source_under_every_spelling():
    made, resolved, _ = run(60)
    _, _, f1 = bcubed({s.id: s.speaker for s in resolved.statements}, made.truth)
    assert f1 >= 0.95


def test_anonymous_sources_are_never_joined():
    made, resolved, _ = run(60)
    speaker = {s.id: s.speaker for s in resolved.statements}
    anonymous = [speaker[s] for s, who in made.truth.items() if who.startswith("a")]
    assert len(set(anonymous)) == len(anonymous)


def test_time_is_near_linear_in_the_reports():
    _, _, few = run(40)
    _, _, many = run(240)
    assert many < 6 * few * 2.5 + 1
