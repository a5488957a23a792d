"""The stable cast in a real browser: Dr. Okoye's tablet, the phones of the group, the wall. They speak the domain."""

from tests.journeys.phone import Phone
from tests.journeys.tablet import PASSWORD, Tablet
from tests.journeys.wall import Wall

__all__ = ["PASSWORD", "Phone", "Tablet", "Wall"]
