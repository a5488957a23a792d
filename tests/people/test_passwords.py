"""Which passwords are good enough, and that guessing gets slower."""

from contextlib import suppress
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.people.join_guesses import ELSEWHERE, JoinGuesses, place_of
from facilitator.people.passwords import Passwords, check_password
from facilitator.people.slowdown import Slowdown


@pytest.mark.parametrize(
    "weak",
    [
        "", "elevenchars", "x" * 201, "aaaaaaaaaaaaaaaa", "123456789012345", "password1234!", "Qwertyuiop12",
        "abcdefghijklmnop", "9876543210987", "facilitator2026", "dr. okoye okoye", "PasswordPassword",
        "trustno1trustno1", "p@ssw0rdp@ssw0rd", "Summer2026!!", "contraseña123", "iloveyou12345", "zaq12wsxcde3",
    ],
)  # fmt: skip
def test_short_and_obvious_passwords_are_refused(weak: str) -> None:
    with pytest.raises(Refused, match="weak_password"):
        check_password(weak, ["okoye", "Dr. Okoye"])


@pytest.mark.parametrize("good", ["seven green lamps", "correct horse battery", "9f!kQ2-zR7pW", "ein Fluss im Mai"])
def test_a_few_words_are_good(good: str) -> None:
    check_password(good, ["okoye", "Dr. Okoye"])


@given(st.text(max_size=250))
def test_any_text_is_taken_or_refused_in_words(text: str) -> None:
    with suppress(Refused):
        check_password(text, ["okoye", "Dr. Okoye"])


def test_every_common_password_that_is_long_enough_is_refused() -> None:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    common = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= 12]
    assert len(common) > 100
    for word in common:
        with pytest.raises(Refused, match="weak_password"):
            check_password(word)


def test_a_long_password_is_looked_at_no_longer_than_a_short_one() -> None:
    check_password("seven green lamps " * 11)


def test_a_chosen_password_is_hashed_only_when_it_is_good_enough(passwords: Passwords) -> None:
    with pytest.raises(Refused, match="weak_password"):
        passwords.new_hash("password1234", ["okoye"])

    assert passwords.fits(passwords.new_hash("seven green lamps", ["okoye"]), "seven green lamps")


def test_hashes_are_argon2id_and_differ_each_time(passwords: Passwords) -> None:
    first, second = passwords.hash("seven green lamps"), passwords.hash("seven green lamps")

    assert first.startswith("$argon2id$")
    assert first != second
    assert passwords.fits(first, "seven green lamps")
    assert not passwords.fits(first, "seven green lamp")
    assert not passwords.fits("not a hash", "seven green lamps")
    assert not passwords.fits(None, "nobody's password")


def test_hashing_goes_by_way_of_run_blocking() -> None:
    blocking: list[Any] = []

    def apart(call: Any) -> Any:
        blocking.append(call)
        return call()

    passwords = Passwords(apart, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords.fits(passwords.hash("seven green lamps"), "seven green lamps")

    assert len(blocking) == 2


def waits(slowdown: Slowdown, clock: Any, key: str, tries: int) -> list[int]:
    """How long each next try has to wait, in ms."""
    waited = []
    for _ in range(tries):
        before = clock()
        while True:
            try:
                slowdown.try_now(key)
            except Refused:
                clock.wait(ms=500)
            else:
                break
        waited.append(clock() - before)
    return waited


def test_each_miss_doubles_the_wait_up_to_the_longest(clock: Any) -> None:
    assert waits(Slowdown(clock), clock, "okoye", 12) == [
        0, 0, 0, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000,
    ]  # fmt: skip


def test_a_hit_starts_again_and_so_does_a_quiet_while(clock: Any) -> None:
    slowdown = Slowdown(clock)
    waits(slowdown, clock, "okoye", 6)
    slowdown.hit("okoye")
    assert waits(slowdown, clock, "okoye", 3) == [0, 0, 0]
    clock.wait(minutes=16)

    assert waits(slowdown, clock, "okoye", 3) == [0, 0, 0]


def test_many_tries_at_once_are_as_slow_as_one_after_another(clock: Any) -> None:
    slowdown = Slowdown(clock)
    came_through = 0
    for _ in range(100):
        try:
            slowdown.try_now("okoye")
        except Refused:
            continue
        came_through += 1

    assert came_through == 3


def test_no_more_keys_are_remembered_than_there_is_room_for(clock: Any) -> None:
    slowdown = Slowdown(clock, most_keys=10)
    for number in range(1000):
        slowdown.try_now(str(number))

    assert len(slowdown._missed) == 10


def test_a_thousand_misses_are_still_a_number(clock: Any) -> None:
    slowdown = Slowdown(clock, longest=1)
    for _ in range(1000):
        slowdown.try_now("okoye")
        clock.wait(ms=1)


def test_trying_code_after_code_slows_down_all_typing_a_little(clock: Any) -> None:
    guesses = JoinGuesses(clock)
    for number in range(40):
        assert guesses.look(f"guess {number}", lambda: None) is None
    with pytest.raises(Refused, match="slow_down"):
        guesses.look("BCDFG", lambda: "tonight")
    clock.wait(ms=5000)
    assert guesses.look("BCDFG", lambda: "tonight") == "tonight"


def test_whoever_guesses_from_elsewhere_holds_nobody_up_where_staff_lead_from(clock: Any) -> None:
    guesses, clinic = JoinGuesses(clock), place_of({"REMOTE_ADDR": "203.0.113.7"})
    guesses.led_from(clinic, "tonight")
    for number in range(41):
        with suppress(Refused):
            guesses.look(f"guess {number}", lambda: None, f"198.51.100.{number}")

    assert guesses.look("BCDFG", lambda: "tonight", clinic) == "tonight"
    with pytest.raises(Refused, match="slow_down"):
        guesses.look("BCDFG", lambda: "tonight", "198.51.100.99")
    guesses.over("tonight")
    with pytest.raises(Refused, match="slow_down"):
        guesses.look("BCDFG", lambda: "tonight", clinic)


def test_guessing_where_staff_lead_from_gets_slower_too(clock: Any) -> None:
    guesses = JoinGuesses(clock)
    guesses.led_from("203.0.113.7", "tonight")
    for number in range(40):
        guesses.look(f"guess {number}", lambda: None, "203.0.113.7")
    with pytest.raises(Refused, match="slow_down"):
        guesses.look("BCDFG", lambda: None, "203.0.113.7")


@pytest.mark.parametrize(
    ("asked", "forwarded", "place"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "made up", ELSEWHERE),
        ("127.0.0.1", "", "127.0.0.1"),
        ("192.168.4.17", "", "192.168.4.0/24"),
        ("2001:db8:1:2:3::9", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", "203.0.113.7"),
        ("", "", ELSEWHERE),
    ],
)
def test_a_place_is_an_address_or_the_network_of_a_building(asked: str, forwarded: str, place: str) -> None:
    assert place_of({"REMOTE_ADDR": asked, "HTTP_X_FORWARDED_FOR": forwarded}) == place


def test_a_group_that_types_the_right_code_is_never_slowed_down(clock: Any) -> None:
    guesses = JoinGuesses(clock)
    for _ in range(200):
        assert guesses.look("b-c d f g", lambda: "tonight") == "tonight"


@pytest.mark.parametrize("password", ["  seven green lamps ", "Seven GREEN lámps ñ ★", "seven green lamps " * 11])
def test_a_password_is_taken_exactly_as_typed(password: str) -> None:
    passwords = Passwords(lambda call: call(), PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    hashed = passwords.new_hash(password)

    assert passwords.fits(hashed, password)
    for other in (password[:-1], password.swapcase(), password.strip() + ".", password + " "):
        assert not passwords.fits(hashed, other)
