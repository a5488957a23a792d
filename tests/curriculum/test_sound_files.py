"""A sound that an activity plays lies in its curriculum's `media/`, is of a sort that browsers play, and not huge."""

from pathlib import Path

import pytest

from facilitator.activities.kinds import find
from facilitator.activities.listening import FILE_BYTES
from facilitator.curriculum.library import Library
from facilitator.curriculum.media import Files
from tests.curriculum.pages import FRONT, module, the_one, told

FILES = {"media/slow-song.mp3": 3_000_000, "media/long.wav": 40_000_000, "media/none.mp3": 0, "media/wave.png": 9_000}


def listening(file: str) -> str:
    return f"## A\n\n```listening\nfile: {file}\ncalled: A slow song\n```\n"


def held(file: str, files: Files | None = None) -> str:
    activity = module(listening(file), files=FILES if files is None else files).steps[0].activity
    assert activity is not None
    return str(activity.settings["file"])


def test_a_file_is_kept_as_pages_fetch_it_and_loads_again_from_there() -> None:
    assert held("media/slow-song.mp3") == "evenings/slow-song.mp3"
    assert held("./media/slow-song.mp3") == "evenings/slow-song.mp3"

    again = find("listening").Settings().load({"file": "evenings/slow-song.mp3", "called": "A slow song"})
    assert again["file"] == "evenings/slow-song.mp3"


def test_a_file_that_is_not_there_is_an_error_at_its_place_with_the_nearest_name() -> None:
    line = the_one(listening("media/slow-sang.mp3"), files=FILES)

    assert line == '4:7: There is no file "media/slow-sang.mp3". Did you mean "media/slow-song.mp3"?'


def test_a_file_that_is_too_large_is_an_error_that_says_how_large_it_is() -> None:
    line = the_one(listening("media/long.wav"), files=FILES)

    assert line.startswith('4:7: The file "media/long.wav" has 40.0 MB; at most 8 MB can be used.')
    assert held("media/as-large-as-may-be.mp3", {"media/as-large-as-may-be.mp3": FILE_BYTES})


def test_an_empty_file_is_an_error() -> None:
    assert 'The file "media/none.mp3" is empty.' in the_one(listening("media/none.mp3"), files=FILES)


@pytest.mark.parametrize("file", ["media/wave.png", "media/slow-song", "media/slow-song.mp3.exe", "media/song.ogg"])
def test_a_file_of_another_sort_is_an_error(file: str) -> None:
    line = the_one(listening(file), files=FILES)

    assert '"file" must be a file that ends in one of .mp3, .m4a, .wav' in line


@pytest.mark.parametrize(
    "file",
    [
        "slow-song.mp3",
        "songs/slow-song.mp3",
        "/media/slow-song.mp3",
        "media/../secret.mp3",
        "../media/slow-song.mp3",
        "https://evil.org/x.mp3",
        "//evil.org/media/x.mp3",
        "media/..%2f..%2fsecret.mp3",
        "'media\\slow-song.mp3'",
        "media/slow-song.mp3?x=.mp3",
    ],
)
def test_a_file_from_anywhere_else_is_an_error(file: str) -> None:
    assert any("in the folder media/" in line for line in told(listening(file), files=FILES))


def test_without_a_list_of_files_nothing_is_called_missing() -> None:
    assert told(listening("media/slow-sang.mp3")) == []


def test_a_module_is_read_again_when_its_sound_comes_or_grows(tmp_path: Path) -> None:
    shelf = tmp_path / "evenings"
    (shelf / "media").mkdir(parents=True)
    (shelf / "curriculum.md").write_text("---\ntitle: Evenings\n---\n")
    (shelf / "01-a-song.md").write_text(FRONT + listening("media/slow-song.mp3"))
    library = Library(tmp_path)
    missing = [problem.message for problem in library.snapshot().problems]

    sound = shelf / "media" / "slow-song.mp3"
    sound.write_bytes(b"\0" * 100)
    assert library.look_again()
    there = library.snapshot()
    sound.write_bytes(b"\0" * (FILE_BYTES + 1))
    assert library.look_again()
    grown = [problem.message for problem in library.snapshot().problems]

    assert missing == ['There is no file "media/slow-song.mp3".']
    assert there.problems == []
    assert "evenings/01-a-song" in there.curricula["evenings"].modules
    assert grown == ['The file "media/slow-song.mp3" has 8.0 MB; at most 8 MB can be used.']
    assert library.media_file("evenings", "slow-song.mp3") == sound
