"""What every message asks of `people/authority.py`, at each message and not only at the connect.

A message that is not here is refused. `tests/test_authority_matrix.py` walks them all, with every role.
"""

from collections.abc import Mapping

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.people import authority
from facilitator.people.authority import (
    AboutJotting,
    AboutLiveSession,
    AboutSeat,
    AboutWall,
    Action,
    Actor,
    Nobody,
    Seat,
    Subject,
    Wall,
)
from facilitator.people.subjects import about_live_session
from facilitator.realtime.connections import Audience, Connection

_LEADS = (
    "begin", "next_step", "back_step", "go_to_step", "go_to_check_out", "extend_timer", "add_module", "drop_block",
    "set_phones", "hold", "resume", "set_cover", "undo", "end_session", "resume_session",
    "close_activity", "reopen_activity", "ask_again", "more_time", "ask_aloud", "show_result", "hide_result",
    "show_response", "park_response", "discard_response", "take_down_response", "reveal", "raise_concern",
    "ask_two_minutes", "stop_asking_two_minutes", "admit", "remove_seat", "readmit_seat", "set_lock", "add_seat",
    "confirm_minutes", "mark_heard", "new_round", "see_call", "pair_wall", "unpair_wall", "show_join_code", "lead",
    "rename_seat", "enter_answer", "see_values", "seat_link", "pass_tablet_round", "put_tablets_away",
    "leave_tablet", "calls_shown", "see_picture", "presence", "clock",
)  # fmt: skip
_TAKES_PART = (
    "call_staff", "cancel_call", "answer_two_minutes", "leave_seat", "move", "step_piece", "answer", "rename",
    "presence", "clock",
)  # fmt: skip

RIGHTS: Mapping[tuple[Audience, str], Action] = {
    **{("facilitator", name): "lead" for name in _LEADS},
    ("facilitator", "keep_jotting"): "jot",
    **{("participant", name): "take_part" for name in _TAKES_PART},
    ("display", "showing"): "show",
    ("display", "see_picture"): "show",
    ("display", "clock"): "stand_by",
}


class Rights:
    """Asked by every door, for every message."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._about: dict[str, AboutLiveSession] = {}
        self._read_at = -1

    def ask(self, by: Connection, name: str) -> None:
        """Raises `Refused` (`signed_out`, `not_yours`, `sign_in`); `LookupError` for a message without a line."""
        action = RIGHTS[by.audience, name]
        if by.audience == "facilitator":
            self.asked_by_staff(by, action)
        else:
            authority.must(self._actor(by), action, _subject(by, action))

    def asked_by_staff(self, by: Connection, action: Action) -> None:
        """As `ask_staff`; that somebody asked for what is not theirs is written down."""
        try:
            self.ask_staff(by, action)
        except Refused as no:
            if no.why == "not_yours":
                self._house.turned_away.note(by.who, f"live_session:{by.live_session}")
            raise

    def tell_operator(self, why: str, audience: Audience) -> None:
        """A socket was refused for something that an operator should hear of."""
        self._house.turned_away.say_in_the_log(why, f"socket.{audience}")

    def ask_staff(self, by: Connection, action: Action) -> None:
        member = self._house.sign_ins.who(by.token)
        if member is None or member.id != by.who:
            raise Refused("signed_out", "Please sign in again.")
        live_session = self._about_live_session(by.live_session)
        subject = AboutJotting(by.who, live_session) if action == "jot" else live_session
        authority.must(member.actor, action, subject)

    def _about_live_session(self, live_session: str) -> AboutLiveSession:
        """Asked with every tap, so it is read from the store only when something may have changed there."""
        version = self._house.writer.house_version
        if self._read_at != version:
            self._about, self._read_at = {}, version
        if live_session not in self._about:
            with self._house.store.reading() as conn:
                self._about[live_session] = about_live_session(conn, live_session)
        return self._about[live_session]

    def _actor(self, by: Connection) -> Actor:
        """Who this phone or wall is now: its seat may have gone to another phone, its pairing may be over."""
        if by.audience == "display":
            here = self._house.conductor.rooms.get(by.live_session)
            return Wall(by.who, by.live_session if here is not None and by.who in here.state.walls else "")
        # A session that is over says so itself.
        seat = self._house.conductor.room(by.live_session).state.seats.get(by.who)
        return Nobody() if seat is None or by.tickets < seat.tickets else Seat(by.who, by.live_session)


def _subject(by: Connection, action: Action) -> Subject:
    match action:
        case "take_part":
            return AboutSeat(by.who, by.live_session)
        case "show":
            return AboutWall(by.who, by.live_session)
    return None
