"""TOML, environment or dict to frozen Settings; each field has help, default and bounds."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from twosource.errors import SettingsError

PREFIX = "TWOSOURCE_"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user may set. Nothing here changes an answer except the bounds on input and ``languages``."""

    processes: Annotated[
        int, msgspec.Meta(ge=0, le=256, description="Processes that read reports side by side; 0 is one a core")
    ] = 0
    max_bytes: Annotated[int, msgspec.Meta(ge=1_000, le=1_000_000_000, description="A larger file is refused")] = (
        8_000_000
    )
    max_characters: Annotated[
        int, msgspec.Meta(ge=1_000, le=100_000_000, description="A report with more text is refused")
    ] = 2_000_000
    languages: Annotated[tuple[str, ...], msgspec.Meta(description="Reports in other languages are refused")] = ("en",)
    store: Annotated[str | None, msgspec.Meta(description="Path or URL of the store")] = None


def load_settings(
    values: Mapping[str, Any] | None = None, *, path: Path | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    """Settings from a TOML file, then ``TWOSOURCE_*`` variables, then ``values``; the later wins.

    Raises:
        SettingsError: unknown name, wrong type or out of bounds; the message names the field.
    """
    merged: dict[str, Any] = {}
    if path is not None:
        try:
            merged.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(
                f"{path}: not a readable TOML file ({error}); mend it or leave --settings out"
            ) from None
    names = {field.name for field in msgspec.structs.fields(Settings)}
    for key, value in sorted((os.environ if environ is None else environ).items()):
        name = key.removeprefix(PREFIX).lower()
        if key.startswith(PREFIX) and name in names:
            merged[name] = value.split(",") if name == "languages" else value
    merged.update(values or {})
    try:
        return msgspec.convert(merged, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"settings: {error}; known settings are {', '.join(sorted(names))}") from None
