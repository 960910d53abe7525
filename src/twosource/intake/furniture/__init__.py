"""Text on the page that is not the story, recognised block by block, each with a reason."""

from twosource.intake.furniture.mark import Mark
from twosource.intake.furniture.recognise import RECOGNISERS, mark

__all__ = ["RECOGNISERS", "Mark", "mark"]
