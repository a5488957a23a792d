"""One evening as it is lived: from the link on the server's console to the summary and its file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening.server import NOTICE, LiveServer
from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

URGE = "How strong is any urge right now?"
HOPE = "To sleep through"
PRIVATE = "Walk the dog past the river"
WORDS = ("eyelids", "mandíbula", "hands", "chest")
MODULE = "Riding out an urge"


@pytest.fixture
def empty_house(browser: Browser, test_output: Path, tmp_path: Path) -> Iterator[Journey]:
    """A server that nobody has signed in to yet."""
    server = LiveServer(tmp_path).start()
    yield from lived(Journey(browser, server, test_output, Watch(server.address)))
    server.stop()


def test_one_evening_from_the_first_link_to_the_summary(empty_house: Journey) -> None:
    tablet = empty_house.tablet()
    tablet.makes_the_first_account(empty_house.server.first_link())
    tablet.makes_a_group("Thursday evening")
    plans_the_evening(tablet)
    tablet.taps("Start", exact=True)
    wall = empty_house.wall()
    ana, ben, chris, dee = everyone_comes_in(empty_house, tablet, wall)
    checks_in(tablet, wall, ana, ben, chris, dee)
    says_where_it_starts(tablet, wall, ana, ben, chris, dee)
    keeps_a_plan_on_the_phone(tablet, ana, chris)
    checks_out(tablet, ana, ben)
    ends(tablet, wall, ana)


def plans_the_evening(tablet: Tablet) -> None:
    """By hand in the editor: by tap, by keyboard, by drag."""
    tablet.looks_right("home-with-a-group")
    tablet.taps("Make a plan")
    for title in ("Check-out", "Check-in", MODULE):
        tablet.taps(f"Add {title}")
    tablet.taps("Add a break")
    assert tablet.plan() == ["Check-out", "Check-in", MODULE, "Break"]

    up = tablet.button("Move Check-in up")
    up.focus()
    tablet.page.keyboard.press("Enter")
    assert tablet.plan() == ["Check-in", "Check-out", MODULE, "Break"]
    expect(up).to_be_focused()

    tablet.drags(MODULE, before="Check-out")
    assert tablet.plan() == ["Check-in", MODULE, "Check-out", "Break"]
    tablet.taps("Move Break up")
    tablet.minutes_of(MODULE).fill("40")
    tablet.shows("Saved.")
    tablet.looks_right("plan")

    tablet.reloads()
    assert tablet.plan() == ["Check-in", MODULE, "Break", "Check-out"]
    expect(tablet.minutes_of(MODULE)).to_have_value("40")


def everyone_comes_in(journey: Journey, tablet: Tablet, wall: Wall) -> list[Phone]:
    """The room is checked; two scan, one types the code and knocks, one has the page in Spanish."""
    tablet.shows("Check the room")
    wall.shows("This screen is ready")
    tablet.looks_right("check-the-room")
    wall.looks_right("pairing")
    tablet.pairs(wall)
    tablet.shows("The wall is paired and in contact.")
    wall.shows("Join here")

    ana, ben = journey.phone("Ana"), journey.phone("Ben", language="es", small=True)
    ana.opens(tablet.join_address())
    ana.looks_right("join")
    ana.scans(tablet.join_address())
    ana.looks_right("agreement")
    ana.agrees()
    ana.says("gathering", name="Ana")
    tablet.shows("A phone has joined.")
    ana.talks_to_staff()
    ana.says("support.sent")
    tablet.taps("Seen: Ana")
    ana.says("support.seen", name="Dr. Okoye")
    tablet.shows("All three work. Begin when the group is ready.")
    tablet.looks_right("checked")
    ana.taps("Back to the group")

    ben.comes_in(tablet.join_address())
    chris = journey.phone("Chris")
    chris.types(tablet.join_code())
    chris.agrees()
    chris.says("waiting")
    tablet.looks_right("a-knock")
    tablet.taps("Let in Chris now")
    chris.says("gathering", name="Chris")
    (dee,) = journey.phones(tablet.join_address(), "Dee")
    return [ana, ben, chris, dee]


def checks_in(tablet: Tablet, wall: Wall, ana: Phone, ben: Phone, chris: Phone, dee: Phone) -> None:
    """Named answers stream in; values hide until tapped; words reach the wall without a name, once approved."""
    tablet.begins()
    tablet.is_at("Come in")
    for phone, craving in ((ana, 7), (chris, 2)):
        phone.is_at("Come in")
        phone.chooses(URGE, craving)
    ana.chooses("I would like some group time today", "Yes")
    ana.writes("One hope for today", HOPE)
    ana.page.get_by_label("OK to show my words").check()
    ana.sends()
    ana.says("status.saved")
    chris.sends()
    chris.says("status.saved")
    ben.chooses("¿Qué tan fuertes son las ganas ahora, si las hay?", 4)
    ben.sends()
    ben.says("status.saved")
    dee.passes()
    tablet.shows("4 of 4 have answered.")
    tablet.looks_right("check-in-answered")

    tablet.looks_at("Ana")
    tablet.sees_no_value(URGE)
    tablet.taps("See what Ana answered")
    tablet.sees_value(URGE, 7)
    tablet.taps("Hide", exact=True)
    tablet.sees_no_value(URGE)
    tablet.back_to_the_group()

    tablet.shows_words(HOPE)
    wall.does_not_show(HOPE)
    tablet.taps("Reveal", exact=True)
    wall.shows(HOPE)
    wall.never_heard("Ana")
    wall.looks_right("a-card")
    tablet.looks_right("a-card-is-on-the-wall")


def says_where_it_starts(tablet: Tablet, wall: Wall, *phones: Phone) -> None:
    """An anonymous word cloud: sealed, closed for good, its words approved one by one."""
    tablet.in_the_menu("Roll call")
    tablet.taps(re.compile("^Confirm the 4"))
    tablet.shows("4 of 4 confirmed here")
    tablet.goes_to("Where it starts", of=MODULE)
    for phone, word in zip(phones, WORDS, strict=True):
        phone.puts_in(word)
        phone.sends()
        phone.says("status.saved")
    tablet.does_not_show("eyelids")
    tablet.closes()
    tablet.shows(re.compile("Closes for good in"))
    tablet.looks_right("closing")
    expect(tablet.live_column.get_by_text("4 waiting")).to_be_visible()
    shown = {tablet.shows_next_card() for _ in phones[:3]}
    tablet.taps("Reveal", exact=True)
    wall.shows(next(iter(shown)))
    expect(tablet.live_column.get_by_role("button", name="Wall 3")).to_be_visible()
    tablet.page.screenshot(path=tablet.pictures / "cockpit.png", animations="disabled")
    shown.add(tablet.shows_next_card())
    assert shown == set(WORDS)
    tablet.taps("Reveal", exact=True)
    for word in WORDS:
        wall.shows(word)
    wall.looks_right("word-cloud")


def keeps_a_plan_on_the_phone(tablet: Tablet, ana: Phone, chris: Phone) -> None:
    """What is private is in no request and in no frame; whoever is not writing breathes with the ring."""
    tablet.goes_to("My ten minutes", of=MODULE)
    ana.is_at("My ten minutes")
    ana.says("promise.private")
    ana.writes("One thing I can do", PRIVATE)
    ana.says("status.private")
    ana.looks_right("private")
    tablet.shows("This stays on their phones. You will see nothing.")
    tablet.goes_to("Settle", of=MODULE)
    ana.says("lingering.private")
    chris.taps("Start", exact=True)
    chris.looks_right("breathing")
    chris.taps("Stop", exact=True)
    assert not [said for said in ana.traffic.said if PRIVATE.split()[1] in said]
    assert [said for said in ana.traffic.said if HOPE in said], "The ear is deaf: not even the hope was heard."


def checks_out(tablet: Tablet, ana: Phone, ben: Phone) -> None:
    tablet.in_the_menu("Go to check-out")
    tablet.is_at("Before you go")
    ana.chooses(URGE, 3)
    ana.sends()
    ana.says("status.saved")
    ben.chooses("¿Qué tan fuertes son las ganas ahora, si las hay?", 5)
    ben.sends()
    ben.says("status.saved")
    ana.does_not_show(PRIVATE)
    ana.page.get_by_text(ana.word("left.private")).click()
    ana.shows(PRIVATE)
    ana.looks_right("still-on-this-phone")


def ends(tablet: Tablet, wall: Wall, ana: Phone) -> None:
    """Looked over, ended, taken back, ended again, and after a minute it is a record."""
    tablet.in_the_menu("Roll call")
    tablet.shows("4 of 4 confirmed here")
    tablet.looks_right("roll-call")
    tablet.in_the_menu("End the session…")
    tablet.taps("Show for a minute")
    row = tablet.page.get_by_role("row").filter(has_text="Ana")
    expect(row.get_by_role("cell")).to_have_text(["7", "3"])
    tablet.looks_right("before-the-end")

    tablet.taps("End the session", exact=True)
    ana.says("ending")
    tablet.taps("Go on with the session")
    ana.is_at("Before you go")
    tablet.in_the_menu("End the session…")
    tablet.taps("End the session", exact=True)
    tablet.shows(re.compile(r"Ends in \d+ seconds"))
    for device in (tablet, wall, ana):
        device.looks_right("ending")
    expect(tablet.page.get_by_role("link", name="See the summary")).to_be_visible(timeout=75_000)
    tablet.looks_right("ended")
    ana.says("ended")
    ana.looks_right("ended")
    wall.shows("Thank you for being here")
    wall.looks_right("ended")
    reads_the_summary(tablet)


def reads_the_summary(tablet: Tablet) -> None:
    tablet.taps("See the summary")
    tablet.shows("Who was there")
    tablet.shows("7 → 3")
    for word in WORDS:
        tablet.shows(word)
    tablet.looks_right("summary")
    with tablet.page.expect_download() as download:
        tablet.taps("Save as a file (JSON)")
    record = json.loads(Path(download.value.path()).read_text())
    assert {person["name"] for person in record["people"]} == {"Ana", "Ben", "Chris", "Dee"}
    assert "eyelids" in json.dumps(record)
    assert "river" not in json.dumps(record)
    assert record["notice"] == NOTICE
    keeps_the_record(tablet)


def keeps_the_record(tablet: Tablet) -> None:
    """One person looked up, printed under the notice, confirmed, and all of it in the log."""
    tablet.taps("Ana", exact=True)
    tablet.shows("This person asks what we hold")
    tablet.looks_right("one-person")
    tablet.taps("Back to the summary")
    tablet.taps("Print", exact=True)
    expect(tablet.page.get_by_text(NOTICE)).to_have_count(2)
    tablet.looks_right("printed")
    tablet.taps("Back to the summary")
    tablet.taps("Confirm summary")
    tablet.shows("has gone")
    for word in WORDS:
        tablet.does_not_show(word)
    tablet.taps("Who did what")
    tablet.shows("confirmed the summary")
    tablet.looks_right("who-did-what")
