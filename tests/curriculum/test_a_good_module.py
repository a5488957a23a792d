"""What a facilitator gets from a module that is fine."""

import hashlib
import json

from facilitator.curriculum.model import Module
from tests.curriculum.pages import FRONT, SCALE, module, read, words

FULL = """---
title: Riding out an urge
discipline: education
minutes: 45
topics: [cravings, coping-skills]
objectives:
  - Describe an urge as a wave
summary: An urge is a wave.
---

Put a card on each chair.

## Arrive {minutes=5 #arrive}

Tonight we look at **urges**.

> [!FACILITATOR]
> Ask; wait; count to ten.

```scale
question: How strong is the urge right now?
from: 0
to: 10
labels: {0: No urge, 10: The strongest yet}
promise: anonymous
```

## The wave

An urge is like a wave.
"""


def test_the_first_lines_say_what_the_module_is() -> None:
    one = module(FULL, front="")

    assert (one.title, one.discipline, one.minutes) == ("Riding out an urge", "education", 45)
    assert one.topics == ["cravings", "coping-skills"]
    assert one.objectives == ["Describe an urge as a wave"]
    assert one.summary == "An urge is a wave."


def test_a_module_is_called_by_its_curriculum_and_its_file() -> None:
    assert module(FULL, front="").ref == "evenings/03-riding-out-an-urge"
    assert module(FULL, front="").language == "en"


def test_a_second_ending_names_the_language() -> None:
    one = module(FULL, front="", path="curricula/evenings/03-riding-out-an-urge.es-MX.md")

    assert (one.ref, one.language) == ("evenings/03-riding-out-an-urge", "es-MX")


def test_a_module_without_a_language_in_its_name_speaks_its_curriculum_s() -> None:
    assert module(FULL, front="", language="de").language == "de"


def test_the_text_before_the_first_step_is_for_the_facilitator_to_prepare() -> None:
    one = module(FULL, front="")

    assert words(one.preparation) == "Put a card on each chair."
    assert "chair" not in words(one.steps[0].everyone)


def test_a_step_has_a_title_a_text_and_notes_that_stand_apart() -> None:
    arrive = module(FULL, front="").steps[0]

    assert (arrive.key, arrive.title) == ("arrive", "Arrive")
    assert words(arrive.everyone) == "Tonight we look at urges."
    assert words(arrive.notes) == "Ask; wait; count to ten."


def test_an_activity_comes_with_the_settings_its_kind_has_loaded() -> None:
    activity = module(FULL, front="").steps[0].activity

    assert activity is not None
    assert (activity.kind, activity.promise) == ("scale", "anonymous")
    assert activity.settings["question"] == "How strong is the urge right now?"
    assert activity.settings["to"] == 10


def test_an_activity_is_not_also_shown_as_text() -> None:
    assert "question" not in words(module(FULL, front="").steps[0].everyone)


def test_a_module_that_went_into_a_live_session_as_json_comes_out_the_same() -> None:
    one = module(FULL, front="")

    assert Module.from_json(json.loads(json.dumps(one.to_json()))) == one


def test_a_module_knows_the_very_bytes_it_was_read_from() -> None:
    text = FRONT + "## Arrive\n\nHello.\n" + SCALE

    assert module(text, front="").content_hash == hashlib.sha256(text.encode()).hexdigest()


def test_a_good_module_has_nothing_to_mend() -> None:
    assert read(FULL, front="").problems == []


def test_where_each_step_begins_is_known() -> None:
    assert read(FULL, front="").lines == {"arrive": 13, "s2": 28}
