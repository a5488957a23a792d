"""Statements that put a row in the place of the one with its key. Built once: answers come thirty at a time."""

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import Insert, insert


def upsert(table: Table, *, on: str | None = None, stays: tuple[str, ...] = (), newest: str | None = None) -> Insert:
    """Insert, or overwrite the row with the same primary key (or the same `on`) but for the columns that `stay`.

    With `newest`, an older value in that column changes nothing, and the statement's row count is 0.
    """
    keys = [on] if on else [column.name for column in table.primary_key]
    made = insert(table)
    new = {column.name: made.excluded[column.name] for column in table.c if column.name not in (*keys, *stays)}
    older = table.c[newest] < made.excluded[newest] if newest else None
    return made.on_conflict_do_update(index_elements=keys, set_=new, where=older)
