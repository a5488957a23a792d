"""The one way to say no: a reason for the program, a sentence for the person."""


class Refused(Exception):
    """Something that was asked for does not happen.

    `why` is a short machine word (`not_open`, `moved_on`, `not_yours`); `message` is a sentence
    the person who asked can act on. It never carries what they typed.
    """

    def __init__(self, why: str, message: str) -> None:
        super().__init__(f"{why}: {message}")
        self.why = why
        self.message = message
