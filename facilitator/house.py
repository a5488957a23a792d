"""Everything a running server holds, in one place: what `app.py` puts together and the doors reach for."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.conducting.answering import Answering
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.joining import Joining
from facilitator.conducting.opening import Opening
from facilitator.conducting.passing_round import PassingRound
from facilitator.config import Config
from facilitator.curriculum.library import Library
from facilitator.people.again import Again
from facilitator.people.second_step import SecondSteps
from facilitator.people.sign_in import SignIns
from facilitator.people.turned_away import TurnedAway
from facilitator.people.walls import Pairing
from facilitator.server.hub import Hub
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer


@dataclass
class House:
    """Found by the web rooms as `current_app.extensions["facilitator"]`."""

    config: Config
    clock: Callable[[], int]
    hub: Hub
    store: Store
    writer: Writer
    library: Library
    conductor: Conductor
    answering: Answering
    opening: Opening
    joining: Joining
    passing_round: PassingRound
    sign_ins: SignIns
    second_steps: SecondSteps
    again: Again
    turned_away: TurnedAway
    pairing: Pairing
    boot: str
    """A random word of this start of the server; views carry it."""
    demo: bool = False
    demo_token: str | None = None
    """What the demo's tablet link holds; it signs its visitor in once."""
    rehearse: Callable[[str], None] = field(default=lambda live_session: None)
    """Starts simulated participants in a live session."""
