"""The OpenAPI document is the routes, and whatever follows it, or does not, is answered without a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.fakes import FIRST, SECOND, fake_pipeline
from tests.web.conftest import Client
from twosource import web
from twosource.desk import Desk
from twosource.errors import InputError
from twosource.settings import Settings
from twosource.store import open_store
from twosource.web import openapi
from twosource.web.application import ENDPOINTS

schemathesis = pytest.importorskip("schemathesis", reason="pip install schemathesis")


def test_every_route_is_described_and_everything_described_is_there(client: Client) -> None:
    document = client.get("/openapi.json").json()
    described = {(method.upper(), path) for path, found in document["paths"].items() for method in found}
    routed = set()
    for route in client.app._inner.routes:  # type: ignore[attr-defined]
        for method in route.methods - {"HEAD"}:
            routed.add((method, re.sub(r":\w+}", "}", route.path)))
    assert routed - described == {("GET", "/"), ("GET", "/favicon.ico"), ("GET", "/openapi.json")}
    assert described <= routed
    assert len({found["operationId"] for path in document["paths"].values() for found in path.values()}) == len(
        described
    )


def test_answers_are_as_described(client: Client) -> None:
    document = client.get("/openapi.json").json()
    jsonschema.Draft202012Validator.check_schema(document["components"]["schemas"]["Outcome"])
    client.tell(f"/stories/{client.story}/judgements", {"kind": "note", "a": "a.txt", "value": "x"})
    job = client.tell("/reports", {"reports": [{"text": "A goat was seen in Sorn. " * 9}]}).json()["id"]
    client.ended(job)
    for endpoint in ENDPOINTS:
        if endpoint.method != "GET" or isinstance(endpoint.answer, str):
            continue
        path = endpoint.path + (".json" if endpoint.page else "")
        described = document["paths"][re.sub(r":\w+}", "}", path)]["get"]["responses"]["200"]
        schema = described["content"]["application/json"]["schema"]
        asked = path.replace("{story}", client.story).replace("{number:int}", "1").replace("{job}", job)
        answer = client.get(asked, headers={"accept": "application/json"}, params={"q": "bridge"})
        assert answer.status_code == 200, asked
        if endpoint.path != "/stories/{story}":  # the story document has a schema of its own, tested with it
            jsonschema.validate(answer.json(), {**schema, "components": document["components"]})


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch, open_store(tmp_path_factory.mktemp("api") / "desk.db") as store:
        fake_pipeline(patch)
        desk = Desk(store, Settings(), embed=lambda texts: None)  # type: ignore[arg-type,return-value]
        for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
            desk.add_text(text.encode(), name=name)
        patch.setattr(Desk, "check", _no_models)
        app = web.app(desk, token=TOKEN, hosts=frozenset({"testserver"}))
        yield schemathesis.openapi.from_asgi("/openapi.json", app)


def _no_models(desk: Desk, claim: str) -> Any:
    raise InputError("asks models")


TOKEN = "a long enough word"
OPERATIONS = [(path, method) for path, found in openapi.document(ENDPOINTS)["paths"].items() for method in found]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_that_is_sent_makes_a_fault(schema: Any, path: str, method: str, data: st.DataObject) -> None:
    modes = st.sampled_from(list(schemathesis.GenerationMode))
    case = data.draw(schema[path][method].as_strategy(generation_mode=data.draw(modes)))
    if "story" in case.path_parameters and data.draw(st.booleans()):
        case.path_parameters["story"] = "story-"  # the one there is
    answer = case.call(headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
