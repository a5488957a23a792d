"""What is wrong in a file, so that its author can mend it: where, what, what to write instead, and the line itself."""

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]

# More would not help anyone, and a hostile file must not fill a screen or a log.
MOST_PROBLEMS = 100
MOST_EXCERPT = 100


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1, in characters. `excerpt` is the line, made safe to print."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    excerpt: str = ""
    caret: int = 0
    """How many cells of a terminal stand before the caret under `excerpt`."""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}: "
        sentence = where + ("warning: " if self.severity == "warning" else "") + f"{self.message} {self.hint}".rstrip()
        if not self.excerpt:
            return sentence
        number = f"{self.line:>6}"
        return f"{sentence}\n{number} | {self.excerpt}\n{' ' * len(number)} | {' ' * self.caret}^"

    def to_json(self) -> dict[str, Any]:
        """A plain dict for editors and for the studio."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "excerpt": self.excerpt,
        }


@dataclass
class Page:
    """A file under the reader's eyes: its lines, and what was found in it so far."""

    path: str
    lines: list[str] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    untold: Counter[Severity] = field(default_factory=Counter)
    """How many problems there were beyond those in `found`."""

    def error(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Something that keeps the file from being used."""
        self._note(line, column, message, hint, "error")

    def warn(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Something worth a second look; the file can be used."""
        self._note(line, column, message, hint, "warning")

    @property
    def broken(self) -> bool:
        return any(problem.severity == "error" for problem in self.found)

    def column_of(self, text: str, line: int, otherwise: int = 1) -> int:
        """Where `text` first stands in a line (a column, from 1)."""
        at = self.line(line).find(text)
        return at + 1 if at >= 0 else otherwise

    def spot_of(self, text: str, first: int, last: int) -> tuple[int, int]:
        """The line and column where `text` first stands between two lines; the start of the first, if nowhere."""
        for number in range(first, min(last, len(self.lines)) + 1):
            at = self.line(number).find(text)
            if at >= 0:
                return number, at + 1
        return first, 1

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problems(self) -> list[Problem]:
        """Everything found, in the order of the page; of very many, those found first, and the number of the others."""
        kept = sorted(set(self.found), key=lambda problem: (problem.line, problem.column))
        for severity, number in self.untold.items():
            message = f"There is more: {number} further {severity}s are not shown."
            kept.append(Problem(self.path, kept[-1].line, 1, message, severity=severity))
        return kept

    def _note(self, line: int, column: int, message: str, hint: str, severity: Severity) -> None:
        if sum(problem.severity == severity for problem in self.found) >= MOST_PROBLEMS:
            self.untold[severity] += 1
            return
        excerpt, caret = _excerpt(self.line(line), column)
        # What an author typed may stand in a message: it goes to terminals and logs as well.
        self.found.append(
            Problem(self.path, line, column, printable(message), printable(hint), excerpt, caret, severity)
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean "anonymous"?` for the nearest known word, or nothing."""
    by_small = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word[:80].lower(), list(by_small), n=1, cutoff=0.6)
    return f'Did you mean "{by_small[near[0]]}"?' if near else ""


def shown(text: str, most: int = 40) -> str:
    """What an author wrote, short enough to be quoted in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def printable(text: str) -> str:
    """The text without anything that could move a cursor or turn a line around."""
    return "".join(" " if c in "\t\n" else "\N{REPLACEMENT CHARACTER}" if _moves(c) else c for c in text)


def _moves(character: str) -> bool:
    # Cf holds the marks that turn the direction of a line, and joiners that some scripts need.
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
    )


def _excerpt(line: str, column: int) -> tuple[str, int]:
    start = max(0, column - 1 - MOST_EXCERPT // 2) if len(line) > MOST_EXCERPT else 0
    piece = printable(line[start : start + MOST_EXCERPT])
    if not piece.strip():
        return "", 0
    before = piece[: max(0, min(column - 1 - start, len(piece)))]
    left = "…" if start else ""
    right = "…" if start + MOST_EXCERPT < len(line) else ""
    return left + piece + right, len(left) + sum(_cells(c) for c in before)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
