"""Figures, stopping, and what the log says: what an operator sees, and what nobody may see there."""

import json
import re
import urllib.request
from pathlib import Path

import pytest

from tests.evening.cast import Tablet
from tests.evening.conftest import Evening, opened, signed_in
from tests.evening.server import LiveServer, free_port


def figures(port: int) -> dict[str, float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as response:
        lines = [line for line in response.read().decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_figures_say_how_the_server_is_and_an_anonymous_answer_moves_none(mode: str, tmp_path: Path) -> None:
    port = free_port()
    server = LiveServer(tmp_path / "data", mode, FACILITATOR_METRICS=f"127.0.0.1:{port}").start()
    staff = signed_in(server)
    live_session = opened(staff)
    evening = Evening(server, staff, live_session, Tablet(staff, live_session))
    phones = evening.phones("Ana", "Ben", "Chris", "Dee")
    evening.tablet.begin()
    phones[0].answers({"values": {"craving": 7}})
    told = figures(port)
    assert told['facilitator_connections{audience="participant"}'] == 4
    assert told['facilitator_connections{audience="facilitator"}'] == 1
    assert (told["facilitator_live_sessions"], told["facilitator_named_answers"]) == (1, 1)
    assert told['facilitator_commit_seconds_bucket{le="+Inf"}'] > 0
    assert not re.search(r"Ana|Okoye|craving|\b[0-9a-f]{32}\b", " ".join(told))

    evening.tablet.goes_to("/where-it-starts")
    runs = [phone.sees(lambda view: view["activity"] and view["activity"]["kind"] == "word_cloud") for phone in phones]
    before = figures(port)
    phones[0].says("answer", {"words": ["jaw"]}, run=runs[0]["activity"]["run"])

    after = figures(port)
    assert {name for name in after if after[name] != before[name]} <= set()
    for screen in (evening.tablet, *phones):
        screen.disconnect()
    server.stop()


def test_nobody_serves_figures_unless_asked(server: LiveServer) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server.address}/metrics", timeout=10)


def test_a_server_that_is_stopped_tells_the_phones_and_ends_no_session(evening: Evening) -> None:
    ana = evening.phone("Ana")
    evening.tablet.begin()
    evening.tablet.next_step()
    step = evening.tablet.view["step"]

    assert evening.server.stop() == 0, evening.server.said
    assert ana.wait("come_back", lambda told: True)["within"] > 0
    assert "Stopped. Nothing is left half done." in evening.server.said

    evening.server.start()
    for screen in (evening.tablet, ana):
        screen.come_back()
    assert (evening.tablet.view["phase"], evening.tablet.view["step"]) == ("running", step)
    assert ana.view["step"]["id"] == step


def test_a_port_that_is_taken_refuses_clearly(server: LiveServer, types: object, tmp_path: Path) -> None:
    second = types("run", PORT=str(server.port), FACILITATOR_DATA=str(tmp_path / "other"))  # type: ignore[operator]

    assert second.returncode == 1
    assert f"Port {server.port} is already taken" in second.stderr
    assert "Traceback" not in second.stderr


def test_the_log_holds_no_name_no_answer_and_no_address(evening: Evening) -> None:
    ana = evening.phone("Ana-Sofía")
    evening.tablet.begin()
    ana.answers({"values": {"craving": 7, "hope": "A quiet evening"}})
    ana.outcome(ana.send("answer", run="nowhere", say={"do": "shout", "hope": "Spoken loudly"}))
    ana.outcome(ana.send("call_staff", call={"words": "Spoken loudly"}))
    ana.tell("presence", visible="Spoken loudly")
    evening.tablet.ask("keep_jotting", text="A jotting of mine")
    evening.server.stop()
    said = evening.server.said.partition("Ctrl-C stops")[2].partition("\n")[2]

    for private in (
        "Sofía",
        "quiet",
        "Spoken",
        "jotting",
        "craving",
        "okoye",
        "Okoye",
        "127.0.0.1",
        json.dumps("hope"),
    ):
        assert private not in said.replace(evening.server.address, ""), said
