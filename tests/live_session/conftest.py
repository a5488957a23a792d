"""One evening for each test: opened and not begun, and one that is under way with three people in it."""

import pytest

from tests.live_session.evening import Evening


@pytest.fixture
def evening() -> Evening:
    return Evening()


@pytest.fixture
def group() -> Evening:
    """Ana, Ben and Chris are here; the session is at its first step."""
    return Evening().come("ana", "ben", "chris").at("b1/arrive")
