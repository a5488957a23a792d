"""Planted leaks on the whole path: each is the product with one mistake somebody could make, put in for a test alone.

`caught_by` names the property that has to see it (the file of this folder). The mistakes are in `mistakes.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.privacy import leaks as inside
from tests.privacy.path import mistakes as m
from tests.privacy.path import mistakes_as_it_runs as there
from tests.privacy.path import mistakes_of_order as order


@dataclass(frozen=True)
class Leak:
    """`plant` is a context manager maker."""

    name: str
    caught_by: str
    plant: Callable[[], Any]


LEAKS: tuple[Leak, ...] = (
    Leak("answers stored as they came", "swap", m.of_the_sealing(inside.WrittenAsTheyCame)),
    Leak("ids counted up", "swap", m.of_the_sealing(m.CountedUp)),
    Leak("slots as ids", "swap", m.of_the_sealing(inside.SlotsAsIds)),
    Leak("a shuffle without sorting", "swap", m.of_the_sealing(inside.ShuffledUnsorted)),
    Leak("a place in the queue, stored", "swap", m.of_the_sealing(inside.Numbered)),
    Leak("the time, stored with the answer", "swap", m.kept_with_it(lambda self, seat, say: self.clock())),
    Leak("the phone's own id, stored", "swap", m.kept_with_it(m.digest)),
    Leak("the export in order of arrival", "swap", order.export_as_they_came),
    Leak("the tablet in order of arrival", "swap", order.tablet_as_they_came),
    Leak("cards numbered by arrival", "swap", order.cards_as_they_came),
    Leak("a metric that grows with the words", "swap", m.also(m.a_measure)),
    Leak("answers in order, tablet", "attackers", m.of_the_sealing(inside.WrittenAsTheyCame)),
    Leak("ids counted up, in the store", "attackers", m.of_the_sealing(m.CountedUp)),
    Leak("a shuffle that anybody can repeat", "attackers", m.of_the_sealing(inside.KnownChance)),
    Leak("the export in order", "attackers", order.export_as_they_came),
    Leak("cards numbered", "attackers", order.cards_as_they_came),
    Leak("the time beside the answer", "attackers", m.kept_with_it(lambda self, seat, say: self.clock())),
    Leak("the seat's hash beside the answer", "attackers", m.kept_with_it(m.digest)),
    Leak("an f-string in a log", "attackers", m.also(m.a_line)),
    Leak("a length in a log", "attackers", m.also(m.a_measure)),
    Leak("an f-string in the log", "canary", m.also(m.a_line)),
    Leak("a refusal that quotes", "canary", m.quoting_check),
    Leak("a draft in the store", "canary", m.also(m.job(m.a_draft))),
    Leak("sealed answers kept in clear", "canary", m.kept_in_clear),
    Leak("rows as long as the words", "canary", m.own_length),
    Leak("rows that grow by kilobytes", "canary", m.steps_of_a_kilobyte),
    Leak("a line for each answer, in the real log", "log", there.in_the_server("a line for each answer")),
    Leak("a refusal that quotes, in the real log", "log", there.in_the_server("a refusal that quotes")),
    Leak("key and staging in the data folder", "shred", m.staging_in_backup),
    Leak("key and frames left behind", "shred", m.shelf_forgets_to_shred),
    Leak("a write-ahead log that is not emptied", "shred", m.log_keeps),
    Leak("a row for each who answered", "counter", m.also(m.job(m.event_of_each))),
    Leak("a live counter", "counter", m.also(m.a_live_count)),
    Leak("a figure that grows with each answer", "counter", m.also(m.a_figure)),
    Leak("a view sent for each answer", "counter", m.also(m.told_of_each)),
    Leak("answered, on the roster", "counter", m.who_answered_on_the_roster),
    Leak("an answer that counts as a named one", "figures", there.in_the_server("an answer counts as a named one")),
    Leak("a figure of what waits", "figures", there.in_the_server("a figure of what waits")),
    Leak("a page that forgets to pad", "shape", there.on_the_page(there.FORGETS_TO_PAD)),
    Leak("a page that counts signs for bytes", "shape", there.on_the_page(there.PADS_BY_SIGNS)),
    Leak("a pass without padding", "shape", there.on_the_page(there.PADS_NO_PASS)),
    Leak("a page that tells of writing", "shape", there.on_the_page(there.SAYS_WHILE_WRITING)),
    Leak("a `done` that says what was done", "shape", there.in_the_server("done says what was done")),
    Leak("an answer that is sent back", "shape", there.in_the_server("the answer is sent back")),
    Leak("a promise that a tap can turn", "promise", m.promise_by_tap),
    Leak("waves one too small", "threshold", m.of_the_sealing(inside.OneTooFew)),
    Leak("waves that leave nobody to hide", "threshold", m.of_the_sealing(inside.NobodyLeftToHide)),
    Leak("withdrawals that count", "threshold", m.of_the_sealing(inside.CountsWithdrawals)),
    Leak("spent slots that speak again", "threshold", m.of_the_sealing(inside.ForgetsWhoSpoke)),
    Leak("going on without the key", "threshold", m.of_the_sealing(inside.GoesOnWithoutItsKey)),
    Leak("open for two", "threshold", m.opens_for_two),
    Leak("a tally of what still waits", "threshold", m.tally_of_what_waits),
    Leak("a late copy wins", "once", m.of_the_sealing(inside.LastToComeWins)),
    Leak("a slot for each send", "once", m.a_slot_for_each_send),
    Leak("spent slots that answer again", "once", m.of_the_sealing(inside.ForgetsWhoSpoke)),
    Leak("a wave stored twice after a kill", "once", m.a_ledger_that_believes_itself),
    Leak("one key for two runs", "links", m.of_the_sealing(m.OneKey)),
    Leak("answers in order, twice", "links", m.of_the_sealing(inside.WrittenAsTheyCame)),
)


def of(property_: str) -> list[Leak]:
    return [leak for leak in LEAKS if leak.caught_by == property_]
