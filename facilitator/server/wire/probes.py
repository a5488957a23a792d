"""Looks, at the start, whether the insides of the libraries are as the fast path needs them. Each look has a name."""

import inspect
from collections.abc import Callable
from typing import Any


def unexpected(sio: Any) -> list[str]:
    """What is not as it should be; empty where the fast path may be taken."""
    return [look.__doc__ or look.__name__ for look in LOOKS if not _holds(look, sio)]


def _holds(look: Callable[[Any], bool], sio: Any) -> bool:
    try:
        return look(sio)
    except (AttributeError, ImportError, KeyError, TypeError, ValueError):
        return False


def connects(sio: Any) -> bool:
    """engineio.Server._handle_connect(environ, start_response, transport, jsonp_index)"""
    return _takes(sio.eio._handle_connect, "environ", "start_response", "transport", "jsonp_index")


def has_sockets(sio: Any) -> bool:
    """engineio.Server.sockets is a dict, with generate_id, ping and size settings beside it"""
    eio = sio.eio
    numbers = (eio.ping_interval, eio.ping_timeout, eio.max_http_buffer_size)
    return type(eio.sockets) is dict and isinstance(eio.generate_id(), str) and all(number > 0 for number in numbers)


def triggers(sio: Any) -> bool:
    """engineio.Server._trigger_event(event, *args, run_async) calls handlers, also for connect and disconnect"""
    parameters = inspect.signature(sio.eio._trigger_event).parameters
    return list(parameters) == ["event", "args", "kwargs"] and {"connect", "disconnect", "message"} <= set(
        sio.eio.handlers
    )


def handles(sio: Any) -> bool:
    """socketio.Server._handle_eio_message(eio_sid, data) and _trigger_event(event, namespace, *args)"""
    return _takes(sio._handle_eio_message, "eio_sid", "data") and _takes(
        sio._trigger_event, "event", "namespace", "args"
    )


def has_rooms(sio: Any) -> bool:
    """socketio.Manager.rooms[namespace][room] maps sid to eio sid, and back; what leaves is in no list any more"""
    probe = type(sio.manager)()
    probe.set_server(sio)
    sid = probe.pre_connect("probe", "/probe")
    probe.enter_room(sid, "/probe", "room")
    probe.connect(sid, "/probe")
    here = (
        list(probe.rooms["/probe"]["room"].values()) == ["probe"]
        and probe.sid_from_eio_sid("probe", "/probe") == sid
        and probe.is_connected(sid, "/probe")
    )
    probe.pre_disconnect(sid, "/probe")
    probe.disconnect(sid, "/probe")
    return here and not (probe.rooms or probe.pending_connect or probe.pending_disconnect or probe.callbacks)


def is_synchronous(sio: Any) -> bool:
    """socketio.Server.async_handlers is off"""
    return sio.async_handlers is False and sio.eio.async_mode == "eventlet"


def gives_sockets(sio: Any) -> bool:
    """eventlet.wsgi.Input.get_socket gives a GreenSocket whose fd is a socket that can be detached"""
    from eventlet.greenio import GreenSocket
    from eventlet.wsgi import Input

    green = GreenSocket()
    try:
        plain = green.fd
        return callable(Input.get_socket) and callable(plain.detach) and plain.gettimeout() == 0.0
    finally:
        green.close()


def lets_go(sio: Any) -> bool:
    """eventlet.wsgi.WSGI_LOCAL.already_handled tells the server that an answer was given"""
    from eventlet import wsgi

    return hasattr(wsgi, "WSGI_LOCAL") and "already_handled" in inspect.getsource(wsgi.HttpProtocol)


def has_epoll(sio: Any) -> bool:
    """select.epoll, as it was before eventlet took it away"""
    from eventlet.patcher import original

    return callable(original("select").epoll)


LOOKS: tuple[Callable[[Any], bool], ...] = (
    connects, has_sockets, triggers, handles, has_rooms, is_synchronous, gives_sockets, lets_go, has_epoll,
)  # fmt: skip


def _takes(call: Any, *names: str) -> bool:
    return list(inspect.signature(call).parameters) == list(names)
