"""What a phone fetches until its first answer stays small (P9): by addition; `scripts/page_weight.py` weighs it."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from facilitator.places import static_dist
from tests.web.conftest import Browser

JOIN_FORM, CHECK_IN, OTHER_KIND = 25_000, 36_000, 6_000
PACKED = {"Accept-Encoding": "gzip"}


def built(name: str) -> Any:
    return json.loads((static_dist() / name).read_text())


def packed_size(*names: str | None) -> int:
    sizes = built("sizes.json")
    return sum(int(sizes[name]["br"]) for name in names if name)


@pytest.fixture
def pages() -> Any:
    return built("manifest.json")["pages"]


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def words_of(language: str) -> list[str]:
    """Each language is a file of its own, and a phone needs one of them at first."""
    return [str(built("manifest.json")["pages"]["participant"]["words"][language])]


def test_the_join_form_weighs_little(pages: Any, browser: Callable[[], Browser], tonight: str, language: str) -> None:
    form = browser().opens(f"/join?language={language}", headers=PACKED)

    assert len(form.data) + packed_size(pages["participant"]["css"], pages["join"]["js"]) <= JOIN_FORM


def test_everything_until_the_check_in_can_be_answered_weighs_little(
    pages: Any, browser: Callable[[], Browser], secret: str, language: str
) -> None:
    ana, page = browser(), pages["participant"]
    form = ana.opens(f"/join?language={language}", headers=PACKED)
    ana.sends("/join", secret=secret, name="Ana", language=language)
    agreement = ana.opens("/group/agreement", headers=PACKED)
    ana.sends("/group/agreement", version="1")
    group = ana.opens("/group", headers=PACKED)

    assert group.status_code == 200
    plain = sum(len(each.data) for each in (form, agreement, group))
    files = [page["js"], page["css"], pages["join"]["js"], *page["kinds"]["check_in"].values()]
    assert plain + packed_size(*files, *words_of(language)) <= CHECK_IN


def test_every_other_kind_weighs_little(pages: Any) -> None:
    heavy = {
        kind: packed_size(*files.values())
        for kind, files in pages["participant"]["kinds"].items()
        if packed_size(*files.values()) > OTHER_KIND
    }

    assert not heavy


def test_a_language_that_is_not_the_pages_own_is_counted() -> None:
    assert words_of("es")


def test_what_the_group_page_needs_is_named_before_it_is_opened(
    pages: Any, browser: Callable[[], Browser], secret: str
) -> None:
    ana, page = browser(), pages["participant"]
    form = ana.opens("/join").text
    ana.sends("/join", secret=secret, name="Ana", language="en")
    agreement = ana.opens("/group/agreement").text

    for name in (page["js"], *page["kinds"]["check_in"].values()):
        assert f"/static/{name}" in form
        assert f'<link rel="prefetch" href="/static/{name}">' in agreement


def test_a_plain_page_comes_packed_to_whoever_can_unpack_it(browser: Callable[[], Browser], tonight: str) -> None:
    packed, plain = browser().opens("/join", headers=PACKED), browser().opens("/join")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert int(packed.headers["Content-Length"]) == len(packed.data)
    assert b'action="/join"' in gzip.decompress(packed.data)
    assert "Content-Encoding" not in plain.headers


def test_a_form_that_comes_back_with_a_secret_is_not_packed(
    browser: Callable[[], Browser], tonight: str, secret: str
) -> None:
    came = browser().client.post(
        "/join",
        data={"secret": secret, "name": "", "language": "en"},
        headers={"Sec-Fetch-Site": "same-origin", **PACKED},
    )

    assert secret in came.text
    assert "Content-Encoding" not in came.headers
