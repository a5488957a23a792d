"""What the pretend phones say and hear, byte by byte."""

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, TextMessage

from bench.client import packets
from bench.client.packets import Door


def told(data: bytes) -> list[str]:
    """What a real WebSocket server reads of it, after the handshake."""
    server = WSConnection(ConnectionType.SERVER)
    server.receive_data(packets.handshake(Door("127.0.0.1", 8000), "seat=x"))
    list(server.events())
    server.send(AcceptConnection())
    server.receive_data(data)
    return [event.data for event in server.events() if isinstance(event, TextMessage)]


def test_a_real_server_reads_what_a_pretend_phone_says() -> None:
    short, long = packets.frame(b"3"), packets.event(packets.PHONES, "answer", {"pad": "x" * 300})

    assert told(short + long) == ["3", '42/participant,["answer",{"pad":"' + "x" * 300 + '"}]']


def test_frames_are_cut_where_they_end_and_the_rest_is_kept() -> None:
    view = b"\x81\x7e" + (300).to_bytes(2, "big") + b"v" * 300
    done = b"\x81\x04done"

    assert packets.whole_frames(view + done + view[:7]) == ([(1, b"v" * 300), (1, b"done")], view[:7])
    assert packets.whole_frames(view[:3]) == ([], view[:3])
    assert packets.whole_frames(b"") == ([], b"")


def test_what_a_packet_brings_is_known_by_how_it_begins() -> None:
    brought = {
        b'42/participant,["view",{}]': "view",
        b'42/facilitator,["done",{}]': "done",
        b'42/participant,["refused",{}]': "refused",
        b'42/facilitator,["plan",{}]': "plan",
        b'42/participant,["own",{}]': "other",
        b'40/participant,{"sid":"x"}': "in",
        b'44/participant,{"message":"no"}': "out",
        b"41/participant,": "out",
        b'0{"sid":"x"}': "open",
        b"2": "ping",
        b"6": "other",
    }

    assert {packet: packets.told(packet) for packet in brought} == brought
    assert packets.content(b'42/participant,["view",{"version":7}]') == {"version": 7}
