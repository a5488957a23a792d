"""Agendas and templates: what is planned for one day, as ids, references to modules and minutes."""

import json
from dataclasses import asdict, dataclass, replace

from sqlalchemy import ColumnElement, Connection, delete, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import agendas
from facilitator.storage.upsert import upsert

_KEEP = upsert(agendas, stays=("owner",))


@dataclass(frozen=True)
class AgendaBlock:
    """`ref` names a module (`iop-foundations/02-riding-out-an-urge`) or is `break`. No minutes: the module's own."""

    id: str
    ref: str
    minutes: int | None = None


@dataclass(frozen=True)
class Agenda:
    """A template has no group. `changed_at`: ms, UTC."""

    id: str
    owner: str
    group: str | None
    name: str
    is_template: bool
    blocks: tuple[AgendaBlock, ...]
    changed_at: int


def keep(conn: Connection, agenda: Agenda) -> None:
    """Add an agenda, or put it in the place of the one with its id (whose owner stays)."""
    row = {
        "id": agenda.id,
        "owner": agenda.owner,
        "group": agenda.group,
        "name": lock(conn, agendas.c.name, (agenda.id,), agenda.name),
        "is_template": agenda.is_template,
        "blocks": json.dumps([asdict(block) for block in agenda.blocks]),
        "changed_at": agenda.changed_at,
    }
    conn.execute(_KEEP, row)


def copy(agenda: Agenda, new_id: str, *, owner: str, at: int) -> Agenda:
    """The same plan under another id: a template made of an agenda, tonight's agenda made of a template."""
    return replace(agenda, id=new_id, owner=owner, changed_at=at)


def find(conn: Connection, agenda: str) -> Agenda | None:
    found = _read(conn, agendas.c.id == agenda)
    return found[0] if found else None


def of_staff(conn: Connection, staff: str, groups: list[str]) -> list[Agenda]:
    """Those that these staff own and those of these groups; changed last comes first."""
    return _read(conn, (agendas.c.owner == staff) | agendas.c.group.in_(groups))


def remove(conn: Connection, agenda: str) -> None:
    conn.execute(delete(agendas).where(agendas.c.id == agenda))


def _read(conn: Connection, wanted: ColumnElement[bool]) -> list[Agenda]:
    rows = conn.execute(select(agendas).where(wanted).order_by(agendas.c.changed_at.desc(), agendas.c.id))
    return [
        Agenda(
            id=row.id,
            owner=row.owner,
            group=row.group,
            name=open_locked(conn, agendas.c.name, (row.id,), row.name),
            is_template=row.is_template,
            blocks=tuple(AgendaBlock(**block) for block in json.loads(row.blocks)),
            changed_at=row.changed_at,
        )
        for row in rows
    ]
