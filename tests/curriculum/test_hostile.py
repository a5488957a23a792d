"""Whatever lies in a file: an answer comes soon, nothing is executed, nothing breaks."""

import contextlib
import random
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import places
from facilitator.curriculum.reader import read_curriculum_page, read_document, read_module
from facilitator.curriculum.yaml_positions import MOST_CHARACTERS
from tests.curriculum.pages import FRONT, PATH, SCALE, read, told
from tests.curriculum.test_a_good_module import FULL

# A guard against a hang, not a measure: a busy machine may take its time.
SOON = 20.0
FUZZ_SECONDS = 6.0
FULL_SIZE = 63_000


def soon(data: bytes) -> list[str]:
    """The problems of these bytes, which came in time, whichever kind of file they are taken for."""
    began = time.monotonic()
    said = [str(problem) for problem in read_module(data, PATH).problems]
    read_document(data, "curricula/agreement.md")
    read_curriculum_page(data, "curricula/evenings/curriculum.md")
    assert time.monotonic() - began < SOON
    assert all(said)
    return said


def filled(piece: str) -> bytes:
    return (FRONT + "## A\n\n" + piece * (FULL_SIZE // len(piece))).encode()[:FULL_SIZE]


@given(st.binary(max_size=2000))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert soon(data)


@given(st.text(max_size=2000))
def test_any_text_below_the_first_lines_gets_an_answer(text: str) -> None:
    soon(FRONT.encode() + text.encode("utf-8", "surrogatepass"))


MARKDOWN = st.lists(st.sampled_from([*"#>-*`[]()!{}|<&\\\n\n  \t1.a", "```scale\n", "> [!PHONE]\n", "## A\n", "---\n"]))
SETTINGS = st.lists(st.sampled_from([*"[]{}:,-?&*!|>'\"%@#\n  \t0a~", "question: ", "from: ", "labels: "]))


@given(MARKDOWN.map("".join))
def test_any_soup_of_signs_gets_an_answer(soup: str) -> None:
    soon(FRONT.encode() + soup.encode())


@given(SETTINGS.map("".join))
def test_any_soup_of_settings_gets_an_answer(soup: str) -> None:
    soon(f"{FRONT}## A\n\n```scale\n{soup}\n```\n\n```check_in\nask:\n  - {soup}\n```\n".encode())
    soon(f"---\n{soup}\n---\n## A\n".encode())


ASKING = ["question", "promise", "title", "options", "choose", "ask", "key", "type", "asks"]
NAMES = st.sampled_from([*ASKING, "from", "to", "labels", "words", "in", "most"])
VALUES = st.sampled_from(["named", "scale", "text", "craving", "several", "group_time", "feeling", "5"]) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(["scale", "poll", "check_in", "word_cloud", "free_text", "breathing"]),
    st.dictionaries(NAMES, VALUES | st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=3)),
)
def test_settings_of_any_shape_are_read_or_told(kind: str, settings: dict[str, object]) -> None:
    import json

    with contextlib.suppress(ValueError):
        body = f"## A\n\n```{kind}\n{json.dumps(settings)}\n```\n"
        soon((FRONT + body).encode())


def test_modules_with_mutations_get_an_answer() -> None:
    chance = random.Random(20261123)  # noqa: S311  The same mutations in every run.
    ends = time.monotonic() + FUZZ_SECONDS
    seeds = [FULL.encode(), *(file.read_bytes() for file in sorted(places.curricula().glob("*/*.md")))]
    tried = 0
    while time.monotonic() < ends:
        soon(_mutated(bytearray(chance.choice(seeds)), chance))
        tried += 1
    assert tried > 20


def _mutated(data: bytearray, chance: random.Random) -> bytes:
    pieces = [
        b"\n",
        b"---\n",
        b"```",
        b"> ",
        b"[!",
        b"{",
        b": ",
        b"- ",
        b"&a ",
        b"*a ",
        b"\xff",
        b"\x00",
        "é\u202e".encode(),
    ]
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at:at] = chance.choice(pieces)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + 400] * chance.randint(1, 4)
            case _:
                data[at : at + 1] = chance.randbytes(1)
    return bytes(data)


INLINE = ["[", "![", "*", "_a", "**a *b ", "`", "`a``", "<", "<!--", "<b>", "](", "\\", "&", "|", "[a](b) ", "{"]
LINES = [
    "- - - - a\n",
    "> > > a\n",
    "```\n",
    "```x\n",
    "## A\n",
    "# A\n",
    "[a]: b\n",
    "|a|b|\n|-|-|\n",
    "a\n",
    "x\n---\n",
]
OTHERS = [
    "> ",
    "- ",
    "1. ",
    "> - ",
    "a\n\n",
    "    a\n",
    "\t",
    SCALE,
    "## A\n\n" + SCALE,
    "![](x)\n\n",
    "x\n---\n",
    "字",
]
MARKS = ["[!PHONE]\n", "> [!PHONE]\n\n", "> [!PHONE]\n> > [!PHONE]\n", "## A {minutes=x #y z}\n"]


@pytest.mark.parametrize("piece", [*INLINE, *LINES, *OTHERS, *MARKS])
def test_a_file_full_of_one_thing_gets_an_answer(piece: str) -> None:
    soon(filled(piece))
    soon(filled((piece * 1999)[:1999] + "\n\n"))


@pytest.mark.parametrize(
    "piece",
    ["[", "{", "[a,", "{a: ", "[[a]], ", "[a, b], ", "? ", "- ", "a: ", "a:\n", "'", '"', "&a ", "|\n", "a: {b: c}\n"],
)
def test_settings_full_of_one_thing_get_an_answer(piece: str) -> None:
    settings = (piece * MOST_CHARACTERS)[: MOST_CHARACTERS - 10]
    block = f"## A\n\n```check_in\n{settings}\n```\n\n## B\n\n```check_in\nask: [{settings[:-10]}\n```\n"
    soon((FRONT + block * 3).encode())
    soon(f"---\n{settings}\n---\n".encode())


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
        "a: &a\n  b: *a",
        "a: *nowhere",
        "<<: {a: &x 1}\nb: *x",
        "a: !!python/object/apply:os.system [touch hacked]",
        "!!python/object/new:os.system [x]",
        "a: !!binary x",
        "a: !include /etc/passwd",
        "a: !<tag:yaml.org,2002:python/name:os.system> x",
    ],
)
def test_settings_cannot_copy_or_make_anything(bomb: str) -> None:
    for lines in (told(f"## A\n\n```scale\n{bomb}\n```\n"), told("## A\n", f"---\n{bomb}\n---\n")):
        assert any("is not possible" in line or '"<<" is not a setting' in line for line in lines), lines


@pytest.mark.parametrize("data", [b"x" * 5_000_000, b"\n" * 5_000_000, b"\x00" * 5_000_000, FRONT.encode() * 70_000])
def test_a_file_of_five_megabytes_is_refused_by_its_size(data: bytes) -> None:
    [problem] = soon(data)

    assert "This file is too large: 5." in problem or "This file is too large: 4." in problem


def test_ten_thousand_steps_are_refused() -> None:
    [line] = told("## A\n" * 10_000)

    assert "This file is too long" in line


def test_of_very_many_problems_the_first_hundred_are_told() -> None:
    lines = told("## A\n\n" + "# B\n" * 1000)

    assert len(lines) == 101
    assert "There is more: 900 further errors are not shown." in lines[-1]


@pytest.mark.parametrize("depth", [16, 30, 300])
@pytest.mark.parametrize("sign", ["> ", "- ", "> - "])
def test_what_stands_too_deep_is_told_and_not_silently_lost(sign: str, depth: int) -> None:
    lines = told(f"## A\n\n{sign * depth}text\n")

    assert any("too deep in lists and quotes" in line for line in lines), lines


def test_brackets_within_brackets_are_told_before_they_cost_time() -> None:
    lines = told(f"## A\n\n{'[' * 81}\n\n```scale\nfrom: {'[' * 41}\n```\n")

    assert [line.partition(".")[0] for line in lines] == [
        '3:1: This paragraph has more than 80 signs "["',
        "5:1: These settings are nested too deeply",
    ]


def test_a_paragraph_without_end_is_told() -> None:
    assert any("This paragraph is too long" in line for line in told("## A\n\n" + "word " * 500 + "\n"))


def test_a_number_with_ten_thousand_digits_is_only_text() -> None:
    assert any(
        "must be a whole number" in line
        for line in told("## A\n\n```scale\nquestion: A\npromise: named\nfrom: " + "9" * 7000 + "\n```\n")
    )


def test_nothing_is_executed() -> None:
    """In a process of its own, with an ear for everything that starts, opens or imports."""
    program = """
import sys
from facilitator.curriculum.reader import read_module
bomb = b"## A\\n\\n```scale\\nquestion: !!python/object/apply:os.system [id]\\n```\\n"
front = b"---\\ntitle: A\\ndiscipline: music\\nminutes: 5\\n---\\n"
read_module(front + b"## A\\n\\n```scale\\nquestion: A\\npromise: x\\n```\\n", "c/a.md")
heard = []
sys.addaudithook(lambda event, _: heard.append(event))
for body in [bomb, b"<script>x</script>", b"{{ 7*7 }}"]:
    read_module(front + body, "c/a.md")
loud = {"os", "subprocess", "socket", "open", "exec", "compile", "import"}
print([event for event in heard if event.split(".")[0] in loud])
"""
    heard = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert heard.stdout.strip() == "[]"


def test_a_module_read_twice_is_the_same_module() -> None:
    assert read(FULL, front="") == read(FULL, front="")
