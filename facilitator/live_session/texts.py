"""A step's words in one language, taken from the pinned modules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.activities.kinds import find
from facilitator.curriculum.model import Block, Module, Step
from facilitator.live_session.agenda import PlannedBlock, PlannedStep, in_order
from facilitator.live_session.facts import Facts
from facilitator.live_session.plan_shapes import PlanBlockShape, PlanStepShape, PlanView, ScriptShape
from facilitator.live_session.shapes import StepShape
from facilitator.live_session.state import LiveSession, Run

_BREAK = {"en": "Break", "es": "Descanso"}


def break_title(language: str) -> str:
    return _BREAK.get(language, _BREAK["en"])


def written(facts: Facts, block: PlannedBlock, key: str, language: str) -> tuple[Module, Step] | None:
    """The module and step as its author wrote them; None for a break."""
    module = facts.module(block.ref, language)
    if module is None:
        return None
    found = next((step for step in module.steps if step.key == key), None)
    if found is None:
        original = next(iter(facts.modules[block.ref].values()))
        found = next((step for step in original.steps if step.key == key), None)
    return (module, found) if found else None


def settings_of(facts: Facts, state: LiveSession, step: str, language: str) -> dict[str, Any]:
    """The settings of a step's activity, in this language. Asked with every answer, so looked for once for a plan."""
    known = facts.found_settings if isinstance(facts.found_settings, _Found) else None
    if known is None or known.blocks is not state.blocks or known.dropped is not state.dropped:
        facts.found_settings = known = _Found(state.blocks, state.dropped)
    settings = known.settings.get((step, language)) or _settings_of(facts, state, step, language)
    if settings:
        known.settings[step, language] = settings
    return settings


@dataclass
class _Found:
    """The settings that were looked for since the plan looked like this, by step and language."""

    blocks: Sequence[PlannedBlock]
    dropped: Sequence[PlannedBlock]
    settings: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


def _settings_of(facts: Facts, state: LiveSession, step: str, language: str) -> dict[str, Any]:
    for name, block, planned in in_order((*state.blocks, *state.dropped)):
        if name == step:
            found = written(facts, block, planned.key, language)
            if found is not None and found[1].activity is not None:
                return found[1].activity.settings
    return {}


def asked_in(facts: Facts, state: LiveSession, run: Run, language: str) -> dict[str, Any]:
    """What this run asks: the settings of its step, with what the state of a kind that lives adds to them."""
    settings, living = settings_of(facts, state, run.step, language), facts.of(run.id).living
    return settings if living is None or not settings else find(run.kind).asked(settings, living)


def step_shape(facts: Facts, state: LiveSession, audience: str, language: str) -> StepShape | None:
    """The present step for phones (`phone`) or the wall (`display`)."""
    here, block = state.here, state.block
    if here is None or block is None or state.step is None:
        return None
    found = written(facts, block, here.key, language)
    if found is None:
        return StepShape(
            id=state.step, module="", title=break_title(language), discipline="break", number=1, of=1, blocks=[]
        )
    module, step = found
    return StepShape(
        id=state.step,
        module=module.title,
        title=step.title,
        discipline=module.discipline,
        number=[planned.key for planned in block.steps].index(here.key) + 1,
        of=len(block.steps),
        blocks=blocks_for(step, audience),
    )


def blocks_for(step: Step, audience: str) -> list[Block]:
    return [*step.everyone, *(step.phone if audience == "phone" else step.display)]


def plan_view(facts: Facts, state: LiveSession, language: str) -> PlanView:
    """The whole agenda with its texts, for the tablet."""
    script = facts.concern.get(language) or next(iter(facts.concern.values()), None)
    return PlanView(
        boot=facts.boot,
        plan=state.plan,
        blocks=[_plan_block(facts, block, language) for block in state.blocks],
        concern=ScriptShape(title=script.title if script else "", blocks=script.blocks if script else []),
    )


def _plan_block(facts: Facts, block: PlannedBlock, language: str) -> PlanBlockShape:
    module = facts.module(block.ref, language)
    return PlanBlockShape(
        id=block.id,
        what=block.what,
        ref=block.ref,
        title=module.title if module else break_title(language),
        discipline=module.discipline if module else "break",
        minutes=block.minutes,
        preparation=module.preparation if module else [],
        steps=[_plan_step(facts, block, planned, language) for planned in block.steps],
    )


def _plan_step(facts: Facts, block: PlannedBlock, planned: PlannedStep, language: str) -> PlanStepShape:
    found = written(facts, block, planned.key, language)
    step = found[1] if found else Step(planned.key, break_title(language), planned.minutes)
    activity = step.activity
    return PlanStepShape(
        id=f"{block.id}/{planned.key}",
        title=step.title,
        minutes=planned.minutes,
        everyone=step.everyone,
        notes=step.notes,
        display=step.display,
        phone=step.phone,
        activity={"kind": activity.kind, "settings": activity.settings} if activity else None,
    )
