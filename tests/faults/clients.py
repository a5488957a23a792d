"""A tablet, phones and a wall that behave as the pages do, and write down all they see.

They come back by themselves with full jitter, ask again under the same id until they are answered, show
only the newest view, and keep what was given in until it is settled (`static/lib` is what they mirror).
"""

import asyncio
import contextlib
import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.faults.history import History
from tests.faults.judging.steps import MAY_STILL_HAPPEN
from tests.faults.mischief import Mischief, faithful
from tests.faults.server import PATIENCE
from tests.faults.wire import Line, NotLetIn

STALLED = 1.5
"""Seconds without an answer after which the line only looks open."""
FIRST, LONGEST = 0.15, 2.0
"""Of the wait before coming back. A page waits up to 0.5 and 8 seconds; here there are many cuts to get through."""
UNDELIVERED_AFTER = 10.0


class Screen:
    """One audience's page. `door` is where it connects to, the server itself or a proxy before it."""

    audience = ""

    def __init__(self, who: str, history: History, chance: Random, host: str, cookie: str, **auth: str) -> None:
        self.who, self.history, self.chance = who, history, chance
        self.host, self.cookie, self.auth = host, cookie, {"language": "en", **auth}
        self.door = (host.split(":", maxsplit=1)[0], int(host.split(":")[1]))
        self.view: dict[str, Any] = {}
        self.own: dict[str, Any] = {}
        self.line: Line | None = None
        self.asked: dict[str, tuple[str, dict[str, Any]]] = {}
        self.mischief: Mischief = faithful
        self.news = asyncio.Event()
        self.first, self.longest, self.rests = FIRST, LONGEST, 0.0
        self._sent_at: dict[str, float] = {}
        self._life: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._life = asyncio.ensure_future(self._live())
        self._life.add_done_callback(lambda _over: self.news.set())

    async def stop(self) -> None:
        if self._life is not None:
            self._life.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._life
        if self.line is not None:
            self.line.cut()

    async def _live(self) -> None:
        attempt = 0
        while True:
            if await self._visit():
                attempt = 0
            await asyncio.sleep(self.chance.random() * max(self.rests, min(self.longest, self.first * 2**attempt)))
            self.rests = 0.0
            attempt += 1

    async def _visit(self) -> bool:
        """One connection from its beginning to its end. False if there was none."""
        try:
            line = await Line.open(
                self.door, self.host, self.cookie, f"/{self.audience}", self.auth, self._hear, self._arrived
            )
        except (OSError, NotLetIn) as problem:
            self.history.note(self.who, "not let in", why=str(problem))
            return False
        watch = asyncio.ensure_future(self._watch(line))
        try:
            await asyncio.shield(line.over)
        finally:
            watch.cancel()
            line.cut()
            self.line = None
            self.history.note(self.who, "lost")
        return True

    def _arrived(self, line: Line) -> None:
        self.line = line
        self.history.note(self.who, "connected")
        for name in list(self.asked):
            self._send(name)
        self.news.set()

    async def _watch(self, line: Line) -> None:
        """Nothing may stay unanswered for long without a look at the line."""
        while True:
            await asyncio.sleep(0.25)
            now = asyncio.get_running_loop().time()
            if any(now - self._sent_at.get(name, now) > STALLED for name in self.asked):
                line.cut()
                return

    def new_id(self) -> str:
        return f"{self.chance.getrandbits(128):032x}"

    @property
    def step(self) -> str | None:
        """Where this screen says the group is."""
        step = self.view.get("step")
        return step["id"] if isinstance(step, dict) else step

    def cut(self) -> None:
        if self.line is not None:
            self.line.cut()

    def ask(self, name: str, message_id: str = "", **payload: Any) -> str:
        """Ask under an id until it is settled, over any number of connections. The id."""
        message_id = message_id or self.new_id()
        self.asked[message_id] = (name, {"id": message_id, **payload})
        self._send(message_id)
        return message_id

    def tell(self, name: str, **payload: Any) -> None:
        if self.line is not None:
            self.line.send(name, payload)

    def _send(self, message_id: str) -> None:
        if self.line is None:
            return
        self._sent_at[message_id] = asyncio.get_running_loop().time()
        name, payload = self.asked[message_id]
        self.mischief(lambda: self.line and self.line.send(name, payload))

    def _hear(self, name: str, payload: Any) -> None:
        match name:
            case "done":
                self.history.note(self.who, "done", id=payload["id"])
                self._settled(payload["id"], None)
            case "refused":
                self.history.note(self.who, "refused", id=payload["id"], why=payload["why"])
                if payload["why"] in MAY_STILL_HAPPEN and payload["id"] in self.asked:
                    asyncio.get_running_loop().call_later(0.2 + self.chance.random() * 0.5, self._again, payload["id"])
                else:
                    self._settled(payload["id"], payload["why"])
            case "view" | "own":
                self._look(name, payload)
            case "come_back":
                self.rests = payload["within"] / 1000
                self.cut()
            case _:
                self.heard(name, payload)
        self.news.set()

    def _again(self, message_id: str) -> None:
        if message_id in self.asked:
            self._send(message_id)

    def _settled(self, message_id: str, why: str | None) -> None:
        self.asked.pop(message_id, None)
        self._sent_at.pop(message_id, None)

    def _look(self, name: str, view: dict[str, Any]) -> None:
        shown = not is_older(view, getattr(self, name))
        self.history.saw(self.who, self.audience, name, view, shown=shown, mine=getattr(self, "seat", ""))
        if shown:
            setattr(self, name, view)
            self.looked(name)

    def looked(self, name: str) -> None:
        """A newer view is shown."""

    def heard(self, name: str, payload: Any) -> None:
        """Something else came."""

    async def until(self, holds: Callable[[], Any], within: float = PATIENCE) -> None:
        """Wait until it holds. Raises TimeoutError, or what has broken this screen."""
        async with asyncio.timeout(within):
            while not holds():
                if self._life is not None and self._life.done():
                    self._life.result()
                self.news.clear()
                await self.news.wait()


def is_older(view: dict[str, Any], shown: dict[str, Any]) -> bool:
    """As `static/lib/views.ts`."""
    if not shown or view.get("boot") != shown.get("boot"):
        return False
    return (view.get("version") or 0, view.get("beat", 0)) < (shown.get("version") or 0, shown.get("beat", 0))


class Phone(Screen):
    """A participant's phone with its outbox. `keeps` is whether that outlives a reload of the page."""

    audience = "participant"

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.parcels: dict[str, tuple[str, dict[str, Any], str | None]] = {}
        """Run → the id under which its newest was sent, what it was, and the key it was sealed for."""
        self.revision = 0
        self.seat = ""
        self.calls: dict[str, str] = {}
        self.keeps = True

    def give(self, activity: dict[str, Any], do: str) -> None:
        """Answer (with a new word), pass or take back; what was on its way for this run is not sent again."""
        before = self.parcels.get(activity["run"])
        if before is not None:
            self.asked.pop(before[0], None)
        self.revision += 1
        word = self.history.word() if do == "answer" else None
        say: dict[str, Any] = {"do": do, "revision": self.revision}
        if word is not None:
            say["answer"] = {"text": word}
        if activity["promise"] == "named":
            say["ok_to_show"] = self.chance.random() < 0.5
        self._post(activity, say)

    def _post(self, activity: dict[str, Any], say: dict[str, Any]) -> None:
        run, payload = activity["run"], {"run": activity["run"], "say": say}
        if activity["promise"] == "anonymous":
            payload["pad"] = " " * (activity["frame_bytes"] - len(json.dumps(say).encode()))
        message_id = self.new_id()
        self.history.note(
            self.who,
            "gave",
            id=message_id,
            run=run,
            seat=self.seat,
            promise=activity["promise"],
            do=say["do"],
            revision=say["revision"],
            text=say.get("answer", {}).get("text"),
        )
        self.parcels[run] = (message_id, say, activity["key_id"])
        self.ask("answer", message_id, **payload)

    def reload(self) -> None:
        """The page is loaded anew: what was not sent yet is taken up again."""
        if not self.keeps:
            self.asked.clear()
        self.cut()

    def looked(self, name: str) -> None:
        if name == "own" and self.own["call"]:
            self._call_is(self.own["call"]["call"], self.own["call"]["status"])
        for activity in (self.view.get("activity"), self.view.get("lingering")):
            if activity and activity["promise"] == "anonymous" and activity["phase"] in ("open", "last_call"):
                self._seal_again(activity)

    def _seal_again(self, activity: dict[str, Any]) -> None:
        """Another key: what was sealed for the last one is lost, and sent once more."""
        parcel = self.parcels.get(activity["run"])
        if parcel is not None and parcel[2] != activity["key_id"]:
            self._post(activity, parcel[1])

    def call_staff(self) -> str:
        call = self.new_id()
        self.history.note(self.who, "called", id=call)
        self.calls[call] = "sending"
        self.ask("call_staff", call, call=call)
        asyncio.get_running_loop().call_later(UNDELIVERED_AFTER, self._not_delivered, call)
        return call

    def _not_delivered(self, call: str) -> None:
        if self.calls[call] in ("sending", "sent"):
            self._call_is(call, "not_delivered")

    def _call_is(self, call: str, status: str) -> None:
        if self.calls.get(call) not in (status, None):
            self.calls[call] = status
            self.history.note(self.who, "call", call=call, status=status)

    def says_what_waits(self) -> None:
        """What this phone shows as not sent yet."""
        waiting = [parcel[0] for parcel in self.parcels.values() if parcel[0] in self.asked]
        self.history.note(self.who, "waits", ids=waiting)


class Tablet(Screen):
    """Dr. Okoye's tablet: shows calls, moves the group, approves what was written."""

    audience = "facilitator"

    def tap(self, name: str, message_id: str = "", **payload: Any) -> str:
        tap = self.ask(name, message_id, **payload)
        trace = name in ("next_step", "back_step", "begin", "extend_timer")
        self.history.note(
            self.who, "tapped", id=tap, name=name, from_step=payload.get("from_step"), leaves_a_trace=trace
        )
        return tap

    def looked(self, name: str) -> None:
        calls = [call["call"] for call in self.view["calls"] if not call["seen"]]
        if calls:
            self.tell("calls_shown", calls=calls)

    def approve(self, waiting: dict[str, Any]) -> None:
        self.history.note(self.who, "approved", word=waiting["text"])
        self.ask("show_response", response=waiting["id"])
        self.ask("reveal")


class Wall(Screen):
    """The room screen. `code` is what it shows until a tablet has named it."""

    audience = "display"
    code = ""

    def heard(self, name: str, payload: Any) -> None:
        if name == "pairing":
            self.code = payload["code"]

    def looked(self, name: str) -> None:
        self.tell("showing", version=self.view.get("version") or 0, beat=self.view["beat"])
