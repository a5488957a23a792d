"""Pinned modules and documents, edited copies, jottings, living states, agendas."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.curriculum.model import Document, Module
from facilitator.people import staff
from facilitator.storage import agendas, jottings, living_states, pins, texts
from facilitator.storage.agendas import Agenda, AgendaBlock

Call = Callable[..., Any]


def test_a_pinned_module_comes_back_whole(write: Call, read: Call, tonight: str, a_module: Module) -> None:
    write(pins.pin_modules, tonight, [a_module])

    assert read(pins.modules, tonight) == {a_module.ref: {"en": a_module}}


def test_a_pinned_module_stays_as_it_was(write: Call, read: Call, tonight: str, a_module: Module) -> None:
    write(pins.pin_modules, tonight, [a_module])
    write(pins.pin_modules, tonight, [replace(a_module, title="Saved later"), replace(a_module, language="es")])
    pinned = read(pins.modules, tonight)[a_module.ref]

    assert pinned["en"].title == a_module.title
    assert set(pinned) == {"en", "es"}


def test_documents_are_pinned_by_language(write: Call, read: Call, tonight: str) -> None:
    english = Document("We agree", "en", "v1", [{"type": "paragraph", "spans": [{"type": "text", "text": "Be kind."}]}])
    spanish = Document("Acordamos", "es", "v1", [])
    for document in (english, spanish, replace(english, title="Saved later")):
        write(pins.pin_document, tonight, "agreement", document)

    assert read(pins.documents, tonight, "agreement") == {"en": english, "es": spanish}
    assert read(pins.documents, tonight, "concern") == {}


def test_edited_copies_are_found_by_their_ids(write: Call, read: Call, tonight: str) -> None:
    write(texts.add, tonight, "c1", "one")
    write(texts.add, tonight, "c2", "two")

    assert read(texts.find, ["c2", "gone"]) == {"c2": "two"}
    assert read(texts.of_live_session, tonight) == {"c1": "one", "c2": "two"}


def test_each_of_the_staff_has_jottings_of_their_own(write: Call, read: Call, tonight: str) -> None:
    write(staff.add, "colleague", sign_in_name="co", name="A colleague", password_hash="-", at=1)
    write(jottings.keep, tonight, "okoye", "first", at=1)
    write(jottings.keep, tonight, "okoye", "then this", at=2)

    assert read(jottings.find, tonight, "okoye") == "then this"
    assert read(jottings.find, tonight, "colleague") == ""


def test_a_living_state_moves_on(write: Call, read: Call, tonight: str) -> None:
    assert read(living_states.find, tonight, "r1") is None
    for move in (1, 2):
        write(living_states.keep, tonight, "r1", move, {"lines": move})

    assert read(living_states.find, tonight, "r1") == (2, {"lines": 2})


def agenda(name: str, **more: Any) -> Agenda:
    blocks = (AgendaBlock("b1", "iop-foundations/01-check-in"), AgendaBlock("b2", "break", 10))
    given: dict[str, Any] = {"group": "thursday", "is_template": False, "changed_at": 1} | more
    return Agenda(name, "okoye", given["group"], f"Plan {name}", given["is_template"], blocks, given["changed_at"])


def test_an_agenda_comes_back_as_it_was_kept(write: Call, read: Call, tonight: str) -> None:
    write(agendas.keep, agenda("a"))
    assert read(agendas.find, "a") == agenda("a")
    write(agendas.keep, replace(agenda("a"), name="Another name", blocks=(), owner="mallory"))

    assert read(agendas.find, "a") == replace(agenda("a"), name="Another name", blocks=())


def test_agendas_are_listed_for_their_owner_and_their_group(write: Call, read: Call, tonight: str) -> None:
    write(agendas.keep, agenda("a"))
    write(agendas.keep, agenda("b", group=None, is_template=True, changed_at=2))

    assert [one.id for one in read(agendas.of_staff, "okoye", [])] == ["b", "a"]
    assert [one.id for one in read(agendas.of_staff, "colleague", ["thursday"])] == ["a"]
    assert read(agendas.of_staff, "mallory", []) == []


def test_an_agenda_is_copied_and_removed(write: Call, read: Call, tonight: str) -> None:
    copied = agendas.copy(agenda("a"), "b", owner="okoye", at=9)
    write(agendas.keep, copied)
    assert read(agendas.find, "b").blocks == agenda("a").blocks
    write(agendas.remove, "b")

    assert read(agendas.find, "b") is None
