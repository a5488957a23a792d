"""Orders of things: what an author may list, how large an answer grows, and what a sum of orders may tell."""

import json
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.kinds import find

RANKING = find("ranking")
THINGS = {"sleep": "Sleep", "food": "A meal", "call": "A call"}
ASKED = {"question": "What first?", "options": THINGS, "promise": "anonymous"}


@pytest.mark.parametrize("options", [2, 8])
def test_there_are_three_to_seven_things(options: int) -> None:
    with pytest.raises(ValidationError, match="3 to 7 choices"):
        RANKING.Settings().load({**ASKED, "options": {f"k{i}": "x" for i in range(options)}})


def test_the_largest_order_fits_its_frame(envelope_bytes: int) -> None:
    keys = [f"{'k' * 31}{i}" for i in range(7)]
    answer = RANKING.check({**ASKED, "options": dict.fromkeys(keys, "x")}, {"order": keys})

    assert len(json.dumps(answer).encode()) + envelope_bytes <= RANKING.frame_bytes


def told(*orders: str) -> dict[str, Any]:
    keys = {"s": "sleep", "f": "food", "c": "call"}
    return RANKING.tally(ASKED, [{"order": [keys[letter] for letter in order]} for order in orders])


def test_six_who_agree_and_six_who_are_split_may_read_the_same() -> None:
    assert told(*["csf"] * 6) == told("csf", "csf", "csf", "fcs", "scf", "csf") == {"order": ["call", "sleep", "food"]}


def test_a_tie_is_not_told() -> None:
    assert told(*["sfc"] * 3, *["cfs"] * 3) == {"order": ["sleep", "food", "call"]}


def test_the_record_has_a_place_for_each_thing_in_the_order_of_the_question() -> None:
    row = RANKING.export(ASKED, {"order": ["call", "sleep", "food"]})

    assert list(row.items()) == [("sleep", 2), ("food", 3), ("call", 1)]
