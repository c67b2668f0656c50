"""What is said beside a photograph or video at full size: what is to be seen, and who made it."""

from __future__ import annotations

from content.model import Media
from screens.theme import theme
from screens.units import measure
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words


def heading_of(media: Media, kicker: str) -> Heading:
    """The head of its page. In the narrow column of a lying screen large letters are plain ones,
    and who made it stands elsewhere: :func:`sign`."""
    title = media.alt.say(theme.lang)
    if measure.portrait:
        made = _made(media)
        return Heading(title=title, kicker=kicker, subtitle=made, tone="night", role="heading")
    role = "strong" if theme.large else "heading"
    return Heading(title=title, kicker=kicker, tone="night", role=role)


def sign(column: Column, media: Media) -> None:
    """On a lying screen, say at the foot of the body who made it."""
    if not measure.portrait:
        ink = theme.palette("night").muted
        column.add_widget(Words(_made(media), role="small", color=ink, single=True))


def _made(media: Media) -> str:
    return f"{media.credit.say(theme.lang)} · {media.licence}"
