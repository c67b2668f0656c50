"""A college: what it teaches as far as a source says so, its clusters, an invitation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from content.model import Cluster, College
from screens.exhibition.parts import Invitation
from screens.exhibition.remark import remark
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.typography import SOFT
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

if TYPE_CHECKING:
    from content.library import DatedEvent

OPEN_DAY = "open-day"
"""The programme one visits colleges by."""


class Screen(Page):
    """One college."""

    @property
    def college(self) -> College:
        """The college shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.college(str(self.args.get("id"))) or library.pack.colleges[0]

    def heading(self) -> Heading:
        college = self.college
        town = self.kiosk.machine.library.town(college.town)
        return Heading(
            title=college.name.say(theme.lang),
            kicker=_("Где учиться"),
            picture="school",
            pills=(("round-pushpin", town.name.say(theme.lang)),) if town is not None else (),
            role="headline",
        )

    def build(self, column: Column) -> None:
        # Not in the head: in a narrow column a long name leaves no room for it.
        column.add_widget(remark(self.college.profile.say(theme.lang)))
        self._professions(column)
        self._invitation(column)
        self._clusters(column)
        self._source(column)

    def _professions(self, column: Column) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        column.add_widget(heading_line(_("Чему учат")))
        taught = [one for one in library.pack.professions if self.college.id in one.colleges]
        for profession in taught:
            row = Row(profession.title.say(lang), profession.code, profession.picture)
            row.bind(on_act=partial(self._open, "exhibition.profession", profession.id))
            column.add_widget(row)
        more = (
            _("Это не весь список: остальное подскажут в колледже и в Центре.")
            if taught
            else _("Список профессий обновляется каждый год. Его подскажут в колледже и в Центре.")
        )
        column.add_widget(remark(more))

    def _invitation(self, column: Column) -> None:
        entry = self._open_day()
        if entry is None:
            board = ActionKey(_("Открыть афишу"), "flax", "admission-tickets")
            board.bind(on_act=self._to_board)
            column.add_widget(board)
            return
        event = entry.event
        line = self.kiosk.when(entry) or event.lead.say(theme.lang)
        invitation = Invitation(event.title.say(theme.lang), line, event.picture)
        invitation.bind(on_act=partial(self._open, "signup.start", event.id))
        column.add_widget(invitation)

    def _open_day(self) -> DatedEvent | None:
        """The next open day; without one, the next event of a cluster the college belongs to."""
        board = self.kiosk.board()
        clusters = {cluster.id for cluster in self._belongs_to()}
        days = (entry for entry in board if entry.event.programme == OPEN_DAY)
        others = (entry for entry in board if entry.event.cluster in clusters)
        return next(days, None) or next(others, None)

    def _belongs_to(self) -> list[Cluster]:
        id, clusters = self.college.id, self.kiosk.machine.library.clusters
        return [one for one in clusters if id in (one.base, *one.partners)]

    def _clusters(self, column: Column) -> None:
        lang, id = theme.lang, self.college.id
        clusters = self._belongs_to()
        if clusters:
            column.add_widget(heading_line(_("В каких кластерах")))
        for cluster in clusters:
            place = _("базовый колледж") if cluster.base == id else _("учит вместе с другими")
            row = Row(cluster.title.say(lang).replace(SOFT, ""), place, cluster.picture)
            row.bind(on_act=partial(self._open, "exhibition.cluster", cluster.id))
            column.add_widget(row)

    def _source(self, column: Column) -> None:
        college = self.college
        source = self.kiosk.machine.library.source(college.source, theme.lang)
        said = _("Источник: {source}").format(source=source)
        if college.year is not None:
            said = _("Год: {year}").format(year=college.year) + " · " + said
        if not college.checked:
            said += ". " + _("Уточните в Центре")
        column.add_widget(remark(said, "small"))

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)

    def _to_board(self, *_args: Any) -> None:
        self.kiosk.go("exhibition.events")
