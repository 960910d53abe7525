"""Folders that are written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from twosource.errors import InputError
from twosource.present.site import MANIFEST


def write_site(target: Path, files: Mapping[str, str]) -> None:
    """Put a site's files at ``target`` in one step, in place of nothing, an empty folder or an earlier site.

    An interrupted run leaves what was there. Nobody else's files are lost: a folder that holds any is refused.

    Raises:
        InputError: the folder holds files that are not an earlier site's, or it cannot be written.
    """
    check_site(target)
    target = target.resolve()
    made = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.")
        mask = os.umask(0)
        os.umask(mask)
        new = Path(made, "site")
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8"))
        new.chmod(0o777 & ~mask)
        if target.exists():
            target.rename(Path(made, "before"))
        try:
            new.rename(target)
        except OSError:
            if Path(made, "before").exists():
                Path(made, "before").rename(target)
            raise
    except OSError as error:
        raise InputError(f"cannot write {target}: {error.strerror}; choose a place that is writable") from None
    finally:
        if made:
            shutil.rmtree(made, ignore_errors=True)


def check_site(target: Path) -> None:
    """Nothing, where a site may be written: to be asked before the long work, not after it.

    Raises:
        InputError: there is a file, or a folder that holds files that are not an earlier site's.
    """
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError(f"{target} is a file; give a folder for the site")
    held = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir() or path.is_symlink()}
    others = sorted(held - _earlier(target))
    if others:
        raise InputError(
            f"{target} holds {others[0]}, which is not an earlier site's; give an empty folder or a new one"
        )


def _earlier(target: Path) -> set[str]:
    """The files that an earlier site says it wrote; none where no site stands there."""
    try:
        manifest = json.loads((target / MANIFEST).read_bytes())
        if manifest["schema"] == "twosource/site/1":
            return {str(name) for name in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return set()
