"""Files that an activity plays or shows: in the curriculum's own `media/`, there, and small enough. Pure."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from marshmallow import Schema

from facilitator.activities.asking import Media
from facilitator.curriculum import links
from facilitator.curriculum.problems import Page, did_you_mean, shown
from facilitator.curriculum.yaml_positions import Settings

Files = Mapping[str, int]
"""What lies in the folder of a curriculum: its path there, and how many bytes it has."""


def with_files(
    loaded: dict[str, Any], schema: Schema, settings: Settings, page: Page, files: Files | None
) -> dict[str, Any]:
    """The settings with each file named as pages fetch it: `<curriculum>/<file>`. What is wrong goes on the page."""
    names = {field.data_key or name: field for name, field in schema.fields.items() if isinstance(field, Media)}
    found = {
        name: _found(loaded[name], field, (name,), settings, page, files)
        for name, field in names.items()
        if name in loaded
    }
    return {**loaded, **found}


def _found(path: str, field: Media, way: tuple[str], settings: Settings, page: Page, files: Files | None) -> str:
    spot = settings.values.get(way, settings.start)
    name = links.media_name(path)
    if name is None:
        page.error(
            spot.line,
            spot.column,
            f'The file "{shown(path)}" is not in the folder media/.',
            f'Put it there and write "{way[0]}: media/name{field.endings[0]}".',
        )
        return path
    if links.is_missing(links.MEDIA + name, files):
        beside = [other for other in files or () if other.startswith(links.MEDIA)]
        hint = did_you_mean(links.MEDIA + name, beside) or "Look at its name, or put the file there."
        page.error(spot.line, spot.column, f'There is no file "media/{shown(name)}".', hint)
    elif files is not None and not 0 < files[links.MEDIA + name] <= field.most_bytes:
        page.error(spot.line, spot.column, *_size(name, files[links.MEDIA + name], field.most_bytes))
    return f"{PurePosixPath(page.path).parent.name}/{name}"


def _size(name: str, size: int, most: int) -> tuple[str, str]:
    if not size:
        return f'The file "media/{shown(name)}" is empty.', "Copy it there again."
    told = f'The file "media/{shown(name)}" has {size / 1e6:.1f} MB; at most {most / 1e6:g} MB can be used.'
    return told, "Save it smaller: a rate of 128 kbit/s is enough for a room."
