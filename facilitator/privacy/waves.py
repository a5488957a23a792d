"""When sealed answers may go out, and how much of their number may be told.

Pure, and blind on purpose: it is given numbers of frames, never what is in them. A rule that looked inside
(say, *wait until one of them is an answer*) would tell by its timing who wrote that answer.
So a pass counts: nobody can see which of the k people behind a wave passed.
A withdrawal does not count: whoever withdrew is silent again and may still speak.
"""

from typing import Literal

FLOOR = 3
"""No setting makes a wave smaller than this."""

DEFAULT = 4

HowMany = Literal["none", "some", "most", "everyone"]
AtTheClose = Literal["nothing", "released", "erased"]


def crowd(k: int) -> int:
    """The k that holds: what the programme set, but never below the floor."""
    return max(k, FLOOR)


def enough_seats(present: int, k: int) -> bool:
    """Whether an anonymous activity may open: with fewer seats no wave could ever go."""
    return present >= crowd(k)


def may_release(new_frames: int, silent_present: int, k: int) -> bool:
    """Whether a wave may go now: k hide one another in it, and k are left to hide one another later."""
    return new_frames >= crowd(k) and silent_present >= crowd(k)


def close_release(rest: int, k: int) -> AtTheClose:
    """What happens at the close to the frames that no wave took: all go together, or nobody reads them."""
    if rest <= 0:
        return "nothing"
    return "released" if rest >= crowd(k) else "erased"


def silent(present: int, frames_so_far: int) -> int:
    """At least this many present seats have said nothing.

    A lower bound from two numbers: someone may have answered and left. Counting exactly would need
    a list of who is here beside the list of who has spoken, and that list is what must not exist.
    """
    return max(0, present - frames_so_far)


def how_many(sent: int, present: int) -> HowMany:
    """The tablet's coarse counter. Show it on a timer's tick, never because something came."""
    if sent <= 0:
        return "none"
    if 0 < present <= sent:
        return "everyone"
    return "most" if sent * 2 > present > 0 else "some"
