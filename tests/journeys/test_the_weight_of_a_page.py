"""What a phone asks for before its check-in can be answered, as it came on the wire; `tests/web` only adds files up."""

from scripts.page_weight import CHECK_IN, JOIN_FORM, weigh


def test_nothing_that_can_wait_comes_before_the_first_answer() -> None:
    # Spanish words are longer than English ones.
    weighed = weigh("es")

    assert weighed["join_form"]["bytes"] <= JOIN_FORM
    assert weighed["check_in"]["bytes"] <= CHECK_IN, weighed["check_in"]["files"]
    assert weighed["at_rest"]["bytes"] > CHECK_IN, "What comes later should have come by now."
