"""The way through what the exhibition tells beyond its clusters: search, championships, vacancies,
the hall, exhibits. By touches, as :class:`screens.driving.route.Route` goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.games.trial import solve
from content.model import (
    Audience,
    Challenge,
    Competence,
    Exhibit,
    Feature,
    Game,
    Movement,
    Sector,
    SelfTest,
    Stand,
)
from content.selftests.scoring import choices
from content.selftests.sheet import Sheet
from screens.exhibition.vacancies import VacancyRow
from screens.theme import theme

if TYPE_CHECKING:
    from screens.driving.player import Player
    from screens.driving.route import Route


PLAYED = 540
"""Steps an exhibit plays itself before it is pictured again: nine seconds."""
CHEER = 75
"""Frames after the last move of a round: its stars are flying."""
READ_MS = 4000
"""Somebody reads an item for so long."""
LEVEL = 2
"""The level, counted from 0, at which a game is pictured in the middle."""


class Sights:
    """Goes with a route and tells its ``stop`` of each screen."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.driver = route.driver
        self.stop = route.stop
        self.library = route.driver.kiosk.machine.library

    def all(self) -> None:
        """Everything there is."""
        self.search()
        self.championships()
        self.vacancies()
        self.hall()
        self.exhibits()
        self.challenges()
        self.games()
        self.selftests()
        for screen in ("timeline.line", "selfie.frame"):
            self.driver.kiosk.go(screen)
            self.driver.frames.quiet()
            self.stop(screen.partition(".")[0])

    def search(self) -> None:
        """Everything listed."""
        if not self._open("exhibition.find"):
            return
        self.stop("find")

    def championships(self) -> None:
        """The hub, a movement, a sector, a competence."""
        if not self._open("exhibition.championships"):
            return
        self.stop("championships")
        for kind, name in ((Movement, "movement"), (Sector, "sector")):
            for found in self.library.every(kind)[:1]:
                self.driver.tap(found.name.say(theme.lang))
                self.stop(name)
                if kind is Sector:
                    self._competence(found.id)
                self._open("exhibition.championships")

    def _competence(self, sector: str) -> None:
        found = [one for one in self.library.every(Competence) if one.sector == sector]
        for competence in found[:1]:
            self.driver.tap(competence.name.say(theme.lang))
            self.stop("competence")

    def vacancies(self) -> None:
        """The list and one vacancy, by the path of those they are for."""
        feature = self._feature("exhibition.vacancies")
        if feature is None:
            return
        self.route.home()
        for audience in self.library.every(Audience):
            if audience.id in feature.audiences:
                self.driver.tap(audience.name.say(theme.lang))
                break
        self.stop(f"path-{audience.id}")
        self.driver.tap(feature.name.say(theme.lang))
        self.stop("vacancies")
        # A vacancy's label is a sentence: it is found by what it is.
        rows = [one for one in self.driver.controls() if isinstance(one.widget, VacancyRow)]
        for row in rows[:1]:
            self.driver.tap_control(row)
            self.stop("vacancy")

    def hall(self) -> None:
        """The plan and a stand."""
        if not self._open("exhibition.hall"):
            return
        self.stop("hall")
        for stand in self.library.every(Stand)[:1]:
            self.driver.kiosk.go("exhibition.stand", id=stand.id)
            self.driver.frames.quiet()
            self.stop("stand")

    def exhibits(self) -> None:
        """The menu, and each exhibit at its start and after it has played itself for a while."""
        from screens.exhibits.view import has_view

        shown = [one for one in self.library.every(Exhibit) if has_view(one)]
        if not shown:
            return
        for exhibit in shown:
            self.driver.kiosk.go("exhibits.menu")
            self.driver.frames.quiet()
            if exhibit is shown[0]:
                self.stop("exhibits")
            self.driver.tap(exhibit.name.say(theme.lang))
            self.stop(f"exhibit-{exhibit.id}")
            view = self.driver.kiosk.navigator.current.view
            view.demonstrates = True
            for _frame in range(PLAYED):
                view.advance(1 / 60)
            self.stop(f"exhibit-{exhibit.id}-played")

    def challenges(self) -> None:
        """The menu, and each challenge's start."""
        for number, challenge in enumerate(self.library.every(Challenge)):
            self.driver.kiosk.go("challenges.menu")
            self.driver.frames.quiet()
            if not number:
                self.stop("challenges")
            self.driver.tap(challenge.name.say(theme.lang))
            self.stop(f"challenge-{challenge.id}")

    def games(self) -> None:
        """The menu; each game at its start, in the middle and at its reward; rest and goodbye."""
        from screens.driving.player import Player
        from screens.games.menu import playable

        kiosk, player = self.driver.kiosk, Player(self.driver)
        for number, game in enumerate(self.library.every(Game)):
            if not playable(game):
                continue
            kiosk.go("games.menu")
            self.driver.frames.quiet()
            if not number:
                self.stop("games")
            self.driver.tap(game.name.say(theme.lang))
            self.stop(f"game-{game.id}")
            self._half_way(player)
            self.stop(f"game-{game.id}-played")
            player.finish_round()
            self.driver.frames.step(CHEER)
            self.stop(f"game-{game.id}-done")
        for screen in ("rest", "bye"):
            kiosk.go(f"games.{screen}")
            self.driver.frames.quiet()
            self.stop(f"games-{screen}")
        kiosk.go_home()
        self.driver.frames.quiet()

    def selftests(self) -> None:
        """The menu; of each test its start, an item in its middle and a result; one about page."""
        kiosk = self.driver.kiosk
        if not self._open("selftests.menu"):
            return
        self.stop("selftests")
        for number, test in enumerate(self.library.every(SelfTest)):
            sheet = Sheet(test)
            for place, item in enumerate(test.items):
                sheet.choose((place * 7 + number) % choices(test, item), READ_MS)
            middle = len(test.items) // 2
            for screen, args in (
                ("start", {}),
                ("item", {"sheet": Sheet(test), "at": middle}),
                ("result", {"sheet": sheet}),
                *([("about", {})] if not number else []),
            ):
                kiosk.go(f"selftests.{screen}", id=test.id, **args)
                self.driver.frames.quiet()
                self.stop(f"selftest-{test.id}-{screen}")

    def _half_way(self, player: Player) -> None:
        """Play on to a later level, and there half of a round."""
        self.driver.kiosk.navigator.current.play_level(LEVEL, stars=LEVEL)
        self.driver.frames.quiet()
        for _move in range(len(solve(player.stage.round)) // 2):
            player.step()

    def _feature(self, screen: str) -> Feature | None:
        return next((one for one in self.library.every(Feature) if one.screen == screen), None)

    def _open(self, screen: str) -> bool:
        """To a feature from home; False where there is none."""
        feature = self._feature(screen)
        if feature is None:
            return False
        self.route.home()
        name = feature.name.say(theme.lang)
        if self.driver.has(name):
            self.driver.tap(name)
        else:  # the home screen has room for some
            self.driver.kiosk.go(screen)
            self.driver.frames.quiet()
        return True
