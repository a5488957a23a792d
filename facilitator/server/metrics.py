"""Figures for an operator's monitoring, on an address of their own. They say how the server is, never how anybody is.

Nothing here is counted when an anonymous answer comes: what is told is looked up when it is asked for, and no
place that an anonymous answer touches is looked at. Nothing carries a name, a seat, a group or a session.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.realtime.broadcast import Broadcast
from facilitator.server.listening import bound, serve_beside


class Waits(Protocol):
    """What the fast path says of itself."""

    def bytes_waiting(self) -> int: ...


class Figures:
    """A collector as prometheus-client asks for one; loaded only where figures are wanted."""

    def __init__(self, house: House, broadcast: Broadcast, wire: Waits | None) -> None:
        self._house, self._broadcast, self._wire = house, broadcast, wire

    def collect(self) -> Iterable[Any]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

        def gauge(name: str, help_text: str, value: float) -> Any:
            return GaugeMetricFamily(f"facilitator_{name}", help_text, value=value)

        connections = GaugeMetricFamily("facilitator_connections", "Open sockets.", labels=["audience"])
        for audience, count in self._broadcast.connections.counts().items():
            connections.add_metric([audience], count)
        yield connections
        rooms = list(self._house.conductor.rooms.values())
        yield gauge("live_sessions", "Live sessions of this process.", len(rooms))
        yield gauge("named_answers", "Named answers of the live sessions.", sum(len(room.revisions) for room in rooms))
        writer = self._house.writer
        waiting = GaugeMetricFamily("facilitator_writes_waiting", "Writes that wait for their commit.", labels=["what"])
        for what, depth in writer.depths().items():
            waiting.add_metric([what], depth)
        yield waiting
        yield gauge("store_failing", "1 while the last batch could not be stored.", writer.failing)
        kept = self._wire.bytes_waiting() if self._wire is not None else 0
        yield gauge("bytes_waiting", "Bytes that wait for phones which do not read.", kept)
        coalesced = self._broadcast.coalesced
        yield CounterMetricFamily("facilitator_coalesced_views", "Changes told by a view due anyway.", value=coalesced)
        commits = writer.commits
        yield HistogramMetricFamily(
            "facilitator_commit_seconds",
            "How long a batch took, from its first write to the disk.",
            buckets=commits.up_to(),
            sum_value=commits.seconds,
        )


def serve_figures(address: str, figures: Figures) -> None:
    """Answer `GET /metrics` on this address (`host:port`). Raises `Refused` if the port is taken."""
    try:
        from prometheus_client import CollectorRegistry, make_wsgi_app
    except ImportError as problem:
        raise Refused("settings", "FACILITATOR_METRICS needs the package prometheus-client.") from problem
    registry = CollectorRegistry(auto_describe=False)
    registry.register(figures)
    host, _, port = address.rpartition(":")
    serve_beside(make_wsgi_app(registry), bound(host.strip("[]"), int(port), variable="FACILITATOR_METRICS"))
