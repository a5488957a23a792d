"""A place for keys: believed only if the kernel says that it is memory and nobody else can be in it."""

import os
import stat
from pathlib import Path

import pytest

from facilitator.privacy import tmpfs

SHM = Path("/dev/shm")  # noqa: S108
needs_memory = pytest.mark.skipif(not tmpfs.in_memory(SHM), reason="no memory file system here")


def test_the_kernel_is_asked_and_not_the_name(tmp_path):
    device = tmp_path.stat().st_dev
    here = f"{os.major(device)}:{os.minor(device)}"
    mounts = tmp_path / "mountinfo"

    for kind, believed in (("tmpfs", True), ("ramfs", True), ("ext4", False), ("devtmpfs", False), ("overlay", False)):
        mounts.write_text(
            f"22 1 0:999 / /else rw - ext4 /dev/sdz rw\n23 1 {here} / /dev/shm rw shared:5 - {kind} tmpfs rw\n"
        )
        assert tmpfs.in_memory(tmp_path, mounts) is believed


def test_a_folder_that_is_not_there_is_not_in_memory(tmp_path):
    assert not tmpfs.in_memory(tmp_path / "nowhere")
    assert not tmpfs.in_memory(tmp_path, tmp_path / "no-mountinfo")


def test_proc_is_not_memory():
    assert not tmpfs.in_memory(Path("/proc"))


def test_a_disk_is_never_taken(tmp_path):
    if tmpfs.in_memory(tmp_path):
        pytest.skip("temporary files are in memory here")
    assert tmpfs.staging_root("store", {"XDG_RUNTIME_DIR": str(tmp_path)}, shared=tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@needs_memory
def test_our_folder_in_memory_is_ours_alone(root, tmp_path):
    found = tmpfs.staging_root(str(tmp_path), {})
    assert found == root
    assert stat.S_IMODE(found.stat().st_mode) == 0o700


@needs_memory
def test_the_runtime_folder_comes_first(root):
    found = tmpfs.staging_root("store", {"XDG_RUNTIME_DIR": str(root)})
    assert found is not None
    assert found.parent == root


@needs_memory
def test_two_stores_do_not_share_a_folder(root):
    assert tmpfs.staging_root("one", {}, shared=root) != tmpfs.staging_root("other", {}, shared=root)


@needs_memory
@pytest.mark.parametrize("trap", ["a link", "a file", "open to others"])
def test_a_folder_that_somebody_prepared_is_not_used(root, trap):
    ours = tmpfs.staging_root("store", {}, shared=root)
    assert ours is not None
    ours.rmdir()
    match trap:
        case "a link":
            ours.symlink_to(root)
        case "a file":
            ours.write_text("")
        case "open to others":
            ours.mkdir()
            ours.chmod(0o755)

    assert tmpfs.staging_root("store", {}, shared=root) is None


def test_whether_swap_is_on_is_known():
    assert tmpfs.swap_is_on() == (len(Path("/proc/swaps").read_text().splitlines()) > 1)
