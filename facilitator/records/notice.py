"""The programme's own notice (42 CFR Part 2) that goes with whatever leaves Facilitator with a name in it.

Its wording is the programme's to decide, so there is none until it is set, and until then nothing leaves.
"""

from facilitator.errors import Refused

OF_A_DEMO = "This is from a demo. The people are made up, and it is nobody's record."


def notice_of(written: str, *, demo: bool) -> str:
    """What every export carries. Raises `Refused("no_notice")`."""
    if demo:
        return OF_A_DEMO
    if not written:
        raise Refused(
            "no_notice",
            "Nothing with a name can be printed or saved yet: your programme has not set its notice for records "
            "(42 CFR Part 2). Ask whoever runs this server to set FACILITATOR_PART2_NOTICE.",
        )
    return written
