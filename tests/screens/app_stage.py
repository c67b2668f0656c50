"""The whole kiosk on the stage: what tests of screens and of the way between them start from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kivy.uix.widget import Widget

from content.model import PackError
from kiosk import identity as identities
from kiosk.machine import Machine
from kiosk.settings import load
from screens.driving.driver import Driver
from screens.kiosk import Kiosk
from screens.theme import theme
from sync.messages import unpack_record
from sync.records import Record
from tests.screens.stage import Stage
from tests.sync.double import CentreDouble


@dataclass
class AppStage:
    """A kiosk to touch. ``stage`` steps the frames, ``driver`` touches what says this or that."""

    stage: Stage
    kiosk: Kiosk
    driver: Driver = field(init=False)

    def __post_init__(self) -> None:
        self.driver = Driver(self.kiosk, self.stage.glass.frames)

    @property
    def screen(self) -> str:
        """The name of the screen shown."""
        return self.driver.screen

    @property
    def page(self) -> Any:
        """The screen shown."""
        return self.kiosk.navigator.current

    @property
    def home(self) -> Path:
        """The data folder."""
        return self.kiosk.machine.settings.home

    def wake(self) -> None:
        """A first touch in the middle of the glass."""
        self.driver.wake()

    def control(self, label: str) -> Widget:
        """The control with that label; LookupError naming those there are."""
        return self.driver.control(label).widget

    def tap(self, label: str) -> None:
        """Touch the control with that label, scrolling to it, and let what follows be drawn."""
        self.driver.tap(label)

    def show(self, name: str, **args: Any) -> None:
        """Go straight to a screen."""
        self.kiosk.go(name, **args)
        self.driver.frames.quiet()

    def records(self) -> list[Record]:
        """What the journal holds and nobody has received, stream by stream in order."""

        def read() -> list[Record]:
            parcel = self.kiosk.machine.journal.outbox().take((0, 0), 10_000, 1 << 24)
            return [unpack_record(wire) for wire in parcel.records] if parcel else []

        return self.kiosk.machine.worker.submit(read).result()


@contextmanager
def switched_on(
    stage: Stage, home: Path, enrolled: CentreDouble | None = None, **settings: Any
) -> Iterator[AppStage]:
    """A kiosk with its data in ``home``, known to the centre ``enrolled`` where one is given;
    ``settings`` as in :func:`kiosk.settings.load`. Frames do all but draw, pictures are drawn when
    they are taken: software GL is most of what a test would wait for."""
    settings.setdefault("still", True)
    machine = Machine.open(load(home, **settings))
    try:
        if not (home / "packs").exists():
            # Shown where it lies: putting it in place is proved elsewhere, and synced file by file.
            with suppress(PackError):
                machine.take_pack(machine.settings.pack.resolve())
        if enrolled is not None:
            identities.replace(home, enrolled.identity(identities.new_key(home)))
            machine.reload_identity()
        kiosk = Kiosk(machine, stage.window)
        try:
            app = AppStage(stage, kiosk)
            with stage.glass.frames.unseen():
                kiosk.attract()
                stage.step(3)
                yield app
        finally:
            kiosk.stop()
            theme.lang, theme.modes, theme.still = "ru", frozenset(), False
    finally:
        machine.close()
