"""Five people correct and read one story at once, on SQLite and on PostgreSQL, and none meets an error."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from tests.store.conftest import place, server  # noqa: F401 (fixtures)
from tests.web.conftest import BASE, Client
from twosource import web
from twosource.desk import Desk
from twosource.settings import Settings
from twosource.store import open_store

PEOPLE, ROUNDS = 5, 4


def test_five_people_at_once(place: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    fake_pipeline(monkeypatch)
    with open_store(place) as store:
        desk = Desk(store, Settings(), embed=lambda texts: None)  # type: ignore[arg-type,return-value]
        for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
            desk.add_text(text.encode(), name=name)
        app = web.app(desk)
        story = Client(app, base_url=BASE).story

        def work(person: int) -> list[int]:
            client = Client(app, base_url=BASE)
            seen = []
            for n in range(ROUNDS):
                body = {"kind": "note", "a": "a.txt", "value": f"{person} {n}", "by": f"person {person}"}
                if n % 2:
                    body = {"kind": "outlet", "a": "a.txt", "value": f"Gazette {person}", "by": f"person {person}"}
                kept = client.tell(f"/stories/{story}/judgements", body)
                seen.append(kept.status_code)
                for path in (f"/stories/{story}", f"/stories/{story}.json", "/stories", f"/stories/{story}/judgements"):
                    seen.append(client.get(path).status_code)
                if n == ROUNDS - 1:
                    report = {"text": f"Reader {person} of Wessel wrote in about the lunch. " * 8}
                    job = client.tell("/reports", {"reports": [report]}).json()["id"]
                    seen.append(200 if client.ended(job)["state"] == "done" else 500)
                    id_ = kept.json()["judgement"]["id"]
                    seen.append(client.tell(f"/judgements/{id_}/undo", {"story": story}).status_code)
            return seen

        with ThreadPoolExecutor(PEOPLE) as pool:
            answers = [status for seen in pool.map(work, range(PEOPLE)) for status in seen]
        assert set(answers) == {200, 201}
        log = Client(app, base_url=BASE).get("/judgements.json").json()
        assert log["total"] == PEOPLE * ROUNDS
        assert len(desk.decisions()) == PEOPLE * ROUNDS
        assert all(line.up_to_date for line in desk.stories())
