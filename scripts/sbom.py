"""Writes the list of everything that Facilitator is made of (CycloneDX, JSON) from the lock files. Used by `make sbom`.

The same locks give the same bytes: there is no date in it, and its number is made from what it holds.
"""

import argparse
import json
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

import locks


def bill(root: Path) -> dict[str, Any]:
    """`scope` tells what is served (`required`) from what only builds and tests it (`excluded`)."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    name, version = project["name"], project["version"]
    packages = [*locks.python_packages(root), *locks.npm_packages(root)]
    held = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": name,
                "name": name,
                "version": version,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [_component(one) for one in packages],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(held, sort_keys=True))
    return {**held, "serialNumber": number.urn}


def _component(one: locks.Locked) -> dict[str, Any]:
    group, _, name = one.name.rpartition("/")
    found = {
        "type": "library",
        "bom-ref": one.purl,
        "name": name,
        "version": one.version,
        "purl": one.purl,
        "scope": "required" if one.served else "excluded",
        # A Python package has one file for each kind of machine; any of their sums is right.
        "externalReferences": [
            {"type": "distribution", "url": one.purl, "hashes": [{"alg": alg, "content": content}]}
            for alg, content in one.sums
        ],
    }
    return {**found, "group": group} if group else found


def main() -> None:
    """What make calls."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--to", type=Path, help="the file to write; without it, to the standard output")
    arguments.add_argument(
        "--root", type=Path, default=Path(__file__).resolve().parent.parent, help="where the locks lie"
    )
    asked = arguments.parse_args()
    text = json.dumps(bill(asked.root), indent=1, sort_keys=True) + "\n"
    if asked.to is None:
        sys.stdout.write(text)
        return
    asked.to.parent.mkdir(exist_ok=True)
    asked.to.write_text(text)


if __name__ == "__main__":
    main()
