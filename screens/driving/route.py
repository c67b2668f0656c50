"""The way through every screen, by touches. Who is told of each stop decides what to do there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.theme import _, theme

if TYPE_CHECKING:
    from content.model import Cluster, Event, Figure
    from screens.driving.driver import Driver

NAME, PHONE = "Тест Тестов", "9000000000"
"""An invented person: nobody has this name and this number."""
Stop = Callable[[str], None]
"""Told the name of each stop when it is on the screen."""


class Route:
    """Drives one driver through the screens and tells ``stop`` of each."""

    def __init__(self, driver: Driver, stop: Stop, mode: str = "normal", pin: str = "") -> None:
        self.driver = driver
        self.stop = stop
        self.mode = mode
        self.pin = pin

    # Beginnings

    def begin(self) -> None:
        """From the attract screen to home, with the bar's switch for the mode touched."""
        driver = self.driver
        driver.wake()
        if driver.screen != "home.home":
            driver.tap(_("Начало"))
        self.switch_mode()

    def switch_mode(self) -> None:
        """Touch the switch of the mode where it is not on yet."""
        if self.mode == "normal" or self.mode in theme.modes:
            return
        from screens.widgets.bar import mode_name

        name = mode_name(self.mode)
        if self.driver.has(name, "switch"):
            self.driver.tap(name, "switch")

    def leave(self) -> None:
        """Through the goodbye back to the attract screen."""
        self.driver.tap(_("Выйти"))
        self.driver.tap(_("Готово"))

    def home(self) -> None:
        """To the first screen by the bar."""
        self.driver.tap(_("Начало"))

    # The exhibition

    def exhibition(self) -> None:
        """The map, two clusters, a profession, programmes, paths of two audiences, the board."""
        self.stop("home")
        clusters = self._clusters()
        self.driver.tap(_("Карта кластеров"))
        self.stop("map")
        for number, cluster in enumerate(clusters):
            if number:
                self.driver.tap(_("Карта"))
            self.driver.tap(cluster.title.say(theme.lang))
            self.stop(f"cluster-{cluster.id}")
            if not number:
                self._source(cluster.figures)
                self.profession(cluster)
        self._programmes()
        for audience in ("pupil", "preschool"):
            self.home()
            found = self.driver.kiosk.machine.library.audience(audience)
            if found is not None:
                self.driver.tap(found.name.say(theme.lang))
                if found.screen:
                    self.stop(found.screen.replace(".", "-"))
                    self.driver.tap(_("Взрослым"))
                self.stop(f"path-{audience}")

    def walk_to_profession(self) -> None:
        """From home over the map and a cluster to a profession."""
        self.driver.tap(_("Карта кластеров"))
        self.stop("map")
        for cluster in self._clusters()[:1]:
            self.driver.tap(cluster.title.say(theme.lang))
            self.stop("cluster")
            self.profession(cluster)

    def profession(self, cluster: Cluster) -> None:
        """The first profession of the cluster shown."""
        professions = self.driver.kiosk.machine.library.professions_of(cluster.id)
        if professions:
            self.driver.tap(professions[0].title.say(theme.lang))
            self.stop("profession")

    def board(self) -> None:
        """From home to the event board."""
        self.home()
        self.driver.tap(_("Афиша и запись"))
        self.stop("events")

    def _programmes(self) -> None:
        library = self.driver.kiosk.machine.library
        self.home()
        self.driver.tap(_("Программы Центра"))
        self.stop("programmes")
        for programme in library.programmes[:1]:
            self.driver.tap(programme.name.say(theme.lang))
            self.stop("programme")
            self._source(programme.figures)

    def _clusters(self) -> list[Cluster]:
        """Two clusters, first one with figures where there is one."""
        clusters: list[Cluster] = self.driver.kiosk.machine.library.clusters
        if not clusters:
            return []
        first = next((one for one in clusters if one.figures), clusters[0])
        return [first, *[one for one in clusters if one is not first][:1]]

    def _source(self, figures: list[Figure]) -> None:
        for figure in figures[:1]:
            lang = theme.lang
            self.driver.tap(f"{figure.value.say(lang)} {figure.label.say(lang)}")
            self.stop("source")
            self.driver.tap(_("Понятно"))

    # Signing up

    def pick_event(self) -> Event:
        """From the board to an event a whole class may come to, where there is one; which."""
        board = self.driver.kiosk.board()
        entry = next((one for one in board if one.event.classes), board[0])
        self.driver.tap(entry.event.title.say(theme.lang))
        self.stop("signup-start")
        event: Event = entry.event
        return event

    def sign_up_class(self) -> None:
        """The form of a whole class, and back."""
        self.driver.tap(_("Весь класс"))
        self.stop("signup-class")
        self.driver.tap(_("Назад"))

    def age(self, under14: bool = False) -> None:
        """The step of age, where wanted with a look at what a child under 14 sees."""
        self.driver.tap(_("Заполнить здесь"))
        self.stop("signup-age")
        if under14:
            self.driver.tap(_("Меньше 14"))
            self.stop("signup-parent")
            self.driver.tap(_("Выбрать другой возраст"))
        self.driver.tap(_("18 и больше"))

    def form(self, with_problems: bool = False) -> None:
        """The form empty, with its problems where wanted, then filled in."""
        driver = self.driver
        self.stop("signup-form")
        if with_problems:
            driver.tap(_("Дальше"))
            self.stop("signup-form-problems")
        driver.tap(_("Имя"), "textbox")
        driver.type(NAME)
        driver.tap(_("Телефон"), "textbox")
        driver.type(PHONE)
        self.stop("signup-form-filled")
        driver.tap(_("Дальше"))

    def consent(self) -> None:
        """The document, and agreeing to it; waits for the ticket."""
        self.stop("signup-consent")
        self.driver.tap(_("Согласен, записаться"))
        self.driver.until("signup.thanks")

    def thanks(self) -> None:
        """The ticket, the best of five faces, done."""
        self.stop("signup-thanks")
        self.driver.tap(_("Отлично"))
        self.stop("signup-thanks-rated")
        self.driver.tap(_("Готово"))

    # What else there is

    def idle_warning(self) -> None:
        """Nobody touches anything for a minute; then somebody is there after all."""
        driver = self.driver
        driver.let_pass(driver.kiosk.machine.settings.idle_s + 1)
        self.stop("idle-warning")
        driver.tap(_("Я здесь"))

    def goodbye(self) -> None:
        """The way out by the bar."""
        self.driver.tap(_("Выйти"))
        self.stop("goodbye")
        self.driver.tap(_("Хорошо"))
        self.stop("goodbye-rated")
        self.driver.tap(_("Готово"))

    # Staff

    def staff_door(self, wrong: bool = False) -> None:
        """Five taps in the corner, where wanted a PIN that is none, then the right one."""
        driver = self.driver
        driver.knock()
        self.stop("staff-door")
        if wrong:
            self._enter("0000" if self.pin != "0000" else "1111")
            self.stop("staff-door-wrong")
        self._enter(self.pin)
        driver.until("staff.day")

    def lead_group(self) -> None:
        """From the day to the choice of a walk, two stops of it, and out."""
        driver = self.driver
        driver.tap(_("Вести группу"))
        self.stop("guide-choose")
        library = driver.kiosk.machine.library
        for audience in library.audiences:
            if driver.has(audience.name.say(theme.lang)):
                driver.tap(audience.name.say(theme.lang))
                self.stop("guide-walk")
                driver.tap(_("Дальше"))
                self.stop("guide-walk-next")
                break
        driver.tap(_("Выйти"))

    def close_day(self) -> bool:
        """The day before and after it is closed, and the way out; whether everything was sent."""
        driver = self.driver
        self.stop("staff-day")
        driver.tap(_("Закрыть день"))
        driver.settle()
        driver.settle()
        self.stop("staff-day-closed")
        closing = driver.kiosk.closing
        sent = closing is not None and closing.ended and closing.future.exception() is None
        driver.tap(_("Готово, выйти"))
        return bool(sent)

    def _enter(self, pin: str) -> None:
        with self.driver.frames.unseen():
            for digit in pin:
                self.driver.tap(digit)
        self.driver.tap(_("Войти"))
        self.driver.settle()
