"""The hall of the exhibition: its plan, its stands, and the way through for each audience."""

from __future__ import annotations

from content.model.base import AudienceId, Struct, Text


class Spot(Struct, frozen=True):
    """A place on the plan, metres from its left lower corner."""

    x: float
    y: float


class Route(Struct, frozen=True):
    """A walk for an audience: stands in order, and about how many ``minutes`` it takes."""

    audience: AudienceId
    name: Text
    stands: list[str]
    minutes: int


class Hall(Struct, frozen=True):
    """The plan. ``width`` and ``depth`` are metres; ``kiosk`` is where the visitor stands."""

    id: str
    name: Text
    width: float
    depth: float
    entrance: Spot
    kiosk: Spot
    routes: list[Route]
    sample: bool = False
    """Whether the Centre has not drawn its own plan yet."""


class Stand(Struct, frozen=True):
    """A stand: ``x``, ``y`` its left lower corner, ``width`` and ``depth`` its size, metres. What
    it is about opens by touch or by the QR on it: a cluster, or a screen of the kiosk."""

    id: str
    hall: str
    number: int
    name: Text
    lead: Text
    """What to look at there, one sentence."""
    picture: str
    hue: str
    x: float
    y: float
    width: float
    depth: float
    cluster: str | None = None
    screen: str | None = None
    """A screen by name (``exhibition.programmes``) where it is about no cluster."""
    sample: bool = False
