"""The shapes of the agenda with its texts, as the tablet has it."""

from typing import Any, Literal, TypedDict

from facilitator.curriculum.model import Block


class PlanStepShape(TypedDict):
    """One step with all that the tablet may preview."""

    id: str
    title: str
    minutes: float
    everyone: list[Block]
    notes: list[Block]
    display: list[Block]
    phone: list[Block]
    activity: dict[str, Any] | None
    """`{kind, settings}`, or None."""


class PlanBlockShape(TypedDict):
    id: str
    what: Literal["module", "break"]
    ref: str
    title: str
    discipline: str
    minutes: float
    preparation: list[Block]
    steps: list[PlanStepShape]


class ScriptShape(TypedDict):
    title: str
    blocks: list[Block]


class PlanView(TypedDict):
    """The agenda with its texts; sent on connect and when the agenda changes."""

    boot: str
    plan: int
    """Grows with each change of the agenda."""
    blocks: list[PlanBlockShape]
    concern: ScriptShape
