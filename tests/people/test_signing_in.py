"""Signing in and out: who gets in, for how long, and who is turned away."""

from collections.abc import Callable
from typing import Any

import pytest
from argon2 import PasswordHasher

from facilitator.errors import Refused
from facilitator.people import staff
from facilitator.people.passwords import Passwords
from facilitator.people.sign_in import SignIns
from facilitator.storage import sign_ins as rows
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer

Call = Callable[..., Any]
RIGHT = "seven green lamps"


def test_dr_okoye_signs_in_with_name_and_password(sign_ins: SignIns, okoye: str) -> None:
    token = sign_ins.sign_in("  Okoye ", RIGHT)
    member = sign_ins.who(token)

    assert member is not None
    assert (member.id, member.name, member.sign_in_name) == (okoye, "Dr. Okoye", "okoye")


@pytest.mark.parametrize(("name", "password"), [("okoye", "seven green lamp"), ("mallory", RIGHT), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(
    sign_ins: SignIns, okoye: str, name: str, password: str
) -> None:
    with pytest.raises(Refused, match="do not go together") as refused:
        sign_ins.sign_in(name, password)

    assert refused.value.why == "sign_in"


def test_a_name_that_nobody_has_costs_a_hash_too(store: Store, writer: Writer, okoye: str, clock: Any) -> None:
    compared: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Any:  # noqa: A002 - the library's name
            compared.append("once")
            return super().verify(hash, password)

    passwords = Passwords(lambda call: call(), Counting(time_cost=1, memory_cost=8, parallelism=1))
    signs_in = SignIns(store, writer, passwords, clock, idle_ms=1000)
    for name in ("okoye", "mallory"):
        with pytest.raises(Refused):
            signs_in.sign_in(name, "not this one")

    assert compared == ["once", "once"]


def test_guessing_one_account_gets_slower_and_no_other(sign_ins: SignIns, okoye: str, clock: Any) -> None:
    for _ in range(3):
        with pytest.raises(Refused, match="do not go together"):
            sign_ins.sign_in("okoye", "a guess")
    with pytest.raises(Refused, match="slow_down"):
        sign_ins.sign_in("OKOYE", RIGHT)
    with pytest.raises(Refused, match="do not go together"):
        sign_ins.sign_in("another", "a guess")
    clock.wait(ms=1000)

    assert sign_ins.who(sign_ins.sign_in("okoye", RIGHT)) is not None


def test_idle_time_ends_a_sign_in(sign_ins: SignIns, okoye: str, clock: Any) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    clock.wait(minutes=30)
    assert sign_ins.who(token) is not None
    clock.wait(minutes=31)

    assert sign_ins.who(token) is None


def test_a_live_cockpit_keeps_its_own_alive(sign_ins: SignIns, okoye: str, clock: Any, writer: Writer) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    for _ in range(12):
        clock.wait(minutes=15)
        assert sign_ins.who(token) is not None
        writer.step()


def test_a_busy_page_is_noted_once_a_minute(
    sign_ins: SignIns, okoye: str, clock: Any, writer: Writer, read: Call
) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    signed_in = clock()
    clock.wait(ms=50_000)
    sign_ins.who(token)
    writer.step()
    assert read(rows.find, token).seen_at == signed_in
    clock.wait(ms=20_000)
    sign_ins.who(token)
    writer.step()

    assert read(rows.find, token).seen_at == clock()


def test_signing_out_ends_this_sign_in_only(sign_ins: SignIns, okoye: str) -> None:
    tablet, desk = sign_ins.sign_in("okoye", RIGHT), sign_ins.sign_in("okoye", RIGHT)
    sign_ins.sign_out(tablet)

    assert sign_ins.who(tablet) is None
    assert sign_ins.who(desk) is not None


def test_signing_out_everywhere_cuts_off_a_lost_tablet(sign_ins: SignIns, okoye: str) -> None:
    told: list[str] = []
    sign_ins.look_again = told.append
    tokens = [sign_ins.sign_in("okoye", RIGHT) for _ in range(2)]
    sign_ins.sign_out_everywhere(okoye)

    assert [sign_ins.who(token) for token in tokens] == [None, None]
    assert told == [okoye]


def test_a_renewed_token_ends_the_old_one(sign_ins: SignIns, okoye: str) -> None:
    old = sign_ins.sign_in("okoye", RIGHT)
    new = sign_ins.renew(old)

    assert sign_ins.who(new) is not None
    assert sign_ins.who(old) is None
    with pytest.raises(Refused, match="signed_out"):
        sign_ins.renew(old)


def test_a_token_is_stored_as_a_hash(sign_ins: SignIns, okoye: str, store: Store) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    stored = b"".join(path.read_bytes() for path in store.data.iterdir() if path.is_file())

    assert len(token) >= 43
    assert token.encode() not in stored
    assert b"Dr. Okoye" not in stored


def test_a_new_password_signs_out_everywhere_but_here(sign_ins: SignIns, okoye: str) -> None:
    lost = sign_ins.sign_in("okoye", RIGHT)
    with pytest.raises(Refused, match="not the password"):
        sign_ins.change_password(okoye, old="a guess", new="nine blue kettles")
    with pytest.raises(Refused, match="weak_password"):
        sign_ins.change_password(okoye, old=RIGHT, new="short")
    here = sign_ins.change_password(okoye, old=RIGHT, new="nine blue kettles")

    assert sign_ins.who(lost) is None
    assert sign_ins.who(here) is not None
    assert sign_ins.sign_in("okoye", "nine blue kettles")
    with pytest.raises(Refused, match="do not go together"):
        sign_ins.sign_in("okoye", RIGHT)


def test_a_lost_password_is_mended_on_the_console(
    sign_ins: SignIns, okoye: str, write: Call, passwords: Passwords
) -> None:
    lost = sign_ins.sign_in("okoye", RIGHT)
    write(staff.reset_password, "Okoye", passwords.hash("nine blue kettles"))

    assert sign_ins.who(lost) is None
    assert sign_ins.sign_in("okoye", "nine blue kettles")
    with pytest.raises(Refused, match="no_account"):
        write(staff.reset_password, "mallory", "-")


def test_two_accounts_never_share_a_sign_in_name(write: Call, read: Call, okoye: str) -> None:
    with pytest.raises(Refused, match="name_taken"):
        write(staff.add, "another", sign_in_name=" OKOYE", name="Another", password_hash="-", at=1)

    assert [member.id for member in read(staff.everyone)] == [okoye]


def test_old_sign_ins_are_forgotten_when_someone_signs_in(
    sign_ins: SignIns, okoye: str, clock: Any, read: Call, writer: Writer
) -> None:
    old = sign_ins.sign_in("okoye", RIGHT)
    clock.wait(minutes=40)
    sign_ins.sign_in("okoye", RIGHT)
    writer.step()

    assert read(rows.find, old) is None


def test_who_somebody_is_is_read_again_only_when_the_house_has_changed(
    sign_ins: SignIns, okoye: str, writer: Writer, write: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, read = sign_ins.sign_in("okoye", RIGHT), []
    find = rows.find
    monkeypatch.setattr(rows, "find", lambda *given: read.append("once") or find(*given))
    for _ in range(3):
        assert sign_ins.who(token) is not None
    assert read == ["once"]

    writer.submit(lambda conn: None, urgent=True, then=lambda outcome: None, in_session=True)
    writer.step()
    assert sign_ins.who(token) is not None
    assert read == ["once"]

    write(staff.sign_out, okoye)
    assert sign_ins.who(token) is None
    assert read == ["once", "once"]


def test_what_is_remembered_still_ends_by_itself(sign_ins: SignIns, okoye: str, clock: Any) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    assert sign_ins.who(token) is not None
    clock.wait(minutes=31)

    assert sign_ins.who(token) is None


def test_made_up_tokens_do_not_fill_the_memory(sign_ins: SignIns, okoye: str) -> None:
    for number in range(2500):
        sign_ins.who(f"made up {number}")

    assert len(sign_ins._known) <= 1000
