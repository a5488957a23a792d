"""Prints where Chromium is. When it is missing and this account may install packages, it is installed first."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
HELP = "The browser tests need Chromium. Install the package `chromium`, or run: make test NO_BROWSER=1"


def find() -> str | None:
    """`CHROMIUM` wins; otherwise what the system's packages brought."""
    names = (os.environ["CHROMIUM"],) if os.environ.get("CHROMIUM") else NAMES
    return next((found for name in names if (found := shutil.which(name))), None)


def _install() -> None:
    """With the system's own package manager, as root or where sudo asks for no password."""
    if shutil.which("apt-get") is None:
        return
    sudo = _without_password()
    if sudo is None:
        return
    print("· Installing Chromium from the system's packages", file=sys.stderr, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    for step in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]):
        subprocess.run([*sudo, "apt-get", *step], check=False, **quiet)


def _without_password() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def main() -> None:
    """What `make test` asks before it starts."""
    if find() is None and not os.environ.get("CHROMIUM"):
        _install()
    found = find()
    if found is None:
        sys.exit(HELP)
    print(found)


if __name__ == "__main__":
    main()
