"""What is physically true of light in a diamond, and that the stone is sane whatever hands do."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.diamond.model import (
    ALIVE,
    CROWN,
    PAVILION,
    PEAK,
    PLACES,
    TILTS,
    Diamond,
    come,
    given_back,
    section,
    survey,
)
from content.exhibition.exhibits.diamond.optics import INDEX, Stone, critical, reflected

STEP = 1 / 60
pavilions, crowns = st.floats(*PAVILION), st.floats(*CROWN)
places, leans = st.floats(-0.95, 0.95), st.floats(-0.7, 0.7)


@given(pavilion=pavilions, crown=crowns, across=places, lean=leans)
def test_no_light_is_lost_or_made(
    pavilion: float, crown: float, across: float, lean: float
) -> None:
    path = Stone(section(pavilion, crown)).trace(*come(across, lean))
    assert path is not None
    assert path.glare + path.returned + path.leaked + path.kept == pytest.approx(1)
    assert all(out.energy >= 0 for out in path.leaving)
    assert list(path.carried) == sorted(path.carried, reverse=True)


@given(pavilion=pavilions, crown=crowns, across=places, lean=leans, which=st.integers(0, 5))
def test_a_ray_sent_back_comes_out_where_it_went_in(
    pavilion: float, crown: float, across: float, lean: float, which: int
) -> None:
    stone = Stone(section(pavilion, crown))
    start, way = come(across, lean)
    path = stone.trace(start, way)
    assert path is not None
    leaving = [out for out in path.leaving if 0 <= out.bounce < 12 and out.energy > 1e-3]
    assume(leaving)
    out = leaving[which % len(leaving)]
    # A ray at a corner belongs to two faces; which it meets first may differ there and back.
    assume(all(math.dist(at, corner) > 1e-4 for at in path.corners for corner in stone.corners))
    (x, y), (dx, dy) = out.at, out.way
    back = stone.trace((x + 3 * dx, y + 3 * dy), (-dx, -dy), spent=1e-6)
    assert back is not None
    again = next(one for one in back.leaving if one.bounce == out.bounce)
    assert again.at == pytest.approx(path.corners[0], abs=1e-5)
    assert again.way == pytest.approx((-way[0], -way[1]), abs=1e-5)
    assert again.energy == pytest.approx(out.energy, rel=1e-4)


@given(pavilion=pavilions, crown=crowns, across=places, lean=leans)
def test_a_symmetric_stone_has_a_symmetric_picture(
    pavilion: float, crown: float, across: float, lean: float
) -> None:
    stone = Stone(section(pavilion, crown))
    one, other = stone.trace(*come(across, lean)), stone.trace(*come(-across, -lean))
    assert one is not None
    assert other is not None
    assume(all(math.dist(at, corner) > 1e-6 for at in one.corners for corner in stone.corners))
    assert other.returned == pytest.approx(one.returned, abs=1e-6)
    mirrored = [(-x, y) for x, y in one.corners[:6]]
    for here, there in zip(mirrored, other.corners, strict=False):
        assert here == pytest.approx(there, abs=1e-6)


@given(st.floats(0, 1.5))
def test_a_face_bends_by_snell_and_reflects_all_beyond_the_critical_angle(angle: float) -> None:
    share, beyond = reflected(math.cos(angle), INDEX, 1.0)
    if angle < critical() - 1e-6:
        assert math.sin(math.acos(beyond)) == pytest.approx(INDEX * math.sin(angle), abs=1e-6)
        assert 0 < share < 1
    elif angle > critical() + 1e-6:
        assert (share, beyond) == (1.0, 0.0)


def test_straight_on_a_face_reflects_what_fresnel_says() -> None:
    share, beyond = reflected(1.0, 1.0, INDEX)
    assert share == pytest.approx(((INDEX - 1) / (INDEX + 1)) ** 2)
    assert beyond == 1


def test_too_flat_and_too_deep_a_stone_lets_light_out_below_and_tolkowskys_does_not() -> None:
    good = survey(40.75, 34.5)
    assert good >= ALIVE * PEAK
    assert survey(PAVILION[0], 34.5) < 0.85 * good
    assert survey(PAVILION[1], 34.5) < 0.85 * good


def test_the_best_of_all_cuts_is_the_peak() -> None:
    shares = [survey(p, c) for p in range(36, 47, 2) for c in range(22, 47, 6)]
    assert max(shares) == pytest.approx(PEAK, abs=0.03)


@pytest.mark.parametrize("angle", [41.0, 50.0])
def test_brightness_follows_the_cut_within_a_second(angle: float) -> None:
    diamond = Diamond()
    assert not diamond.alive
    diamond.cut(pavilion=angle)
    for _step in range(60):
        diamond.step(STEP)
    assert diamond.brightness == pytest.approx(survey(angle, diamond.crown), abs=0.01)
    assert diamond.alive == (angle == 41.0)


def test_its_survey_is_of_its_own_stone() -> None:
    diamond = Diamond()
    for row in (0, TILTS - 1):
        assert len(diamond.cells[row]) == PLACES
    assert diamond.cells[0][0] == pytest.approx(diamond.cells[0][-1], abs=1e-6)
    assert given_back(diamond.stone, 5.0, 0.0) == 0


@given(pulls=st.lists(st.tuples(st.floats(), st.floats(), st.floats(), st.floats()), max_size=12))
@settings(deadline=None)
def test_no_pull_and_no_pause_breaks_it(pulls: list[tuple[float, float, float, float]]) -> None:
    diamond = Diamond()
    for pavilion, crown, lean, seconds in pulls:
        diamond.cut(pavilion, crown)
        diamond.shine(lean)
        diamond.step(seconds)
        assert PAVILION[0] <= diamond.pavilion <= PAVILION[1]
        assert CROWN[0] <= diamond.crown <= CROWN[1]
        assert 0 <= diamond.brightness <= 1
        assert all(0 <= share <= 1.000001 for row in diamond.cells for share in row)
        for path, _ends in diamond.beam():
            assert path.glare + path.returned + path.leaked + path.kept == pytest.approx(1)
