"""Where reports got their material: edges between them, what each statement passed through, and the origins."""

from twosource.lineage.side_by_side import Pair, SideBySide, side_by_side
from twosource.lineage.together import together
from twosource.lineage.trace import trace
from twosource.lineage.traced import Behind, Missing, Traced

__all__ = ["Behind", "Missing", "Pair", "SideBySide", "Traced", "side_by_side", "together", "trace"]
