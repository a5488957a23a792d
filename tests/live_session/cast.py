"""Tonight's plan and who is in it, for every test of the engine. Dr. Okoye leads; Ana and Ben come first."""

from typing import Any

from facilitator.activities.kinds import find
from facilitator.curriculum.model import ActivitySpec, Document, Module, Step
from facilitator.live_session.agenda import PlannedBlock, PlannedStep, step_id
from facilitator.live_session.facts import Facts
from facilitator.live_session.shapes import CrisisShape, JoinShape, NoticesShape

NOW = 1_800_000_000_000
MINUTE = 60_000
OKOYE = "staff:okoye"
LINDQVIST = "staff:lindqvist"
"""A second tablet."""
NAMES = {"ana": "Ana", "ben": "Ben", "chris": "Chris", "dee": "Dee", "eli": "Eli"}

ARRIVE, FEEL = "b1/arrive", "b1/feel"
LEARN, WORDS, VOTE, RING, DIARY = "b2/learn", "b2/words", "b2/vote", "b2/ring", "b2/diary"
BREAK, CLOSE = "b3/break", "b4/close"

SETTINGS: dict[str, tuple[str, dict[str, Any]]] = {
    FEEL: (
        "check_in",
        {
            "promise": "named",
            "ask": [
                {"key": "craving", "type": "scale", "question": "How strong is any urge right now?"},
                {"key": "time", "type": "yes_no", "question": "I would like some group time.", "asks": "group_time"},
                {"key": "hope", "type": "text", "question": "One hope for today"},
            ],
        },
    ),
    WORDS: ("free_text", {"promise": "anonymous", "question": "What is one thing you have not said yet?"}),
    VOTE: ("poll", {"promise": "named", "question": "What helps?", "options": {"walk": "A walk", "call": "A call"}}),
    RING: ("breathing", {}),
    DIARY: ("free_text", {"promise": "private", "question": "For yourself alone"}),
    CLOSE: (
        "check_in",
        {
            "promise": "named",
            "ask": [{"key": "craving", "type": "scale", "question": "How strong is any urge right now?"}],
        },
    ),
}


def _planned(key: str, minutes: float, *, block: str, for_phones: bool = False) -> PlannedStep:
    kind, settings = SETTINGS.get(f"{block}/{key}", (None, {}))
    return PlannedStep(key, minutes, kind, settings.get("promise"), for_phones)


BLOCKS = (
    PlannedBlock(
        "b1", "module", "iop/01-check-in", 15, (_planned("arrive", 5, block="b1"), _planned("feel", 10, block="b1"))
    ),
    PlannedBlock(
        "b2",
        "module",
        "iop/02-urge",
        40,
        tuple(_planned(key, 8, block="b2") for key in ("learn", "words", "vote", "ring", "diary")),
    ),
    PlannedBlock("b3", "break", "break", 10, (PlannedStep("break", 10),)),
    PlannedBlock("b4", "module", "iop/09-check-out", 10, (_planned("close", 10, block="b4"),)),
)
STEPS = [step_id(block, step) for block in BLOCKS for step in block.steps]


def module_of(block: PlannedBlock, language: str = "en") -> Module:
    curriculum, slug = block.ref.split("/")
    steps = [
        Step(step.key, step.key.title(), step.minutes, activity=_spec(step_id(block, step))) for step in block.steps
    ]
    title = slug[3:].title() if language == "en" else f"{slug[3:].title()} ({language})"
    return Module(
        curriculum, slug, language, title, "process", int(block.minutes), [], [], "", [], steps, "0" * 64
    )  # fmt: skip


def _spec(step: str) -> ActivitySpec | None:
    if step not in SETTINGS:
        return None
    kind, settings = SETTINGS[step]
    return ActivitySpec(kind, dict(find(kind).Settings().load(settings)))  # type: ignore[arg-type]


def tonights_facts() -> Facts:
    """What the views are drawn from, before anybody is here."""
    modules = [block for block in BLOCKS if block.what == "module"]
    return Facts(
        boot="boot1",
        languages=["en", "es"],
        day={"en": "Thursday evening", "es": "Jueves por la noche"},
        group="Thursday group",
        modules={block.ref: {language: module_of(block, language) for language in ("en", "es")} for block in modules},
        concern={"en": Document("When a response worries you", "en", "1", [])},
        join=JoinShape(code="BCDFG", address="group.example", url="https://group.example/join#s=x", qr="", size=1),
        notices=NoticesShape(demo=False, insecure=False),
        crisis={language: [CrisisShape(label="988", href="tel:988")] for language in ("en", "es")},
        walk_to={"en": "the front desk", "es": "la recepción"},
        names=dict(NAMES),
        staff={OKOYE: "Dr. Okoye", LINDQVIST: "Dr. Lindqvist"},
    )
