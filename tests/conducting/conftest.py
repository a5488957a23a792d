"""One process with a library of its own, its store, and a folder in memory for what is sealed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.activities import kinds
from facilitator.people import groups, staff
from facilitator.privacy.tmpfs import staging_root
from facilitator.storage.database import Store, open_store
from tests.conducting.process import NOW, Process

TONIGHT = """---
title: Tonight
discipline: process
minutes: 30
---

## Arrive {#arrive minutes=5}

Sit as you like.

## Check-in {#feel minutes=5}

```check_in
promise: named
ask:
  - {key: craving, type: scale, question: How strong is any urge right now?}
  - {key: hope, type: text, question: One hope for today}
```

## Unsaid {#words minutes=10}

```free_text
promise: anonymous
question: What is one thing you have not said yet?
```

## For yourself {#diary minutes=5}

```free_text
promise: private
question: For yourself alone
```

## End {#end minutes=5}

That was today.
"""

TOGETHER = """---
title: Together
discipline: recreation
minutes: 30
---

## In twos {#pairs minutes=10}

```test_pairs
prompt: What helped you this week?
```

## One picture {#canvas minutes=10}

```test_canvas
prompt: Draw a line.
```

## What helps {#quiz minutes=10}

```quiz
questions:
  - ask: What does an urge mostly do?
    options: {grows: It grows, passes: It passes}
    right: passes
    why: Like a wave it comes to a peak and goes down.
```
"""

ART = """---
title: Art
discipline: art
minutes: 25
---

## Draw {#draw minutes=10}

```drawing
promise: named
question: Draw a calm place.
```

## Look {#look minutes=10}

Look around.

## A mask {#mask minutes=5}

```two_sides
promise: named
question: A mask of today
```
"""


@pytest.fixture
def curricula(tmp_path: Path, kinds_of_the_tests: None) -> Path:
    folder = tmp_path / "curricula" / "evenings"
    folder.mkdir(parents=True)
    (folder / "curriculum.md").write_text("---\ntitle: Evenings\nlanguage: en\n---\n\nSome evenings.\n")
    (folder / "01-tonight.md").write_text(TONIGHT)
    (folder / "02-together.md").write_text(TOGETHER)
    (folder / "03-art.md").write_text(ART)
    (folder.parent / "agreement.md").write_text("---\nversion: 3\ntitle: Our agreement\n---\n\nYou can pass.\n")
    (folder.parent / "concern.md").write_text("---\nversion: 1\ntitle: When it worries you\n---\n\nStay calm.\n")
    return folder.parent


@pytest.fixture
def kinds_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For this test the folder of kinds that live is looked into as well."""
    monkeypatch.setattr(kinds, "_further_folders", [])
    kinds.look_also_in("tests.activities.kinds_of_the_tests")
    yield
    kinds.all_kinds.cache_clear()


@pytest.fixture
def store(tmp_path: Path, quick_stores: None) -> Iterator[Store]:
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def staging(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one, else an ordinary one: the files behave alike."""
    folder = staging_root(str(tmp_path), {}) or tmp_path / "staging"
    folder.mkdir(exist_ok=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def process(store: Store, curricula: Path, staging: Path) -> Iterator[Process]:
    """Dr. Okoye's group has a live session open; nobody is here yet."""
    process = Process(store, curricula, staging)

    def people(conn: object) -> None:
        staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)  # type: ignore[arg-type]
        groups.add(conn, "thursday", owner="okoye", name="Thursday", at=NOW)  # type: ignore[arg-type]

    process.writer.wait(people)
    assert not process.library.snapshot().problems, process.library.snapshot().problems
    process.open("evenings/01-tonight", "evenings/02-together")
    yield process
    process.writer.stop()
