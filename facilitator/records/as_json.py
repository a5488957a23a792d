"""A summary as JSON: for another program to read. Times are ISO 8601 in UTC, lengths are minutes."""

from datetime import UTC, datetime
from typing import Any

from facilitator.records.day import BlockRan, StepRan
from facilitator.records.named import PersonSaid
from facilitator.records.summary import PersonThere, Summary

FORM = "facilitator.summary/1"
CONTAINS = (
    "Names, minutes that staff confirmed, steps as they ran, answers given with a name, "
    "pictures whose makers let them into the record, "
    "what the group agreed on, and anonymous words that staff showed to the room. No private jottings."
)


def as_json(summary: Summary, notice: str) -> dict[str, Any]:
    """Whatever the page of the record shows, and no more, under the programme's own notice."""
    return {
        "form": FORM,
        "notice": notice,
        "contains": CONTAINS,
        "live_session": summary.live_session,
        "group": summary.group,
        "rehearsal": summary.rehearsal,
        "opened_at": time_as_text(summary.opened_at),
        "began_at": time_as_text(summary.began_at),
        "ended_at": time_as_text(summary.ended_at),
        "led_by": list(summary.led_by),
        "people": [_person(person) for person in summary.people],
        "blocks": [_block(block) for block in summary.blocks],
        "said": [said_as_json(person) for person in summary.said],
        "shown": [
            {"step": one.step, "question": one.question, "words": list(one.words), "summary": list(one.summary)}
            for one in summary.shown
        ],
        "agreed": [{"step": one.step, "heading": one.heading, "lines": list(one.lines)} for one in summary.agreed],
        "support": {
            "calls": summary.support.calls,
            "seen": summary.support.seen,
            "concerns": summary.support.concerns,
            "two_minutes": list(summary.support.two_minutes),
        },
    }


def _person(person: PersonThere) -> dict[str, Any]:
    was = person.attendance
    return {
        "name": person.name,
        "came_by": person.by,
        "agreed": person.agreed,
        "confirmed": was.confirmed,
        "minutes": was.minutes,
        "away_minutes": was.away_minutes,
        "came_at": time_as_text(was.came),
        "left_at": time_as_text(was.left),
        "left_confirmed": was.left_confirmed,
    }


def _block(block: BlockRan) -> dict[str, Any]:
    return {
        "title": block.title,
        "ref": block.ref,
        "planned_minutes": block.planned_minutes,
        "minutes": block.minutes,
        "dropped": block.dropped,
        "steps": [_step(step) for step in block.steps],
    }


def _step(step: StepRan) -> dict[str, Any]:
    stays = [{"from": time_as_text(since), "until": time_as_text(until)} for since, until in step.stays]
    return {"title": step.title, "planned_minutes": step.planned_minutes, "minutes": step.minutes, "stays": stays}


def said_as_json(person: PersonSaid) -> dict[str, Any]:
    """What one person said with their name."""
    return {
        "name": person.name,
        "answers": [
            {
                "module": one.module,
                "step": one.step,
                "at": time_as_text(one.opened_at),
                "passed": one.passed,
                "by_staff": one.by_staff,
                "lines": [{"asked": line.asked, "said": line.said} for line in one.lines],
                "pictures": [
                    {
                        "which": drawn.which,
                        "words": drawn.words,
                        "may_be_asked_elsewhere": drawn.elsewhere,
                        **drawn.numbers,
                    }
                    for drawn in one.pictures
                ],
            }
            for one in person.said
        ],
        "changes": [
            {"question": change.question, "first": change.first, "last": change.last, "by": change.by}
            for change in person.changes
        ],
    }


def time_as_text(at: int | None) -> str | None:
    """ISO 8601, in UTC."""
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")
