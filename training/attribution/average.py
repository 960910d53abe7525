"""Average the weights of several runs that went on from one another, and export the result.

python training/attribution/average.py --model PATH/TO/minilm --out build/attribution/mean build/attribution/seed*.pt
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import torch
from export import export
from network import load_tagger
from tokenizers import Tokenizer


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True, help="folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    loaded = [torch.load(path, weights_only=True) for path in args.weights]
    averaged = {name: sum(state[name] for state in loaded) / len(loaded) for name in loaded[0]}
    model = load_tagger(args.model, vectors="vectors.weight" in averaged)
    model.load_state_dict(averaged)
    tokenizer = Tokenizer.from_file(str(args.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    export(model, tokenizer, args.out)


if __name__ == "__main__":
    main()
