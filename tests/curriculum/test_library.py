"""The folder on the disk: what is seen, what is seen again, and what stays when a file is saved with a slip."""

import os
import threading
from pathlib import Path

import pytest

from facilitator.curriculum.library import Library
from tests.curriculum.pages import FRONT

GOOD = FRONT + "## Arrive\n\nHello.\n"
ARRIVE = "evenings/01-arrive"


@pytest.fixture
def curricula(tmp_path: Path) -> Path:
    root = tmp_path / "curricula"
    folder = root / "evenings"
    (folder / "media").mkdir(parents=True)
    (folder / "curriculum.md").write_text(
        "---\ntitle: Evenings\norder: [02-wave, 01-arrive]\nlength: A week\n---\n\nWelcome.\n"
    )
    (folder / "01-arrive.md").write_text(GOOD)
    (folder / "02-wave.md").write_text(GOOD.replace("Hello", "A wave"))
    (root / "agreement.md").write_text(
        "---\ntitle: Our agreement\nversion: 1.10\n---\n\n## We listen\n\n- You can pass.\n"
    )
    (root / "agreement.es.md").write_text("---\ntitle: Nuestro acuerdo\nversion: 1.10\n---\n\nPuede pasar.\n")
    (root / "concern.md").write_text("---\ntitle: When you worry\nversion: 2\n---\n\nStay.\n")
    return root


@pytest.fixture
def library(curricula: Path) -> Library:
    return Library(curricula)


def save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def problems(library: Library) -> list[str]:
    return [str(problem).split("\n")[0] for problem in library.snapshot().problems]


def test_a_curriculum_has_its_modules_in_the_order_of_its_track(library: Library) -> None:
    evenings = library.snapshot().curricula["evenings"]

    assert (evenings.title, evenings.language, evenings.length) == ("Evenings", "en", "A week")
    assert evenings.order == ["evenings/02-wave", "evenings/01-arrive"]
    assert list(evenings.modules) == evenings.order


def test_modules_that_the_track_does_not_name_come_after_it(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "00-extra.md", GOOD)

    assert library.look_again()
    assert library.snapshot().curricula["evenings"].order[-1] == "evenings/00-extra"


def test_a_track_that_names_a_missing_module_is_a_warning(curricula: Path, library: Library) -> None:
    (curricula / "evenings" / "02-wave.md").unlink()

    library.look_again()
    [line] = problems(library)
    assert line.startswith(
        'curricula/evenings/curriculum.md:3:9: warning: There is no file "02-wave.md" for this place'
    )


def test_the_agreement_and_the_concern_script_come_by_language_with_their_version(library: Library) -> None:
    shelf = library.snapshot()

    assert {language: (document.title, document.version) for language, document in shelf.agreement.items()} == {
        "en": ("Our agreement", "1.10"),
        "es": ("Nuestro acuerdo", "1.10"),
    }
    assert shelf.concern["en"].version == "2"
    assert [block["type"] for block in shelf.agreement["en"].blocks] == ["heading", "list"]


def test_a_module_comes_in_the_language_asked_for_or_else_in_that_of_its_track(
    curricula: Path, library: Library
) -> None:
    save(curricula / "evenings" / "01-arrive.es.md", GOOD.replace("Hello", "Hola"))
    library.look_again()
    shelf = library.snapshot()

    languages = [module.language for wish in ("es", "en", "fr", "") if (module := shelf.module(ARRIVE, wish))]
    assert languages == ["es", "en", "en", "en"]
    assert shelf.module("evenings/09-none") is None
    assert shelf.module("nowhere/01-arrive") is None


def test_nothing_changed_is_nothing_new(library: Library) -> None:
    before = library.snapshot()

    assert not library.look_again()
    assert library.snapshot() is before


def test_a_saved_file_is_seen_when_looking_again(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.md", GOOD.replace("Arrive", "Come in"))

    assert library.look_again()
    assert _title(library) == "Come in"


def test_a_file_saved_by_swapping_is_seen_even_with_the_same_size_and_time(curricula: Path, library: Library) -> None:
    file = curricula / "evenings" / "01-arrive.md"
    times = file.stat()
    other = file.with_suffix(".new")
    other.write_text(GOOD.replace("Arrive", "Enters"))
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(file)

    assert library.look_again()
    assert _title(library) == "Enters"


def test_a_broken_save_keeps_the_last_good_version_and_tells_the_problem(curricula: Path, library: Library) -> None:
    file = curricula / "evenings" / "01-arrive.md"
    save(file, GOOD.replace("minutes: 45", "minuts: 45").replace("Arrive", "Broken"))

    assert library.look_again()
    assert _title(library) == "Arrive"
    assert problems(library)[0].startswith('curricula/evenings/01-arrive.md:4:1: "minuts" is not a setting')
    assert library.snapshot().behind == ["curricula/evenings/01-arrive.md"]

    save(file, GOOD.replace("Arrive", "Mended"))

    assert library.look_again()
    assert _title(library) == "Mended"
    assert (problems(library), library.snapshot().behind) == ([], [])


def test_an_editor_that_empties_a_file_before_writing_it_does_no_harm(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.md", "")

    library.look_again()
    assert _title(library) == "Arrive"


def test_a_broken_front_page_or_agreement_keeps_its_last_good_version_too(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "curriculum.md", "---\ntitel: X\n---\n")
    save(curricula / "agreement.md", "Hello")
    library.look_again()
    shelf = library.snapshot()

    assert shelf.curricula["evenings"].title == "Evenings"
    assert shelf.agreement["en"].title == "Our agreement"
    assert len(shelf.behind) == 2


def test_a_module_that_was_never_good_is_not_there_and_its_problem_is(curricula: Path) -> None:
    save(curricula / "evenings" / "03-new.md", "Hello")
    library = Library(curricula)

    assert library.snapshot().module("evenings/03-new") is None
    assert any("03-new.md:1:1" in line for line in problems(library))


def test_a_snapshot_does_not_change_under_whoever_holds_it(curricula: Path, library: Library) -> None:
    held = library.snapshot()
    save(curricula / "evenings" / "01-arrive.md", GOOD.replace("Arrive", "Other"))
    library.look_again()

    module = held.module(ARRIVE)
    assert module is not None
    assert module.steps[0].title == "Arrive"


def test_a_file_that_is_gone_is_gone(curricula: Path, library: Library) -> None:
    (curricula / "evenings" / "01-arrive.md").unlink()

    assert library.look_again()
    assert library.snapshot().module(ARRIVE) is None


def test_a_folder_that_cannot_be_seen_for_a_while_keeps_what_was_in_it(curricula: Path, library: Library) -> None:
    curricula.rename(curricula.with_name("away"))

    assert library.look_again()
    assert _title(library) == "Arrive"
    assert problems(library) == [
        "curricula:1:1: This folder cannot be opened. Look whether it is there and may be read."
    ]

    curricula.with_name("away").rename(curricula)

    assert library.look_again()
    assert problems(library) == []


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere")

    assert library.snapshot().curricula == {}
    assert library.snapshot().unreadable == ["nowhere"]


def test_a_curriculum_without_a_front_page_is_told_and_still_usable(curricula: Path, library: Library) -> None:
    (curricula / "evenings" / "curriculum.md").unlink()
    library.look_again()

    assert library.snapshot().curricula["evenings"].order == [ARRIVE, "evenings/02-wave"]
    assert problems(library)[0].startswith(
        "curricula/evenings/curriculum.md:1:1: This curriculum has no such file yet."
    )


def test_the_language_of_a_curriculum_is_that_of_its_modules(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "curriculum.md", "---\ntitle: Abende\nlanguage: de\n---\n")

    library.look_again()
    module = library.snapshot().module(ARRIVE)
    assert module is not None
    assert module.language == "de"


def test_a_picture_that_comes_takes_its_warning_away(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.md", GOOD + "\n![a wave](media/wave.png)\n")
    library.look_again()
    assert 'There is no file "media/wave.png"' in problems(library)[0]
    assert library.media_file("evenings", "wave.png") is None

    (curricula / "evenings" / "media" / "wave.png").write_bytes(b"x")

    assert library.look_again()
    assert problems(library) == []
    assert library.media_file("evenings", "wave.png") == curricula / "evenings" / "media" / "wave.png"


@pytest.mark.parametrize("name", ["../curriculum.md", "../../agreement.md", "/etc/passwd", "", ".", "no.png"])
def test_only_files_that_lie_in_media_are_handed_out(library: Library, name: str) -> None:
    assert library.media_file("evenings", name) is None


def test_a_drifted_translation_is_a_warning(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.es.md", GOOD.replace("## Arrive", "## Llegar {#llegar}"))
    library.look_again()

    assert all("01-arrive.es.md" in line and "The translation has drifted" in line for line in problems(library))
    assert len(problems(library)) == 2


def test_a_translation_of_nothing_is_a_warning(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "09-lost.es.md", GOOD)
    library.look_again()

    assert 'This translates "09-lost.md", which is not there.' in problems(library)[0]


def test_two_files_for_one_language_are_told(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.en.md", GOOD)
    library.look_again()

    [line] = problems(library)
    assert 'There is another file for "01-arrive" in the language "en".' in line


def test_a_translated_front_page_is_not_taken_for_a_module(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "curriculum.es.md", "---\ntitle: Noches\n---\n")
    library.look_again()

    [line] = problems(library)
    assert line.startswith('curricula/evenings/curriculum.es.md:1:1: warning: Only "curriculum.md" is used')
    assert library.snapshot().curricula["evenings"].title == "Evenings"


@pytest.mark.parametrize("name", ["agreement.v2.md", "agreement.English.md"])
def test_the_agreement_s_name_ends_in_a_language(curricula: Path, library: Library, name: str) -> None:
    save(curricula / name, "---\ntitle: A\n---\n")
    library.look_again()

    assert "The name of this file does not end in a language" in problems(library)[0]


def test_what_is_no_module_is_left_alone(curricula: Path, library: Library) -> None:
    for name in (
        "README.md",
        "evenings/readme.md",
        "evenings/.draft.md",
        "evenings/_draft.md",
        ".git/x.md",
        "evenings/notes.txt",
        "x.md",
    ):
        save(curricula / name, "anything")

    library.look_again()
    assert problems(library) == []
    assert list(library.snapshot().curricula) == ["evenings"]


def test_a_pipe_or_a_folder_named_like_a_module_does_not_hold_the_library_up(curricula: Path, library: Library) -> None:
    os.mkfifo(curricula / "evenings" / "05-pipe.md")
    (curricula / "evenings" / "06-folder.md").mkdir()
    (curricula / "evenings" / "07-lost.md").symlink_to("nowhere.md")
    (curricula / "evenings" / "media" / "loop").symlink_to(curricula)

    library.look_again()
    assert list(library.snapshot().curricula["evenings"].modules) == ["evenings/02-wave", ARRIVE]


def test_a_file_that_cannot_be_read_is_told(curricula: Path, library: Library) -> None:
    (curricula / "evenings" / "01-arrive.md").unlink()
    # A file that even root cannot read from its start.
    (curricula / "evenings" / "01-arrive.md").symlink_to("/proc/self/mem")
    library.look_again()

    assert library.snapshot().unreadable == ["curricula/evenings/01-arrive.md"]
    assert "This file cannot be read: Input/output error." in problems(library)[0]
    assert _title(library) == "Arrive"


def test_a_huge_file_is_not_read_to_its_end(curricula: Path, library: Library) -> None:
    with (curricula / "evenings" / "08-huge.md").open("wb") as file:
        file.truncate(50_000_000_000)
    library.look_again()

    assert "This file is too large" in problems(library)[0]


def test_many_may_ask_while_one_looks(curricula: Path, library: Library) -> None:
    seen: list[str] = []
    halt = threading.Event()

    def ask() -> None:
        while not halt.is_set():
            seen.append(_title(library))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(8):
        save(curricula / "evenings" / "01-arrive.md", GOOD.replace("Arrive", f"Number {number}"))
        library.look_again()
    halt.set()
    for thread in threads:
        thread.join()

    assert _title(library) == "Number 7"
    assert seen


def _title(library: Library) -> str:
    module = library.snapshot().module(ARRIVE)
    assert module is not None
    return module.steps[0].title
