"""Draws growth as a picture (SVG): two panels, both scales logarithmic, every point with its number. Pure."""

from collections.abc import Iterable, Sequence
from html import escape
from math import ceil, floor, log10

from bench.growth import Point

_WIDE, _HIGH, _LEFT, _TOP, _BELOW, _APART = 380, 260, 70, 60, 60, 60
_LINES = (("cpu_message", "a message", "#1d4ed8", ""), ("cpu_answer", "an answer", "#b45309", "6 4"))


def draw(points: Iterable[Point]) -> str:
    points = list(points)
    of = [
        ("phones, at most 1,000 in one group", [point for point in points if point.of == "phones"]),
        ("groups of 12 phones", [point for point in points if point.of == "groups"]),
    ]
    panels = [(title, line) for title, line in of if line]
    least, most = _decades([getattr(point, figure) for point in points for figure, *_ in _LINES])
    width, height = _LEFT + len(panels) * (_WIDE + _APART), _TOP + _HIGH + _BELOW
    drawn = "".join(_panel(_LEFT + place * (_WIDE + _APART), *panel, least, most) for place, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="#1f2937">'
        f"<title>{escape('CPU for each message and each answer, in microseconds')}</title>"
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{_legend()}{drawn}</svg>\n'
    )


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around all values."""
    least, most = floor(log10(min(values))), ceil(log10(max(values)))
    return least, max(most, least + 1)


def _legend() -> str:
    parts = [f'<text x="{_LEFT}" y="22">Server CPU, µs, for</text>']
    for place, (_, name, colour, dash) in enumerate(_LINES):
        x = _LEFT + 140 + place * 140
        parts.append(f'<path d="M{x} 18h30" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="{x + 38}" y="22">{name}</text>')
    return "".join(parts)


def _panel(left: int, title: str, line: Sequence[Point], least: int, most: int) -> str:
    def y(value: float) -> float:
        return round(_TOP + _HIGH - (log10(value) - least) / (most - least) * _HIGH, 1)

    def x(n: int) -> float:
        first, last = log10(line[0].n), log10(line[-1].n)
        return round(left + (log10(n) - first) / ((last - first) or 1) * _WIDE, 1)

    parts = []
    for power in range(least, most + 1):
        parts.append(f'<path d="M{left} {y(10**power)}h{_WIDE}" stroke="#d1d5db"/>')
        parts.append(f'<text x="{left - 8}" y="{y(10**power) + 4}" text-anchor="end">{_label(power)}</text>')
    below = _TOP + _HIGH + 20
    parts += [f'<text x="{x(point.n)}" y="{below}" text-anchor="middle">{point.n:,}</text>' for point in line]
    parts.append(f'<text x="{left + _WIDE / 2}" y="{_TOP + _HIGH + 44}" text-anchor="middle">{escape(title)}</text>')
    for figure, _, colour, dash in _LINES:
        where = [(x(point.n), y(getattr(point, figure)), getattr(point, figure)) for point in line]
        path = "L".join(f"{across} {down}" for across, down, _ in where)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        for across, down, value in where:
            parts.append(f'<circle cx="{across}" cy="{down}" r="3.5" fill="{colour}"/>')
            parts.append(f'<text x="{across}" y="{down - 9}" text-anchor="middle" fill="{colour}">{value:.3g}</text>')
    return "".join(parts)


def _label(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"
