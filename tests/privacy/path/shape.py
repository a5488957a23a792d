"""Property 7, *shape*: an answer, a change, a pass and taking it back look the same to whoever counts bytes.

A real phone page in Chromium says all of it to a server that runs in a process of its own. Compared is every frame
between them, both ways, of each thing said and of what came until the next; nothing may go out while somebody writes.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from random import Random

from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect, sync_playwright

from scripts.find_chromium import HELP, find
from tests.journeys.conftest import FLAGS
from tests.privacy.path.as_it_runs import Evening, a_house
from tests.privacy.path.mistakes_as_it_runs import ON_THE_PAGE
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import STEPS

OTHERS = ("Ben", "Chris", "Dee")
_NOISE = re.compile(r'^\d$|^4\d*/participant,\["clock"|^GET \S+/static/[\w.-]+$')
"""The transport's heartbeat, a phone that sets its clock, built files that a step needs: none comes by an answer."""
_PAD = re.compile(r'"pad":" *"')


@dataclass
class Act:
    """One thing that somebody did with a question, and every frame of it."""

    step: str
    did: str
    out: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)

    @property
    def shape(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return _lengths(self.out), _lengths(self.back)


def _lengths(frames: list[str]) -> tuple[int, ...]:
    return tuple(len(frame.encode()) for frame in frames)


class AnasPhone:
    """Ana's phone."""

    def __init__(self, context: BrowserContext, chance: Random) -> None:
        self.chance, self.acts = chance, [Act("", "comes in")]
        if os.environ.get(ON_THE_PAGE):
            context.add_init_script(os.environ[ON_THE_PAGE])
        self.page: Page = context.new_page()
        self.page.on("websocket", self._opened)
        self.page.on("request", lambda request: self._out(f"{request.method} {request.url}"))

    def _opened(self, socket: WebSocket) -> None:
        self.socket = socket
        socket.on("framesent", lambda frame: self._out(_text(frame)))
        socket.on("framereceived", lambda frame: self._back(_text(frame)))

    def _out(self, frame: str) -> None:
        if not _NOISE.match(frame):
            self.acts[-1].out.append(frame)

    def _back(self, frame: str) -> None:
        if not _NOISE.match(frame):
            self.acts[-1].back.append(frame)

    def comes_in(self, address: str) -> None:
        self.page.goto(address)
        self.page.locator("input[name=name]").fill("Ana")
        self.page.locator("form[action='/join'] button.primary").click()
        self.page.locator("form[action='/group/agreement'] button").click()
        self.page.wait_for_url(re.compile(r"/group$"))

    def does_everything(self, step: str, changes: int) -> None:
        """Answers, changes it, takes it back, passes, and answers after all."""
        expect(self.page.get_by_role("heading", name=f"Step {step}", level=1)).to_be_visible()
        for number in range(changes + 1):
            self._writes(step)
            self._does(step, "answer" if number == 0 else "change", re.compile("^(Send|Send change)$"))
        self._does(step, "withdrawal", re.compile("^Take back$"))
        self._does(step, "pass", re.compile("^Pass$"))
        self._writes(step)
        self._does(step, "answer after a pass", re.compile("^(Send|Send change)$"))
        # What comes from here on belongs to nothing that was said.
        self.acts.append(Act("", "walks on"))

    def _writes(self, step: str) -> None:
        """Into every field, and one of every choice; nothing of it may leave the phone."""
        self.acts.append(Act(step, "writing"))
        main = self.page.get_by_role("main")
        main.get_by_role("radiogroup").or_(main.get_by_role("textbox")).first.wait_for()
        for group in main.get_by_role("radiogroup").all():
            others = group.locator("[role=radio][aria-checked=false]").all()
            self.chance.choice(others).click()
        for box in main.get_by_role("textbox").all():
            box.fill(self._words())

    def _words(self) -> str:
        return "".join(self.chance.choice("abcdefghñóé ") for _ in range(self.chance.randint(1, 20))) + "."

    def _does(self, step: str, did: str, button: re.Pattern[str]) -> None:
        self.acts.append(Act(step, did))
        with self.socket.expect_event("framereceived", lambda frame: '["done",' in _text(frame)[:40]):
            self.page.get_by_role("button", name=button).click()


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode(errors="replace")


def run(evenings: int, seed: int, browser: Browser | None = None) -> Outcome:
    """`browser`: one that runs already; two of them in one process do not."""
    return _lived(evenings, seed, tuple(STEPS), 4, browser)


def caught(seed: int, browser: Browser | None = None) -> list[str]:
    return _lived(1, seed, ("words",), 2, browser).wrong


def _lived(evenings: int, seed: int, steps: tuple[str, ...], changes: int, browser: Browser | None) -> Outcome:
    outcome = Outcome("7 shape", seed)
    acts: list[Act] = []
    with a_house() as house, nullcontext(browser) if browser else _browser() as here:
        for number in range(evenings):
            with house.evening() as evening, here.new_context() as context:
                acts += _one(evening, AnasPhone(context, Random(seed + number)), steps, changes)  # noqa: S311
    said = [act for act in acts if act.step and act.did != "writing"]
    lengths = {step: {act.shape for act in said if act.step == step} for step in steps}
    outcome.wrong += [f"{step}: {_told(said, step)}" for step in steps if len(lengths[step]) != 1]
    outcome.wrong += [f"{act.step}: {act.out} went out while somebody wrote" for act in acts if _out_of_turn(act)]
    bare = {len(_PAD.sub("", frame).encode()) for act in said for frame in act.out}
    outcome.wrong += ["all that was said has one length without its padding too"] if len(bare) < 3 else []
    outcome.figures = {
        "things said, by a real phone page": len(said),
        "bytes out, bytes back": ", ".join(f"{step} {_figure(lengths[step])}" for step in steps),
        "lengths there would be without padding": len(bare),
    }
    return outcome


def _one(evening: Evening, phone: AnasPhone, steps: tuple[str, ...], changes: int) -> list[Act]:
    evening.come(*OTHERS)
    phone.comes_in(evening.way_in)
    for step in steps:
        evening.at(step)
        phone.does_everything(step, changes)
    return phone.acts


def _out_of_turn(act: Act) -> bool:
    return act.did == "writing" and bool(act.out)


def _told(said: list[Act], step: str) -> str:
    shapes = {act.did: act.shape for act in said if act.step == step}
    return ", ".join(f"{did} {out} out {back} back" for did, (out, back) in shapes.items())


def _figure(shapes: set[tuple[tuple[int, ...], tuple[int, ...]]]) -> str:
    return " or ".join(f"{'+'.join(map(str, out))}/{'+'.join(map(str, back))}" for out, back in sorted(shapes))


@contextmanager
def _browser() -> Iterator[Browser]:
    found = find()
    if found is None:
        raise SystemExit(HELP)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()
