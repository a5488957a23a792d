"""The second step of signing in: which codes open, once each, and that a password alone opens nothing any more."""

from collections.abc import Callable
from typing import Any

import pyotp
import pytest

from facilitator.errors import Refused
from facilitator.people import second_step, staff
from facilitator.people.second_step import SecondSteps, count_of
from facilitator.people.sign_in import SignIns
from facilitator.people.staff import StaffMember
from facilitator.storage import audit_log
from facilitator.storage.audit_log import Wanted
from facilitator.storage.database import Store

Call = Callable[..., Any]
RIGHT = "seven green lamps"


@pytest.fixture
def steps(sign_ins: SignIns) -> SecondSteps:
    return SecondSteps(sign_ins)


@pytest.fixture
def tablet(sign_ins: SignIns, okoye: str) -> str:
    """The token of Dr. Okoye's tablet."""
    return sign_ins.sign_in("okoye", RIGHT)


@pytest.fixture
def me(sign_ins: SignIns, tablet: str) -> Callable[[], StaffMember]:
    """Dr. Okoye as she is now."""

    def who(token: str = tablet) -> StaffMember:
        member = sign_ins.who(token)
        assert member is not None
        return member

    return who


@pytest.fixture
def app(steps: SecondSteps, me: Callable[[], StaffMember]) -> pyotp.TOTP:
    """Dr. Okoye's app, which has scanned the code and is not confirmed yet."""
    steps.begin(me(), RIGHT)
    waiting = steps.waiting(me())
    assert waiting is not None
    return pyotp.TOTP(waiting.secret)


@pytest.fixture
def shows(app: pyotp.TOTP, clock: Any) -> Callable[[], str]:
    """What the app shows now."""
    return lambda: app.generate_otp(clock() // 30_000)


@pytest.fixture
def codes(steps: SecondSteps, me: Any, tablet: str, shows: Any, clock: Any) -> list[str]:
    """The second step is on; half a minute has gone by. The ten codes for a bad day."""
    _, codes = steps.confirm(me(), tablet, shows())
    clock.wait(ms=30_000)
    return codes


def test_a_password_alone_opens_nothing_any_more(sign_ins: SignIns, codes: list[str]) -> None:
    half = sign_ins.sign_in("okoye", RIGHT)

    assert sign_ins.who(half) is None
    assert sign_ins.half_way(half) is not None


def test_the_code_of_the_app_opens_and_changes_the_token(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], shows: Callable[[], str]
) -> None:
    half = sign_ins.sign_in("okoye", RIGHT)
    whole = steps.finish(half, shows())

    assert sign_ins.who(whole) is not None
    assert whole != half
    assert sign_ins.who(half) is None
    assert sign_ins.half_way(half) is None


def test_a_code_works_once(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], shows: Callable[[], str], clock: Any
) -> None:
    steps.finish(sign_ins.sign_in("okoye", RIGHT), shows())
    thief = sign_ins.sign_in("okoye", RIGHT)

    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(thief, shows())
    clock.wait(ms=30_000)
    assert steps.finish(thief, shows())


def test_the_code_that_set_it_up_does_not_sign_in_too(
    steps: SecondSteps, sign_ins: SignIns, me: Any, tablet: str, shows: Callable[[], str]
) -> None:
    steps.confirm(me(), tablet, shows())

    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), shows())


def test_an_older_code_does_not_open_after_a_newer_one(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], app: pyotp.TOTP, clock: Any
) -> None:
    now = clock() // 30_000
    steps.finish(sign_ins.sign_in("okoye", RIGHT), app.generate_otp(now + 1))

    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), app.generate_otp(now))


def test_clocks_may_differ_by_half_a_minute_and_no_more() -> None:
    secret, now = pyotp.random_base32(), 1_800_000_000_000
    told = [count_of(secret, pyotp.TOTP(secret).generate_otp(now // 30_000 + off), at=now) for off in range(-3, 4)]

    assert [found is not None for found in told] == [False, False, True, True, True, False, False]


@pytest.mark.parametrize("code", ["", "000000", "12345", "einszw", "١٢٣٤٥٦", "🙂" * 6, "0" * 400, "-" * 16, "a" * 24])
def test_what_is_no_code_opens_nothing(steps: SecondSteps, sign_ins: SignIns, codes: list[str], code: str) -> None:
    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), code)


def test_each_of_ten_codes_for_a_bad_day_opens_once(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], me: Any
) -> None:
    assert len(set(codes)) == 10
    assert all(len(code.replace("-", "")) * 5 >= 112 for code in codes), "too few random bits"
    whole = steps.finish(sign_ins.sign_in("okoye", RIGHT), codes[0].upper().replace("-", " "))
    assert steps.recovery_codes_left(me(whole)) == 9
    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), codes[0])

    assert steps.finish(sign_ins.sign_in("okoye", RIGHT), codes[9])


def test_a_colleagues_code_opens_nothing(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], write: Call, passwords: Any
) -> None:
    hashed = passwords.hash(RIGHT)
    write(staff.add, "dee", sign_in_name="dee", name="Dee", password_hash=hashed, at=1)
    token = sign_ins.sign_in("dee", RIGHT)
    dee = sign_ins.who(token)
    assert dee is not None
    steps.begin(dee, RIGHT)
    with pytest.raises(Refused, match="wrong_code"):
        steps.confirm(dee, token, codes[0])


def test_guessing_codes_gets_slower(steps: SecondSteps, sign_ins: SignIns, codes: list[str]) -> None:
    half, told = sign_ins.sign_in("okoye", RIGHT), []
    for _ in range(5):
        with pytest.raises(Refused) as refused:
            steps.finish(half, "000000")
        told.append(refused.value.why)

    assert told[:3] == ["wrong_code"] * 3
    assert "slow_down" in told[3:]


def test_five_minutes_after_the_password_one_begins_again(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], shows: Callable[[], str], clock: Any
) -> None:
    half = sign_ins.sign_in("okoye", RIGHT)
    clock.wait(minutes=6)

    with pytest.raises(Refused, match="sign_in"):
        steps.finish(half, shows())


def test_without_a_half_sign_in_no_code_opens_anything(
    steps: SecondSteps, codes: list[str], shows: Callable[[], str], sign_ins: SignIns
) -> None:
    for token in ("", "made-up"):
        with pytest.raises(Refused, match="sign_in"):
            steps.finish(token, shows())


def test_setting_it_up_wants_the_password_and_signs_other_devices_out(
    steps: SecondSteps, sign_ins: SignIns, me: Any, tablet: str, okoye: str, clock: Any
) -> None:
    desk = sign_ins.sign_in("okoye", RIGHT)
    looked: list[str] = []
    sign_ins.look_again = looked.append
    with pytest.raises(Refused, match="wrong_password"):
        steps.begin(me(), "a guess")
    assert steps.waiting(me()) is None
    steps.begin(me(), RIGHT)
    code = pyotp.TOTP(steps.waiting(me()).secret).generate_otp(clock() // 30_000)  # type: ignore[union-attr]
    new, _ = steps.confirm(me(), tablet, code)

    assert sign_ins.who(new) is not None
    assert (sign_ins.who(desk), sign_ins.who(tablet)) == (None, None)
    assert looked == [okoye]


def test_the_secret_is_shown_until_it_is_confirmed_and_never_again(
    steps: SecondSteps, me: Any, tablet: str, app: pyotp.TOTP, shows: Callable[[], str]
) -> None:
    assert app.secret in steps.waiting(me()).address
    new, _ = steps.confirm(me(), tablet, shows())

    assert steps.waiting(me(new)) is None
    with pytest.raises(Refused, match="has_one"):
        steps.begin(me(new), RIGHT)


def test_new_codes_end_the_old_ones_and_want_a_code(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], shows: Callable[[], str], me: Any, clock: Any
) -> None:
    whole = steps.finish(sign_ins.sign_in("okoye", RIGHT), shows())
    with pytest.raises(Refused, match="wrong_code"):
        steps.new_recovery_codes(me(whole), "000000")
    clock.wait(ms=30_000)
    newer = steps.new_recovery_codes(me(whole), shows())

    assert not set(newer) & set(codes)
    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), codes[1])
    assert steps.finish(sign_ins.sign_in("okoye", RIGHT), newer[1])


def test_it_is_turned_off_with_a_code_only(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], shows: Callable[[], str], me: Any
) -> None:
    whole = steps.finish(sign_ins.sign_in("okoye", RIGHT), shows())
    with pytest.raises(Refused, match="wrong_code"):
        steps.remove(me(whole), whole, "000000")
    new = steps.remove(me(whole), whole, codes[0])

    assert sign_ins.who(new) is not None
    assert sign_ins.who(sign_ins.sign_in("okoye", RIGHT)) is not None


def test_a_colleague_who_lost_everything_is_back_at_the_password(
    sign_ins: SignIns, codes: list[str], okoye: str, write: Call
) -> None:
    write(second_step.reset, okoye)

    assert sign_ins.who(sign_ins.sign_in("okoye", RIGHT)) is not None


def test_neither_secret_nor_codes_lie_open_on_the_disk(codes: list[str], app: pyotp.TOTP, store: Store) -> None:
    stored = b"".join(path.read_bytes() for path in store.data.iterdir() if path.is_file())

    assert app.secret.encode() not in stored
    for code in codes:
        assert code.encode() not in stored
        assert code.replace("-", "").encode() not in stored


def test_it_is_all_written_down_without_a_code(
    steps: SecondSteps, sign_ins: SignIns, codes: list[str], read: Call
) -> None:
    with pytest.raises(Refused, match="wrong_code"):
        steps.finish(sign_ins.sign_in("okoye", RIGHT), "000000")
    steps.finish(sign_ins.sign_in("okoye", RIGHT), codes[0])
    told = [entry.action for entry in reversed(read(audit_log.read, Wanted()))]

    assert told[-4:] == ["second_step_set", "sign_in_refused", "recovery_code_used", "signed_in"]


def test_where_it_is_required_operators_keep_no_accounts_until_they_have_one(
    sign_ins: SignIns, steps: SecondSteps, write: Call, okoye: str, clock: Any
) -> None:
    write(staff.give_roles, okoye, ["operator", "facilitator"])
    sign_ins.second_factor = "required"
    token = sign_ins.sign_in("okoye", RIGHT)
    member = sign_ins.who(token)
    assert member is not None
    assert (member.roles, member.owes_second_step) == ({"facilitator"}, True)
    steps.begin(member, RIGHT)
    code = pyotp.TOTP(steps.waiting(member).secret).generate_otp(clock() // 30_000)  # type: ignore[union-attr]
    token, _ = steps.confirm(member, token, code)
    member = sign_ins.who(token)

    assert member is not None
    assert (member.roles, member.owes_second_step) == ({"facilitator", "operator"}, False)
