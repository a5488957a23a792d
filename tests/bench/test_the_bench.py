"""The bench itself: a tiny run of it, what it writes, and that it notices when what it measured was not right."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench import plan
from bench.client.crowd import Crowd, Lost
from bench.report import plot, results
from bench.report.results import Result
from bench.report.table import table
from bench.rows import DEFAULT, FULL, ROWS, of
from bench.scenes import tapping
from bench.scenes.answering import Answers
from bench.scenes.measured import SMALL
from bench.targets import bare
from bench.targets.process import ROOT
from bench.targets.target import Group, Target

AGAINST = {"stock", "node", "floor", "naive", "gevent", "asgi", "self"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_a_tiny_run_measures_ours_beside_three_others_and_writes_it_down(tmp_path: Path) -> None:
    done = run("--small", "--rounds", "1", "--only", "P3", "--to", str(tmp_path / "results.json"))
    assert done.returncode == 0, done.stderr

    about, found = results.read(tmp_path / "results.json")
    assert [result.against for result in found] == ["stock", "node", "floor"]
    assert all(result.ours > 0 and result.theirs and result.ratio and result.rounds == 1 for result in found)
    assert about["small"] is True
    assert about["failed"] == []
    assert about["view_bytes"] > 500
    assert "P3" in done.stdout


def test_a_row_that_does_not_exist_is_said_so() -> None:
    done = run("--only", "P3,P99")

    assert done.returncode == 2
    assert "there is no row P99" in done.stderr


def test_every_row_that_was_promised_is_there_with_its_goal() -> None:
    assert {row.row for row in ROWS} | {"P11"} == set(FULL)
    assert {row.row for row in of(DEFAULT, full=False)} == set(DEFAULT)
    assert {row.against for row in of(FULL, full=True)} == AGAINST
    assert all(row.goal is not None for row in ROWS)


def test_each_server_begins_a_round_in_its_turn() -> None:
    names = ["floor", "node", "ours", "stock"]

    assert [plan.in_turn(names, number)[0] for number in range(5)] == [*names, "floor"]
    assert sorted(plan.in_turn(names, 2)) == names


def test_what_was_found_is_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    found = Result(
        row="P1", what="a tap", against="stock", ratio=0.13, low=0.12, high=0.2, ours=4.1, theirs=31.0, unit="ms",
        rounds=3, dropped=1, goal=0.15, better="less", reached=True, after_writing=0.1, waited=0.02, busy=0.3,
    )  # fmt: skip
    results.write(tmp_path / "results.json", [found], {"write_ms": 0.4})

    assert results.read(tmp_path / "results.json") == ({"version": 1, "write_ms": 0.4}, [found])
    assert all(
        each in table([found]) for each in ("0.13 (0.1 after writing)", "0.12–0.2", "≤ 0.15", "1 noisy left out")
    )


def test_growth_is_drawn_with_each_of_its_figures() -> None:
    from bench.growth import Point

    drawn = plot.draw([Point("phones", 10, 8.5, 90), Point("phones", 1000, 4.25, 61), Point("groups", 1, 9, 95)])

    assert all(f">{figure}</text>" in drawn for figure in ("8.5", "4.25", "61", "1,000", "95"))
    assert "NaN" not in drawn


@pytest.fixture
def stock(tmp_path: Path) -> Iterator[tuple[Target, Group]]:
    view = tmp_path / "view.json"
    view.write_text(json.dumps({"boot": "x", "version": 1, "words": "w" * 800}))
    stock = bare.stock(view, "group")
    (group,) = stock.start(tmp_path / "kept", 2, 1)
    yield stock, group
    stock.stop()


def test_an_acknowledged_answer_that_is_not_kept_is_noticed(stock: tuple[Target, Group]) -> None:
    server, group = stock
    with Crowd(server.process.door) as crowd:
        crowd.connect(group.lines)
        answers = Answers(crowd, [group])
        answers.say_all()
        answers.finish()
        answers.check_what_is_kept(server)
        assert server.kept is not None
        with closing(sqlite3.connect(server.kept)) as store, store:
            store.execute("DELETE FROM answers WHERE rowid = 1")

        with pytest.raises(Lost, match="not the same"):
            answers.check_what_is_kept(server)


def test_a_phone_that_shows_an_old_step_is_noticed(stock: tuple[Target, Group]) -> None:
    server, group = stock
    with Crowd(server.process.door) as crowd:
        crowd.connect(group.lines)
        tapping.measure(server, crowd, group, SMALL)
        number = group.phones[0].raw.fileno()
        crowd._newest[number] = crowd._newest[number].replace(b'"version":', b'"version":9', 1)

        with pytest.raises(Lost, match="different versions"):
            tapping.check_that_all_show_the_same(crowd, group)
