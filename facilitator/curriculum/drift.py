"""A translation beside its original: the same steps, kinds, keys and numbers, only other words. Pure."""

from collections.abc import Iterator
from typing import Any

from facilitator.curriculum.model import Module, Step
from facilitator.curriculum.problems import Problem, shown
from facilitator.curriculum.reader import ModuleReading
from facilitator.curriculum.wording import CHOICES


def drifted(original: Module, translation: ModuleReading, path: str) -> list[Problem]:
    """Where the translation is no longer the same module, as warnings at its steps."""
    module = translation.module
    if module is None:
        return []
    said = [
        *((1, told) for told in _facts(original, module)),
        *((translation.lines.get(key, 1), told) for key, told in _steps(original.steps, module.steps)),
    ]
    hint = f'Compare it with "{original.slug}.md".'
    return [
        Problem(path, line, 1, f"The translation has drifted: {told}.", hint, severity="warning") for line, told in said
    ]


def _facts(original: Module, module: Module) -> Iterator[str]:
    for name in ("discipline", "minutes"):
        before, after = getattr(original, name), getattr(module, name)
        if before != after:
            yield f'"{name}" is {after} here and {before} in the original'


def _steps(originals: list[Step], steps: list[Step]) -> Iterator[tuple[str, str]]:
    before, after = {step.key: step for step in originals}, {step.key: step for step in steps}
    for key in before.keys() - after.keys():
        yield "", f'the step "#{key}" is missing ("{shown(before[key].title)}")'
    for key in after.keys() - before.keys():
        yield key, f'the original has no step "#{key}"'
    shared = [key for key in before if key in after]
    if shared != [key for key in after if key in before]:
        yield "", "its steps stand in another order"
    for key in shared:
        for told in _step(before[key], after[key]):
            yield key, told


def _step(before: Step, after: Step) -> Iterator[str]:
    if before.minutes != after.minutes:
        yield f"this step takes {after.minutes:g} minutes here and {before.minutes:g} in the original"
    kinds = [step.activity.kind if step.activity else "no activity" for step in (before, after)]
    if kinds[0] != kinds[1]:
        yield f"this step has {kinds[1]} here and {kinds[0]} in the original"
    elif before.activity and after.activity:
        yield from _settings(before.activity.settings, after.activity.settings, "")


def _settings(before: Any, after: Any, name: str) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        if list(before) != list(after):
            yield f"{_named(name)} has {_listed(after)} here and {_listed(before)} in the original"
        for key in (key for key in before if key in after):
            yield from _settings(before[key], after[key], str(key))
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{_named(name)} has {len(after)} items here and {len(before)} in the original"
        for one, other in zip(before, after, strict=False):
            yield from _settings(one, other, name)
    elif before != after and (name in CHOICES or not (isinstance(before, str) and isinstance(after, str))):
        yield f'{_named(name)} is "{shown(str(after))}" here and "{shown(str(before))}" in the original'


def _named(name: str) -> str:
    return f'"{name}"' if name else "the activity"


def _listed(keys: dict[Any, Any]) -> str:
    return shown(", ".join(map(str, keys)), 80) or "nothing"
