"""Teach a sentence model of fewer layers to give the vectors of the original, with one command.

    pip install -e ".[training]" && python training/sentence/distil.py STUDENT.pt --minutes 60

from the repository's folder, with ../shared beside it; ``convert.py --student STUDENT.pt`` makes of it what ships.

Learnt from, without labels: every second sentence and clause of PolNeAR train, FNC-1, MSR and SICK train, BASIL and
NewsWCL50 without the stories of ``bench/annotations/held.txt``. The student starts as the original's layers ``KEPT``;
its embeddings stay as they are. The loss is one minus the cosine to the original's vector, and the squared error of the
cosines between the vectors of a batch (Reimers and Gurevych, EMNLP 2020; Park et al., CVPR 2019). PolNeAR dev's
sentences say how near it comes.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from convert import KEPT, SentenceModel, tokenizer, weights
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from bench.shared import need
from bench.unseen import ANNOTATIONS, held

from twosource.reading.sentences import sentences_of
from twosource.text.clauses import clauses
from twosource.text.paragraphs import paragraphs

# A batch holds texts of one length, so that none is padded, and about so many word pieces.
PIECES = 1_024
LONGEST = 128
RATE = 2e-4
WARM_UP = 0.02
RELATIONS = 2.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    given = weights()
    teacher = SentenceModel(given).eval()
    student = SentenceModel(given, layers=KEPT)
    cut = tokenizer()
    batches = _batches([cut.encode(text).ids for text in sorted(set(_taught()))[::2]])
    kept_back = [torch.tensor([cut.encode(text).ids]) for text in sorted(set(_kept_back()))[::8]]
    print(f"{sum(len(b) for b in batches)} texts, {len(batches)} batches, {len(kept_back)} kept back", flush=True)
    with torch.no_grad():
        wanted = [teacher(ids) for ids in batches]
        aim = torch.cat([teacher(ids) for ids in kept_back])
    print("the original's vectors are known", flush=True)
    _learn(student, batches, wanted, args.minutes, lambda: _nearness(student, kept_back, aim))
    torch.save(student.state_dict(), args.out)


def _learn(student, batches, wanted, minutes, measure) -> None:
    student.words.requires_grad_(False)
    tuned = [p for p in student.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(tuned, lr=RATE, weight_decay=0.01)
    began, chance, done, shown = time.monotonic(), random.Random(1), 0.0, 0.0
    while done < 1:
        order = list(range(len(batches)))
        chance.shuffle(order)
        for i in order:
            done = (time.monotonic() - began) / 60 / minutes
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(done / WARM_UP, 1) * max(0.0, 1 - done)
            vectors = student(batches[i])
            loss = (1 - (vectors * wanted[i]).sum(dim=1)).mean()
            if len(vectors) > 1:
                loss = loss + RELATIONS * nn.functional.mse_loss(vectors @ vectors.T, wanted[i] @ wanted[i].T)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned, 1.0)
            optimizer.step()
            if done >= shown:
                shown += 0.1
                print(f"{100 * done:3.0f}%: {measure()}", flush=True)
        print("one pass", flush=True)
    print(f"at last: {measure()}")


def _nearness(student: SentenceModel, texts: Sequence[torch.Tensor], aim: torch.Tensor) -> str:
    with torch.no_grad():
        vectors = torch.cat([student(ids) for ids in texts])
    cosines = (vectors * aim).sum(dim=1)
    off = ((vectors @ vectors.T) - (aim @ aim.T)).abs()
    return f"cosine {cosines.mean():.4f}, lowest twentieth {cosines.quantile(0.05):.4f}, pairs off by {off.mean():.4f}"


def _batches(ids: Sequence[list[int]]) -> list[torch.Tensor]:
    by_length: dict[int, list[list[int]]] = defaultdict(list)
    for one in ids:
        by_length[min(len(one), LONGEST)].append(one[:LONGEST])
    chance, out = random.Random(1), []
    for length, rows in sorted(by_length.items()):
        chance.shuffle(rows)
        size = max(4, PIECES // length)
        out += [torch.tensor(rows[k : k + size]) for k in range(0, len(rows), size)]
    return out


def _taught() -> Iterator[str]:
    """The sentences and clauses learnt from."""
    with need("data", "fnc1", "bodies.csv").open(encoding="utf-8") as file:
        csv.field_size_limit(1_000_000)
        for row in csv.DictReader(file):
            yield from _passages(row["articleBody"])
    kept = {report["path"] for name in held() for report in _annotated(name)}
    data = need("data")
    for folder in ("polnear/train/text", "basil/text", "newswcl50"):
        for path in sorted((data / folder).rglob("*.txt")):
            if path.relative_to(data).as_posix() not in kept:
                yield from _passages(path.read_bytes().decode("utf-8"))
    for line in (data / "pairs/msr-para-train.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        yield from line.split("\t")[3:5]
    for line in (data / "pairs/SICK_train.txt").read_text(encoding="utf-8").splitlines()[1:]:
        yield from line.split("\t")[1:3]


def _kept_back() -> Iterator[str]:
    for path in sorted(need("data", "polnear", "dev", "text").glob("*.txt")):
        yield from _passages(path.read_bytes().decode("utf-8"))


def _annotated(name: str) -> list[dict]:
    return json.loads((ANNOTATIONS / f"{name}.json").read_text(encoding="utf-8"))["reports"]


def _passages(text: str) -> Iterator[str]:
    """Sentences as the reader cuts them, and the clauses of those that have several."""
    for sentence in sentences_of(text, paragraphs(text), ()):
        said = " ".join(text[sentence.span.start : sentence.span.end].split())
        if len(said) > 12:
            yield said
            parts = clauses(said)
            if len(parts) > 1:
                yield from (said[c.span.start : c.span.end].strip() for c in parts if c.span.end - c.span.start > 20)


if __name__ == "__main__":
    main()
