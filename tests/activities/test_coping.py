"""What holds for the kinds that help someone ride something out: breathing, grounding, urge_surf."""

import json
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.kinds import find
from facilitator.errors import Refused

SURF = {"minutes": 5, "every": 20, "promise": "anonymous"}
HOUR = {"minutes": 3, "every": 60, "promise": "anonymous"}


def load(kind: str, **settings: Any) -> dict[str, Any]:
    return dict(find(kind).Settings().load(settings))


def test_the_way_out_is_never_shorter_than_the_way_in() -> None:
    assert load("breathing", **{"in": 6, "out": 6})["out"] == 6
    with pytest.raises(ValidationError) as problem:
        load("breathing", **{"in": 8})

    assert problem.value.messages == {"out": ["must be at least 8, as long as in: a longer way out settles"]}


def test_paper_offers_a_box_only_where_a_module_does_and_always_the_way_out_of_it() -> None:
    plain, box = (find("breathing").paper(load("breathing", style=style)) for style in ("longer_out", "box"))

    assert not any("rest" in line for line in plain)
    assert "Or in 4, rest 4, out 4, rest 4." in box
    for paper in (plain, box):
        assert any("feet on the floor" in line for line in paper)
        assert any("pies en el suelo" in line for line in paper)


def test_grounding_on_paper_leaves_smell_and_taste_out_where_a_module_does() -> None:
    with_them, without = (find("grounding").paper(load("grounding", senses=senses)) for senses in (True, False))

    assert [line[0] for line in with_them] == [line[0] for line in without] == list("54321")
    assert any("smell" in line for line in with_them)
    assert not any("smell" in line or "taste" in line for line in without)


def test_the_longest_wave_fits_its_frame(envelope_bytes: int) -> None:
    kind = find("urge_surf")
    answer = kind.check(SURF, {"wave": [None] * 14 + [10, 10]})

    assert len(json.dumps(answer).encode()) + envelope_bytes <= kind.frame_bytes


def test_a_wave_is_an_answer_only_for_as_many_moments_as_were_asked() -> None:
    with pytest.raises(Refused):
        find("urge_surf").check(HOUR, {"wave": [1, 2, 3]})


def test_the_groups_wave_never_tells_a_moment_that_too_few_rated() -> None:
    waves = [{"wave": [5, 5, None, 5]}] * 9 + [{"wave": [5, 5, 9, 5]}]

    tally = find("urge_surf").tally(HOUR, waves)

    assert tally == {"n": 10, "curve": [5.0, 5.0, None, 5.0], "fell": "fewer"}


def test_six_alike_and_four_of_six_alike_read_the_same() -> None:
    alike = [{"wave": [9, 9, 9, 1]}] * 6
    most = [{"wave": [9, 9, 9, 1]}] * 4 + [{"wave": [1, 1, 1, 1]}] * 2

    assert find("urge_surf").tally(HOUR, alike) == find("urge_surf").tally(HOUR, most)


def test_a_record_has_a_column_for_each_moment() -> None:
    row = find("urge_surf").export(HOUR, {"wave": [4, None, 6, 3]})

    assert row == {"at 0:00": 4, "at 1:00": None, "at 2:00": 6, "at 3:00": 3}


def test_a_wave_cannot_be_asked_with_a_name() -> None:
    with pytest.raises(ValidationError):
        load("urge_surf", promise="named")
