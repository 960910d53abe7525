"""python -m bench: every figure of the README; python -m bench NAME: one of them."""

from __future__ import annotations

import importlib
import sys

# name -> module with main(arguments); add a line here to add a bench.
BENCHES = {
    "attribution": "bench.attribution",
    "cases": "bench.cases",
    "cast": "bench.planted.cast",
    "growth": "bench.growth",
    "halves": "bench.halves",
    "hand_read": "bench.hand_read",
    "page": "bench.page",
    "pairs": "bench.pairs",
    "planted": "bench.planted.__main__",
    "pronouns": "bench.pronouns",
    "serve": "bench.serve",
    "speed": "bench.speed",
    "stance": "bench.stance",
    "store": "bench.store",
    "stories": "bench.stories",
    "unseen": "bench.unseen",
    "wire": "bench.wire",
}


def main() -> int:
    wanted = sys.argv[1:2] or list(BENCHES)
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        print(f"bench: no bench named {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"== {name}")
        importlib.import_module(BENCHES[name]).main(sys.argv[2:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
