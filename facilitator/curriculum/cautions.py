"""What is allowed in a module and still worth a second look: said as warnings. Pure."""

import re
from collections.abc import Iterator

from facilitator.curriculum.model import ActivitySpec, Module
from facilitator.curriculum.problems import Page, shown
from facilitator.curriculum.reading_ease import too_hard
from facilitator.curriculum.wording import seen_by_the_group

_SUBSTANCE_USE = re.compile(
    r"\b(alcohol\w*|drink(ing|s)?|drank|drunk|drugs?|substances?|opioids?|heroin|cocaine|meth|pills?|weed|marijuana"
    r"|relapse[ds]?|lapse[ds]?|slipped|overdose[ds]?|got high|(last|did you|have you|return(ed)? to) used?"
    r"|drogas?|consum\w+|beb(er|es|ió|ido|iste|iendo)|tom(ó|aste) alcohol|recaíd[ao]s?|recaer|recay\w+|sustancias?"
    r"|sobredosis)\b",
    re.IGNORECASE,
)


def add_cautions(module: Module, page: Page, lines: dict[str, int]) -> None:
    """Put what is worth a second look on the page. `lines` tells where each step begins."""
    _reading(module, page, lines)
    for step in module.steps:
        if step.activity:
            _named_words_about_use(step.activity, page, lines[step.key])


def _reading(module: Module, page: Page, lines: dict[str, int]) -> None:
    seen = {step.key: seen_by_the_group(step) for step in module.steps}
    hint = "Write shorter sentences and everyday words."
    hard = {key: said for key, passages in seen.items() if (said := too_hard(passages, module.language))}
    for key, said in hard.items():
        page.warn(lines[key], 1, f"What the group sees in this step {said}.", hint)
    whole = too_hard((passage for passages in seen.values() for passage in passages), module.language)
    if whole and not hard:
        page.warn(1, 1, f"What the group sees in this module {whole}.", hint)


def _named_words_about_use(activity: ActivitySpec, page: Page, line: int) -> None:
    if activity.promise != "named":
        return
    for question in _answered_in_own_words(activity):
        if found := _SUBSTANCE_USE.search(question):
            page.warn(
                *page.spot_of(question, line, len(page.lines)),
                f'A person writes about substance use here ("{shown(found.group())}"), and it may go in the record.',
                "Ask it with the promise anonymous or private, or ask about something else.",
            )


def _answered_in_own_words(activity: ActivitySpec) -> Iterator[str]:
    if activity.kind == "free_text":
        yield str(activity.settings.get("question", ""))
    for item in activity.settings.get("ask", ()):
        if isinstance(item, dict) and item.get("type") in ("text", "high_low"):
            yield str(item.get("question", ""))
