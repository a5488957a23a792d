"""What is allowed and still worth a second look in a module: said as warnings. Pure."""

from facilitator.curriculum.model import Module
from facilitator.curriculum.problems import Page


def add_cautions(module: Module, page: Page, lines: dict[str, int]) -> None:
    """Put what is worth a second look on the page."""
