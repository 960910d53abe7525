"""The states of the United States as newspapers cut them short, and the parties before them ("R-La.").

Abbreviations of newspaper style books and of the Postal Service, written out November 2026.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_STATES = """
    Ala AL Alabama, Alaska AK Alaska, Ariz AZ Arizona, Ark AR Arkansas, Calif CA California, Colo CO Colorado,
    Conn CT Connecticut, Del DE Delaware, Fla FL Florida, Ga GA Georgia, Hawaii HI Hawaii, Idaho ID Idaho,
    Ill IL Illinois, Ind IN Indiana, Iowa IA Iowa, Kan KS Kansas, Ky KY Kentucky, La LA Louisiana, Maine ME Maine,
    Md MD Maryland, Mass MA Massachusetts, Mich MI Michigan, Minn MN Minnesota, Miss MS Mississippi, Mo MO Missouri,
    Mont MT Montana, Neb NE Nebraska, Nev NV Nevada, N.H NH New Hampshire, N.J NJ New Jersey, N.M NM New Mexico,
    N.Y NY New York, N.C NC North Carolina, N.D ND North Dakota, Ohio OH Ohio, Okla OK Oklahoma, Ore OR Oregon,
    Pa PA Pennsylvania, R.I RI Rhode Island, S.C SC South Carolina, S.D SD South Dakota, Tenn TN Tennessee,
    Texas TX Texas, Utah UT Utah, Vt VT Vermont, Va VA Virginia, Wash WA Washington, W.Va WV West Virginia,
    Wis WI Wisconsin, Wyo WY Wyoming, D.C DC District of Columbia
"""
_BY_SHORT: dict[str, str] = {}
for _line in _STATES.split(","):
    _news, _post, *_name = _line.split()
    _BY_SHORT[_news] = _BY_SHORT[_post] = " ".join(_name)
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_SEAT = re.compile(r"(?:,\s+|\s*\()(?P<party>[RDI])\s*[-–—]\s*(?P<state>[A-Z][A-Za-z.]*[A-Za-z])\.?(?=[,);.\s])")


class Seat(NamedTuple):
    """A lawmaker's party, in lower case, and state, in full."""

    party: str
    state: str


def state(short: str) -> str:
    """The state that an abbreviation means ("Ind." and "IN" -> "Indiana"); empty where it means none."""
    return _BY_SHORT.get(short.removesuffix("."), "")


def seat_after(text: str, at: int) -> Seat | None:
    """The party and state that stand right after a name ending at ``at``: " (R-La.)", ", D-Ohio,"."""
    found = _SEAT.match(text, at)
    name = state(found["state"]) if found else ""
    return Seat(_PARTIES[found["party"]], name) if found and name else None
