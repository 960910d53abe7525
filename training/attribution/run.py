"""Train the attribution encoder from the corpus to the file that ships, with one command.

    pip install -e ".[training]"
    python training/attribution/run.py --data PATH/TO/polnear --minutes 70

Prepares silver labels, trains (on a GPU where torch finds one), exports to ONNX, quantises to int8, and prints the
figures on the dev split. ``--passes`` instead of ``--minutes`` makes the run repeatable to the bit on one machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
from corpus import held_out
from export import export
from learn import Plan, learn
from network import load_tagger
from prepare import prepared
from tokenizers import Tokenizer


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and dev/ of PolNeAR")
    parser.add_argument("--model", type=Path, required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--work", type=Path, default=Path("build/attribution"), help="for what lies between the steps")
    parser.add_argument("--out", type=Path, help="where the ONNX file goes; default: the work folder")
    budget = parser.add_mutually_exclusive_group()
    budget.add_argument("--minutes", type=float)
    budget.add_argument("--passes", type=float, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vectors-weight", type=float, default=0.0)
    parser.add_argument("--start-from", type=Path, help="go on from these weights")
    parser.add_argument(
        "--rate", type=float, default=Plan().rate, help="of the trunk; the heads learn five times as fast"
    )
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    args.work.mkdir(parents=True, exist_ok=True)
    articles, vectors = prepared(args.data, "train", model=args.model, work=args.work)
    articles, _ = held_out(articles)
    tokenizer = Tokenizer.from_file(str(args.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = load_tagger(args.model, vectors=args.vectors_weight > 0)
    if args.start_from:
        model.load_state_dict(torch.load(args.start_from, weights_only=True), strict=False)
    plan = Plan(
        seed=args.seed,
        minutes=args.minutes,
        passes=args.passes,
        rate=args.rate,
        head_rate=5 * args.rate,
        vectors_weight=args.vectors_weight,
        predicted_from=0.0 if args.start_from else Plan().predicted_from,
    )
    print(plan, flush=True)
    model = learn(model.to(device), articles, vectors, tokenizer, plan, args.work / f"seed{args.seed}.pt").cpu()
    export(model, tokenizer, args.out or args.work / f"seed{args.seed}")


if __name__ == "__main__":
    main()
