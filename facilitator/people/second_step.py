"""The second step of signing in: a code from an app (RFC 6238, 30 seconds, six digits), or one of ten recovery codes.

A code works once, and within half a minute of its own; whoever changes the step gives their password again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hmac import compare_digest
from typing import TypeVar

import pyotp
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people.sign_in import SignIns
from facilitator.people.slowdown import Slowdown
from facilitator.people.staff import StaffMember
from facilitator.storage import second_steps, sign_ins

T = TypeVar("T")

ISSUER = "Facilitator"
_INTERVAL = 30_000
_CODE_LENGTH = 6
_RECOVERY_LENGTH = second_steps.RECOVERY_LENGTH


@dataclass(frozen=True)
class SetUp:
    """What an app needs: the address in the QR, and the same secret to type."""

    address: str
    secret: str


@dataclass
class SecondSteps:
    """Called by web routes. Guesses are slowed down by account, and each needs the password first."""

    sign_ins: SignIns
    _guesses: Slowdown = field(init=False)

    def __post_init__(self) -> None:
        self._guesses = Slowdown(self.sign_ins.clock)

    def finish(self, token: str, code: str) -> str:
        """The token of the whole sign-in, in the place of the half one. Raises `Refused`."""
        member = self.sign_ins.half_way(token)
        if member is None:
            raise Refused("sign_in", "That took a while. Please begin again.")
        return self._with_code(member.id, code, partial(self._finished, staff=member.id, token=token))

    def _finished(self, conn: Connection, staff: str, token: str) -> str:
        whole = sign_ins.renew(conn, token)
        if whole is None:
            raise Refused("sign_in", "That took a while. Please begin again.")
        self.sign_ins.audit(conn, "signed_in", staff)
        return whole

    def begin(self, member: StaffMember, password: str) -> None:
        """Make a secret that waits to be confirmed. Raises `Refused` (`wrong_password`, `has_one`)."""
        self.sign_ins.check_own_password(member.id, password)
        if member.has_second_step:
            raise Refused("has_one", "You have a second step. Turn it off first, then set up another.")
        secret = pyotp.random_base32()
        self.sign_ins.writer.wait(partial(second_steps.begin, staff=member.id, secret=secret))

    def waiting(self, member: StaffMember) -> SetUp | None:
        """The secret that waits to be confirmed, if there is one. Once confirmed it is never shown again."""
        with self.sign_ins.store.reading() as conn:
            found = second_steps.find(conn, member.id)
        if found is None or found.confirmed_at is not None:
            return None
        address = pyotp.TOTP(found.secret).provisioning_uri(name=member.sign_in_name, issuer_name=ISSUER)
        return SetUp(address, found.secret)

    def confirm(self, member: StaffMember, token: str, code: str) -> tuple[str, list[str]]:
        """The app works: another token for this device, every other signed out, and the ten recovery codes."""
        if self.waiting(member) is None:
            raise Refused("no_step", "There is nothing to confirm. Please begin again.")

        def job(conn: Connection) -> tuple[str, list[str]]:
            second_steps.confirm(conn, member.id, at=self.sign_ins.clock())
            self.sign_ins.audit(conn, "second_step_set", member.id)
            return self._renewed(conn, member.id, token), second_steps.new_recovery_codes(conn, member.id)

        done = self._with_code(member.id, code, job)
        self.sign_ins.look_again(member.id)
        return done

    def new_recovery_codes(self, member: StaffMember, code: str) -> list[str]:
        """Ten others; those before end. Raises `Refused` (`wrong_code`, `slow_down`)."""

        def job(conn: Connection) -> list[str]:
            self.sign_ins.audit(conn, "recovery_codes_made", member.id)
            return second_steps.new_recovery_codes(conn, member.id)

        return self._with_code(member.id, code, job)

    def remove(self, member: StaffMember, token: str, code: str) -> str:
        """Back to the password alone: another token for this device, every other signed out."""

        def job(conn: Connection) -> str:
            second_steps.remove(conn, member.id)
            self.sign_ins.audit(conn, "second_step_removed", member.id)
            return self._renewed(conn, member.id, token)

        new = self._with_code(member.id, code, job)
        self.sign_ins.look_again(member.id)
        return new

    def use_up(self, member: StaffMember, code: str) -> None:
        """For whoever says again who they are. Raises `Refused` (`wrong_code`, `slow_down`)."""
        self._with_code(member.id, code, lambda conn: None)

    def recovery_codes_left(self, member: StaffMember) -> int:
        with self.sign_ins.store.reading() as conn:
            return second_steps.recovery_codes_left(conn, member.id)

    def _with_code(self, staff: str, code: str, then: Callable[[Connection], T]) -> T:
        """What `then` gives, in the same transaction that uses the code up. Raises `Refused`."""
        self._guesses.try_now(staff)
        typed = _bare(code)

        def job(conn: Connection) -> T:
            if not self._used_up(conn, staff, typed):
                raise Refused("wrong_code", "This code does not fit, or was used before. Wait for the next one.")
            return then(conn)

        try:
            done = self.sign_ins.writer.wait(job)
        except Refused as no:
            if no.why == "wrong_code":
                self.sign_ins.note_refused(staff)
            raise
        self._guesses.hit(staff)
        return done

    def _used_up(self, conn: Connection, staff: str, typed: str) -> bool:
        if len(typed) == _RECOVERY_LENGTH:
            used = second_steps.use_recovery_code(conn, staff, typed)
            if used:
                self.sign_ins.audit(conn, "recovery_code_used", staff)
            return used
        found = second_steps.find(conn, staff)
        count = None if found is None else count_of(found.secret, typed, at=self.sign_ins.clock())
        return count is not None and second_steps.use(conn, staff, count)

    def _renewed(self, conn: Connection, staff: str, token: str) -> str:
        sign_ins.end_others(conn, staff, but=token)
        new = sign_ins.renew(conn, token)
        if new is None:
            raise Refused("signed_out", "Please sign in again.")
        return new


def is_code(typed: str) -> bool:
    """Whether this has the form of an app's code; no password is so short."""
    bare = _bare(typed)
    return len(bare) == _CODE_LENGTH and bare.isdecimal()


def _bare(code: str) -> str:
    return "".join(sign for sign in code.lower() if sign.isalnum())


def count_of(secret: str, code: str, *, at: int) -> int | None:
    """Which count of 30 seconds this is the code of: now, the one before, or the next, for clocks that differ."""
    app, now = pyotp.TOTP(secret), at // _INTERVAL
    fits = [
        count for count in (now, now - 1, now + 1) if compare_digest(app.generate_otp(count).encode(), code.encode())
    ]
    return fits[0] if fits else None


def reset(conn: Connection, staff: str) -> None:
    """For a colleague who lost their phone and their codes: back to the password, and signed out everywhere."""
    second_steps.remove(conn, staff)
    sign_ins.end_all(conn, staff)
