"""Whether Socket.IO's library can take a packet without stumbling: it trusts whoever sends."""

from typing import Any

from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT

OURS = frozenset({"connect", "disconnect", "connect_error", "*"})
"""Handlers that the library calls by these names would be called by a message of the same name, with what it holds."""


def can_be_taken(sio: Any, text: str) -> bool:
    """Binary packets cannot: they would be waited for, and what came of them kept, without end."""
    try:
        packet = sio.packet_class(encoded_packet=text)
    except (ValueError, IndexError, TypeError):
        return False
    kind, data = packet.packet_type, packet.data
    if kind == EVENT:
        return isinstance(data, list) and bool(data) and isinstance(data[0], str) and data[0] not in OURS
    if kind == ACK:
        return isinstance(data, list) and packet.id is not None
    return kind in (CONNECT, DISCONNECT)
