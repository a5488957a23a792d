"""Where two mappings differ."""

from collections.abc import Mapping


def differ(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The keys that came, went, or stand for something else."""
    if before is now or before == now:
        return set()
    return {key for key, value in now.items() if before.get(key) != value} | (before.keys() - now.keys())
