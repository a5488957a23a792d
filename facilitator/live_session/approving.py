"""What a person composed and what staff do with it: show, reveal, park, discard; and concern."""

import hashlib

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_not_have_ended
from facilitator.live_session.state import LiveSession, Placed


def _must_be_there(response: str, given: Circumstances) -> None:
    if response not in given.responses:
        raise Refused("gone", "These words are no longer here. Their writer may have taken them back.")


def _where(state: LiveSession, response: str) -> str:
    return state.placed.get(response, Placed("waiting")).where


@decide.register
def _(command: c.ShowResponse, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    _must_be_there(command.response, given)
    if not given.responses[command.response].may_show:
        raise Refused("no_consent", "The writer did not say that this may be shown.")
    if command.copy is None and _where(state, command.response) == "tray":
        return []
    return [e.ResponsePlaced(command.response, "tray", command.copy)]


@decide.register
def _(command: c.ParkResponse, state: LiveSession, given: Circumstances) -> list[Event]:
    _must_be_there(command.response, given)
    return [] if _where(state, command.response) == "parked" else [e.ResponsePlaced(command.response, "parked")]


@decide.register
def _(command: c.DiscardResponse, state: LiveSession, given: Circumstances) -> list[Event]:
    _must_be_there(command.response, given)
    return [] if _where(state, command.response) == "discarded" else [e.ResponsePlaced(command.response, "discarded")]


@decide.register
def _(command: c.TakeDownResponse, state: LiveSession, given: Circumstances) -> list[Event]:
    if _where(state, command.response) not in ("tray", "wall", "parked", "shown_before"):
        return []
    return [e.ResponsePlaced(command.response, "waiting")]


@decide.register
def _(command: c.Reveal, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    tray = [
        response
        for response, placed in state.placed.items()
        if placed.where == "tray" and response in given.responses and given.responses[response].may_show
    ]
    if not tray:
        raise Refused("empty_tray", "Nothing is in the tray yet. Tap Show on a card first.")
    return [e.ResponsePlaced(response, "wall") for response in _mixed(tray, given.new_id)]


def _mixed(responses: list[str], chance: str) -> list[str]:
    """In an order that says nothing: what lay in the tray may have come to it as it was written, one after another."""
    return sorted(responses, key=lambda response: hashlib.sha256(f"{chance}.{response}".encode()).digest())


@decide.register
def _(command: c.RaiseConcern, state: LiveSession, given: Circumstances) -> list[Event]:
    return [e.ConcernRaised()]


@decide.register
def _(command: c.AskTwoMinutes, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    if state.two_minutes is not None and state.two_minutes.asking:
        return []
    return [e.TwoMinutesAsked(given.new_id)]


@decide.register
def _(command: c.StopAskingTwoMinutes, state: LiveSession, given: Circumstances) -> list[Event]:
    asked = state.two_minutes
    return [e.TwoMinutesStopped(asked.ask)] if asked is not None and asked.asking else []


@decide.register
def _(command: c.AnswerTwoMinutes, state: LiveSession, given: Circumstances) -> list[Event]:
    asked = state.two_minutes
    if asked is None or asked.ask != command.ask or not asked.asking:
        raise Refused("not_asked", "This is no longer asked. You can tap Talk to staff.")
    if command.seat not in state.seats:
        raise Refused("no_seat", "You are not in this group yet.")
    if asked.said.get(command.seat) == command.yes:
        return []
    return [e.TwoMinutesAnswered(command.ask, command.seat, command.yes)]
