"""A workshop's circuit: a supply with a switch and a fuse, four tools, and wires between posts.

The currents obey Ohm's and Kirchhoff's laws (:mod:`.network`); a tool's light or speed follows the
power it takes (Joule's law, P = U I) with some inertia, and a motor's direction follows the sign
of its voltage. The fuse is a bimetal one: it warms with the square of the current (Joule) and
opens where a current over its rating would bring it; pushed back in, it holds if the fault is
gone. Volts, ohms and watts are those of a bench at safe voltage, made for play.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from content.exhibition.exhibits.circuit.network import Branch, voltages

EMF = 24.0
"""Volts of the supply with nothing connected."""
INSIDE = 0.1
"""Ohms inside the supply, its switch and fuse together."""
WIRE = 0.02
"""Ohms of one wire, whatever its length."""
RATING = 12.0
"""Amperes the fuse carries for good."""
WARMING_S = 0.9
"""Time constant of the fuse's bimetal, s: at twice the rating it opens in a quarter of a second."""
MOST_WIRES = 16
WORKS = 0.7
"""A tool that takes this share of its rated power does its work."""
PLUS, MINUS = "plus", "minus"
Pair = tuple[str, str]
"""The two posts of a wire, in the order of :data:`POSTS`."""


@dataclass(frozen=True)
class Kind:
    """A tool: ohms, seconds it takes to follow its power, turns (or strokes) a second at rated
    power."""

    name: str
    ohms: float
    inertia: float
    rate: float

    @property
    def watts(self) -> float:
        """What it takes at the full voltage."""
        return EMF * EMF / self.ohms


KINDS = (
    Kind("lamp", 24.0, 0.08, 0.0),
    Kind("fan", 16.0, 0.7, 2.2),
    Kind("drill", 9.0, 0.5, 3.0),
    Kind("press", 7.5, 0.6, 0.7),
)
POSTS = (MINUS, PLUS, *(f"{kind.name}.{side}" for kind in KINDS for side in "ab"))
"""Every post; a post's place here is its node."""
NODE = {post: node for node, post in enumerate(POSTS)}


@dataclass
class Tool:
    """A tool as it is now: volts across it, amperes from its post ``a`` to ``b``, the share of
    rated power it takes, what it has come to (0 to 1), and its turns since the beginning, from
    which a view takes the angle; they go back where it turns backwards."""

    kind: Kind
    volts: float = 0.0
    amperes: float = 0.0
    share: float = 0.0
    level: float = 0.0
    pace: float = 0.0
    turns: float = 0.0


def pair(a: str, b: str) -> Pair:
    """The wire between two posts; KeyError for one that does not exist."""
    return (a, b) if NODE[a] < NODE[b] else (b, a)


class Circuit:
    """The bench and all that is wired on it."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """The lamp lacks one wire, the rest lack both."""
        self.tools = {kind.name: Tool(kind) for kind in KINDS}
        self.wires: dict[Pair, float] = {}
        """Amperes in each wire, from its first post to its second."""
        self.closed = True
        """Whether the switch is closed."""
        self.fuse = True
        """Whether the fuse is in."""
        self.warmth = 0.0
        """Of the fuse; it opens at 1."""
        self.amperes = 0.0
        """What the supply gives."""
        self.volts: dict[str, float] = dict.fromkeys(POSTS, 0.0)
        self._changed = True
        self.connect(PLUS, "lamp.a")

    @property
    def live(self) -> bool:
        """Whether the supply is on its posts."""
        return self.closed and self.fuse

    @property
    def working(self) -> int:
        """How many tools do their work."""
        return sum(tool.level >= WORKS for tool in self.tools.values())

    def connect(self, a: str, b: str) -> bool:
        """Put a wire between two posts; whether there is a new one."""
        if a not in NODE or b not in NODE or a == b or len(self.wires) >= MOST_WIRES:
            return False
        if pair(a, b) in self.wires:
            return False
        self.wires[pair(a, b)] = 0.0
        self._changed = True
        return True

    def disconnect(self, a: str, b: str) -> bool:
        """Take the wire between two posts away; whether there was one."""
        if a not in NODE or b not in NODE or self.wires.pop(pair(a, b), None) is None:
            return False
        self._changed = True
        return True

    def flip(self) -> None:
        """Open the switch, or close it."""
        self.closed = not self.closed
        self._changed = True

    def push_fuse(self) -> None:
        """Push the fuse back in."""
        if not self.fuse:
            self.fuse, self.warmth, self._changed = True, 0.0, True

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass."""
        dt = min(0.25, max(0.0, dt)) if math.isfinite(dt) else 0.0
        if self._changed:
            self._solve()
        goal = (self.amperes / RATING) ** 2
        self.warmth = goal + (self.warmth - goal) * math.exp(-dt / WARMING_S)
        if self.fuse and self.warmth >= 1.0:
            self.fuse = False
            self._solve()
        for tool in self.tools.values():
            _follow(tool, dt)

    def _solve(self) -> None:
        self._changed = False
        branches: list[Branch] = [(NODE[a], NODE[b], 1 / WIRE) for a, b in self.wires]
        branches += [
            (NODE[f"{kind.name}.a"], NODE[f"{kind.name}.b"], 1 / kind.ohms) for kind in KINDS
        ]
        feeds = []
        if self.live:
            # The supply as Norton has it: a current beside its own resistance.
            branches.append((NODE[MINUS], NODE[PLUS], 1 / INSIDE))
            feeds.append((NODE[PLUS], EMF / INSIDE))
        found = voltages(len(POSTS), branches, feeds)
        self.volts = dict(zip(POSTS, found, strict=True))
        for a, b in self.wires:
            self.wires[a, b] = (self.volts[a] - self.volts[b]) / WIRE
        self.amperes = (EMF - self.volts[PLUS]) / INSIDE if self.live else 0.0
        for name, tool in self.tools.items():
            tool.volts = self.volts[f"{name}.a"] - self.volts[f"{name}.b"]
            tool.amperes = tool.volts / tool.kind.ohms
            tool.share = tool.volts * tool.amperes / tool.kind.watts


def _follow(tool: Tool, dt: float) -> None:
    """Let light and speed go after the power."""
    part = 1 - math.exp(-dt / tool.kind.inertia)
    tool.level += (tool.share - tool.level) * part
    tool.pace += (math.copysign(tool.share, tool.volts) - tool.pace) * part
    # Kept small so that an hour of turning loses no precision; sixty turns are whole for a view.
    tool.turns = (tool.turns + tool.pace * tool.kind.rate * dt) % 60.0
