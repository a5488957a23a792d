"""The lines between the two `---` at the top of a file: what they may say, for each kind of file. Pure."""

from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from facilitator.curriculum.model import DISCIPLINES
from facilitator.curriculum.problems import Page
from facilitator.curriculum.schema_words import load
from facilitator.curriculum.yaml_positions import Settings, Spot, read_settings

_FENCE = "---"
LONGEST_MODULE = 240


class _FrontMatter(Schema):
    class Meta:
        unknown = RAISE

    title = fields.String(required=True, validate=validate.Length(1, 120))


def _lines_of_text(most: int) -> fields.List[str]:
    return fields.List(
        fields.String(validate=validate.Length(1, 300)), load_default=list, validate=validate.Length(max=most)
    )


class ModuleSays(_FrontMatter):
    discipline = fields.String(required=True, validate=validate.OneOf(DISCIPLINES))
    minutes = fields.Integer(required=True, strict=True, validate=validate.Range(1, LONGEST_MODULE))
    topics = _lines_of_text(20)
    objectives = _lines_of_text(12)
    summary = fields.String(load_default="", validate=validate.Length(max=600))


class CurriculumSays(_FrontMatter):
    language = fields.String(
        load_default="en",
        validate=validate.Regexp(
            r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", error='must be a language tag, such as "en" or "es".'
        ),
    )
    order = fields.List(fields.String(validate=validate.Length(1, 120)), load_default=list)
    length = fields.String(load_default="", validate=validate.Length(max=120))


class DocumentSays(_FrontMatter):
    version = fields.Raw(load_default="")


def read_front_matter(page: Page, schema: Schema, what: str) -> tuple[dict[str, Any] | None, int, Settings]:
    """What the front matter says (None: the problems are on the page), its last line, and where each part stands."""
    nothing = Settings(Spot(1, 1, ""))
    if page.line(1).rstrip() != _FENCE:
        page.error(
            1,
            1,
            f'{what.capitalize()} begins with a line "---", then lines such as "title: …", then "---" again.',
            "Add them at the very top.",
        )
        return None, 0, nothing
    end = next((number for number in range(2, len(page.lines) + 1) if page.line(number).rstrip() == _FENCE), 0)
    if not end:
        page.error(
            1, 1, 'The first line "---" has no second "---" to close it.', 'Add a line "---" after the last setting.'
        )
        return None, len(page.lines), nothing
    settings = read_settings("\n".join(page.lines[1 : end - 1]), page, first_line=2)
    if settings is None:
        return None, end, nothing
    return load(schema, settings, page, what), end, settings
