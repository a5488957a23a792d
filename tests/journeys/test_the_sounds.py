"""Every sound, rendered by Chromium itself: soft at both ends, never clipped, without a seam, silent when stopped."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT

SECONDS = 70
LOUDEST = 0.9
RENDER = """
async ({ what, seconds, stopAt }) => {
  const rate = 44100;
  const context = new OfflineAudioContext(1, rate * seconds, rate);
  const playing = new sounds.Playing(context, { what, at: 0, into: 0, seconds: seconds - 1, level: 3 });
  if (stopAt) context.suspend(stopAt).then(() => { playing.stop(); context.resume(); });
  const samples = (await context.startRendering()).getChannelData(0);
  const peak = (from, to) => {
    let most = 0;
    for (let at = Math.round(from * rate); at < to * rate; at++) most = Math.max(most, Math.abs(samples[at]));
    return most;
  };
  const step = (from, to) => {
    let most = 0;
    for (let at = Math.round(from * rate) + 1; at < to * rate; at++)
      most = Math.max(most, Math.abs(samples[at] - samples[at - 1]));
    return most;
  };
  const zeros = (from, to) => {
    let crossings = 0;
    for (let at = Math.round(from * rate) + 1; at < to * rate; at++)
      if (samples[at] >= 0 !== samples[at - 1] >= 0) crossings++;
    return crossings / (to - from);
  };
  const end = seconds - 1;
  return {
    peak: peak(0, seconds),
    first: peak(0, 0.05), last: peak(end - 0.05, end), after: peak(end, seconds),
    startStep: step(0, 0.05), endStep: step(end - 0.05, end + 0.05),
    parts: Array.from({ length: 6 }, (_, part) => peak(5 + part * 9, 14 + part * 9)),
    pitch: zeros(20, 40),
    stopped: stopAt ? peak(stopAt + 0.05, seconds) : null,
    cutStep: stopAt ? step(stopAt - 0.001, stopAt + 0.05) : null,
    usualStep: stopAt ? step(stopAt - 4, stopAt - 0.001) : null,
  };
}
"""


@pytest.fixture(scope="module")
def studio(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with nothing in it but the sounds."""
    script = tmp_path_factory.mktemp("sounds") / "sounds.js"
    _bundle("static/lib/sounds/index.ts", "sounds", script)
    page = browser.new_page()
    page.add_script_tag(path=script)
    yield page
    page.close()


def _bundle(module: str, name: str, to: Path) -> None:
    command = [sys.executable, "scripts/front_end.py", "node", "tests/browser/alone.mjs", module, name, str(to)]
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def rendered(studio: Page) -> dict[str, dict[str, Any]]:
    return {
        name: studio.evaluate(RENDER, {"what": name, "seconds": SECONDS, "stopAt": 0})
        for name in studio.evaluate("sounds.SOUNDS")
    }


def test_there_are_at_least_six_sounds(rendered: dict[str, dict[str, Any]]) -> None:
    assert len(rendered) >= 6


def test_no_sound_is_clipped_and_none_is_missing(rendered: dict[str, dict[str, Any]]) -> None:
    for name, heard in rendered.items():
        assert 0.1 < heard["peak"] < LOUDEST, name


def test_every_sound_begins_and_ends_softly(rendered: dict[str, dict[str, Any]]) -> None:
    for name, heard in rendered.items():
        assert heard["first"] < 0.02, name
        assert heard["last"] < 0.02, name
        assert heard["after"] == 0, name
        assert max(heard["startStep"], heard["endStep"]) < 0.01, name


def test_a_sound_goes_on_past_the_ends_of_its_loops(rendered: dict[str, dict[str, Any]]) -> None:
    for name, heard in rendered.items():
        assert min(heard["parts"]) > 0.1 * max(heard["parts"]), name


def test_no_two_sounds_are_alike(rendered: dict[str, dict[str, Any]]) -> None:
    pitches = sorted(heard["pitch"] for heard in rendered.values())

    assert all(above > 1.03 * below for below, above in pairwise(pitches)), pitches


def test_a_stopped_sound_is_silent_within_fifty_milliseconds_and_does_not_click(
    studio: Page, rendered: dict[str, dict[str, Any]]
) -> None:
    for name in rendered:
        heard = studio.evaluate(RENDER, {"what": name, "seconds": 14, "stopAt": 7})

        assert heard["stopped"] == 0, name
        assert heard["cutStep"] <= max(1.2 * heard["usualStep"], 0.01), name
