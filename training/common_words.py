"""Write ``src/twosource/stories/common_words.tsv``: how many news articles hold each common word.

    python training/common_words.py FOLDER

FOLDER holds news articles as ``.txt`` files, at any depth; the shipped table was counted on the 924 articles of
PolNeAR v1 (Newell, Margolin and Ruths, LREC 2018). Only words that mostly stand in lower case and that ten articles
hold are kept: names tell stories apart and must never look common because they were in the news one year.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from twosource.text.wordlists import STOPWORDS
from twosource.text.words import words

LEAST = 10
TARGET = Path(__file__).parent.parent / "src/twosource/stories/common_words.tsv"


def main(folder: Path) -> None:
    files = sorted(folder.rglob("*.txt"))
    held: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for path in files:
        found = [w for w in words(path.read_text(encoding="utf-8", errors="replace")) if w.lemma not in STOPWORDS]
        held.update({w.lemma for w in found})
        seen.update(w.lemma for w in found)
        lower.update(w.lemma for w in found if w.text[0].islower())
    kept = sorted(w for w, n in held.items() if n >= LEAST and 2 * lower[w] > seen[w])
    rows = [f"#articles\t{len(files)}", *(f"{w}\t{held[w]}" for w in kept)]
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(kept)} words of {len(files)} articles -> {TARGET}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
