"""Making, changing, saving and starting a plan, with and without the page's script."""

from collections.abc import Callable

import pytest

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.storage.agendas import AgendaBlock
from facilitator.web import agenda_changes as changes
from tests.web.conftest import CHECK_IN, CHECK_OUT, URGE, Browser

A, B, C = AgendaBlock("a", CHECK_IN), AgendaBlock("b", "break", 10), AgendaBlock("c", CHECK_OUT)


@pytest.fixture
def plan(okoye: Browser) -> str:
    """The address of a new plan, with a check-in, a break and a check-out."""
    address = okoye.sends("/staff/agendas", group="thursday", template="").location
    for what, ref in (("module", CHECK_IN), ("break", ""), ("module", CHECK_OUT)):
        assert okoye.sends(address, do=f"add:{what}", ref=ref, name="Week 3").status_code == 303
    return address


def refs(okoye: Browser, plan: str) -> list[str]:
    return [block["ref"] for block in saved(okoye, plan)["blocks"]]


def saved(okoye: Browser, plan: str) -> dict:
    return okoye.opens(f"{plan}.json").json


def sent(okoye: Browser, plan: str, **changed: object) -> dict:
    """What the page's script would save."""
    before = saved(okoye, plan)
    blocks = [{key: block[key] for key in ("id", "ref", "minutes")} for block in before["blocks"]]
    return {"name": before["name"], "changed_at": before["changed_at"], "blocks": blocks, **changed}


def test_a_plan_is_made_with_plain_forms(okoye: Browser, plan: str) -> None:
    assert refs(okoye, plan) == [CHECK_IN, "break", CHECK_OUT]
    assert saved(okoye, plan)["name"] == "Week 3"


def test_parts_move_up_and_down_and_out(okoye: Browser, plan: str) -> None:
    first, rest, last = (block["id"] for block in saved(okoye, plan)["blocks"])

    okoye.sends(plan, do=f"down:{first}")
    assert refs(okoye, plan) == ["break", CHECK_IN, CHECK_OUT]
    okoye.sends(plan, do=f"up:{last}")
    assert refs(okoye, plan) == ["break", CHECK_OUT, CHECK_IN]
    okoye.sends(plan, do=f"remove:{rest}")
    assert refs(okoye, plan) == [CHECK_OUT, CHECK_IN]


def test_minutes_are_typed_and_an_empty_field_means_the_authors(okoye: Browser, plan: str, house: House) -> None:
    first = saved(okoye, plan)["blocks"][0]

    okoye.sends(plan, **{f"minutes:{first['id']}": "20", "do": "save"})
    assert saved(okoye, plan)["blocks"][0]["minutes"] == 20
    okoye.sends(plan, **{f"minutes:{first['id']}": "", "do": "save"})
    assert saved(okoye, plan)["blocks"][0]["minutes"] == first["authors_minutes"]


@pytest.mark.parametrize("typed", ["0", "241", "-5", "ten", "7.5"])
def test_minutes_that_are_none_are_told(okoye: Browser, plan: str, typed: str) -> None:
    first = saved(okoye, plan)["blocks"][0]["id"]

    page = okoye.sends(plan, **{f"minutes:{first}": typed, "do": "save"})

    assert page.status_code == 400
    assert "whole numbers from 1 to 240" in page.text


def test_a_module_that_is_not_in_the_library_cannot_be_added(okoye: Browser, plan: str) -> None:
    page = okoye.sends(plan, do="add:module", ref="iop-foundations/99-none")

    assert page.status_code == 400
    assert "Choose a module" in page.text


def test_the_script_saves_the_whole_plan_at_once(okoye: Browser, plan: str) -> None:
    body = sent(okoye, plan, name="Another name")
    body["blocks"].reverse()

    answer = okoye.puts(f"{plan}.json", body)

    assert answer.status_code == 200
    assert answer.json["changed_at"] > body["changed_at"]
    assert (saved(okoye, plan)["name"], refs(okoye, plan)) == ("Another name", [CHECK_OUT, "break", CHECK_IN])


def test_two_who_change_a_plan_do_not_overwrite_each_other(okoye: Browser, plan: str) -> None:
    mine, theirs = sent(okoye, plan, name="Mine"), sent(okoye, plan, name="Theirs")
    okoye.puts(f"{plan}.json", theirs)

    answer = okoye.puts(f"{plan}.json", mine)

    assert answer.status_code == 409
    assert "Somebody else" in answer.json["message"]
    assert saved(okoye, plan)["name"] == "Theirs"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "x" * 81},
        {"blocks": [{"id": "a", "ref": "break", "minutes": 0}]},
        {"blocks": [{"id": "a", "ref": "break", "minutes": "10"}]},
        {"blocks": [{"id": "a", "ref": "break", "minutes": 10}] * 2},
        {"blocks": [{"id": f"a{n}", "ref": "break", "minutes": 10} for n in range(31)]},
        {"blocks": [{"id": "<b>", "ref": "break", "minutes": 10}]},
        {"blocks": {}},
        {"owner": "mallory"},
    ],
)
def test_what_is_no_plan_is_refused_in_words(okoye: Browser, plan: str, wrong: dict[str, object]) -> None:
    before = saved(okoye, plan)

    answer = okoye.puts(f"{plan}.json", sent(okoye, plan, **wrong))

    assert answer.status_code == 400
    assert answer.json["message"].endswith(".")
    assert saved(okoye, plan) == before


@pytest.mark.parametrize("body", [None, [], "plan", 7, {"blocks": None}])
def test_anything_else_is_refused_too(okoye: Browser, plan: str, body: object) -> None:
    assert okoye.puts(f"{plan}.json", body).status_code == 400


def test_a_template_is_a_copy_for_any_group(okoye: Browser, plan: str) -> None:
    template = okoye.sends(f"{plan}/template").location
    okoye.sends(plan, do=f"remove:{saved(okoye, plan)['blocks'][0]['id']}")

    new = okoye.sends("/staff/agendas", group="thursday", template=template.rpartition("/")[2]).location

    assert refs(okoye, new) == [CHECK_IN, "break", CHECK_OUT]
    assert okoye.sends(f"{template}/start").status_code == 400


def test_deleting_asks_first(okoye: Browser, plan: str) -> None:
    assert "Keep it" in okoye.opens(f"{plan}/delete").text
    assert okoye.sends(f"{plan}/delete").location == "/staff/"
    assert okoye.opens(plan).status_code == 404


def test_starting_opens_a_live_session_and_leads_to_the_tablet(okoye: Browser, plan: str, house: House) -> None:
    live = okoye.sends(f"{plan}/start").location

    assert okoye.opens(live).status_code == 200
    (room,) = house.conductor.rooms.values()
    assert [block.ref for block in room.state.blocks] == [CHECK_IN, "break", CHECK_OUT]
    assert "Open the tablet" in okoye.opens("/staff/").text


def test_rehearsing_is_marked_and_brings_pretend_participants(okoye: Browser, plan: str, house: House) -> None:
    rehearsed: list[str] = []
    house.rehearse = rehearsed.append

    okoye.sends(f"{plan}/start", rehearsal="1")

    (room,) = house.conductor.rooms.values()
    assert room.rehearsal
    assert rehearsed == [room.id]


def test_an_empty_plan_cannot_be_started(okoye: Browser) -> None:
    empty = okoye.sends("/staff/agendas", group="thursday", template="").location

    page = okoye.sends(f"{empty}/start")

    assert page.status_code == 400
    assert "Add a module first" in page.text


def test_a_plan_whose_module_has_gone_says_so_and_does_not_start(okoye: Browser, plan: str) -> None:
    body = sent(okoye, plan)
    body["blocks"][0]["ref"] = "iop-foundations/99-gone"
    okoye.puts(f"{plan}.json", body)

    assert "not in the library any more" in okoye.opens(plan).text
    assert okoye.sends(f"{plan}/start").status_code == 400


def test_a_part_stays_where_it_is_at_either_end() -> None:
    assert changes.moved((A, B, C), "a", -1) == (A, B, C)
    assert changes.moved((A, B, C), "c", 1) == (A, B, C)
    assert changes.moved((A, B, C), "nobody", 1) == (A, B, C)
    assert changes.moved((A, B, C), "c", -1) == (A, C, B)


def test_a_plan_holds_thirty_parts() -> None:
    full = tuple(AgendaBlock(f"b{n}", "break", 10) for n in range(30))

    with pytest.raises(Refused, match="up to 30"):
        changes.added(full, "break", "one-more")


def test_the_day_adds_up(okoye: Browser, plan: str, house: House) -> None:
    okoye.sends(plan, do="add:module", ref=URGE)
    minutes = [block["minutes"] for block in saved(okoye, plan)["blocks"]]

    assert sum(minutes) == 12 + 10 + 10 + 45
    assert "1 h 17 min" in okoye.opens(plan).text


def test_the_page_of_a_plan_brings_its_script_and_what_it_needs(okoye: Browser, plan: str) -> None:
    page = okoye.opens(plan).text

    assert "/static/agenda-" in page
    assert '"library":' in page.replace(" ", "")


def test_nobody_else_sees_the_plan(plan: str, browser: Callable[[], Browser]) -> None:
    assert browser().opens(f"{plan}.json").status_code == 401
