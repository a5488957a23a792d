"""The inside stays on its maker's phone, whatever is done with the outside, until that side is stepped up itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import ROOT
from tests.evening import cast as sockets
from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.journeys.cast import Phone
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

MODULE = """---
title: Art
discipline: art
minutes: 20
---

## Draw {#draw minutes=20}

```two_sides
promise: named
question: What do people see?
```
"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveServer, sockets.Browser]]:
    root = tmp_path_factory.mktemp("curricula")
    (root / "art").mkdir()
    for name in ("agreement.md", "concern.md", "agreement.es.md", "concern.es.md"):
        (root / name).write_bytes((ROOT / "curricula" / name).read_bytes())
    (root / "art" / "curriculum.md").write_text("---\ntitle: Art\nlanguage: en\n---\n")
    (root / "art" / "01-art.md").write_text(MODULE)
    server = LiveServer(tmp_path_factory.mktemp("hall"), FACILITATOR_CURRICULA=str(root)).start()
    yield server, signed_in(server)
    server.stop()


@pytest.fixture
def journey(browser: Browser, hall: tuple[LiveServer, sockets.Browser], test_output: Path) -> Iterator[Journey]:
    server, staff = hall
    live_session = opened(staff, ("01-art",), curriculum="art")
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, live_session))


def rung(phone: Phone, side: str, key: str) -> Locator:
    ladder = phone.page.get_by_role("group", name=f"{side}: who may see it")
    return ladder.get_by_role("radio", name=phone.word(key), exact=True)


def test_the_inside_never_leaves_the_phone_before_its_maker_steps_it_up(journey: Journey) -> None:
    tablet = journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.page.get_by_label("Words for it").fill("Always smiling")
    ana.page.get_by_role("radio", name="Inside", exact=True).click()
    ana.page.get_by_label("Words for it").fill("zanzibar")
    ana.looks_right("two-sides-inside")
    ana.taps(ana.word("send"), exact=True)
    ana.says("status.saved")
    expect(rung(ana, "Outside", "rung.facilitator")).to_be_checked()
    expect(rung(ana, "Inside", "rung.me")).to_be_checked()
    tablet.shows("Always smiling")
    rung(ana, "Outside", "rung.group").click()
    tablet.shows("For the group now")
    ana.reloads()

    ana.page.get_by_role("radio", name="Inside", exact=True).click()
    expect(ana.page.get_by_label("Words for it")).to_have_value("zanzibar")
    assert not [said for said in ana.traffic.said if "zanzibar" in said]

    rung(ana, "Inside", "rung.facilitator").click()
    tablet.shows("2 waiting")
    assert [said for said in ana.traffic.said if "zanzibar" in said]
    rung(ana, "Inside", "rung.me").click()
    tablet.shows("1 waiting")
    tablet.shows("Always smiling")
    expect(ana.page.get_by_label("Words for it")).to_have_value("zanzibar")
