"""The shapes of what is told: towns, clusters, professions, programmes, events, consent.

The same types describe a YAML file an author writes and the pack a kiosk reads. A picture is
named by its Fluent Emoji name. Figures carry their source and year; what is general knowledge
is marked ``checked: false`` and says no number.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Literal

import msgspec

FORMAT = 1
"""The number of the pack's format; a kiosk shows packs of its own format only."""

AudienceId = Literal["preschool", "pupil", "student", "adult", "senior", "access"]
Klimov = Literal["nature", "technics", "human", "signs", "art"]


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every type here is: immutable, and an unknown field is an error."""


class Text(Struct, frozen=True):
    """One text in the product's two languages. Russian is first and always there."""

    ru: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang`` (``ru`` or ``en``)."""
        return self.en if lang == "en" else self.ru


class Figure(Struct, frozen=True):
    """A number shown to visitors, with where it comes from. ``source`` is a code or address of
    the facts file; ``year`` the year the figure speaks of."""

    value: Text
    label: Text
    source: str
    year: int


class Audience(Struct, frozen=True):
    """A tile of the home screen. ``address`` says how texts speak: ``ты`` or ``вы``."""

    id: AudienceId
    name: Text
    lead: Text
    greeting: Text
    picture: str
    tile: str
    """The tile's colour, #RRGGBB."""
    address: Literal["ты", "вы"]
    order: int


class Town(Struct, frozen=True):
    """A star of the constellation. ``rank`` 1 is the centre, 2 a named star, 3 a small one."""

    id: str
    name: Text
    lat: float
    lon: float
    rank: int


class Link(Struct, frozen=True):
    """A line of the constellation between two towns."""

    a: str
    b: str


class Employer(Struct, frozen=True):
    """Who takes people on. Shown with what it makes; ``source`` says who says so."""

    id: str
    name: Text
    towns: list[str]
    makes: Text
    source: str
    checked: bool = True


class College(Struct, frozen=True):
    """Where people learn. ``year`` is the year of the fact."""

    id: str
    name: Text
    short: Text
    town: str
    profile: Text
    source: str
    year: int | None = None
    checked: bool = True


class Profession(Struct, frozen=True):
    """A profession or speciality of the federal list (FGOS), with a working day in our words.

    ``title`` is what people call it, ``name`` the official name in the list, ``code`` its number
    there. ``klimov`` and ``riasec`` are editorial marks used by the guide."""

    id: str
    code: str
    name: Text
    title: Text
    kind: Literal["profession", "speciality"]
    picture: str
    clusters: list[str]
    day: Text
    """What one does in a working day, two or three sentences."""
    likes: list[Text]
    """Three or four short "it suits you if you like…" lines."""
    klimov: list[Klimov]
    riasec: str
    source: str
    colleges: list[str] = []
    """Only where a source names the trade at the college; else the screen says: ask the Centre."""
    checked: bool = True


class Cluster(Struct, frozen=True):
    """A cluster of «Профессионалитет» or a story of the region's industry."""

    id: str
    kind: Literal["professionalitet", "story"]
    name: Text
    title: Text
    """The heading with soft hyphens (U+00AD) where a long word may break."""
    lead: Text
    """One sentence under the heading."""
    makes: Text
    """What its people make, two or three sentences."""
    picture: str
    hue: str
    """#RRGGBB, from the design tokens."""
    towns: list[str]
    home: str
    """The town whose star carries the cluster's pin."""
    source: str
    order: int
    base: str | None = None
    partners: list[str] = []
    employers: list[str] = []
    professions: list[str] = []
    figures: list[Figure] = []
    checked: bool = True


class Programme(Struct, frozen=True):
    """What the Centre runs, with its figures exactly as in the source."""

    id: str
    name: Text
    lead: Text
    who: Text
    what: Text
    audiences: list[AudienceId]
    picture: str
    source: str
    order: int
    figures: list[Figure] = []
    event: str | None = None
    """The event one joins it by."""
    checked: bool = True


class Event(Struct, frozen=True):
    """An entry of the event board.

    A date is either given (``date``) or, for samples, counted from the pack's build
    (``in_days``). With neither it is a standing offer such as a consultation, asked for at any
    time. ``seats`` is what the organiser gives, None where nobody said."""

    id: str
    title: Text
    lead: Text
    place: Text
    audiences: list[AudienceId]
    picture: str
    programme: str | None = None
    cluster: str | None = None
    who: Text | None = None
    """For whom, as a pill: "7–11 класс"."""
    date: dt.date | None = None
    in_days: int | None = None
    time: str | None = None
    """Local time of the start, HH:MM."""
    minutes: int | None = None
    seats: int | None = None
    classes: bool = False
    """Whether a whole class may be signed up."""
    fair: bool = False
    """Whether the fair profile's board lists it."""
    sample: bool = False

    def day(self, built_at: dt.date) -> dt.date | None:
        """The date of the event in a pack built on ``built_at``; None for a standing offer."""
        if self.in_days is not None:
            return built_at + dt.timedelta(days=self.in_days)
        return self.date


class Consent(Struct, frozen=True):
    """A consent document: one purpose, a version, and the text a person agrees to."""

    id: str
    version: str
    title: Text
    purpose: Text
    text: Text
    """Paragraphs separated by empty lines."""

    def sha256(self, lang: str) -> str:
        """Hash (hex) of the text shown in ``lang``; stored with each sign-up."""
        return hashlib.sha256(self.text.say(lang).encode()).hexdigest()


class Contact(Struct, frozen=True):
    """The Centre as a person may reach it. Empty fields are not shown."""

    name: Text
    base: Text
    address: Text | None = None
    phone: str | None = None
    site: str | None = None
    source: str = "seed"


class Pack(Struct, frozen=True):
    """All content of one build. ``built_at`` is an ISO date-time in UTC."""

    format: int
    version: str
    built_at: str
    contact: Contact
    audiences: list[Audience]
    towns: list[Town]
    links: list[Link]
    clusters: list[Cluster]
    employers: list[Employer]
    colleges: list[College]
    professions: list[Profession]
    programmes: list[Programme]
    events: list[Event]
    consents: list[Consent]
    sources: dict[str, str]
    """Source code -> what it is, for the line under a figure."""

    @property
    def built_on(self) -> dt.date:
        """The day the pack was built, from which samples count their dates."""
        return dt.datetime.fromisoformat(self.built_at).date()


class PackError(Exception):
    """A pack that cannot be read: missing, damaged or of another format."""


def read_pack(folder: Path) -> Pack:
    """Read ``pack.json`` of a pack's folder; PackError says in one line what is wrong."""
    try:
        pack = msgspec.json.decode((folder / "pack.json").read_bytes(), type=Pack)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise PackError(f"{folder.name}: {error}") from error
    if pack.format != FORMAT:
        raise PackError(f"{folder.name}: format {pack.format}, this program reads {FORMAT}")
    return pack
