from collections.abc import Mapping

from facilitator.conducting.late import Late


def test_nothing_is_made_before_somebody_looks_and_then_once() -> None:
    made: list[Mapping[str, int]] = []

    def make() -> Mapping[str, int]:
        made.append({"r1": 3})
        return made[-1]

    late = Late(make)
    assert not made

    assert late.get("r1") == 3
    assert "r2" not in late
    assert dict(late) == {"r1": 3}
    assert len(made) == 1
