"""The few kinds of error a caller can meet; each message says what is wrong and what to do next."""

from __future__ import annotations


class TwosourceError(Exception):
    """Something the user can mend. The message is one line; the command line prints it and exits with 2."""


class InputError(TwosourceError):
    """A path, claim or argument that cannot be used."""


class SettingsError(TwosourceError):
    """A setting that is unknown or out of bounds."""


class ModelError(TwosourceError):
    """A model file that is missing or not the one this version was built with."""


class StoreError(TwosourceError):
    """A store that cannot be opened: newer, damaged, or not a store at all."""


class MissingExtraError(TwosourceError):
    """A feature whose optional dependencies are not installed; the message names the extra."""
