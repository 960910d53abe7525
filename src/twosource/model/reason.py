"""Why something was decided."""

from __future__ import annotations

import msgspec

from twosource.model.place import Place


class Reason(msgspec.Struct, frozen=True):
    """The rule that decided, in a sentence a reader understands, with its score and the words it rests on.

    ``rule`` is a short stable name (``"told-outlet"``), ``text`` the sentence, ``score`` 0..1 (1 = certain).
    """

    rule: str
    text: str
    score: float = 1.0
    places: tuple[Place, ...] = ()
