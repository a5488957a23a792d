"""Puts the web rooms into the app: the guards first, then every blueprint that a file of this folder holds."""

import importlib
import pkgutil

from flask import Blueprint, Flask

import facilitator.web as folder
from facilitator.web.headers import add_headers
from facilitator.web.refusals import answer_kindly
from facilitator.web.same_origin import guard

MOST_BYTES_A_REQUEST = 1_000_000


def put_together(app: Flask) -> None:
    """`app.extensions["facilitator"]` already holds the house."""
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES_A_REQUEST
    guard(app)
    add_headers(app)
    answer_kindly(app)
    for entry in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        module = importlib.import_module(entry.name)
        for thing in vars(module).values():
            if isinstance(thing, Blueprint) and thing.import_name == entry.name:
                app.register_blueprint(thing)
