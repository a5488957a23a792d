"""The body and the sky: no intimate place, two equal ways, and nothing that tells the order of tapping."""

import json
import re
from pathlib import Path

import pytest

from facilitator.activities.body_map import PLACES
from facilitator.activities.kinds import find
from facilitator.activities.weather_map import WEATHER

STATIC = Path(__file__).parents[2] / "static"
BODY, SKY = find("body_map"), find("weather_map")
ASKED = {"question": "Where?", "strength": True, "promise": "anonymous"}


def words_of(kind: str, prefix: str) -> dict[str, str]:
    strings = json.loads((STATIC / f"activities/{kind}.strings.json").read_text(encoding="utf-8"))
    keys = PLACES if prefix == "place" else WEATHER
    return {key: f"{strings['en'][f'{prefix}.{key}']} / {strings['es'][f'{prefix}.{key}']}" for key in keys}


def test_every_place_and_weather_has_its_word_on_phones_and_on_paper() -> None:
    assert words_of("body_map", "place") == PLACES
    assert words_of("body_map", "weather") == words_of("weather_map", "weather") == WEATHER


def test_every_weather_is_drawn() -> None:
    drawn = (STATIC / "lib/faces/weather.ts").read_text(encoding="utf-8")

    assert re.findall(r"^  (\w+): \[", drawn, flags=re.MULTILINE) == list(WEATHER)


def test_there_is_no_intimate_place() -> None:
    assert set(PLACES) == {
        "head",
        "face",
        "throat",
        "shoulders",
        "chest",
        "arms",
        "hands",
        "belly",
        "back",
        "legs",
        "feet",
    }


def test_places_and_weather_come_in_an_order_of_their_own() -> None:
    answer = BODY.check(ASKED, {"places": {"feet": "felt", "head": "strong"}})

    assert list(answer["places"]) == ["head", "feet"]
    assert SKY.check(ASKED, {"weather": ["snow", "sun"]}) == {"weather": ["sun", "snow"]}


@pytest.mark.parametrize("strength", ["felt", "medium"])
def test_the_largest_answer_fits_its_frame(strength: str, envelope_bytes: int) -> None:
    answer = BODY.check(ASKED, {"places": dict.fromkeys(PLACES, strength)})

    assert len(json.dumps(answer).encode()) + envelope_bytes <= BODY.frame_bytes


def test_the_largest_sky_fits_its_frame(envelope_bytes: int) -> None:
    answer = SKY.check(ASKED, {"weather": ["clearing", "storm"]})

    assert len(json.dumps(answer).encode()) + envelope_bytes <= SKY.frame_bytes


def test_which_of_the_two_ways_someone_took_is_not_told_below_ten() -> None:
    body = [{"places": {"chest": "felt"}}] * 5
    split = BODY.tally(ASKED, [*body, {"weather": ["fog"]}])

    assert split == BODY.tally(ASKED, [*body, {"places": {"feet": "felt"}}])


def test_the_record_has_a_column_for_each_place_and_one_for_the_weather() -> None:
    row = BODY.export(ASKED, {"places": {"chest": "light"}})

    assert list(row) == [*PLACES, "weather"]
    assert (row["chest"], row["head"], row["weather"]) == ("light", None, "")
