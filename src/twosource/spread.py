"""A function over many items, in several processes, results in the order of the items."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(function: Callable[[Item], Result], items: Sequence[Item], *, processes: int = 1) -> Iterator[Result]:
    """Each item's result, in the items' order, whatever the number of processes.

    ``function`` must be importable (a top-level function or a ``functools.partial`` of one) and must not depend
    on which items a process met before. With one process, or one item, everything runs in this one.
    Another backend (Ray, say) belongs behind this same call.
    """
    if processes <= 1 or len(items) <= 1:
        yield from map(function, items)
        return
    # Fork is not safe once ONNX Runtime has started threads here; a fresh interpreter is.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(items)), mp_context=context) as pool:
        yield from pool.map(function, items, chunksize=max(1, min(8, len(items) // (4 * processes) or 1)))
