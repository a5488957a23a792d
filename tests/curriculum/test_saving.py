"""What happens when a file is saved, broken, mended or gone while the library is in use."""

import os
import threading
from pathlib import Path

from facilitator.curriculum.library import Library
from tests.curriculum.shelves import ARRIVE, GOOD, problems, save, title


def test_nothing_changed_is_nothing_new(library: Library) -> None:
    before = library.snapshot()

    assert not library.look_again()
    assert library.snapshot() is before


def test_a_saved_file_is_seen_when_looking_again(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.md", GOOD.replace("Arrive", "Come in"))

    assert library.look_again()
    assert title(library) == "Come in"


def test_a_file_saved_by_swapping_is_seen_even_with_the_same_size_and_time(curricula: Path, library: Library) -> None:
    file = curricula / "evenings" / "01-arrive.md"
    times = file.stat()
    other = file.with_suffix(".new")
    other.write_text(GOOD.replace("Arrive", "Enters"))
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(file)

    assert library.look_again()
    assert title(library) == "Enters"


def test_a_broken_save_keeps_the_last_good_version_and_tells_the_problem(curricula: Path, library: Library) -> None:
    file = curricula / "evenings" / "01-arrive.md"
    save(file, GOOD.replace("minutes: 45", "minuts: 45").replace("Arrive", "Broken"))

    assert library.look_again()
    assert title(library) == "Arrive"
    assert problems(library)[0].startswith('curricula/evenings/01-arrive.md:4:1: "minuts" is not a setting')
    assert library.snapshot().behind == ["curricula/evenings/01-arrive.md"]

    save(file, GOOD.replace("Arrive", "Mended"))

    assert library.look_again()
    assert title(library) == "Mended"
    assert (problems(library), library.snapshot().behind) == ([], [])


def test_an_editor_that_empties_a_file_before_writing_it_does_no_harm(curricula: Path, library: Library) -> None:
    save(curricula / "evenings" / "01-arrive.md", "")

    library.look_again()
    assert title(library) == "Arrive"


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
    assert title(library) == "Arrive"
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
    assert title(library) == "Arrive"


def test_a_huge_file_is_not_read_to_its_end(curricula: Path, library: Library) -> None:
    with (curricula / "evenings" / "08-huge.md").open("wb") as file:
        file.truncate(50_000_000_000)
    library.look_again()

    assert "This file is too large" in problems(library)[0]


def test_a_second_look_does_not_wait_for_the_first(curricula: Path) -> None:
    looks: list[bool] = []
    holder: list[Library] = []
    holder.append(Library(curricula, on_file=lambda _: looks.extend(each.look_again() for each in holder)))
    save(curricula / "evenings" / "01-arrive.md", GOOD + "More.\n")

    assert holder[0].look_again()
    assert looks == [False]


def test_many_may_ask_while_one_looks(curricula: Path, library: Library) -> None:
    seen: list[str] = []
    halt = threading.Event()

    def ask() -> None:
        while not halt.is_set():
            seen.append(title(library))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(8):
        save(curricula / "evenings" / "01-arrive.md", GOOD.replace("Arrive", f"Number {number}"))
        library.look_again()
    halt.set()
    for thread in threads:
        thread.join()

    assert title(library) == "Number 7"
    assert seen
