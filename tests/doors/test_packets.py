"""A short sweep of malformed packets. The long run is `make doors FULL=1`."""

from tests.doors import malformed_packets


def test_malformed_packets_harm_nobody_else_and_leave_no_trace() -> None:
    outcome = malformed_packets.run(150, 7)
    print(outcome.figures)

    assert outcome.wrong == []
