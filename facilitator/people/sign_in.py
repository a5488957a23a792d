"""Signing in and out. A sign-in ends by itself after idle time; a live cockpit keeps its own alive.

With a second step the password alone gives a half sign-in, which opens nothing but the door to that step.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import first_account, staff
from facilitator.people.passwords import Passwords
from facilitator.people.seats import tidy_name
from facilitator.people.slowdown import Slowdown
from facilitator.people.staff import StaffMember
from facilitator.people.turned_away import OnceInAWhile
from facilitator.storage import audit_log, sign_ins
from facilitator.storage.audit_log import Deed
from facilitator.storage.batches import Outcome
from facilitator.storage.database import Store
from facilitator.storage.sign_ins import Device, StoredSignIn
from facilitator.storage.writer import Writer

_NOTED_EVERY = 60_000
"""ms between two notes that a sign-in is used: a page with thirty requests is one write."""
_HALF_LASTS = 5 * 60_000
"""ms from the password to the second step."""
_HOUR = 60 * 60_000
_KNOWN_MOST = 1000
"""Tokens whose sign-ins are remembered: made-up ones must not fill the memory."""


def _nobody_to_tell(staff_id: str) -> None:
    """Until the live rooms say whom to tell."""


@dataclass
class SignIns:
    """Called by web routes and, for `who`, by sockets and by whatever looks after live cockpits. `clock`: ms, UTC.

    `look_again` is told the id of staff who were signed out somewhere or may do less than before, so that sockets
    of theirs that may not stay close at once. `second_factor`: who must have one. `required`: operators, who keep no
    accounts until they do; `everyone`: all, who do nothing until they do.
    """

    store: Store
    writer: Writer
    passwords: Passwords
    clock: Callable[[], int]
    idle_ms: int
    longest_ms: int = 16 * _HOUR
    second_factor: str = "optional"
    look_again: Callable[[str], None] = _nobody_to_tell

    def __post_init__(self) -> None:
        self._guesses = Slowdown(self.clock)
        self._unknown_names = OnceInAWhile(self.clock, 60_000)
        self._known: dict[str, tuple[StoredSignIn | None, StaffMember | None]] = {}
        self._read_at = -1

    def sign_in(self, sign_in_name: str, password: str) -> str:
        """The token for the cookie; `half_way` knows it if a second step is to come.

        Raises `Refused`: `sign_in` (name or password differ), `slow_down`.
        """
        with self.store.reading() as conn:
            account = staff.sign_in_lookup(conn, sign_in_name)
            found = staff.find_by_sign_in_name(conn, sign_in_name)
        self._guesses.try_now(account)
        if not self.passwords.fits(found[1] if found else None, password) or found is None:
            self.note_refused(found[0] if found is not None else None)
            raise Refused("sign_in", "This name and password do not go together. Please check both.")
        self._guesses.hit(account)
        return self._begin(found[0])

    def who(self, token: str) -> StaffMember | None:
        """Whose token this is; None if it is nobody's, only half, or was idle for too long or used for too long.

        Asking is using it."""
        now = self.clock()
        found, member = self._read(token)
        if found is None or found.half or now - found.seen_at > self.idle_ms:
            return None
        if member is None or member.closed or now - found.signed_in_at > self.longest_ms:
            return None
        if now - found.seen_at > _NOTED_EVERY:
            self._note(token, now)
        return self._in_force(member)

    def _read(self, token: str) -> tuple[StoredSignIn | None, StaffMember | None]:
        """Asked with every tap, so it is read from the store only when something may have changed there."""
        version = self.writer.house_version
        if self._read_at != version or len(self._known) >= _KNOWN_MOST:
            self._known, self._read_at = {}, version
        if token not in self._known:
            with self.store.reading() as conn:
                found = sign_ins.find(conn, token)
                self._known[token] = (found, staff.find(conn, found.staff) if found is not None else None)
        return self._known[token]

    def _in_force(self, member: StaffMember) -> StaffMember:
        if self.second_factor == "optional" or member.has_second_step:
            return member
        if self.second_factor == "everyone":
            return replace(member, roles=frozenset(), owes_second_step=True)
        if "operator" not in member.roles:
            return member
        return replace(member, roles=member.roles - {"operator"}, owes_second_step=True)

    def half_way(self, token: str) -> StaffMember | None:
        """Who has given their password with this token, less than five minutes ago, and not yet the second step."""
        with self.store.reading() as conn:
            found = sign_ins.find(conn, token)
            if found is None or not found.half or self.clock() - found.signed_in_at > _HALF_LASTS:
                return None
            member = staff.find(conn, found.staff)
        return None if member is None or member.closed else member

    def began(self, token: str) -> int:
        """When this sign-in began (ms, UTC); 0 if there is none."""
        found, _ = self._read(token)
        return 0 if found is None else found.signed_in_at

    def renew(self, token: str) -> str:
        """Another token for the same sign-in. Raises `Refused("signed_out")`."""
        new = self.writer.wait(partial(sign_ins.renew, token=token))
        if new is None:
            raise Refused("signed_out", "Please sign in again.")
        return new

    def sign_out(self, token: str) -> None:
        def job(conn: Connection) -> str:
            found = sign_ins.find(conn, token)
            sign_ins.end(conn, token)
            if found is not None:
                self.audit(conn, "signed_out", found.staff)
            return found.staff if found is not None else ""

        self.look_again(self.writer.wait(job))

    def devices(self, staff_id: str) -> list[Device]:
        """Where this account is signed in now; last used comes first."""
        with self.store.reading() as conn:
            return sign_ins.devices(conn, staff_id, seen_since=self.clock() - self.idle_ms)

    def sign_out_device(self, staff_id: str, name: str) -> None:
        """Cut one device off, in the middle of a session too. Raises `Refused("not_found")`."""

        def job(conn: Connection) -> None:
            if not sign_ins.end_device(conn, staff_id, name):
                raise Refused("not_found", "That device is not signed in any more.")
            self.audit(conn, "device_signed_out", staff_id)

        self.writer.wait(job)
        self.look_again(staff_id)

    def sign_out_everywhere(self, staff_id: str) -> None:
        """Also for a lost tablet: cuts it off at once."""

        def job(conn: Connection) -> None:
            sign_ins.end_all(conn, staff_id)
            self.audit(conn, "signed_out_everywhere", staff_id)

        self.writer.wait(job)
        self.look_again(staff_id)

    def open_first_account(self, link: str, *, sign_in_name: str, name: str, password: str) -> str:
        """Make the first account; gives the token of its sign-in. Raises `Refused`."""
        with self.store.reading() as conn:
            first_account.check_link(conn, link, at=self.clock())
        sign_in_name, name = tidy_name(sign_in_name), tidy_name(name)
        hashed = self.passwords.new_hash(password, [sign_in_name, name])
        new, now = self.store.new_id(), self.clock()

        def job(conn: Connection) -> None:
            first_account.open_account(
                conn, link, new, sign_in_name=sign_in_name, name=name, password_hash=hashed, at=now
            )
            self.audit(conn, "account_made", new)

        self.writer.wait(job)
        return self._begin(new)

    def change_password(self, staff_id: str, *, old: str, new: str) -> str:
        """Set a new password, sign out everywhere, and give the token of a fresh sign-in. Raises `Refused`."""
        member = self.check_own_password(staff_id, old)
        hashed = self.passwords.new_hash(new, [member.name, member.sign_in_name])

        def job(conn: Connection) -> None:
            staff.set_password(conn, staff_id, hashed)
            self.audit(conn, "password_changed", staff_id)

        self.writer.wait(job)
        self.look_again(staff_id)
        return self.writer.wait(partial(begin, staff_id=staff_id, at=self.clock()))

    def check_own_password(self, staff_id: str, password: str) -> StaffMember:
        """Somebody who is signed in says who they are again. Raises `Refused` (`wrong_password`, `slow_down`)."""
        with self.store.reading() as conn:
            member, stored = staff.find(conn, staff_id), staff.password_hash_of(conn, staff_id)
        self._guesses.try_now(staff_id)
        if member is None or not self.passwords.fits(stored, password):
            raise Refused("wrong_password", "This is not the password that you have now. Please check it.")
        self._guesses.hit(staff_id)
        return member

    def _begin(self, staff_id: str) -> str:
        now = self.clock()
        self.writer.submit(partial(sign_ins.end_idle, seen_before=now - self.idle_ms), urgent=False, then=_unheard)
        with self.store.reading() as conn:
            member = staff.find(conn, staff_id)
        if member is not None and member.has_second_step:
            return self.writer.wait(partial(sign_ins.begin, staff=staff_id, at=now, half=True))
        return self.writer.wait(partial(begin, staff_id=staff_id, at=now))

    def note_refused(self, staff_id: str | None) -> None:
        """A name that nobody has is not written down, since it may be a password; that one was tried is, once a minute.
        Nobody waits for it, so that an account that there is takes no longer to say no than one that there is not."""
        if staff_id is None and not self._unknown_names.now("any"):
            return
        subject = None if staff_id is None else f"staff:{staff_id}"
        note = partial(audit_log.append, action="sign_in_refused", by="nobody", at=self.clock(), subject=subject)
        self.writer.submit(note, urgent=False, then=_unheard)

    def audit(self, conn: Connection, deed: Deed, staff_id: str, by: str | None = None) -> None:
        subject = f"staff:{staff_id}"
        audit_log.append(conn, deed, by=by or subject, at=self.clock(), subject=subject)

    def _note(self, token: str, now: int) -> None:
        self.writer.submit(partial(sign_ins.seen, token=token, at=now), urgent=False, then=_unheard)


def begin(conn: Connection, staff_id: str, *, at: int) -> str:
    """Sign an account in, and write down that it was: the token for the cookie."""
    audit_log.append(conn, "signed_in", by=f"staff:{staff_id}", at=at, subject=f"staff:{staff_id}")
    return sign_ins.begin(conn, staff_id, at=at)


def _unheard(outcome: Outcome[None]) -> None:
    """Nobody waits for it: what could not be noted is noted with the next use."""
