"""Anonymous answers are padded to one size, and every kind's size gets through the door."""

import json

import pytest

from facilitator.activities.kinds import all_kinds
from facilitator.realtime.loading import load
from facilitator.realtime.messages import AnswerPayload

ANONYMOUS = [kind for kind in all_kinds().values() if "anonymous" in kind.promises]


@pytest.mark.parametrize("kind", ANONYMOUS, ids=lambda kind: kind.kind)
def test_a_pass_as_long_as_the_longest_answer_gets_through_the_door(kind):
    say = {"do": "pass", "revision": 1}
    pad = " " * (kind.frame_bytes - len(json.dumps(say)))

    _, fields = load(AnswerPayload, {"id": "one", "run": "r1", "say": say, "pad": pad}, with_id=True)

    assert fields["say"] == say
