"""Invented stories for the views: a small one with everything in it, a hostile one, and one of any size."""

from bench.large import big_story

from tests.present.stories.hostile import hostile_story
from tests.present.stories.small import small_story

__all__ = ["big_story", "hostile_story", "small_story"]
