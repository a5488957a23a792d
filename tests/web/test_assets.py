"""Built files go out compressed and are kept for good; nothing else of the disk goes out."""

import gzip
import json
from collections.abc import Callable

import pytest

from facilitator.curriculum.library import Library
from facilitator.errors import Refused
from facilitator.places import static_dist
from facilitator.web.pages import Pages
from tests.web.conftest import Browser


def script() -> str:
    manifest = json.loads((static_dist() / "manifest.json").read_text())
    return str(manifest["pages"]["participant"]["js"])


@pytest.mark.parametrize(("accepts", "encoding"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None), ("br;q=0", None)])
def test_a_script_comes_as_the_browser_can_read_it(
    browser: Callable[[], Browser], accepts: str, encoding: str | None
) -> None:
    came = browser().opens(f"/static/{script()}", headers={"Accept-Encoding": accepts})

    assert came.status_code == 200
    assert came.headers.get("Content-Encoding") == encoding
    assert came.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "immutable" in came.headers["Cache-Control"]
    assert came.headers["Vary"] == "Accept-Encoding"
    if encoding == "gzip":
        assert gzip.decompress(came.data) == (static_dist() / script()).read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        ".stamp",
        "nothing-AAAAAAAA.js",
        "../../pyproject.toml",
        "..%2f..%2fpyproject.toml",
        "sizes.json",
        "",
        ".git/config",
        "../.git/config",
    ],
)
def test_nothing_else_goes_out(browser: Callable[[], Browser], name: str) -> None:
    assert browser().opens(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("path", ["iop-foundations/01-check-in.md", "iop-foundations/../agreement.md", "x/y.png"])
def test_of_a_curriculum_only_its_pictures_go_out(browser: Callable[[], Browser], path: str) -> None:
    assert browser().opens(f"/media/{path}").status_code == 404


def test_a_page_that_is_not_built_says_so(tmp_path: object) -> None:
    with pytest.raises(Refused, match="not built"):
        Pages(static_dist() / "nowhere").page("participant")
    with pytest.raises(Refused, match="not built"):
        Pages(static_dist()).page("nobody")


def test_a_modules_pictures_go_out(browser: Callable[[], Browser], shipped: Library) -> None:
    pictures = [path.name for path in (shipped.root / "iop-foundations" / "media").iterdir()]
    assert pictures
    for name in pictures:
        assert browser().opens(f"/media/{name}").status_code == 404, "It does not say whose picture it is."
        assert browser().opens(f"/media/iop-foundations/{name}").status_code == 200
