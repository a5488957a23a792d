"""How a command says no: one clear line and exit code 1, never a traceback."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from facilitator.errors import Refused


def says_why(command: Callable[..., Any]) -> Callable[..., Any]:
    """A refusal becomes one clear line and exit code 1, never a traceback."""

    @wraps(command)
    def saying(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Refused as refused:
            click.echo(refused.message, err=True)
            sys.exit(1)

    return saying
