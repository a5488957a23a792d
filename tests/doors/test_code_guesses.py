"""A short evening of guessing join codes. Ten million of them are tried by `make doors FULL=1`."""

from tests.doors import code_guesses


def test_guessing_codes_all_evening_lets_nobody_in_and_holds_no_phone_of_the_clinic_up() -> None:
    outcome = code_guesses.run(10_000, 7)
    print(outcome.figures)

    assert outcome.wrong == []
