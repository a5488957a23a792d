"""Property 7, *shape*, in short: what a phone says of an anonymous question looks the same to whoever counts bytes."""

import pytest
from playwright.sync_api import Browser

from tests.privacy.path import leaks, shape
from tests.privacy.path.leaks import Leak

SEED = 1


def test_everything_a_person_can_do_with_an_anonymous_question_has_one_length(browser: Browser) -> None:
    assert shape.run(1, SEED, browser).wrong == []


@pytest.mark.parametrize("leak", leaks.of("shape"), ids=lambda leak: leak.name)
def test_a_planted_leak_is_caught(browser: Browser, leak: Leak) -> None:
    with leak.plant():
        assert shape.caught(SEED, browser)
