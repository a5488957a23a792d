"""`kill -9` in the middle of a step: every device comes back by itself, and nothing that was saved is lost."""

from tests.journeys.conftest import Journey

WORDS = {"Ana": "eyelids", "Ben": "hands", "Chris": "stomach", "Dee": "chest"}


def test_after_kill_9_everyone_is_back_on_the_right_step_with_what_was_saved(journey: Journey) -> None:
    journey.watch.network_comes_and_goes = True
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    phones = journey.phones(tablet.join_address(), *WORDS)
    ana = phones[0]
    tablet.begins()
    ana.chooses("How strong is any urge right now?", 7)
    ana.sends()
    ana.says("status.saved")
    tablet.goes_to("Where it starts", of="Riding out an urge")
    for phone in phones:
        phone.puts_in(WORDS[phone.name])
        phone.sends()
        phone.says("status.saved")

    journey.server.kill()
    tablet.shows("No connection. The wall stays as it is.")
    tablet.picture("no-connection")
    ana.says("offline")
    ana.picture("server-away")
    journey.server.start()

    tablet.does_not_show("No connection. The wall stays as it is.")
    tablet.is_at("Where it starts")
    wall.shows("Where in your body does a small urge show up first?")
    for phone in phones:
        phone.does_not_say("offline")
        phone.is_at("Where it starts")
        phone.says("status.saved")

    tablet.closes()
    tablet.shows("4 waiting")
    told = {tablet.shows_next_card() for _ in phones}
    assert told == set(WORDS.values())
    tablet.looks_at("Ana")
    tablet.taps("See what Ana answered")
    tablet.sees_value("How strong is any urge right now?", 7)
    tablet.next_step()
    for phone in phones:
        phone.is_at("Ride a small one")
    wall.shows("Ride a small one")
