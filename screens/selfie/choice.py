"""All professions as tiles: who one wants to be in the frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kivy.uix.gridlayout import GridLayout

from content.library import Library
from content.model import Cluster, Profession
from screens.exhibition.contests.tiles import pale
from screens.theme import theme
from screens.units import measure, u
from screens.widgets.buttons import Tile


def choice(
    library: Library, professions: Sequence[Profession], on_pick: Callable[..., None]
) -> GridLayout:
    """The tiles; ``on_pick`` is called with the id of the one touched."""
    grid = GridLayout(
        cols=2 if theme.large else 3 if measure.portrait else 4,
        spacing=[u(24), u(24)],
        size_hint_y=None,
    )
    grid.bind(minimum_height=grid.setter("height"))
    for profession in professions:
        cluster = library.find(Cluster, next(iter(profession.clusters), ""))
        tile = Tile(
            profession.title.say(theme.lang),
            "",
            profession.picture,
            pale(cluster.hue) if cluster is not None else "#FFFFFF",
            side=108,
            beside=False,
            role_of_title="small",
            centred=True,
        )
        tile.bind(on_act=partial(on_pick, profession.id))
        grid.add_widget(tile)
    return grid
