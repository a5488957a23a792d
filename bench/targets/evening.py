"""What the group does while it is measured: two steps to go between, and a question that everyone answers."""

from pathlib import Path

from bench.client import packets

MODULE = "measured/01-an-evening"

_MODULE = """---
title: An evening
discipline: process
minutes: 60
---

## The wave {#wave minutes=10}

An urge is like a wave.

1. It **starts** small.
2. It **grows.** It seems that it will never stop.
3. It gets to the **top.**
4. It **goes down**, even if you do nothing.

> [!PHONE]
> Look at the wave on the wall. Where on it do you notice an urge first?

## Where it starts {#where minutes=10}

Think of a **small** urge that came and went. Do not pick the worst one.

- Where in your body did it start?
- What did it feel like?
- What was the very first sign?

> [!PHONE]
> Think of a small urge. Where did it start?

## What helps {#helps minutes=10}

```poll
promise: named
question: What helps you ride out an urge?
options: {walk: A walk, call: A call, wait: Waiting, water: A glass of water}
```
"""


def write(folder: Path) -> None:
    """Write it as a curriculum folder, such as a clinic has."""
    measured = folder / "measured"
    measured.mkdir(parents=True)
    (folder / "agreement.md").write_text("---\nversion: 1\ntitle: Our agreement\n---\n\nYou can pass.\n")
    (folder / "concern.md").write_text("---\nversion: 1\ntitle: When it worries you\n---\n\nStay calm.\n")
    (measured / "curriculum.md").write_text("---\ntitle: Measured\nlanguage: en\n---\n\nAn evening.\n")
    (measured / "01-an-evening.md").write_text(_MODULE)


def answer(run: str, phone: int, revision: int) -> bytes:
    """The frame of an answer. Revisions begin at a million, so that all frames are as long."""
    revision += 1_000_000
    payload = (
        f'42/participant,["answer",{{"id":"{phone:05d}-{revision}","run":"{run}","say":{{"do":"answer",'
        f'"revision":{revision},"answer":{{"chosen":["walk"]}},"ok_to_show":false}}}}]'
    )
    return packets.frame(payload.encode())
