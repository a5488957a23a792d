"""What holds for every kind with a state that moves. Knows none of them: their examples speak for them."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import all_kinds, find
from facilitator.errors import Refused
from tests.activities.living_examples import after_its_moves, around, begins, moves, names
from tests.activities.test_every_kind import ANYTHING, EVERY_EXAMPLE

LIVING = [(name, example) for name, example in EVERY_EXAMPLE if find(name).lives]
every_living_example = pytest.mark.parametrize(
    ("kind", "living_example"),
    [(find(name), example) for name, example in LIVING],
    ids=[f"{name}: {example['says']}" for name, example in LIVING],
)


def test_the_examples_of_a_kind_that_lives_say_how_it_lives() -> None:
    for name, example in EVERY_EXAMPLE:
        assert ("living" in example) == find(name).lives, (name, example["says"])


@every_living_example
def test_the_moves_of_an_example_lead_to_what_it_says(kind: ActivityKind, living_example: dict[str, Any]) -> None:
    living = living_example["living"]
    state = after_its_moves(kind, living_example)
    settings = kind.asked(living_example["settings"], state)
    own = {seat: kind.own(settings, state, seat, names(living_example)) for seat in living["seats"]}

    assert kind.shared(settings, state, around(living_example).cards) == living["shared"]
    assert own == living.get("own", {seat: {} for seat in living["seats"]})
    assert kind.led(settings, state) == living.get("led", {})
    assert settings == living.get("asked", living_example["settings"])
    assert kind.told(settings, state) == living.get("told", settings)


@every_living_example
def test_what_everyone_sees_holds_no_seat_and_own_only_names(
    kind: ActivityKind, living_example: dict[str, Any]
) -> None:
    state = after_its_moves(kind, living_example)
    settings = kind.asked(living_example["settings"], state)
    seen = [kind.shared(settings, state, around(living_example).cards), kind.told(settings, state)]
    seen += [kind.own(settings, state, seat, names(living_example)) for seat in living_example["living"]["seats"]]

    assert not [seat for seat in living_example["living"]["seats"] if seat in json.dumps(seen)]


@every_living_example
def test_what_was_withdrawn_is_no_longer_seen(kind: ActivityKind, living_example: dict[str, Any]) -> None:
    state = after_its_moves(kind, living_example)
    seen = json.dumps(kind.shared(kind.asked(living_example["settings"], state), state, ()))

    assert not [card for card in living_example["living"].get("cards", []) if card["text"] in seen]


@every_living_example
def test_a_state_is_plain_json_and_no_move_changes_the_one_before(
    kind: ActivityKind, living_example: dict[str, Any]
) -> None:
    state = kind.initial(living_example["settings"], around(living_example))
    for made in living_example["living"].get("moves", []):
        before = copy.deepcopy(state)
        after = moves(kind, living_example, state, made)
        assert state == before
        assert json.loads(json.dumps(after)) == after
        state = after


@every_living_example
def test_whoever_comes_late_sees_it_too(kind: ActivityKind, living_example: dict[str, Any]) -> None:
    state = after_its_moves(kind, living_example)

    json.dumps(kind.own(kind.asked(living_example["settings"], state), state, "seat-late", names(living_example)))


@every_living_example
def test_moves_that_do_not_fit_are_refused_with_a_sentence(kind: ActivityKind, living_example: dict[str, Any]) -> None:
    state = after_its_moves(kind, living_example)
    for made in living_example["living"].get("refuses", []):
        with pytest.raises(Refused) as refusal:
            moves(kind, living_example, state, made)
        assert refusal.value.message.endswith((".", "?")), made


@pytest.mark.skipif(not LIVING, reason="no kind of the house lives")
@given(st.data(), ANYTHING)
def test_anything_at_all_is_either_a_move_or_refused(data: st.DataObject, raw: object) -> None:
    name, example = data.draw(st.sampled_from(LIVING))
    state = begins(find(name), example) or {}
    by = data.draw(st.sampled_from([{"seat": "seat-mallory"}, {"seat": example["living"]["seats"][0]}, {}]))
    try:
        after = moves(find(name), example, state, {**by, "move": raw} if by else {"lead": raw})
    except Refused:
        return

    json.dumps(after)


def test_every_kind_that_lives_has_examples() -> None:
    assert {name for name, kind in all_kinds().items() if kind.lives} == {name for name, _ in LIVING}
