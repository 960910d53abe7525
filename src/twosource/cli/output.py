"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from twosource.errors import InputError


def write(target: Path, text: str) -> None:
    """Put ``text`` at ``target`` in one step: an interrupted run leaves the old file, or none.

    ``-`` writes to stdout.

    Raises:
        InputError: the folder does not exist or may not be written to.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    name = ""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            name = file.name
            file.write(text.encode("utf-8"))
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    except OSError as error:
        raise InputError(
            f"cannot write {target}: {error.strerror}; choose a place that exists and is writable"
        ) from None
    finally:
        if name:
            Path(name).unlink(missing_ok=True)
