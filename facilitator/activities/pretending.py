"""Words for pretend participants: what a demo and a rehearsal put where people would write. Written by us."""

LINES = (
    "The first ten minutes are the hardest.",
    "Cold water on my face, then I walk.",
    "I call someone before I decide.",
    "I tell myself it peaks, then it goes.",
    "Sitting here with you all helps.",
    "I put my phone in the other room.",
    "I breathe out longer than in.",
    "My dog makes me go outside.",
)
WORDS = (
    "tight",
    "restless",
    "shoulders",
    "jaw",
    "warm",
    "heavy",
    "hands",
    "quiet",
    "buzzing",
    "stomach",
    "calm",
    "tired",
)
