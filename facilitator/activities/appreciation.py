"""Kind words to the group as a whole, so that nobody is left without any. Read first by staff, never ranked."""

from facilitator.activities.one_line import OneLine


class Appreciation(OneLine):
    """There is no field for whom it is meant: it goes to everyone in the room, those too who wrote nothing."""

    kind = "appreciation"
    own_words = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "en": {
            "question": "What kind words would you like to say to this group, to all of us?",
            "starters": ["Thank you all for", "It helped me that", "In this room I saw", "I take with me"],
        },
        "es": {
            "question": "¿Qué palabras amables le quiere decir a este grupo, a todas las personas aquí?",
            "starters": ["Gracias a este grupo por", "Me ayudó que", "En este lugar vi", "Me llevo"],
        },
    }
    ready_lines = (
        "Thank you all for making room for me today.",
        "It helped me that nobody rushed.",
        "In this room I saw a lot of courage.",
        "I take with me that I am not the only one.",
        "You laughed with me, not at me.",
        "I felt less alone after this hour.",
    )
