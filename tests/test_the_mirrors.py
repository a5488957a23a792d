"""Each thing has its counterparts: a kind in the front end and its examples, a command its rule."""

from pathlib import Path

import pytest

from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import all_kinds
from facilitator.live_session.commands import Command
from facilitator.live_session.engine import decide
from facilitator.live_session.events import Event
from facilitator.live_session.evolving import apply
from facilitator.realtime.messages import FACILITATOR_COMMANDS, PARTICIPANT_COMMANDS

ROOT = Path(__file__).resolve().parent.parent
AUDIENCES = ("facilitator", "participant", "display")


def missing_mirrors(root: Path, kinds: dict[str, ActivityKind]) -> list[str]:
    """What a kind lacks, and what looks like a kind and is none."""
    here, there, examples = (
        root / each for each in ("facilitator/activities", "static/activities", "tests/activities")
    )
    wanted = {
        here: ("{}.py",),
        there: ("{}.tsx", "{}.strings.json", "{}.css"),
        examples / "examples": ("{}.json",),
    }
    missing = [
        (folder / name.format(kind)).relative_to(root).as_posix()
        for folder, names in wanted.items()
        for name in names
        for kind in kinds
        if not (folder / name.format(kind)).exists()
    ]
    strays = [
        each for each in (*there.iterdir(), *(examples / "examples").iterdir()) if each.name.split(".")[0] not in kinds
    ]
    return missing + [each.relative_to(root).as_posix() for each in strays]


def test_each_kind_is_mirrored_in_the_front_end_and_has_its_examples() -> None:
    assert missing_mirrors(ROOT, all_kinds()) == []


def test_a_kind_without_its_mirrors_is_seen() -> None:
    extra = {**all_kinds(), "juggling": all_kinds()["poll"]}
    fewer = {name: kind for name, kind in all_kinds().items() if name != "poll"}

    assert "static/activities/juggling.tsx" in missing_mirrors(ROOT, extra)
    assert "tests/activities/examples/juggling.json" in missing_mirrors(ROOT, extra)
    assert "static/activities/poll.tsx" in missing_mirrors(ROOT, fewer)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_name_of_an_audience_rhymes_through_the_house(audience: str) -> None:
    for rhyme in ("facilitator/realtime/{}.py", "templates/{}.html", "static/{}.tsx"):
        assert (ROOT / rhyme.format(audience)).exists(), rhyme.format(audience)


# --- nothing vanishes silently --------------------------------------------------------------------------------


def all_commands() -> list[type[Command]]:
    return Command.__subclasses__()


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.__name__)
def test_every_command_has_a_rule(command: type[Command]) -> None:
    assert decide.dispatch(command) is not decide.dispatch(Command)


@pytest.mark.parametrize("event", Event.__subclasses__(), ids=lambda event: event.__name__)
def test_every_event_changes_a_session(event: type[Event]) -> None:
    assert apply.dispatch(event) is not apply.dispatch(Event)


def test_every_command_is_asked_by_somebody() -> None:
    """By a tablet or a phone over its socket, by a phone's plain page, or by the clock."""
    of_pages_and_the_clock = {"TakeSeat", "AcceptAgreement", "RenewSeat", "TimeIsUp", "ReleaseWave"}
    asked = {command.__name__ for command in (*FACILITATOR_COMMANDS, *PARTICIPANT_COMMANDS)}

    assert asked | of_pages_and_the_clock == {command.__name__ for command in all_commands()}
    assert asked & of_pages_and_the_clock == set()


def test_a_command_without_a_rule_is_seen() -> None:
    class Sing(Command):
        pass

    assert decide.dispatch(Sing) is decide.dispatch(Command)
    with pytest.raises(TypeError, match="No rule decides Sing"):
        decide(Sing(), None, None)  # type: ignore[arg-type]
    Command.__subclasses__().clear()
