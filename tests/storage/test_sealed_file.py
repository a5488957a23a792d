"""A sealed file opens with its passphrase and in no other way, and only as a whole."""

import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.storage import sealed_file
from facilitator.storage.sealed_file import is_sealed, passphrase_of, seal, seal_file, unseal, unseal_file

WORDS = b"harbor lantern quilt"
PIECE = 64 * 1024
HEAD = 61


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_file, "_KIBIBYTES", 64)
    monkeypatch.setattr(sealed_file, "_PASSES", 1)


def sealed(plain: bytes) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(plain), target, WORDS)
    return target.getvalue()


def opened(locked: bytes, words: bytes = WORDS) -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(locked), target, words)
    return target.getvalue()


@given(st.integers(0, 3 * PIECE))
@example(0)
@example(PIECE)
@example(2 * PIECE)
@example(PIECE + 1)
def test_it_opens_as_it_was(length: int) -> None:
    plain = bytes(number % 251 for number in range(length))

    assert opened(sealed(plain)) == plain


def test_the_same_file_never_looks_the_same_twice() -> None:
    assert sealed(b"names") != sealed(b"names")
    assert b"names" not in sealed(b"names")


def test_another_passphrase_does_not_open_it() -> None:
    with pytest.raises(Refused, match="passphrase"):
        opened(sealed(b"names"), b"harbor lantern quilT")


THREE = bytes(2 * PIECE + 100)
FAULTS = {
    "cut in the middle of a piece": lambda it: it[:-1],
    "cut at the end of a piece": lambda it: it[: HEAD + PIECE + 16],
    "no piece at all": lambda it: it[:HEAD],
    "a piece less": lambda it: it[: HEAD + PIECE + 16] + it[HEAD + 2 * (PIECE + 16) :],
    "two pieces changed about": lambda it: (
        it[:HEAD] + it[HEAD + PIECE + 16 : HEAD + 2 * (PIECE + 16)] + it[HEAD : HEAD + PIECE + 16]
        + it[HEAD + 2 * (PIECE + 16) :]
    ),
    "a piece more": lambda it: it + it[HEAD : HEAD + PIECE + 16],
    "a bit of the last piece": lambda it: it[:-1] + bytes([it[-1] ^ 1]),
    "a bit of the salt": lambda it: it[:40] + bytes([it[40] ^ 1]) + it[41:],
    "a bit of the nonce": lambda it: it[:58] + bytes([it[58] ^ 1]) + it[59:],
    "another cost": lambda it: it[:29] + bytes([2]) + it[30:],
    "a cost beyond all memory": lambda it: it[:30] + b"\xff\xff\xff\xff" + it[34:],
    "no cost": lambda it: it[:26] + bytes(12) + it[38:],
    "not ours": lambda it: b"SQLite format 3\x00" + it[16:],
    "empty": lambda it: b"",
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_done_to_it_is_found(fault: str) -> None:
    with pytest.raises(Refused):
        opened(FAULTS[fault](sealed(THREE)))


def test_a_file_is_there_only_once_it_is_whole(tmp_path: Path) -> None:
    plain, locked, back = tmp_path / "plain", tmp_path / "locked", tmp_path / "back"
    plain.write_bytes(THREE)
    seal_file(plain, locked, WORDS)
    assert is_sealed(locked)
    assert not is_sealed(plain)
    assert locked.stat().st_mode & 0o777 == 0o600

    unseal_file(locked, back, WORDS)
    assert back.read_bytes() == THREE
    back.unlink()
    locked.write_bytes(locked.read_bytes()[:-1])
    with pytest.raises(Refused):
        unseal_file(locked, back, WORDS)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["locked", "plain"]


def test_a_passphrase_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(WORDS + b"\n")
    assert passphrase_of(file) == WORDS

    file.write_bytes(b"short\n")
    with pytest.raises(Refused, match="at least 12"):
        passphrase_of(file)
    with pytest.raises(Refused, match="cannot be read"):
        passphrase_of(tmp_path / "nowhere")


def test_the_real_cost_is_a_high_one() -> None:
    """OWASP's least for Argon2id is 19 MiB and two passes; a backup is opened rarely and may take a second."""
    text = Path(sealed_file.__file__).read_text()

    assert "_PASSES, _KIBIBYTES, _LANES = 3, 256 * 1024, 4" in text
