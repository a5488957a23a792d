"""Only pages of this server may open a socket, whichever way they open it."""

from typing import Any

import pytest

from facilitator import config
from facilitator.realtime.origins import own_origin

HERE = {"HTTP_HOST": "clinic.example"}
UPGRADE = {**HERE, "HTTP_UPGRADE": "websocket"}


def is_let_in(environ: dict[str, Any]) -> bool:
    return own_origin(config.read({}))(environ)


def test_our_own_page_opens_a_websocket() -> None:
    assert is_let_in({**UPGRADE, "HTTP_ORIGIN": "https://clinic.example"})


@pytest.mark.parametrize("origin", ["https://mallory.example", "null", "", "https://clinic.example.mallory.example"])
def test_a_page_elsewhere_opens_nothing(origin: str) -> None:
    assert not is_let_in({**UPGRADE, "HTTP_ORIGIN": origin})
    assert not is_let_in({**HERE, "HTTP_ORIGIN": origin})


def test_a_websocket_without_its_origin_is_turned_away_whatever_else_it_says() -> None:
    assert not is_let_in({**UPGRADE, "HTTP_REFERER": "https://clinic.example/group"})


def test_long_polling_begins_without_an_origin_and_is_known_by_its_page() -> None:
    assert is_let_in({**HERE, "HTTP_REFERER": "https://clinic.example/group"})


def test_long_polling_of_a_page_elsewhere_or_of_none_is_turned_away() -> None:
    assert not is_let_in({**HERE, "HTTP_REFERER": "https://mallory.example/clinic.example"})
    assert not is_let_in(HERE)
    assert not is_let_in(
        {**HERE, "HTTP_ORIGIN": "https://mallory.example", "HTTP_REFERER": "https://clinic.example/group"}
    )
