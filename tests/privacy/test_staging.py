"""Where frames wait: what lies in the folder, who may read it, what is left of it, and what a restart finds."""

import os
import stat
from pathlib import Path

import pytest

from facilitator.errors import Refused
from facilitator.privacy import staging
from facilitator.privacy.sealed import KEY_BYTES, frame_length, slot
from facilitator.privacy.sealing import SealedRun
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging
from tests.privacy.evening import SEATS, SIZE, K, answer, passes, seeded


class UnlinksOnly(Shelf):
    """Planted: removes files without overwriting them."""

    def empty(self) -> None:
        for entry in (self._folder / "key", *self._frames.iterdir()):
            entry.unlink(missing_ok=True)


def opened(root: Path | None, run: str = "r1", stored: tuple[str, ...] = ()) -> SealedRun:
    return SealedRun.open(root, "evening", run, SIZE, stored)


def folder(root: Path) -> Path:
    return root / "evening.r1"


def frames(root: Path) -> list[Path]:
    return list((folder(root) / "frames").iterdir())


def test_only_we_may_look_into_the_folder(root):
    opened(root).say("ana", answer(1, "hello"))

    assert stat.S_IMODE(folder(root).stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (*frames(root), folder(root) / "key")} == {0o600}


def test_frames_are_named_by_slot_and_alike_in_size_and_time(root):
    run = opened(root)
    run.say("ana", answer(1, "No"))
    run.say("ben", answer(1, "a" * 150))
    run.say("chris", passes(1))
    run.say("dee", answer(1, "maybe"))
    run.withdraw("dee", 2)

    files = frames(root)
    assert {file.stat().st_size for file in files} == {frame_length(SIZE)}
    assert {file.stat().st_mtime_ns for file in (*files, folder(root) / "frames", folder(root) / "key")} == {0}
    assert all(len(bytes.fromhex(file.name)) == 32 for file in files)


def test_the_same_seat_has_another_slot_in_the_next_run(root):
    for run in ("r1", "r2"):
        opened(root, run).say("ana", answer(1, "the same words"))

    assert len({file.name for file in root.rglob("frames/*")}) == 2


def test_neither_seat_nor_words_can_be_read_in_the_folder(root):
    opened(root).say("seat-of-ana", answer(1, "canary-words"))

    held = b"".join(file.read_bytes() + file.name.encode() for file in root.rglob("*") if file.is_file())
    assert b"canary" not in held
    assert b"seat-of-ana" not in held


def test_a_restart_finds_everything_as_it_was(root):
    before = opened(root)
    for seat in SEATS[:4]:
        before.say(seat, answer(1, seat))
    before.withdraw("dee", 2)

    after = opened(root)

    assert after.key_id == before.key_id
    assert after.how_many(6) == "some"
    assert after.say("ana", answer(1, "ana")) == "repeated"
    assert after.say("dee", answer(1, "dee")) == "older"
    assert after.say("dee", answer(3, "again")) == "kept"


def test_after_a_restart_spent_slots_are_still_spent(root):
    before = opened(root)
    for seat in SEATS[:4]:
        before.say(seat, answer(1, seat))
    wave = before.wave(12, K, seeded(1))
    before.committed()

    after = opened(root, stored=(wave.id,))

    assert not after.lost
    with pytest.raises(Refused, match="in_a_wave"):
        after.say("ana", answer(2, "changed"))


@pytest.mark.parametrize("damage", ["no key", "half a key", "another key", "no ledger sense", "a torn frame"])
def test_what_cannot_be_read_is_wiped_and_phones_are_asked_again(root, damage):
    before = opened(root)
    before.say("ana", answer(1, "ana"))
    key = folder(root) / "key"
    match damage:
        case "no key":
            key.unlink()
        case "half a key":
            key.write_bytes(key.read_bytes()[:20])
        case "another key":
            key.write_bytes(bytes(48))
        case "no ledger sense":
            (folder(root) / "ledger").write_bytes(b"{")
        case "a torn frame":
            frames(root)[0].write_bytes(frames(root)[0].read_bytes()[:100])

    after = opened(root)

    assert after.key_id != before.key_id
    assert frames(root) == []
    assert after.how_many(8) == "none"
    assert after.say("ana", answer(1, "ana")) == "kept"


def test_a_key_lost_after_a_wave_ends_the_run(root):
    before = opened(root)
    for seat in SEATS[:4]:
        before.say(seat, answer(1, seat))
    wave = before.wave(12, K, seeded(1))
    before.committed()
    (folder(root) / "key").unlink()

    after = opened(root, stored=(wave.id,))

    assert after.lost
    with pytest.raises(Refused, match="key_lost"):
        after.say("ana", answer(1, "ana"))
    assert after.wave(12, K, seeded(2)) is None
    close = after.close(K, seeded(2))
    assert close is not None
    assert (close.answers, close.too_few) == ((), False)


def test_the_key_id_is_not_made_from_the_key(root):
    ids = iter(range(2))

    def same_key(size: int) -> bytes:
        return bytes(KEY_BYTES) if size == KEY_BYTES else bytes([next(ids)]) * size

    one, other = (Staging.open("evening", run, root, entropy=same_key) for run in ("r1", "r2"))
    assert one.key == other.key
    assert one.key_id != other.key_id


@pytest.mark.parametrize(("shelf", "wiped"), [(Shelf, True), (UnlinksOnly, False)])
def test_destroying_overwrites_key_and_frames(root, shelf, wiped):
    """Someone who still holds the files open finds nothing in them; the planted fault shows that this looks."""
    staged = Staging(shelf(folder(root)), os.urandom)
    staged.put(slot(staged.key, "ana"), b"a frame")
    with (folder(root) / "key").open("rb") as key, frames(root)[0].open("rb") as frame:
        staged.destroy()
        assert (not any(key.read() + frame.read())) == wiped


def test_a_wave_takes_its_frames_with_it(root):
    run = opened(root)
    for seat in SEATS[:5]:
        run.say(seat, answer(1, seat))
    run.withdraw("eli", 2)
    run.wave(12, K, seeded(1))
    assert len(frames(root)) == 5
    run.committed()

    assert len(frames(root)) == 1


def test_after_the_close_nothing_is_left(root):
    run = opened(root)
    run.say("ana", answer(1, "ana"))
    run.close(K, seeded(1))
    run.destroy()
    run.destroy()

    assert list(root.iterdir()) == []


def test_what_a_kill_after_the_close_left_is_swept(root):
    for run in ("r1", "r2"):
        opened(root, run).say("ana", answer(1, "ana"))

    staging.sweep(root, [("evening", "r2")])

    assert [entry.name for entry in root.iterdir()] == ["evening.r2"]
    assert opened(root, "r2").say("ana", answer(1, "ana")) == "repeated"


def test_without_a_folder_the_process_holds_it_all():
    run = opened(None)
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    close = run.close(K, seeded(1))
    assert close is not None
    assert len(close.answers) == 4
    run.committed()
    run.destroy()
    staging.sweep(None, [])


def test_a_folder_that_is_in_the_way_does_not_stop_the_group(root):
    folder(root).write_text("not a folder")
    assert opened(root).say("ana", answer(1, "ana")) == "kept"


def test_an_answer_that_could_not_be_kept_is_not_called_saved(root):
    run = opened(root)
    run.say("ana", answer(1, "first"))
    (folder(root) / ".new").mkdir()

    with pytest.raises(Refused, match="not_saved"):
        run.say("ana", answer(2, "second"))
    (folder(root) / ".new").rmdir()
    assert run.say("ana", answer(1, "first")) == "repeated"
    assert run.say("ana", answer(2, "second")) == "kept"


def test_a_wave_whose_ledger_cannot_be_written_waits(root):
    run = opened(root)
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    (folder(root) / ".new").mkdir()
    with pytest.raises(Refused, match="not_saved"):
        run.wave(12, K, seeded(1))
    (folder(root) / ".new").rmdir()

    assert run.wave(12, K, seeded(1)) is not None


def test_a_ledger_that_cannot_be_written_after_a_wave_is_mended_by_the_store(root):
    run = opened(root)
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    wave = run.wave(12, K, seeded(1))
    (folder(root) / ".new").mkdir()
    run.committed()
    (folder(root) / ".new").rmdir()

    after = opened(root, stored=(wave.id,))

    assert not after.lost
    assert frames(root) == []
    with pytest.raises(Refused, match="in_a_wave"):
        after.say("ana", answer(2, "changed"))


@pytest.mark.parametrize("name", ["../escape", "", "a/b", "a.b", "x" * 65])
def test_an_id_that_would_be_a_path_is_not_used(root, name):
    with pytest.raises(ValueError, match="id"):
        opened(root, name)
