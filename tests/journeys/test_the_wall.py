"""A wall that nobody can reach hides people's words by itself."""

from playwright.sync_api import expect

from tests.journeys.conftest import Journey

HOPE = "A quiet evening"


def test_a_wall_out_of_contact_hides_words_after_half_a_minute(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall(clock=True)
    tablet.pairs(wall)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.writes("One hope for today", HOPE)
    ana.page.get_by_label("OK to show my words").check()
    ana.sends()
    tablet.shows_words(HOPE)
    tablet.taps("Reveal", exact=True)
    wall.shows(HOPE)

    wall.loses_the_network()
    wall.page.clock.run_for(25_000)
    wall.shows(HOPE)
    wall.page.clock.run_for(10_000)

    wall.does_not_show(HOPE)
    wall.shows("No connection")
    wall.picture("out-of-contact")
    tablet.shows("The wall is out of contact. It hides words by itself.")
    tablet.picture("wall-out-of-contact")
    wall.finds_the_network()
    wall.page.clock.resume()
    wall.shows(HOPE)
    expect(wall.page.get_by_text("No connection")).to_have_count(0)


def test_a_wall_survives_a_reload_and_shows_the_way_in_when_asked(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    tablet.begins()
    wall.shows("Come in")
    wall.reloads()
    wall.shows("Come in")

    tablet.in_the_menu("Show it on the wall", closes=False)

    wall.shows(tablet.join_code())
    wall.picture("step-with-the-way-in")
    tablet.in_the_menu("Take it off the wall", closes=False)
    wall.does_not_show(tablet.join_code())
