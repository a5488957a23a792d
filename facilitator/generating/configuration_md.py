"""Writes `docs/configuration.md`: every setting, for whoever runs the server."""

from facilitator.config import Setting, describe

_HEAD = """\
# Settings

<!-- Written by `python -m facilitator.generate` from facilitator/config.py. Never edited by hand. -->

Settings come from the environment; the command line may give some of them again and wins.
Where nothing is given, the default holds.

| Setting | Kind | Default | What it is for |
|---|---|---|---|
"""


def configuration_md() -> str:
    """The whole file."""
    return _HEAD + "".join(_row(setting) for setting in describe())


def _row(setting: Setting) -> str:
    default = f"`{setting.default}`" if setting.default else "none"
    cells = (f"`{setting.variable}`", setting.type, default, setting.help)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
