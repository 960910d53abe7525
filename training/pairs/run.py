"""Train, export, quantise and measure the pair model with one command; README.md says how and on what."""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from corpus import Pair, Worded, entailments, headlines, nearness, paraphrases, passages, stories, story_pairs
from evaluate import figures
from export import export
from learn import Plan, learn
from network import HEADS, PairModel
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from safetensors.torch import load_file
from tokenizers import Tokenizer

from twosource.model import PAIRINGS
from twosource.reading.pairs import pair_inputs

HERE = Path(__file__).parent
# The share of each class among the pairs of the invented stories that one pass sees.
SHARES = {"same": 0.36, "denies": 0.12, "qualifies": 0.07, "silent": 0.03, "conflicts": 0.1, "other": 0.32}
SEEN = 4_500
# Pairs of FNC-1 that one pass sees, by stance: its own shares would make nearly all of them unrelated.
NEWS = {"agree": 350, "disagree": 260, "discuss": 350, "unrelated": 200}
# So many STS pairs a pass: they are the least like news.
NEAR = 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with MSR, SICK and STS (README.md)")
    parser.add_argument("--stances", type=Path, required=True, help="folder with FNC-1")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--passages", type=Path, help="what passages.py wrote")
    parser.add_argument("--out", type=Path, default=Path("out/pairs"))
    parser.add_argument("--first", type=int, default=4, help="passes over MSR and SICK alone")
    parser.add_argument("--second", type=int, default=5, help="passes over all, the invented stories with them")
    parser.add_argument("--start", type=Path, help="weights of an earlier first stage")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    tokenizer = Tokenizer.from_file(str(args.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    plain = [*paraphrases(args.data / "msr-para-train.tsv"), *_sick(args.data)]
    near = nearness(args.data / "2015.train.tsv")
    news = headlines(args.stances, half=0)
    print(f"{len(plain)} pairs of MSR and SICK; {len(stories(HERE / 'stories'))} invented stories", flush=True)
    model = PairModel(load_file(args.model / "model.safetensors"), layers=args.layers)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    elif args.first:
        learn(model, lambda rng: _turned(plain, rng), tokenizer, Plan(seed=args.seed, passes=args.first))
        torch.save(model.state_dict(), args.out / "first.pt")

    told = passages(args.passages) if args.passages else []

    def draw(rng: random.Random) -> list[Pair]:
        taught, _ = divided(stories(HERE / "stories"))  # anew: stories may be written while it runs
        seen = [p for name, count in NEWS.items() for p in rng.sample(news[name], min(count, len(news[name])))]
        half = rng.sample(plain, len(plain) // 3)  # the first stage has seen them all
        turned = [_either_way(p, rng) for p in told]
        return [*_turned(half, rng), *rng.sample(near, NEAR), *seen, *_sampled(taught, rng, SEEN), *turned]

    if args.second:
        learn(model, draw, tokenizer, Plan(seed=args.seed + 1, passes=args.second, rate=8e-5))
        torch.save(model.state_dict(), args.out / "second.pt")
    export(model, tokenizer, args.out)
    measure(args.out, args.data, divided(stories(HERE / "stories"))[1])


def divided(told: dict[str, list[Worded]]) -> tuple[list[list[Worded]], list[list[Worded]]]:
    """The stories to learn from, and those that ``held.txt`` keeps to measure on."""
    held = set((HERE / "held.txt").read_text(encoding="utf-8").split())
    return [c for n, c in told.items() if n not in held], [c for n, c in told.items() if n in held]


def measure(out: Path, data: Path, held: list[list[Worded]]) -> None:
    """Print the figures of the exported model."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(str(out / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))

    def score(pairs: list[Pair]) -> NDArray[np.float32]:
        rows = []
        for p in pairs:
            ids, types = pair_inputs(tokenizer, p.a, p.b)
            given = {"ids": np.array([ids]), "types": np.array([types])}
            rows.append(session.run([p.head], given)[0][0])
        return np.array(rows)

    rng = random.Random(7)
    sets = {
        "MSR test": paraphrases(data / "msr-para-test.tsv"),
        "SICK test": entailments(data / "SICK_test_annotated.txt"),
        "STS 2015 test": rng.sample(nearness(data / "2015.test.tsv"), 1500),
        "held-out invented stories": _sampled(held, rng, 1500) if held else [],
    }
    for name, pairs in sets.items():
        if pairs:
            print(f"{name}: {figures(score, pairs)}", flush=True)


def _sick(data: Path) -> list[Pair]:
    return [*entailments(data / "SICK_train.txt"), *entailments(data / "SICK_trial.txt")]


def _turned(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Paraphrase goes both ways: half of those pairs are turned round."""
    return [p._replace(a=p.b, b=p.a) if p.head == "paraphrase" and rng.random() < 0.5 else p for p in pairs]


def _either_way(pair: Pair, rng: random.Random) -> Pair:
    """The pair, turned round half the time where its relation goes both ways."""
    both = PAIRINGS[int(pair.label)] in ("same", "other", "conflicts")
    return pair._replace(a=pair.b, b=pair.a) if both and rng.random() < 0.5 else pair


def _sampled(told: list[list[Worded]], rng: random.Random, count: int) -> list[Pair]:
    by_class: dict[str, list[Pair]] = defaultdict(list)
    for claims in told:
        for pair in story_pairs(claims, rng):
            by_class[PAIRINGS[int(pair.label)]].append(pair)
    out: list[Pair] = []
    for name, share in SHARES.items():
        out += rng.sample(by_class[name], min(len(by_class[name]), int(share * count)))
    return out


if __name__ == "__main__":
    assert set(SHARES) == set(PAIRINGS) and HEADS["relation"] == len(PAIRINGS)
    main()
