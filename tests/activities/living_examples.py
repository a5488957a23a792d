"""Reads what the examples of kinds that live say: who is there, what was approved, who moves how, what is then seen."""

from random import Random
from typing import Any

from facilitator.activities.activity import ActivityKind, Approved, Around

NOW = 1_800_000_000_000
SEED = 7


def around(example: dict[str, Any], *, seed: int = SEED) -> Around:
    """The room of an example; the same chance each time."""
    living = example["living"]
    return Around(
        now=NOW,
        random=Random(seed),  # noqa: S311 - the same each time, on purpose
        seats=tuple(sorted(living["seats"])),
        cards=tuple(Approved(**card) for card in living.get("cards", [])),
        step=living.get("step", ""),
        earlier=tuple(living.get("earlier", [])),
    )


def begins(kind: ActivityKind, example: dict[str, Any]) -> dict[str, Any] | None:
    """The first state; None for a kind that does not live."""
    return kind.initial(example["settings"], around(example)) if kind.lives else None


def names(example: dict[str, Any]) -> dict[str, str]:
    """`seat-ana` is called Ana."""
    return {seat: seat.removeprefix("seat-").title() for seat in example["living"]["seats"]}


def moves(kind: ActivityKind, example: dict[str, Any], state: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """The state after a move of the example: `{seat, move}`, or `{lead}` for one of the staff."""
    settings, room = kind.asked(example["settings"], state), around(example)
    if "lead" in made:
        return kind.lead(settings, state, made["lead"], room)
    return kind.act(settings, state, made["seat"], made["move"], room)


def after_its_moves(kind: ActivityKind, example: dict[str, Any]) -> dict[str, Any]:
    state = kind.initial(example["settings"], around(example))
    for made in example["living"].get("moves", []):
        state = moves(kind, example, state, made)
    return state
