"""Where a page may lead, and where its pictures come from."""

import pytest

from tests.curriculum.pages import module, the_one, told

FILES = {"media/wave.png": 9_000, "media/small/one two.png": 9_000, "handout.pdf": 9_000}


def spans(text: str) -> str:
    return str(module(f"## A\n\n{text}\n", files=FILES).steps[0].everyone)


@pytest.mark.parametrize("href", ["https://samhsa.gov/x?y#z", "http://a.org", "mailto:ana@clinic.org"])
def test_links_to_the_web_and_to_mail_are_kept(href: str) -> None:
    assert f"'href': '{href}'" in spans(f"[x]({href})")
    assert f"'href': '{href}'" in spans(f"<{href}>")
    assert told(f"## A\n\n[x]({href})\n", files=FILES) == []


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "tel:988",
        "//evil.org",
        "http:evil",
        "https://",
        "/staff",
        "#x",
        "handout.pdf",
        "../agreement.md",
        "javascript://a%0aalert(1)",
        "java&#115;cript:alert(1)",
        "%6aavascript:x",
    ],
)
def test_any_other_link_leaves_its_text_and_tells_the_author(href: str) -> None:
    assert "'link'" not in spans(f"[see](<{href}>)")
    assert "see" in spans(f"[see](<{href}>)")
    assert "only its text is shown" in the_one(f"## A\n\n[see](<{href}>)\n", files=FILES)


def test_a_link_to_a_file_that_is_missing_is_a_warning() -> None:
    line = the_one("## A\n\nTake one home:\n[see](handuot.pdf)\n", files=FILES)

    assert line == '4:7: There is no file "handuot.pdf". Look at its name, or take the link out.'


def test_pictures_come_from_the_media_of_their_curriculum() -> None:
    assert "'src': 'evenings/wave.png'" in spans("![a wave](media/wave.png)")
    assert "'src': 'evenings/small/one two.png'" in spans("![a wave](<media/small/one two.png>)")
    assert "'src': 'evenings/small/one two.png'" in spans("![a wave](media/small/one%20two.png)")
    assert "'src': 'evenings/wave.png'" in spans("![a wave](./media/wave.png)")


@pytest.mark.parametrize(
    "src",
    [
        "https://evil.org/x.png",
        "//evil.org/media/x.png",
        "data:image/png;base64,x",
        "/media/x.png",
        "media/../../secret.png",
        "media/..%2f..%2fsecret.png",
        "..\\media\\x.png",
        "pictures/x.png",
        "media/",
        "media/a%00.png",
        "",
    ],
)
def test_a_picture_from_anywhere_else_is_an_error(src: str) -> None:
    assert any("is not in the folder media/" in line for line in told(f"## A\n\n![x](<{src}>)\n", files=FILES))


def test_a_picture_that_is_missing_is_a_warning() -> None:
    assert the_one("## A\n\n![x](media/no.png)\n", files=FILES).startswith('3:6: There is no file "media/no.png".')


def test_without_a_list_of_files_nothing_is_called_missing() -> None:
    assert told("## A\n\n![x](media/no.png)\n") == []


def test_a_picture_without_words_is_a_warning() -> None:
    assert "has no words for those who cannot see it" in the_one("## A\n\n![](media/wave.png)\n", files=FILES)


@pytest.mark.parametrize(
    "place", ["### ![x](media/wave.png)", "**![x](media/wave.png)**", "|![x](media/wave.png)|\n|-|\n"]
)
def test_a_picture_stands_alone(place: str) -> None:
    assert any("A picture stands in a paragraph of its own" in line for line in told(f"## A\n\n{place}\n", files=FILES))
