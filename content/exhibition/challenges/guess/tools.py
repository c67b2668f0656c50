"""Who works with what: two things by which a trade is known at once.

Everyday knowledge, not a source's: no trade has both things of another, and none is a trap.
Pictures
are names of Fluent Emoji, listed as ``drawn`` in ``challenge.yaml``.
"""

from __future__ import annotations

from content.model import Struct, Text


class Tool(Struct, frozen=True):
    """A thing one works with, or at."""

    picture: str
    name: Text


def _two(*told: tuple[str, str, str]) -> tuple[Tool, ...]:
    return tuple(Tool(picture, Text(ru=ru, en=en)) for picture, ru, en in told)


TOOLS = {
    "accountant": _two(("abacus", "счёты", "an abacus"), ("receipt", "чек", "a receipt")),
    "agronomist": _two(
        ("seedling", "росток", "a seedling"), ("sheaf-of-rice", "колосья", "ears of grain")
    ),
    "architect": _two(
        ("triangular-ruler", "угольник", "a set square"),
        ("house-with-garden", "эскиз дома", "a sketch of a house"),
    ),
    "beauty": _two(("scissors", "ножницы", "scissors"), ("lotion-bottle", "лосьон", "lotion")),
    "car-master": _two(("wrench", "гаечный ключ", "a spanner"), ("wheel", "колесо", "a wheel")),
    "chemical-lab": _two(("alembic", "колба", "a flask"), ("test-tube", "пробирка", "a test tube")),
    "clothes-designer": _two(
        ("dress", "платье", "a dress"), ("straight-ruler", "линейка", "a ruler")
    ),
    "cnc-operator": _two(
        ("gear", "шестерня", "a gear"), ("nut-and-bolt", "болт с гайкой", "a nut and bolt")
    ),
    "cook": _two(
        ("cooking", "сковорода", "a frying pan"),
        ("kitchen-knife", "кухонный нож", "a kitchen knife"),
    ),
    "cyber-security": _two(
        ("locked-with-key", "замок с ключом", "a lock and key"), ("shield", "щит", "a shield")
    ),
    "dairy-technologist": _two(
        ("cheese-wedge", "сыр", "cheese"), ("glass-of-milk", "молоко", "milk")
    ),
    "designer": _two(
        ("couch-and-lamp", "диван и лампа", "a couch and a lamp"), ("window", "окно", "a window")
    ),
    "drone-operator": _two(
        ("video-game", "пульт", "a remote control"), ("helicopter", "винты", "rotors")
    ),
    "electrician": _two(
        ("high-voltage", "знак тока", "a sign of current"), ("electric-plug", "вилка", "a plug")
    ),
    "farm-master": _two(
        ("tractor", "трактор", "a tractor"), ("oil-drum", "бочка топлива", "a drum of fuel")
    ),
    "feldsher": _two(
        ("stethoscope", "стетоскоп", "a stethoscope"), ("ambulance", "скорая", "an ambulance")
    ),
    "finisher": _two(("paintbrush", "кисть", "a brush"), ("bucket", "ведро", "a bucket")),
    "furniture-master": _two(("carpentry-saw", "пила", "a saw"), ("wood", "доска", "timber")),
    "general-builder": _two(("brick", "кирпич", "a brick"), ("ladder", "лестница", "a ladder")),
    "graphic-designer": _two(
        ("artist-palette", "палитра", "a palette"), ("crayon", "мелок", "a crayon")
    ),
    "jeweller": _two(("gem-stone", "камень", "a gem"), ("ring", "кольцо", "a ring")),
    "kindergarten-teacher": _two(
        ("teddy-bear", "мишка", "a teddy bear"), ("puzzle-piece", "пазл", "a puzzle piece")
    ),
    "land-surveyor": _two(
        ("compass", "компас", "a compass"), ("round-pushpin", "метка на карте", "a pin on a map")
    ),
    "lawyer": _two(
        ("balance-scale", "весы", "scales"), ("scroll", "свиток закона", "a scroll of law")
    ),
    "locomotive-assistant": _two(
        ("locomotive", "локомотив", "a locomotive"), ("railway-track", "рельсы", "rails")
    ),
    "logistics": _two(("package", "коробка", "a box"), ("delivery-truck", "грузовик", "a lorry")),
    "mechatronics": _two(
        ("robot", "робот", "a robot"), ("mechanical-arm", "рука-манипулятор", "a robot arm")
    ),
    "medical-lab": _two(
        ("microscope", "микроскоп", "a microscope"), ("petri-dish", "чашка Петри", "a Petri dish")
    ),
    "musician": _two(("violin", "скрипка", "a violin"), ("musical-score", "ноты", "sheet music")),
    "nuclear-technician": _two(
        ("control-knobs", "рычажки пульта", "control knobs"),
        ("atom-symbol", "знак атома", "an atom sign"),
    ),
    "nurse": _two(("syringe", "шприц", "a syringe"), ("thermometer", "градусник", "a thermometer")),
    "pharmacist": _two(
        ("pill", "таблетка", "a pill"), ("herb", "целебная трава", "a healing herb")
    ),
    "primary-teacher": _two(("books", "учебники", "textbooks"), ("pencil", "карандаш", "a pencil")),
    "programmer": _two(("laptop", "ноутбук", "a laptop"), ("keyboard", "клавиатура", "a keyboard")),
    "rescuer": _two(
        ("fire-extinguisher", "огнетушитель", "an extinguisher"), ("axe", "топор", "an axe")
    ),
    "road-builder": _two(("motorway", "дорога", "a road"), ("construction", "барьер", "a barrier")),
    "sewing-master": _two(("sewing-needle", "игла", "a needle"), ("thread", "нитки", "thread")),
    "sports-teacher": _two(
        ("basketball", "мяч", "a ball"), ("stopwatch", "секундомер", "a stopwatch")
    ),
    "telecom-networks": _two(
        ("satellite-antenna", "антенна", "an antenna"),
        ("telephone-receiver", "трубка", "a receiver"),
    ),
    "tourism": _two(
        ("bellhop-bell", "звонок портье", "a reception bell"), ("luggage", "чемодан", "a suitcase")
    ),
    "veterinary": _two(("paw-prints", "следы лап", "paw prints"), ("bone", "косточка", "a bone")),
    "welder": _two(("goggles", "защитные очки", "goggles"), ("fire", "пламя", "a flame")),
}
"""A profession of the library -> its things; those the library lacks are not asked about."""
