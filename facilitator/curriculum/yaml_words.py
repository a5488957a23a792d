"""What the YAML library complains about, in words for someone who has never heard of YAML. Pure."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError

_QUOTES = 'Put the whole text in double quotes: "…"'

# A part of the library's message → what is wrong, what to write instead.
_SAID: list[tuple[str, str, str]] = [
    (
        "mapping values are not allowed",
        'There is a second ":" on this line, or the line starts too far right.',
        f"{_QUOTES}, or line it up with the lines above.",
    ),
    ("'\\t' that cannot start", "There is a tab here.", "Use spaces."),
    ("that cannot start any token", "A text cannot start with this sign.", _QUOTES),
    ("unexpected end of stream", "A quotation mark is opened here and not closed.", "Close it at the end of the text."),
    (
        "unknown escape character",
        'A "\\" in double quotes has a special meaning.',
        'Use single quotes, or write "\\\\".',
    ),
    (
        "expected escape sequence",
        'A "\\" in double quotes has a special meaning.',
        'Use single quotes, or write "\\\\".',
    ),
    ("expected ',' or '}'", "A { is opened and not closed.", 'Separate its parts with commas and close it with "}".'),
    ("expected ',' or ']'", "A [ is opened and not closed.", 'Separate its parts with commas and close it with "]".'),
    (
        "expected the node content",
        "Something is missing or too much here.",
        f'Close every "[" and "{{", or use quotes: {_QUOTES}',
    ),
    ("could not find expected ':'", "A setting without a value stands here.", 'Write "name: value".'),
    (
        "expected <block end>",
        "This line does not fit the lines above it.",
        "Line it up with them, and start every item of a list with a dash.",
    ),
    ("expected '<document start>'", "The settings end before this.", 'Write each as "name: value", lined up.'),
    ("expected alphabetic or numeric", "This sign has a special meaning here.", _QUOTES),
]


def in_plain_words(wrong: YAMLError) -> tuple[str, str]:
    """What is wrong, and what to write instead."""
    said = f"{wrong.problem} {wrong.context}" if isinstance(wrong, MarkedYAMLError) else str(wrong)
    for part, message, hint in _SAID:
        if part in said:
            return message, hint
    return "These settings cannot be read from here on.", f'Write each as "name: value" on its own line. {_QUOTES}'
