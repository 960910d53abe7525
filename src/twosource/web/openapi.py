"""The OpenAPI 3.1 document, made from the same table as the routes, so that the two cannot differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from twosource import __version__
from twosource.web.endpoint import Endpoint

ERRORS = {
    "400": "The request cannot be understood or obeyed; nothing was changed",
    "401": "Not without the token",
    "403": "Not from here: the session's word is missing, or the request came from another site",
    "404": "No such thing",
    "413": "Too large; nothing was taken in",
}


def document(endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """The OpenAPI document of some endpoints: every path, what it takes and what it answers."""
    types = [t for e in endpoints for t in (e.body, e.answer) if t is not None and not isinstance(t, str)]
    shapes, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    shape = dict(zip(map(id, types), shapes, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        for path in (endpoint.path, f"{endpoint.path}.json") if endpoint.page else (endpoint.path,):
            operation = _operation(endpoint, path, shape)
            paths.setdefault(re.sub(r":\w+}", "}", path), {})[endpoint.method.lower()] = operation
    components["Trouble"] = {
        "type": "object",
        "properties": {"error": {"type": "string", "description": "What is wrong, in one line"}},
        "required": ["error"],
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "twosource",
            "version": __version__,
            "summary": "Stories of a desk: what is claimed, who said it, how many independent origins stand behind it",
            "description": "Every POST carries the header X-CSRF-Token with the word of GET /session.json and that "
            "answer's cookie, or the bearer token of a server that has one.",
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
                "token": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _operation(endpoint: Endpoint, path: str, shape: dict[int, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "summary": endpoint.says,
        "operationId": f"{endpoint.method.lower()} {path}",
        "parameters": [*_in_path(path), *_in_query(endpoint)],
        "responses": {
            str(endpoint.status): {"description": endpoint.says, "content": _content(endpoint, path, shape)},
            **{
                status: {
                    "description": line,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}},
                }
                for status, line in ERRORS.items()
            },
        },
    }
    if endpoint.body is not None:
        schema = shape[id(endpoint.body)]
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
        found["security"] = [{"session": []}, {"token": []}]
    return found


def _content(endpoint: Endpoint, path: str, shape: dict[int, Any]) -> dict[str, Any]:
    if isinstance(endpoint.answer, str):
        return {endpoint.answer: {"schema": {"type": "string"}}}
    json = {"application/json": {"schema": shape[id(endpoint.answer)]}}
    return (
        json
        if path.endswith(".json") or endpoint.method == "POST"
        else {**json, "text/html": {"schema": {"type": "string"}}}
    )


def _in_path(path: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "minimum": 1} if kind == "int" else {"type": "string", "minLength": 1},
        }
        for name, _, kind in re.findall(r"{(\w+)(:(\w+))?}", path)
    ]


def _in_query(endpoint: Endpoint) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "description": says, "schema": {"type": "string"}}
        for name, says in endpoint.query.items()
    ]
