"""A request's body to the value that its endpoint asks for: JSON or form fields, guarded, bounded, checked."""

from __future__ import annotations

import re
from json import JSONDecodeError
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

from twosource.web.guard import bearer_holds, csrf_holds

# What no field may hold: NUL and the other controls that neither a database nor a page has a use for, and halves of
# characters. Line ends and tabs stay.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


async def read_fields(request: Request, wanted: Any) -> Any:
    """The body as ``wanted``. Raises: HTTPException 400, 403 or 415."""
    given = await raw_fields(request)
    try:
        return msgspec.convert(cleaned(given), wanted, strict=False)
    except msgspec.ValidationError as error:
        raise HTTPException(400, f"{error}; nothing was changed.") from None


async def raw_fields(request: Request) -> dict[str, Any]:
    """The fields of a JSON object or a form, once the guard's word was found on it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        check_csrf(request, None)
        try:
            given = msgspec.json.decode(await request.body(), type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError, JSONDecodeError, RecursionError):
            raise HTTPException(400, "The body is no JSON object; nothing was changed.") from None
        given.pop("csrf", None)
        return given
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        form = await request.form(max_files=0, max_fields=50)
        check_csrf(request, form.get("csrf"))
        return {name: value for name, value in form.items() if isinstance(value, str) and value and name != "csrf"}
    check_csrf(request, None)
    if not await request.body():
        return {}
    raise HTTPException(415, "Send JSON or a form.")


def check_csrf(request: Request, given: object) -> None:
    """Nothing, where the request carries the word of its own session, or the token that no page can send.

    Raises:
        HTTPException: it does not.
    """
    word = request.headers.get("x-csrf-token") or given
    if not csrf_holds(request.scope, word) and not bearer_holds(request.scope):
        raise HTTPException(403, "This form is out of date; nothing was changed. Load its page again and repeat.")


def cleaned(value: Any) -> Any:
    """The same without unfit characters, and without space around it."""
    if isinstance(value, str):
        return _UNFIT.sub("", value).strip()
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    return [cleaned(item) for item in value] if isinstance(value, list) else value
