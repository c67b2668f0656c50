"""Hands on the bench: what a finger, or the demonstration, holds, and what becomes of it."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass

from kivy.graphics import Canvas

from content.exhibition.exhibits.circuit.model import Circuit, Pair, pair
from screens.exhibits.circuit.cable import Cable
from screens.exhibits.circuit.places import Places, Point

EASE = 0.3
"""Part of its way a let-go end springs back in a frame."""


@dataclass
class Held:
    """A cable with one end on a post and the other in a hand, or springing back."""

    cable: Cable
    anchor: str
    end: Point
    left_home: bool = False
    """Whether the end has been away from the post it hangs on."""


class Hands:
    """All cables on the bench, and those under way. A hand is known by any key."""

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.canvas = Canvas()
        self.fixed: dict[Pair, Cable] = {}
        self.held: dict[Hashable, Held] = {}
        self.springing: list[Held] = []
        self.armed: Held | None = None
        """A cable begun by a tap on a post; a tap on another fixes it."""
        self._places: Places | None = None
        self._made = 0

    def lay(self, places: Places) -> None:
        """Hang every cable anew for these places; what is held is let go."""
        self._places = places
        self.clear()
        self._match()

    def clear(self) -> None:
        """Take every cable from the bench; the circuit keeps its wires."""
        self.canvas.clear()
        self.fixed.clear()
        self.held.clear()
        self.springing.clear()
        self.armed = None

    def take(self, key: Hashable, x: float, y: float) -> bool:
        """Close a hand at a place: on a post a new cable begins, on a cable its nearer end comes
        off. Whether there was anything."""
        places = self._places
        if places is None or key in self.held:
            return False
        post = places.post_at(x, y)
        armed, self.armed = self.armed, None
        if armed is not None:
            if post is not None and post != armed.anchor:
                self._finish(armed, post)
                return True
            self.springing.append(armed)
        if post is not None:
            self.held[key] = Held(self._new(), post, places.posts[post])
            return True
        return self._pluck(key, x, y)

    def move(self, key: Hashable, x: float, y: float) -> None:
        """Follow a hand, off the bench too."""
        held = self.held.get(key)
        if held is not None and self._places is not None:
            held.end = (x, y)
            if self._places.post_at(x, y) != held.anchor:
                held.left_home = True

    def drop(self, key: Hashable) -> None:
        """Open a hand: on a post the cable stays, elsewhere it springs back."""
        held = self.held.pop(key, None)
        if held is None or self._places is None:
            return
        post = self._places.post_at(*held.end)
        if post == held.anchor and not held.left_home and self.armed is None:
            x, y = self._places.posts[post]
            held.end = (x + self._places.radius * 1.6, y - self._places.radius * 1.9)
            self.armed = held
        elif post is not None and post != held.anchor:
            self._finish(held, post)
        else:
            self.springing.append(held)

    def targets(self) -> set[str]:
        """The posts that would take a cable if it were let go now."""
        if self._places is None:
            return set()
        found = {(held.anchor, self._places.post_at(*held.end)) for held in self.held.values()}
        return {post for anchor, post in found if post is not None and post != anchor}

    def draw(self, seconds: float) -> list[float]:
        """Hang what moves; the dots of the currents."""
        if self._places is None:
            return []
        self._match()
        slack = self._slack
        for held in [*self.held.values(), *self.springing, *([self.armed] if self.armed else [])]:
            held.cable.lay(self._places.posts[held.anchor], held.end, slack * 0.7)
        for held in list(self.springing):
            home = self._places.posts[held.anchor]
            held.end = (
                held.end[0] + (home[0] - held.end[0]) * EASE,
                held.end[1] + (home[1] - held.end[1]) * EASE,
            )
            if math.dist(held.end, home) < self._places.radius * 0.4:
                self.springing.remove(held)
                self.canvas.remove(held.cable.canvas)
        dots: list[float] = []
        for wire, cable in self.fixed.items():
            dots += cable.dots(self.circuit.wires[wire], seconds, self._places.radius * 1.7)
        return dots

    @property
    def _slack(self) -> float:
        return self._places.box.height * 0.02 if self._places is not None else 0.0

    def _pluck(self, key: Hashable, x: float, y: float) -> bool:
        assert self._places is not None
        near = [(cable.far(x, y), wire) for wire, cable in self.fixed.items()]
        far, wire = min(near, default=(math.inf, ("", "")))
        if far > self._places.reach:
            return False
        ends = sorted(wire, key=lambda post: math.dist((x, y), self._places.posts[post]))  # type: ignore[union-attr]
        cable = self.fixed.pop(wire)
        self.circuit.disconnect(*wire)
        self.held[key] = Held(cable, ends[1], (x, y), left_home=True)
        return True

    def _finish(self, held: Held, post: str) -> None:
        if self.circuit.connect(held.anchor, post):
            wire = pair(held.anchor, post)
            self.fixed[wire] = held.cable
            self._hang(wire)
        else:
            self.springing.append(held)

    def _match(self) -> None:
        """Let the cables be those of the circuit's wires."""
        for wire in [wire for wire in self.fixed if wire not in self.circuit.wires]:
            self.canvas.remove(self.fixed.pop(wire).canvas)
        for wire in self.circuit.wires:
            if wire not in self.fixed:
                self.fixed[wire] = self._new()
                self._hang(wire)

    def _hang(self, wire: Pair) -> None:
        assert self._places is not None
        posts = self._places.posts
        self.fixed[wire].lay(posts[wire[0]], posts[wire[1]], self._slack)

    def _new(self) -> Cable:
        assert self._places is not None
        cable = Cable(self._made, self._places.thick)
        self._made += 1
        self.canvas.add(cable.canvas)
        return cable
