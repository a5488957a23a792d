"""Help is one tap away on every phone screen, with and without a network, and a page can be gone in one tap."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import FRONT_DESK, Journey

KEPT = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  kept: await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done, no) => {
    const opening = indexedDB.open(name);
    opening.onerror = no;
    opening.onsuccess = () => {
      const { result } = opening;
      const stores = [...result.objectStoreNames];
      if (!stores.length) return done(0);
      const counting = result.transaction(stores).objectStore(stores[0]).count();
      counting.onsuccess = () => { result.close(); done(counting.result); };
    };
  }))),
})"""
HIDE = """words => new Promise(done => {
  const button = [...document.querySelectorAll("footer button")].find(one => one.textContent.trim() === words);
  const began = performance.now();
  button.click();
  const left = { text: document.body.textContent, path: location.pathname, title: document.title.trim() };
  const gone = performance.now() - began;
  requestAnimationFrame(() => setTimeout(() => done({ ...left, gone, drawn: performance.now() - began })));
})"""
SLOW = 6
"""A cheap phone is some six times slower than this machine."""
NOTHING = re.compile("Ana|urge|agree|quiet evening|Thursday", re.IGNORECASE)


def kept(page: Page) -> dict[str, list[int]]:
    found: dict[str, list[int]] = page.evaluate(KEPT)
    return found


def is_empty(page: Page) -> None:
    """Nothing of a group is left in this browser."""
    left = kept(page)
    # Where the browser took the whole store away there is none to count in.
    assert (left["local"], left["session"], sum(left["kept"])) == ([], [], 0)


def begun(journey: Journey) -> tuple[Tablet, Phone]:
    tablet = journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.is_at("Come in")
    return tablet, ana


def test_hide_this_now_leaves_nothing_behind(journey: Journey) -> None:
    tablet, ana = begun(journey)
    ana.writes("One hope for today", "A quiet evening")
    ana.says("status.not_sent")
    assert kept(ana.page)["kept"] != [0], "Nothing was kept before: this test would prove nothing."

    ana.hides_this()

    expect(ana.page).to_have_title("Page")
    ana.shows("This page is empty.")
    ana.picture("hidden")
    is_empty(ana.page)
    assert not [cookie for cookie in ana.context.cookies() if "language" not in cookie["name"]]
    ana.page.go_back()
    expect(ana.page.get_by_text(NOTHING)).to_have_count(0)
    ana.picture("hidden-and-back")
    ana.opens("/group")
    expect(ana.page.get_by_text("A quiet evening")).to_have_count(0)
    tablet.shows("phone away")


@pytest.mark.parametrize("slower", [1, SLOW])
def test_hide_this_now_is_done_within_the_tap_itself(journey: Journey, slower: int) -> None:
    """Before anything is waited for: no network, no store, no clock stands between the tap and the empty page."""
    _, ana = begun(journey)
    ana.writes("One hope for today", "A quiet evening")
    ana.context.new_cdp_session(ana.page).send("Emulation.setCPUThrottlingRate", {"rate": slower})

    told = ana.page.evaluate(HIDE, ana.word("hide"))
    print(f"\n{slower} times slower: gone after {told['gone']:.1f} ms, drawn after {told['drawn']:.1f} ms")

    assert (told["text"], told["path"], told["title"]) == ("", "/hidden", "")
    expect(ana.page).to_have_title("Page")
    ana.page.go_back()
    expect(ana.page.get_by_text(NOTHING)).to_have_count(0)


def test_a_call_is_sent_delivered_and_seen(journey: Journey) -> None:
    tablet, ana = begun(journey)
    ana.talks_to_staff()
    ana.says("support.sent")
    ana.picture("a-call-sent")
    tablet.picture("a-call")

    tablet.taps("Seen: Ana")

    ana.says("support.seen", name="Dr. Okoye")
    ana.picture("a-call-seen")


def test_a_call_that_no_tablet_shows_says_so_after_ten_seconds_and_whom_to_turn_to(journey: Journey) -> None:
    tablet, ana = begun(journey)
    tablet.opens("about:blank")

    ana.talks_to_staff()

    ana.says("support.sending")
    ana.does_not_say("support.sent")
    ana.says("support.not_delivered")
    ana.says("support.not_delivered.988")
    ana.says("support.walk_to", walk_to=FRONT_DESK)
    ana.picture("a-call-not-delivered")


def test_crisis_lines_need_no_network(journey: Journey) -> None:
    _, ana = begun(journey)
    ana.loses_the_network()

    ana.talks_to_staff()

    expect(ana.page.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    expect(ana.page.get_by_role("link", name="Text 988")).to_have_attribute("href", "sms:988")
    ana.picture("a-call-without-a-network")


def test_hide_this_now_works_without_a_network(journey: Journey) -> None:
    _, ana = begun(journey)
    ana.writes("One hope for today", "A quiet evening")
    ana.loses_the_network()

    ana.taps("Hide this now", exact=True)

    expect(ana.page.get_by_text("A quiet evening")).to_have_count(0)
    expect(ana.page.locator("body")).to_have_text("")
    assert "/group" not in ana.page.url


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_way_in_needs_no_script(journey: Journey, language: str) -> None:
    tablet = journey.tablet()
    ana = journey.phone("Ana", language=language, java_script_enabled=False)
    ana.types(tablet.join_code())
    ana.agrees()

    expect(ana.page.locator("noscript p")).to_have_text(ana.word("group.no_script"))
    ana.has_help()
    tablet.taps("Let in Ana now")
