"""A short sweep of odd requests. The long run is `make doors FULL=1`."""

from tests.doors import odd_requests
from tests.doors.url_map import routes


def test_no_request_breaks_a_page_or_comes_back_unguarded() -> None:
    outcome = odd_requests.run(2 * len(routes()), 7)
    print(outcome.figures)

    assert outcome.wrong == []
