"""Saying who one is again, before what cannot be taken back: a tablet may have been left lying about.

It holds for five minutes, on the device where it was said and in this process; signing in counts as saying it.
"""

from dataclasses import dataclass, field

from facilitator.errors import Refused
from facilitator.people.second_step import SecondSteps, is_code
from facilitator.people.sign_in import SignIns
from facilitator.people.staff import StaffMember
from facilitator.storage.ids import hash_of

_HOLDS = 5 * 60_000
"""ms."""


@dataclass
class Again:
    """Called by web routes, each with the token of the sign-in that asks."""

    sign_ins: SignIns
    second_steps: SecondSteps
    _said: dict[str, int] = field(default_factory=dict)
    """Hash of a token → when (ms, UTC)."""

    def holds(self, token: str) -> bool:
        said = self._said.get(hash_of(token), 0)
        return self.sign_ins.clock() - max(said, self.sign_ins.began(token)) <= _HOLDS

    def say(self, member: StaffMember, token: str, proof: str) -> None:
        """`proof`: the password, or for who has a second step the code that their app shows.

        Raises `Refused` (`wrong_password`, `wrong_code`, `slow_down`).
        """
        if member.has_second_step and is_code(proof):
            self.second_steps.use_up(member, proof)
        else:
            self._check_password(member, proof)
        now = self.sign_ins.clock()
        still = {one: at for one, at in self._said.items() if now - at <= _HOLDS}
        self._said = {**still, hash_of(token): now}

    def _check_password(self, member: StaffMember, password: str) -> None:
        try:
            self.sign_ins.check_own_password(member.id, password)
        except Refused as no:
            if no.why == "wrong_password":
                self.sign_ins.note_refused(member.id)
            raise
