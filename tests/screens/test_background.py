"""What a thread has done reaches the screen once, in the drawing thread, or not at all."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from screens.background import Teller, when_done
from tests.screens.stage import Stage


def test_a_result_comes_once_and_in_the_drawing_thread(stage: Stage) -> None:
    future: Future[int] = Future()
    seen: list[int] = []
    when_done(future, lambda done: seen.append(done.result()))
    stage.step(3)
    assert not seen
    future.set_result(7)
    assert not seen
    stage.step(3)
    assert seen == [7]


def test_who_has_left_hears_nothing(stage: Stage) -> None:
    future: Future[int] = Future()
    heard: list[Any] = []
    waiting = when_done(future, heard.append)
    teller = Teller(lambda: heard.append("news"))
    future.set_result(1)
    teller.tell()
    waiting.cancel()
    teller.cancel()
    teller.tell()
    stage.step(3)
    assert not heard


def test_a_cancelled_future_is_not_told(stage: Stage) -> None:
    future: Future[int] = Future()
    heard: list[Any] = []
    when_done(future, heard.append)
    future.cancel()
    stage.step(3)
    assert not heard
