"""What is true of walls and bonds, and that no hand and no hit breaks the sums."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.bricks.bond import (
    BONDS,
    COURSES,
    LONG,
    STRETCHER,
    Brick,
    course_of,
    covered,
    joints,
    lengths,
    tied,
)
from content.exhibition.exhibits.bricks.model import FURTHEST, HARD, Wall
from content.exhibition.exhibits.bricks.rocking import (
    GRAVITY,
    QUARTER,
    TALL,
    body_of,
    falls,
    placed,
    speed_after,
)

STEP = 1 / 60
bonds = st.sampled_from(BONDS)
courses = st.integers(0, COURSES - 1)


def whole(bond: str) -> list[Brick]:
    return [brick for course in range(COURSES) for brick in course_of(bond, course)]


def built(bond: str) -> Wall:
    wall = Wall()
    wall.build(bond)
    for _step in range(60 * 8):
        wall.step(STEP)
    assert wall.done
    return wall


def hit(wall: Wall, angle: float, seconds: float = 2.0) -> None:
    wall.hold(angle)
    wall.release()
    for _step in range(round(seconds / STEP)):
        wall.step(STEP)


@given(bond=bonds, course=courses)
def test_every_course_fills_the_wall(bond: str, course: int) -> None:
    assert sum(lengths(bond, course)) == LONG


@given(bond=st.sampled_from(("half", "english")), course=st.integers(1, COURSES - 1))
def test_in_a_bond_no_joint_stands_over_another(bond: str, course: int) -> None:
    bricks = whole(bond)
    assert not joints(bricks, course) & joints(bricks, course - 1)
    assert any(covered(bricks, brick) for brick in bricks if brick.course == course)


def test_without_a_bond_every_joint_stands_over_another() -> None:
    bricks = whole("none")
    assert len({joints(bricks, course) for course in range(COURSES)}) == 1
    assert not any(covered(bricks, brick) for brick in bricks)


@given(foot=st.integers(0, COURSES - 2))
def test_overlap_makes_one_body_of_a_wall_and_its_lack_makes_columns(foot: int) -> None:
    assert len(tied(whole("none"), foot)) == LONG // STRETCHER
    assert len(tied(whole("half"), foot)) == 1
    assert len(tied(whole("english"), foot)) == 1


@given(bond=bonds, foot=courses)
def test_bodies_share_out_all_bricks_and_all_mass(bond: str, foot: int) -> None:
    bricks = [brick for brick in whole(bond) if brick.course >= foot]
    bodies = tied(bricks, foot)
    assert sorted(brick for body in bodies for brick in body) == sorted(bricks)
    parts = sum(body_of(body).mass for body in bodies)
    assert parts == pytest.approx(body_of(bricks).mass)


def test_a_block_tips_as_the_textbook_says() -> None:
    body = body_of(course_of("none", 0))
    wide, tall = LONG * QUARTER, TALL
    assert body.alpha == pytest.approx(math.atan2(wide, tall))
    assert body.radius == pytest.approx(math.hypot(wide, tall) / 2)
    assert body.inertia == pytest.approx(4 / 3 * body.mass * body.radius**2)
    assert body.pull(0) == pytest.approx(body.mass * GRAVITY * wide / 2)
    assert body.pull(body.alpha) == pytest.approx(0, abs=1e-9)


@given(speed=st.floats(0.1, 5), bond=st.sampled_from(("half", "english")))
def test_the_same_hit_is_far_from_tipping_a_bonded_wall(speed: float, bond: str) -> None:
    shares = []
    for laid in ("none", bond):
        bodies = [body_of(body) for body in tied(whole(laid), 0)]
        shares.append(falls(bodies, speed_after(bodies, 90, speed, 0.4)))
    assert shares[0] > 5 * shares[1]


@given(bond=bonds, theta=st.floats(0, 1.5))
def test_a_tipped_body_keeps_its_shape(bond: str, theta: float) -> None:
    body = body_of(whole(bond))
    first, last = body.bricks[0], body.bricks[-1]
    before = math.dist(placed(first, body, 0)[:2], placed(last, body, 0)[:2])
    after = math.dist(placed(first, body, theta)[:2], placed(last, body, theta)[:2])
    assert after == pytest.approx(before)


def test_a_wall_with_no_bond_falls() -> None:
    wall = built("none")
    hit(wall, FURTHEST)
    assert wall.fallen == 1
    assert wall.trials == 0


@pytest.mark.parametrize("bond", ["half", "english"])
def test_a_bonded_wall_stands_and_loses_no_brick(bond: str) -> None:
    wall = built(bond)
    for trial in range(1, 4):
        hit(wall, FURTHEST, 4.0)
        assert wall.trials == trial
    assert wall.fallen == 0
    assert sorted(wall.bricks) == sorted(whole(bond))


def test_a_soft_touch_fells_no_wall_and_proves_none() -> None:
    for bond in BONDS:
        wall = built(bond)
        hit(wall, 0.3)
        assert (wall.fallen, wall.trials) == (0, 0)


def test_a_real_trial_fells_every_wall_of_columns() -> None:
    wall = built("none")
    hit(wall, HARD * FURTHEST)
    assert wall.fallen == 1


def test_after_a_fall_one_lays_again() -> None:
    wall = built("none")
    hit(wall, FURTHEST, 10)
    assert (wall.bricks, wall.flying) == ([], [])
    assert wall.places() == course_of("none", 0)


def test_a_wall_laid_by_hand_with_offsets_stands_and_without_falls() -> None:
    flush = [2.0, 6.0, 10.0, 14.0]
    for shifted, fallen in ((flush, 1), ([4.0, 8.0, 12.0, 1.0, 15.0], 0)):
        wall = Wall()
        wall.guide = "none"
        for course in range(COURSES):
            for at in shifted if course % 2 else flush:
                assert wall.drop(at) is not None
        assert wall.done
        hit(wall, FURTHEST)
        assert wall.fallen == fallen


def test_let_go_near_a_place_of_the_guide_a_brick_lies_there() -> None:
    wall = Wall()
    for brick in course_of("half", 0):
        assert wall.lay(brick)
    assert wall.drop(1.4) == Brick(1, 0, 2)
    assert wall.drop(3.1) == Brick(1, 2, STRETCHER)


@given(drops=st.lists(st.floats(-5, LONG + 5), max_size=80))
def test_bricks_laid_anywhere_never_share_a_place(drops: list[float]) -> None:
    wall = Wall()
    for at in drops:
        wall.drop(at)
    cells = [(b.course, cell) for b in wall.bricks for cell in range(b.left, b.right)]
    assert len(cells) == len(set(cells))
    assert all(0 <= cell < LONG for _course, cell in cells)


@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(("drop", "hold", "release", "build", "restart")),
            st.floats(),
            bonds,
            st.one_of(st.floats(0, 3), st.just(math.nan), st.just(-1.0)),
        ),
        max_size=40,
    )
)
@settings(deadline=None, max_examples=40)
def test_no_order_of_hands_breaks_it(acts: list[tuple[str, float, str, float]]) -> None:
    wall = Wall()
    for act, value, bond, seconds in acts:
        if act == "build":
            wall.build(bond)
        elif act in ("release", "restart"):
            getattr(wall, act)()
        else:
            getattr(wall, act)(value)
        wall.step(seconds)
        assert abs(wall.swing) <= FURTHEST * 1.05
        assert math.isfinite(wall.theta)
        assert all(math.isfinite(one.x + one.y + one.angle) for one in wall.flying)
        assert len(wall.bricks) + len(wall.flying) <= 2 * COURSES * LONG


def test_an_hour_of_hits_leaves_it_sane() -> None:
    wall = built("half")
    for second in range(3600):
        if second % 5 == 0:
            wall.hold(FURTHEST)
            wall.release()
        wall.step(1.0)
    assert wall.fallen == 0
    assert math.isfinite(wall.swing)
