"""The house's own words for short questions, in each language: what stands where an author writes none.

They are put in when a module is read, in the module's language. Answers keep the keys, so wording may change.
"""

from collections.abc import Mapping
from typing import Any

Words = Mapping[str, Any]

_COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "grey", "black")
_FEELINGS = (
    *("calm", "hopeful", "thankful", "proud", "okay", "tired"),
    *("restless", "worried", "sad", "angry", "lonely", "numb"),
)


def _named(keys: tuple[str, ...], texts: str) -> dict[str, str]:
    return dict(zip(keys, texts.split(", "), strict=True))


_ENGLISH: dict[str, Words] = {
    "feeling": {
        "question": "One word for right now",
        "words": _named(
            _FEELINGS,
            "Calm, Hopeful, Thankful, Proud, Okay, Tired, Restless, Worried, Sad, Angry, Lonely, Numb",
        ),
    },
    "feeling.colours": {
        "question": "If right now were a color, which one?",
        "words": _named(_COLOURS, "Red, Orange, Yellow, Green, Blue, Purple, Pink, Brown, Gray, Black"),
    },
    "sleep": {
        "question": "How many hours did you sleep?",
        "most": "or more",
        "rested_question": "How rested are you?",
        "rested": {"poor": "Not rested", "ok": "Somewhat", "good": "Well rested"},
    },
    "medication": {
        "question": "Did you take your medicine as planned?",
        "options": {"yes": "Yes", "no": "No", "not_applicable": "I take none"},
    },
    "use": {
        "question": "Since last group, did you use alcohol or a drug you did not plan to use?",
        "options": {"yes": "Yes", "no": "No", "in_person": "I would rather talk about it in person"},
        "leads": "What a yes leads to:",
    },
    "high_low": {"question": "A high and a low since last group", "high": "High", "low": "Low"},
    "group_time": {"question": "I would like some group time today"},
    "staff_time": {"question": "I would like staff to check in with me privately"},
    "scale.craving": {
        "question": "How strong is any urge right now?",
        "labels": {"0": "No urge", "10": "Strongest yet"},
    },
    "scale.mood": {"question": "How is your mood right now?", "labels": {"0": "Very low", "10": "Very good"}},
    "scale.stress": {"question": "How stressed are you right now?", "labels": {"0": "Not at all", "10": "Very much"}},
    "scale.how_group_was": {
        "question": "How was the group for me today?",
        "labels": {
            "0": "It did not help",
            "1": "It helped a little",
            "2": "It helped some",
            "3": "It helped",
            "4": "It helped a lot",
        },
    },
    "choices.trigger": {
        "question": "What set off an urge since last group?",
        "options": {
            "people": "People",
            "places": "A place",
            "feelings": "A feeling",
            "body": "Pain or tiredness",
            "money": "Money or work",
            "alone": "Being alone",
            "none": "Nothing that I noticed",
        },
    },
    "choices.support": {
        "question": "What support did you use?",
        "options": {
            "meeting": "A meeting",
            "sponsor": "A sponsor or peer",
            "family": "Family or a friend",
            "staff": "Staff or a doctor",
            "skill": "A skill of my own",
            "none": "None this time",
        },
    },
    "text.take_away": {"question": "One thing I take from today"},
    "text.tonight": {"question": "My plan for tonight"},
    "text.commitment": {"question": "One thing I will do before next time"},
    "own_words": {"own": "Something else"},
}

_SPANISH: dict[str, Words] = {
    "feeling": {
        "question": "Una palabra para este momento",
        "words": _named(
            _FEELINGS,
            "En calma, Con esperanza, Con gratitud, Con orgullo, Más o menos, Con cansancio, Con inquietud, "
            "Con preocupación, Con tristeza, Con enojo, Con soledad, Sin sentir nada",
        ),
    },
    "feeling.colours": {
        "question": "Si este momento fuera un color, ¿cuál sería?",
        "words": _named(_COLOURS, "Rojo, Naranja, Amarillo, Verde, Azul, Morado, Rosa, Café, Gris, Negro"),
    },
    "sleep": {
        "question": "¿Cuántas horas durmió?",
        "most": "o más",
        "rested_question": "¿Qué tanto descansó?",
        "rested": {"poor": "No descansé", "ok": "Más o menos", "good": "Descansé bien"},
    },
    "medication": {
        "question": "¿Tomó sus medicinas como estaba planeado?",
        "options": {"yes": "Sí", "no": "No", "not_applicable": "No tomo"},
    },
    "use": {
        "question": "Desde el último grupo, ¿usó alcohol o alguna droga que no pensaba usar?",
        "options": {"yes": "Sí", "no": "No", "in_person": "Prefiero hablarlo en persona"},
        "leads": "Qué pasa si dice que sí:",
    },
    "high_low": {
        "question": "Algo bueno y algo difícil desde el último grupo",
        "high": "Algo bueno",
        "low": "Algo difícil",
    },
    "group_time": {"question": "Quisiera un momento del grupo hoy"},
    "staff_time": {"question": "Quisiera que el personal hable conmigo a solas"},
    "scale.craving": {
        "question": "¿Qué tan fuertes son las ganas ahora, si las hay?",
        "labels": {"0": "Sin ganas", "10": "Más fuertes que nunca"},
    },
    "scale.mood": {"question": "¿Cómo está su ánimo ahora?", "labels": {"0": "Muy bajo", "10": "Muy bueno"}},
    "scale.stress": {"question": "¿Cuánto estrés tiene ahora?", "labels": {"0": "Nada", "10": "Muchísimo"}},
    "scale.how_group_was": {
        "question": "¿Cómo fue el grupo para mí hoy?",
        "labels": {
            "0": "No me ayudó",
            "1": "Me ayudó poco",
            "2": "Me ayudó algo",
            "3": "Me ayudó",
            "4": "Me ayudó mucho",
        },
    },
    "choices.trigger": {
        "question": "¿Qué le despertó las ganas desde el último grupo?",
        "options": {
            "people": "Personas",
            "places": "Un lugar",
            "feelings": "Una emoción",
            "body": "Dolor o cansancio",
            "money": "Dinero o trabajo",
            "alone": "Estar sin compañía",
            "none": "Nada que yo notara",
        },
    },
    "choices.support": {
        "question": "¿En qué o en quién se apoyó?",
        "options": {
            "meeting": "Una reunión",
            "sponsor": "Padrino, madrina u otra persona en recuperación",
            "family": "Familia o amistades",
            "staff": "Personal o médico",
            "skill": "Algo que sé hacer",
            "none": "Esta vez en nada",
        },
    },
    "text.take_away": {"question": "Algo que me llevo de hoy"},
    "text.tonight": {"question": "Mi plan para esta noche"},
    "text.commitment": {"question": "Algo que haré antes de la próxima vez"},
    "own_words": {"own": "Otra cosa"},
}

_READY = {"en": _ENGLISH, "es": _SPANISH}
FACES, COLOURS = _FEELINGS, _COLOURS


def ready(item: Mapping[str, Any], language: str) -> Words:
    """What the house says for a question of this type, key and look; empty where only its author can."""
    words = _READY.get(language.split("-", maxsplit=1)[0], _ENGLISH)
    if item["type"] == "feeling":
        return words["feeling.colours" if item.get("as") == "colours" else "feeling"]
    own_words = words["own_words"] if item.get("other") else {}
    return {**words.get(f"{item['type']}.{item.get('key')}", words.get(item["type"], {})), **own_words}
