"""Writes `docs/activities.md`: every kind of activity with its promises, its settings and an example, for authors.

What it says of a kind is what the kind's own file says. The example is the first of those that the tests try.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marshmallow import missing
from ruamel.yaml import YAML

from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import all_kinds
from facilitator.generating.settings_words import Setting, settings_of

EXAMPLES = Path(__file__).resolve().parents[2] / "tests" / "activities" / "examples"
_HEAD = """\
# Every kind of activity

<!-- Written by `python -m facilitator.generate` from facilitator/activities/ and tests/activities/examples/. -->
<!-- Never edited by hand. -->

What a step of a module can ask or offer, for whoever writes curricula.
[Writing curricula](writing-curricula.md) says how a module is put together.

`make test ARGS="tests/journeys/test_every_kind.py"` takes pictures of every kind on a phone, a tablet and a wall.
It does so by day and by lamplight, and on phones in English and in Spanish.
They come to lie in `test-output/`, under the names given here.

"""
_TABLE = "| Setting | Needed | What it takes | If it is left out |\n|---|---|---|---|\n"


def activities_md() -> str:
    """The whole file. Raises `FileNotFoundError` for a kind that has no examples."""
    kinds = kinds_of_the_house()
    return _HEAD + _contents(kinds) + "".join(map(_about, kinds))


def kinds_of_the_house() -> list[ActivityKind]:
    """Every kind that comes with Facilitator; the tests have some more."""
    return [kind for kind in all_kinds().values() if type(kind).__module__.startswith("facilitator.")]


def example_of(kind: ActivityKind) -> str:
    """A block as an author would write it: what is as it would be anyway is left out."""
    shown: dict[str, Any] = json.loads((EXAMPLES / f"{kind.kind}.json").read_text("utf-8"))[0]["settings"]
    usual = {field.data_key or name: field.load_default for name, field in kind.Settings().fields.items()}
    written = {name: value for name, value in shown.items() if not _is_usual(usual.get(name, missing), value)}
    return f"```{kind.kind}\n{_yaml(written)}```\n"


def _is_usual(default: Any, value: Any) -> bool:
    return default is not missing and (default() if callable(default) else default) == value


def _yaml(settings: dict[str, Any]) -> str:
    if not settings:
        return ""
    writer, text = YAML(), io.StringIO()
    writer.width = 100
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.dump(settings, text)
    return text.getvalue()


def _contents(kinds: list[ActivityKind]) -> str:
    return "".join(f"* [`{kind.kind}`](#{kind.kind})\n" for kind in kinds) + "\n"


def _about(kind: ActivityKind) -> str:
    parts = (_says(kind), _promises(kind), _TABLE + "".join(map(_row, settings_of(kind.Settings))), example_of(kind))
    return f"## {kind.kind}\n\n" + "\n".join(parts) + "\n" + _pictures(kind) + "\n"


def _says(kind: ActivityKind) -> str:
    """The first paragraph of the kind's own file, each sentence on a line of its own."""
    first = (sys.modules[type(kind).__module__].__doc__ or "").strip().partition("\n\n")[0]
    return re.sub(r"(?<=[.!?]) ", "\n", " ".join(first.split())) + "\n"


def _promises(kind: ActivityKind) -> str:
    if not kind.promises:
        return "It asks for no answer, so it has no promise.\n"
    return f"Promises it can keep: {', '.join(f'`{promise}`' for promise in kind.promises)}.\n"


def _row(setting: Setting) -> str:
    default = f"`{setting.default}`" if setting.default else ""
    cells = (f"`{setting.name}`", "yes" if setting.needed else "no", setting.takes, default)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _pictures(kind: ActivityKind) -> str:
    names = ", ".join(f"`{name}`" for name in pictures_of(kind.kind))
    return f"Pictures: {names}, each ending in `-light.png` and `-dark.png`.\n"


def pictures_of(kind: str) -> Iterator[str]:
    """What the pictures of a kind are called, without their light and their ending."""
    yield from (f"phone-{kind}-en", f"phone-{kind}-es", f"tablet-{kind}", f"wall-{kind}")
