"""People and screens: who is in, who knocks, who called, and what staff confirmed of their minutes."""

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from tests.live_session.cast import LINDQVIST, MINUTE
from tests.live_session.evening import Evening

# --- seats -----------------------------------------------------------------------------------------------


def test_the_qr_goes_straight_in_and_a_typed_code_knocks(evening: Evening) -> None:
    evening.ask(c.TakeSeat("ana", "qr"), "seat:ana")
    evening.ask(c.TakeSeat("ben", "code"), "seat:ben")

    assert [row["admission"] for row in evening.tablet["roster"]] == ["admitted", "knocking"]
    assert evening.ask(c.TakeSeat("ana", "qr"), "seat:ana") == []


def test_staff_let_in_whoever_knocks_now_or_with_the_next_step(evening: Evening) -> None:
    evening.happens(e.SeatTaken("ana", "code"), e.SeatTaken("ben", "code"))
    evening.ask(c.Admit("ana"))
    evening.ask(c.Admit("ben", "next_step"))

    assert [evening.own(seat)["admission"] for seat in ("ana", "ben")] == ["admitted", "next_step"]
    assert evening.ask(c.Admit("ana")) == []
    assert evening.ask(c.Admit("ben", "next_step")) == []
    evening.ask(c.Admit("ben"))
    assert evening.own("ben")["admission"] == "admitted"


def test_a_locked_group_takes_nobody_new(evening: Evening) -> None:
    evening.come("ana").ask(c.SetLock(True))

    assert evening.refuses(c.TakeSeat("ben", "qr"), "seat:ben") == "locked"
    assert evening.refuses(c.TakeSeat("ben", "code"), "seat:ben") == "locked"
    assert evening.ask(c.SetLock(True)) == []
    evening.ask(c.SetLock(False))
    assert evening.refuses(c.TakeSeat("ben", "qr"), "seat:ben") == ""


def test_a_removed_seat_comes_back_only_by_staff(evening: Evening) -> None:
    evening.come("ana").ask(c.RemoveSeat("ana"))
    assert evening.own("ana")["admission"] == "removed"
    assert evening.ask(c.RemoveSeat("ana")) == []
    assert evening.refuses(c.Admit("ana")) == "removed"
    assert evening.ask(c.TakeSeat("ana", "qr"), "seat:ana") == []

    evening.ask(c.ReadmitSeat("ana"))
    assert evening.own("ana")["admission"] == "admitted"
    assert evening.ask(c.ReadmitSeat("ana")) == []


def test_a_seat_can_be_without_a_phone_until_it_is_given_one(evening: Evening) -> None:
    evening.ask(c.AddSeat("", "eli"))
    assert evening.tablet["roster"][0]["phone"] == "none"
    assert evening.ask(c.AddSeat("", "eli")) == []

    evening.ask(c.RenewSeat("eli"))
    assert evening.tablet["roster"][0]["phone"] == "gone"
    evening.facts.connected.add("eli")
    assert evening.tablet["roster"][0]["phone"] == "connected"


def test_the_name_of_a_seat_is_never_in_the_log(evening: Evening) -> None:
    evening.ask(c.AddSeat("", "eli"))

    assert "Eli" not in str(evening.log)


def test_a_phone_that_leaves_leaves_once_and_the_seat_stays(evening: Evening) -> None:
    evening.come("ana")

    assert evening.ask(c.LeaveSeat("ana"), "seat:ana") == [e.SeatLeft("ana")]
    assert evening.ask(c.LeaveSeat("ana"), "seat:ana") == []
    assert evening.own("ana")["admission"] == "admitted"
    evening.ask(c.RenewSeat("ana"))
    assert not evening.state.seats["ana"].has_left


ABOUT_A_SEAT = (
    *(c.Admit("x"), c.RemoveSeat("x"), c.ReadmitSeat("x"), c.RenewSeat("x"), c.ConfirmMinutes("x", "in")),
    *(c.LeaveSeat("x"), c.AcceptAgreement("v1", "x"), c.CallStaff("call1", "x")),
)


@pytest.mark.parametrize("command", ABOUT_A_SEAT, ids=lambda command: type(command).__name__)
def test_a_seat_that_is_not_here_is_refused(evening: Evening, command: c.Command) -> None:
    assert evening.refuses(command) == "no_seat"


def test_the_agreement_is_accepted_in_the_version_of_today(evening: Evening) -> None:
    evening.come("ana")
    assert evening.refuses(c.AcceptAgreement("v0", "ana"), "seat:ana") == "other_version"
    assert not evening.tablet["roster"][0]["accepted"]
    evening.ask(c.AcceptAgreement("v1", "ana"), "seat:ana")

    assert evening.tablet["roster"][0]["accepted"]
    assert evening.own("ana")["accepted"] == evening.phones["agreement"] == "v1"
    assert evening.ask(c.AcceptAgreement("v1", "ana"), "seat:ana") == []


# --- minutes ---------------------------------------------------------------------------------------------


def minutes(evening: Evening) -> list[tuple[str, int]]:
    return [(what, (at - evening.now) // MINUTE) for what, at in evening.state.seats["ana"].minutes]


def confirm(what: str, ago: int = 0) -> c.ConfirmMinutes:
    return c.ConfirmMinutes("ana", what, ago)  # type: ignore[arg-type]


def test_phones_suggest_and_staff_confirm(evening: Evening) -> None:
    evening.come("ana")
    assert evening.tablet["roster"][0]["minutes"] == "unconfirmed"
    evening.ask(confirm("in", 10))

    assert evening.tablet["roster"][0]["minutes"] == "in"
    assert evening.tablet["roster"][0]["since"] == evening.now - 10 * MINUTE


def test_someone_comes_goes_away_comes_back_and_leaves(evening: Evening) -> None:
    evening.come("ana")
    for what, ago in (("in", 60), ("away", 40), ("back", 35), ("out", 20), ("in", 10)):
        evening.ask(confirm(what, ago))

    assert minutes(evening) == [("in", -60), ("away", -40), ("back", -35), ("out", -20), ("back", -10)]
    assert evening.tablet["roster"][0]["minutes"] == "in"


@pytest.mark.parametrize("what", ["out", "away"])
def test_nobody_leaves_who_has_not_come(evening: Evening, what: str) -> None:
    assert evening.come("ana").refuses(confirm(what)) == "not_in"


def test_someone_who_is_away_may_leave_and_not_step_away_again(evening: Evening) -> None:
    evening.come("ana").happens(
        e.MinutesConfirmed("ana", "in", evening.now), e.MinutesConfirmed("ana", "away", evening.now)
    )

    assert evening.refuses(confirm("away")) == "not_in"
    assert evening.refuses(confirm("out")) == ""
    assert evening.refuses(confirm("out")) == "not_in"


def test_in_is_confirmed_once(evening: Evening) -> None:
    evening.come("ana").ask(confirm("in"))

    assert evening.ask(confirm("in")) == []
    assert evening.ask(confirm("back")) == []


def test_minutes_are_noted_in_their_order_and_within_reason(evening: Evening) -> None:
    evening.come("ana").ask(confirm("in", 5))

    assert evening.refuses(confirm("away", 6)) == "before_last"
    assert evening.refuses(confirm("away", -1)) == "minutes"
    assert evening.refuses(confirm("away", 241)) == "minutes"
    assert evening.refuses(confirm("away", 5)) == ""


# --- support calls ---------------------------------------------------------------------------------------


def test_a_call_reaches_the_tablet_and_comes_back_seen(evening: Evening) -> None:
    evening.come("ana").ask(c.CallStaff("call1", "ana"), "seat:ana")
    assert evening.own("ana")["call"] == {"call": "call1", "status": "sent", "seen_by": None}
    evening.facts.delivered.add("call1")
    assert evening.own("ana")["call"] == {"call": "call1", "status": "delivered", "seen_by": None}
    evening.ask(c.SeeCall("call1"), LINDQVIST)

    assert evening.own("ana")["call"] == {"call": "call1", "status": "seen", "seen_by": "Dr. Lindqvist"}
    assert evening.tablet["calls"][0]["seen_by"] == "Dr. Lindqvist"
    assert evening.ask(c.SeeCall("call1")) == []


def test_a_call_sent_twice_is_one_and_a_seat_has_one_at_a_time(evening: Evening) -> None:
    evening.come("ana", "ben").ask(c.CallStaff("call1", "ana"), "seat:ana")

    assert evening.ask(c.CallStaff("call1", "ana"), "seat:ana") == []
    assert evening.ask(c.CallStaff("call2", "ana"), "seat:ana") == []
    assert evening.ask(c.CallStaff("call3", "ben"), "seat:ben") != []
    evening.ask(c.SeeCall("call1"))
    assert evening.ask(c.CallStaff("call4", "ana"), "seat:ana") != []


def test_only_whoever_called_takes_it_back(evening: Evening) -> None:
    evening.come("ana", "ben").ask(c.CallStaff("call1", "ana"), "seat:ana")

    assert evening.refuses(c.CancelCall("call1", "ben"), "seat:ben") == "no_such_call"
    assert evening.refuses(c.CancelCall("call9", "ana"), "seat:ana") == "no_such_call"
    evening.ask(c.CancelCall("call1", "ana"), "seat:ana")
    assert (evening.tablet["calls"], evening.own("ana")["call"]) == ([], None)
    assert evening.ask(c.CancelCall("call1", "ana"), "seat:ana") == []
    assert evening.ask(c.SeeCall("call1")) == []


def test_a_call_that_nobody_sees_grows_after_a_minute(evening: Evening) -> None:
    evening.come("ana").ask(c.CallStaff("call1", "ana"), "seat:ana")
    assert not evening.wait(59).tablet["calls"][0]["grown"]
    assert evening.wait(1).tablet["calls"][0]["grown"]
    evening.ask(c.SeeCall("call1"))
    assert not evening.tablet["calls"][0]["grown"]


def test_open_calls_stand_first(evening: Evening) -> None:
    evening.come("ana", "ben").ask(c.CallStaff("call1", "ana"), "seat:ana")
    evening.ask(c.SeeCall("call1"))
    evening.ask(c.CallStaff("call2", "ben"), "seat:ben")

    assert [call["call"] for call in evening.tablet["calls"]] == ["call2", "call1"]


@pytest.mark.parametrize("admission", ["knocking", "removed"])
def test_help_is_there_for_whoever_is_not_in_too(evening: Evening, admission: str) -> None:
    evening.happens(e.SeatTaken("ana", "code"), *([e.SeatRemoved("ana")] if admission == "removed" else []))

    assert evening.refuses(c.CallStaff("call1", "ana"), "seat:ana") == ""


@pytest.mark.parametrize("call", ["", "I want to die", "x" * 81, "a/b", "a\n"])
def test_a_call_carries_no_words_into_the_log(evening: Evening, call: str) -> None:
    assert evening.come("ana").refuses(c.CallStaff(call, "ana"), "seat:ana") == "malformed"


def test_a_call_that_is_not_here_is_refused(evening: Evening) -> None:
    assert evening.refuses(c.SeeCall("call9")) == "no_such_call"


# --- screens -----------------------------------------------------------------------------------------------


def test_walls_are_paired_and_let_go(evening: Evening) -> None:
    evening.ask(c.PairWall("", "w1"))
    evening.ask(c.PairWall("", "w2"))
    assert [wall["wall"] for wall in evening.tablet["walls"]] == ["w1", "w2"]
    assert evening.ask(c.PairWall("", "w1")) == []

    evening.ask(c.UnpairWall("w1"))
    assert [wall["wall"] for wall in evening.tablet["walls"]] == ["w2"]
    assert evening.ask(c.UnpairWall("w1")) == []


def test_the_join_code_is_on_the_wall_when_staff_want_it(evening: Evening) -> None:
    assert evening.wall["join"] is not None
    evening.come("ana").at("b1/arrive")
    assert evening.wall["join"] is None
    evening.ask(c.ShowJoinCode(True))
    assert evening.wall["join"] is not None
    assert evening.ask(c.ShowJoinCode(True)) == []
    evening.ask(c.SetCover(True))
    assert evening.wall["join"] is None


def test_the_room_is_checked_by_what_was_seen_to_work(evening: Evening) -> None:
    assert evening.tablet["room_checked"] == {"wall": False, "phone": False, "support": False}
    evening.come("ana").facts.ever_connected = True
    evening.ask(c.CallStaff("call1", "ana"), "seat:ana")
    evening.ask(c.SeeCall("call1"))

    assert evening.tablet["room_checked"] == {"wall": False, "phone": True, "support": True}
