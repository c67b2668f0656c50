"""A sector of skill: the competences people compete in."""

from __future__ import annotations

from content.model import Competence, Movement, Sector
from screens.exhibition.contests.invite import invite
from screens.exhibition.contests.tiles import competence_row, sector_grid
from screens.page import Page, empty_note, heading_line
from screens.theme import _, theme
from screens.widgets.header import Heading
from screens.widgets.scroller import Column


class Screen(Page):
    """One sector."""

    tone = "hue"

    @property
    def sector(self) -> Sector | None:
        """The sector shown; the first where the id is unknown, None where there is none."""
        library = self.kiosk.machine.library
        found = library.find(Sector, str(self.args.get("id")))
        return found or next(iter(library.every(Sector)), None)

    def heading(self) -> Heading:
        sector = self.sector
        if sector is None:
            return Heading(title=_("Сфера мастерства"), picture="trophy")
        return Heading(
            title=sector.name.say(theme.lang),
            kicker=_("Сфера мастерства"),
            badge=True,
            subtitle=sector.lead.say(theme.lang),
            picture=sector.picture,
            tone="hue",
            hue=sector.hue,
        )

    def build(self, column: Column) -> None:
        sector, library = self.sector, self.kiosk.machine.library
        own = [one for one in library.every(Competence) if sector and one.sector == sector.id]
        if own:
            column.add_widget(heading_line(_("В чём соревнуются")))
        else:
            column.add_widget(
                empty_note(
                    "trophy",
                    _(
                        "Компетенций этой сферы здесь пока нет. Загляните в соседние: там тоже "
                        "работают руками и головой."
                    ),
                )
            )
        for competence in own:
            column.add_widget(competence_row(self.kiosk, competence, self._lead(competence)))
        if len(library.every(Sector)) > 1:
            column.add_widget(heading_line(_("Другие сферы")))
            column.add_widget(sector_grid(self.kiosk, but=sector.id if sector else ""))
        invite(self.kiosk, column)

    def _lead(self, competence: Competence) -> str:
        """Where people compete in it: the movements, and whether in the region."""
        library = self.kiosk.machine.library
        found = [library.find(Movement, id) for id in competence.movements]
        parts = [one.name.say(theme.lang) for one in found if one is not None]
        if competence.region:
            parts.append(_("была и в области"))
        return " · ".join(parts)
