"""The shapes of what is told: the region, the Centre, championships, jobs, the hall.

The same types describe a YAML file an author writes and the pack a kiosk reads. A picture is
named by its Fluent Emoji name. Figures carry their source and year; what is general knowledge
is marked ``checked: false`` and says no number.
"""

from content.model.base import AudienceId, Figure, Struct, Text
from content.model.centre import Audience, Consent, Contact, Event, Feature, Programme, Want
from content.model.contests import Championship, Chapter, Competence, Movement, Sector
from content.model.games import Game, Phrase, Thing
from content.model.hall import Hall, Route, Spot, Stand
from content.model.hands import Challenge, Exhibit
from content.model.jobs import Condition, Vacancy
from content.model.media import Captions, Media
from content.model.pack import APART, FACES, FORMAT, KINDS, Pack, PackError, read_pack
from content.model.region import Cluster, College, Employer, Klimov, Link, Profession, Town
from content.model.selftests import Answer, Band, Item, Scene, SelfTest, Trait

__all__ = [
    "APART",
    "FACES",
    "FORMAT",
    "KINDS",
    "Answer",
    "Audience",
    "AudienceId",
    "Band",
    "Captions",
    "Challenge",
    "Championship",
    "Chapter",
    "Cluster",
    "College",
    "Competence",
    "Condition",
    "Consent",
    "Contact",
    "Employer",
    "Event",
    "Exhibit",
    "Feature",
    "Figure",
    "Game",
    "Hall",
    "Item",
    "Klimov",
    "Link",
    "Media",
    "Movement",
    "Pack",
    "PackError",
    "Phrase",
    "Profession",
    "Programme",
    "Route",
    "Scene",
    "Sector",
    "SelfTest",
    "Spot",
    "Stand",
    "Struct",
    "Text",
    "Thing",
    "Town",
    "Trait",
    "Vacancy",
    "Want",
    "read_pack",
]
