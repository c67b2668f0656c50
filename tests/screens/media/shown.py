"""The pages of photographs and of a video, opened; what of them is shown."""

from __future__ import annotations

from typing import Any

from screens.media.film import Film
from screens.media.strip import DECODED, Strip
from tests.screens.app_stage import AppStage
from tests.screens.media.filmed import PHOTOS


def cluster(app: AppStage) -> str:
    return app.kiosk.machine.library.clusters[0].id


def open_page(app: AppStage) -> Strip:
    app.show("exhibition.cluster", id=cluster(app))
    return next(one for one in app.page.walk() if isinstance(one, Strip))


def open_video(app: AppStage) -> Any:
    app.show("media.video", of="cluster", id=cluster(app))
    app.stage.until(lambda: app.page.film is not None or app.page.cinema.pane.is_placeholder)
    return app.page


def shown(strip: Strip) -> list[int]:
    return [n for n, card in enumerate(strip.cards) if card.pane.texture is not None]


def decoded(app: AppStage, strip: Strip) -> list[int]:
    app.stage.until(lambda: len(shown(strip)) == min(DECODED, PHOTOS - strip.wanted()[0]))
    return shown(strip)


def playing(app: AppStage) -> Film:
    page = app.page
    app.stage.until(lambda: page.film is not None and page.film.state == "playing")
    film: Film = page.film
    return film
