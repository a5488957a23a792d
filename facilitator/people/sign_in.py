"""Signing in and out. A sign-in ends by itself after idle time; a live cockpit keeps its own alive."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from facilitator.errors import Refused
from facilitator.people import first_account, staff
from facilitator.people.passwords import Passwords, check_password
from facilitator.people.seats import tidy_name
from facilitator.people.slowdown import Slowdown
from facilitator.people.staff import StaffMember
from facilitator.storage import sign_ins
from facilitator.storage.database import Store
from facilitator.storage.writer import Outcome, Writer

_NOTED_EVERY = 60_000
"""ms between two notes that a sign-in is used: a page with thirty requests is one write."""


def _nobody_to_tell(staff_id: str) -> None:
    """Until the live rooms say whom to tell."""


@dataclass
class SignIns:
    """Called by web routes and, for `who` and `keep_alive`, by sockets. `clock` gives ms, UTC.

    `signed_out` is told the id of staff who are signed out everywhere, so that their sockets close at once.
    """

    store: Store
    writer: Writer
    passwords: Passwords
    clock: Callable[[], int]
    idle_ms: int
    signed_out: Callable[[str], None] = _nobody_to_tell

    def __post_init__(self) -> None:
        self._guesses = Slowdown(self.clock)

    def sign_in(self, sign_in_name: str, password: str) -> str:
        """The token for the cookie. Raises `Refused`: `sign_in` (name or password differ), `slow_down`."""
        with self.store.reading() as conn:
            account = staff.sign_in_lookup(conn, sign_in_name)
            found = staff.find_by_sign_in_name(conn, sign_in_name)
        self._guesses.try_now(account)
        if not self.passwords.fits(found[1] if found else None, password) or found is None:
            raise Refused("sign_in", "This name and password do not go together. Please check both.")
        self._guesses.hit(account)
        return self._begin(found[0])

    def who(self, token: str) -> StaffMember | None:
        """Whose token this is; None if it is nobody's, or was idle for too long."""
        now = self.clock()
        with self.store.reading() as conn:
            found = sign_ins.find(conn, token)
            if found is None or now - found.seen_at > self.idle_ms:
                return None
            member = staff.find(conn, found.staff)
        if now - found.seen_at > _NOTED_EVERY:
            self._note(token, now)
        return member

    def keep_alive(self, token: str) -> bool:
        """A live cockpit is in use. False if its sign-in has ended and the socket has to close."""
        return self.who(token) is not None

    def renew(self, token: str) -> str:
        """Another token for the same sign-in. Raises `Refused("signed_out")`."""
        new = self.writer.wait(partial(sign_ins.renew, token=token))
        if new is None:
            raise Refused("signed_out", "Please sign in again.")
        return new

    def sign_out(self, token: str) -> None:
        self.writer.wait(partial(sign_ins.end, token=token))

    def sign_out_everywhere(self, staff_id: str) -> None:
        """Also for a lost tablet: cuts it off at once."""
        self.writer.wait(partial(sign_ins.end_all, staff=staff_id))
        self.signed_out(staff_id)

    def open_first_account(self, link: str, *, sign_in_name: str, name: str, password: str) -> str:
        """Make the first account; gives the token of its sign-in. Raises `Refused`."""
        with self.store.reading() as conn:
            first_account.check_link(conn, link, at=self.clock())
        sign_in_name, name = tidy_name(sign_in_name), tidy_name(name)
        check_password(password, [sign_in_name, name])
        open_account = partial(
            first_account.open_account,
            token=link,
            staff_id=self.store.new_id(),
            sign_in_name=sign_in_name,
            name=name,
            password_hash=self.passwords.hash(password),
            at=self.clock(),
        )
        return self._begin(self.writer.wait(open_account).id)

    def change_password(self, staff_id: str, *, old: str, new: str) -> str:
        """Set a new password, sign out everywhere, and give the token of a fresh sign-in. Raises `Refused`."""
        with self.store.reading() as conn:
            member, stored = staff.find(conn, staff_id), staff.password_hash_of(conn, staff_id)
        self._guesses.try_now(staff_id)
        if member is None or not self.passwords.fits(stored, old):
            raise Refused("sign_in", "This is not the password that you have now. Please check it.")
        self._guesses.hit(staff_id)
        check_password(new, [member.name, member.sign_in_name])
        hashed = self.passwords.hash(new)
        self.writer.wait(partial(staff.set_password, staff_id=staff_id, password_hash=hashed))
        self.signed_out(staff_id)
        return self._begin(staff_id)

    def _begin(self, staff_id: str) -> str:
        now = self.clock()
        self.writer.submit(partial(sign_ins.end_idle, seen_before=now - self.idle_ms), urgent=False, then=_unheard)
        return self.writer.wait(partial(sign_ins.begin, staff=staff_id, at=now))

    def _note(self, token: str, now: int) -> None:
        self.writer.submit(partial(sign_ins.seen, token=token, at=now), urgent=False, then=_unheard)


def _unheard(outcome: Outcome[None]) -> None:
    """Nobody waits for it: what could not be noted is noted with the next use."""
