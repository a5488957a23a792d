"""The table for people. Pure."""

from collections.abc import Iterable

from bench.report.results import Result

HEAD = ("row", "what", "beside", "ours", "theirs", "ratio", "spread", "goal", "", "rounds")


def table(results: Iterable[Result]) -> str:
    """One line for each row; where a ratio *after writing* is given, the goal is about that one."""
    lines = [HEAD, *(cells(each) for each in results)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def cells(result: Result) -> tuple[str, ...]:
    """One row, a text for each column of `HEAD`."""
    return (
        result.row,
        result.what,
        result.against,
        f"{_number(result.ours)} {result.unit}",
        "" if result.theirs is None else _number(result.theirs),
        _ratio(result),
        "" if result.low is None or result.high is None else f"{_number(result.low)}–{_number(result.high)}",
        _goal(result),
        {True: "reached", False: "short", None: ""}[result.reached],
        f"{result.rounds}" + (f" ({result.dropped} noisy left out)" if result.dropped else ""),
    )


def _ratio(result: Result) -> str:
    if result.ratio is None:
        return ""
    after = "" if result.after_writing is None else f" ({_number(result.after_writing)} after writing)"
    return f"{_number(result.ratio)}{after}"


def _goal(result: Result) -> str:
    if result.goal is None:
        return ""
    return f"{'≥' if result.better == 'more' else '≤'} {_number(result.goal)}"


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
