"""The tablets' door. Authority is asked for at each message, not only at the connect."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from facilitator.conducting.answering import Say
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.outcomes import why_not
from facilitator.conducting.remembering import qr_path
from facilitator.errors import Refused
from facilitator.house import House
from facilitator.live_session.commands import Command, PairWall, UnpairWall
from facilitator.live_session.responses import pictures
from facilitator.live_session.tablet_view import seat_values
from facilitator.people.cookies import read_cookie
from facilitator.realtime.broadcast import room_name
from facilitator.realtime.connections import Connection
from facilitator.realtime.doors import Door
from facilitator.realtime.messages import FACILITATOR_COMMANDS, message_name
from facilitator.storage import audit_log, jottings
from facilitator.storage.audit_log import Deed


class TabletDoor:
    """Registers everything a tablet may send.

    `pair(live_session)` settles walls after a pairing; `cut_off(live_session, seats)` closes phones at once.
    """

    def __init__(
        self, door: Door, house: House, pair: Callable[[str], None], cut_off: Callable[[str, list[str]], None]
    ) -> None:
        self.door, self.house, self._pair, self._cut_off = door, house, pair, cut_off
        self._noted: set[tuple[str, str]] = set()
        door.on_connect(self._admit, self._welcome)
        door.on_disconnect(self._left)
        for command in FACILITATOR_COMMANDS:
            door.on(message_name(command), partial(self._command, command))
        for name in ("rename_seat", "enter_answer", "see_values", "seat_link", "keep_jotting", "leave_tablet"):
            door.on(name, getattr(self, f"_{name}"))
        for name in ("pass_tablet_round", "put_tablets_away"):
            door.on(name, getattr(self, f"_{name}"))
        for name in ("calls_shown", "see_picture", "presence", "clock"):
            door.on(name, getattr(self, f"_{name}"))

    def look_again(self, staff: str) -> None:
        """Cut off at once whichever tablet of theirs may not stay: signed out, or not of this group any more."""
        for connection in self.door.everywhere(staff):
            try:
                self.door.rights.ask_staff(connection, "lead")
            except Refused:
                self.door.close(connection.sid)

    def _admit(self, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Connection:
        token = read_cookie(environ.get("HTTP_COOKIE", ""), "staff", tls=self.house.config.reached_over_tls)
        staff = self.house.sign_ins.who(token) if token else None
        if staff is None:
            raise Refused("signed_out", "Please sign in again.")
        room = self.house.conductor.room(str(auth.get("live_session", "")))
        connection = Connection(
            sid, "facilitator", staff.id, room.id, room.facts.language(str(auth.get("language", ""))), token=token
        )
        room.facts.staff[f"staff:{staff.id}"] = staff.name
        self.door.rights.asked_by_staff(connection, "lead")
        self.door.enter(sid, room_name(room.id, "facilitator", connection.language))
        return connection

    def _welcome(self, connection: Connection) -> None:
        room = self.house.conductor.room(connection.live_session)
        self._tablets(room)
        if (connection.token, room.id) not in self._noted:
            # Once for each sign-in: a tablet on weak Wi-Fi comes back many times in an evening.
            self._noted.add((connection.token, room.id))
            self._audit(connection, "cockpit_opened", f"live_session:{room.id}")
        self.door.broadcast.welcome(room, connection)
        with self.house.store.reading() as conn:
            text = jottings.find(conn, room.id, connection.who)
        self.door.tell(connection.sid, "jotting", {"text": text})
        self.door.broadcast.later(room)

    def _left(self, connection: Connection) -> None:
        room = self.house.conductor.rooms.get(connection.live_session)
        if room is not None:
            self._tablets(room)
            self.door.broadcast.later(room)

    def _tablets(self, room: LiveRoom) -> None:
        here = self.door.connections_of(room.id)
        room.facts.tablets = [room.facts.staff.get(f"staff:{each.who}", "") for each in here]

    def _command(self, command: type[Command], by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        asked = command(**sent)
        then = self.door.answer(by.sid, message_id)

        def told(refused: Refused | None) -> None:
            then(refused)
            if refused is None and isinstance(asked, PairWall | UnpairWall):
                self._pair(by.live_session)

        self.house.conductor.ask(by.live_session, asked, message_id, f"staff:{by.who}", told)

    def _room(self, by: Connection) -> LiveRoom:
        return self.house.conductor.room(by.live_session)

    def _rename_seat(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        if sent["seat"] not in room.state.seats:
            raise Refused("no_seat", "That seat is not part of this session.")
        self.house.joining.rename(room, sent["seat"], sent["name"], self.door.answer(by.sid, message_id))

    def _enter_answer(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        say = Say.of(sent["run"], sent["say"], by_staff=True)
        self.house.answering.say(self._room(by), sent["seat"], say, self.door.answer(by.sid, message_id))

    def _see_values(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        if sent["seat"] not in room.state.seats:
            raise Refused("no_seat", "That seat is not part of this session.")
        self._audit(by, "values_seen", f"seat:{sent['seat']}")
        self.door.tell(by.sid, "seat_values", seat_values(room.state, room.facts, sent["seat"], by.language))
        self.door.answer(by.sid, message_id)(None)

    def _audit(self, by: Connection, deed: Deed, subject: str) -> None:
        """The room comes first: what is asked for is shown meanwhile, even where a full disk takes no entry."""
        note = partial(audit_log.append, action=deed, by=f"staff:{by.who}", at=self.house.clock(), subject=subject)
        with suppress(Refused):
            self.house.writer.submit(note, urgent=False, then=lambda outcome: None, in_session=True)

    def _seat_link(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        token = self.house.joining.link_for(room, sent["seat"])
        url = f"{self.house.opening.surroundings.address}/join#l={token}"
        path, size = qr_path(url)
        told = {"id": message_id, "seat": sent["seat"], "url": url, "qr": path, "size": size}
        self.door.tell(by.sid, "seat_link", told)
        self.door.answer(by.sid, message_id)(None)

    def _pass_tablet_round(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        code = self.house.passing_round.code_for(self._room(by))
        address = f"{self.house.opening.surroundings.address}/shared".split("://", 1)[-1]
        self.door.tell(by.sid, "clinic_tablet", {"id": message_id, "code": code, "address": address})
        self.door.answer(by.sid, message_id)(None)

    def _put_tablets_away(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        handed = self.house.passing_round.put_all_away(self._room(by), self.door.answer(by.sid, message_id))
        self._cut_off(by.live_session, handed)

    def _keep_jotting(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        then, now = self.door.answer(by.sid, message_id), self.house.clock()
        self.house.writer.submit(
            lambda conn: jottings.keep(conn, by.live_session, by.who, sent["text"], at=now),
            urgent=False,
            then=lambda outcome: then(why_not(outcome)),
            in_session=True,
        )

    def _leave_tablet(self, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        others = [each for each in self.door.connections_of(room.id) if each.sid != by.sid]
        if not others and room.state.phase in ("gathering", "running", "ending"):
            raise Refused("last_tablet", "This is the last tablet. Ask a colleague to open the session, or end it.")
        self.door.answer(by.sid, message_id)(None)

    def _calls_shown(self, by: Connection, _id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        shown = {call for call in sent["calls"] if call in room.state.calls}
        if by.visible and not shown <= room.facts.delivered:
            room.facts.delivered |= shown
            self.door.broadcast.changed(room)

    def _see_picture(self, by: Connection, _id: str, sent: dict[str, Any]) -> None:
        room = self._room(by)
        picture = pictures(room.state, room.facts).get(sent["picture"])
        if picture is not None:
            self.door.tell(by.sid, "picture", {"id": sent["picture"], **picture})

    def _presence(self, by: Connection, _id: str, sent: dict[str, Any]) -> None:
        by.visible = sent["visible"]

    def _clock(self, by: Connection, _id: str, sent: dict[str, Any]) -> None:
        self.door.tell(by.sid, "clock", {"sent": sent["sent"], "at": self.house.clock()})
