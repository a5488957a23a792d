"""The folder on the disk: what is in the library, and what is told of it."""

from pathlib import Path

import pytest

from facilitator.curriculum.library import Library
from tests.curriculum.shelves import ARRIVE, GOOD, problems, save


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


def test_a_curriculum_may_bring_its_own_agreement_for_days_that_are_all_its_own(
    curricula: Path, library: Library
) -> None:
    save(curricula / "families" / "curriculum.md", "---\ntitle: Families\n---\n")
    save(curricula / "families" / "01-hello.md", GOOD)
    for name, title in (("agreement.md", "For families"), ("agreement.es.md", "Para familias")):
        save(curricula / "families" / name, f"---\ntitle: {title}\nversion: 7\n---\n\nYou may pass.\n")
    library.look_again()
    shelf = library.snapshot()

    own = shelf.agreement_for(["families/01-hello"])
    assert {language: document.title for language, document in own.items()} == {
        "en": "For families",
        "es": "Para familias",
    }
    assert shelf.agreement_for(["families/01-hello", ARRIVE]) == shelf.agreement
    assert shelf.agreement_for([ARRIVE]) == shelf.agreement
    assert list(shelf.curricula["families"].modules) == ["families/01-hello"]
    assert shelf.agreement["en"].title == "Our agreement"


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


def test_a_library_that_may_wait_reads_nothing_until_somebody_asks(curricula: Path) -> None:
    heard: list[str] = []
    later = Library(curricula, on_file=heard.append, wait=lambda seconds: None)
    assert heard == []

    assert list(later.snapshot().curricula) == ["evenings"]
    assert heard
    assert later.media_file("evenings", "nothing.svg") is None


def test_whoever_asks_while_the_library_is_read_waits_for_it(curricula: Path) -> None:
    waited: list[float] = []

    def another_reads(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            later._lock.release()

    later = Library(curricula, wait=another_reads)
    later._lock.acquire()

    assert list(later.snapshot().curricula) == ["evenings"]
    assert len(waited) == 3


def test_an_empty_folder_is_a_library_that_was_read(tmp_path: Path) -> None:
    assert Library(tmp_path, wait=lambda seconds: pytest.fail("nobody reads it")).snapshot().curricula == {}
