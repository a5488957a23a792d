"""Mistakes for a server in a process of its own, found there by name, and for the phone's page in a real browser."""

import os
from collections.abc import Callable, Mapping
from typing import Any
from unittest.mock import patch

import structlog

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.realtime import participant
from facilitator.server.metrics import Figures
from tests.privacy.path import mistakes as m

PLANTED, ORDERS, ON_THE_PAGE = "PLANTED_LEAK", "PLACES_TO_BREAK", "PLANTED_ON_THE_PAGE"


def in_the_server(name: str) -> Callable[[], Any]:
    """Every server that is started meanwhile makes this mistake."""
    return lambda: patch.dict(os.environ, {PLANTED: next(each for each in IN_THE_SERVER if each == name)})


def on_the_page(script: str) -> Callable[[], Any]:
    """Every phone page that is opened meanwhile runs this before anything of its own."""
    return lambda: patch.dict(os.environ, {ON_THE_PAGE: script})


FORGETS_TO_PAD = "String.prototype.repeat = () => '';"
PADS_BY_SIGNS = "TextEncoder.prototype.encode = text => ({ length: text.length });"
PADS_NO_PASS = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (said) {
  send.call(this, said.includes('"do":"pass"') ? said.replace(/"pad":" *"/, '"pad":""') : said);
};
"""
SAYS_WHILE_WRITING = """
addEventListener("input", () => fetch("/healthz?writing"), true);
"""


def _answered(told: Callable[[Any, str, str, Mapping[str, Any]], None]) -> Any:
    """Where a phone's answer comes in: told(door, sid, id, say) once it is taken."""

    def answer(door: Any, house: Any, by: Any, message_id: str, sent: dict[str, Any]) -> None:
        def then(refused: Refused | None) -> None:
            if refused is not None:
                door.refuse(by.sid, message_id, refused)
            else:
                told(door, by.sid, message_id, sent["say"])

        room = house.conductor.room(by.live_session)
        house.answering.say(room, by.who, Say.of(sent["run"], sent["say"]), then)

    return patch.object(participant, "_answer", answer)


def _says_what_was_done(door: Any, sid: str, message_id: str, say: Mapping[str, Any]) -> None:
    door.tell(sid, "done", {"id": message_id, "do": say["do"]})


def _says_it_back(door: Any, sid: str, message_id: str, say: Mapping[str, Any]) -> None:
    door.tell(sid, "done", {"id": message_id})
    door.tell(sid, "kept", {"answer": say.get("answer")})


def _figure_of_what_waits() -> Any:
    """A gauge of the frames in staging, as somebody might want it who fears that waves get stuck."""
    collect = Figures.collect

    def more(self: Any) -> Any:
        from prometheus_client.core import GaugeMetricFamily

        rooms = self._house.conductor.rooms.values()
        waits = sum(len(sealed._standing) for room in rooms for sealed in room.sealed.values())
        yield from collect(self)
        yield GaugeMetricFamily("facilitator_frames_waiting", "Frames in staging.", value=waits)

    return patch.object(Figures, "collect", more)


def _line(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    structlog.get_logger().warning(f"answer {checked} taken")


IN_THE_SERVER: Mapping[str, Callable[[], Any]] = {
    "done says what was done": lambda: _answered(_says_what_was_done),
    "the answer is sent back": lambda: _answered(_says_it_back),
    "an answer counts as a named one": m.also(m.a_figure),
    "a figure of what waits": _figure_of_what_waits,
    "a line for each answer": m.also(_line),
    "a refusal that quotes": m.quoting_check,
}
