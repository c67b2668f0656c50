"""Walks through the hall, what a guide tells, and what a scanner may have typed."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import Hall, Pack, Route, Spot, Stand, Text
from content.stand_link import typed
from kiosk import hall as halls
from kiosk.settings import load

RUSSIAN = str.maketrans(
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?#&",
    "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,№?",
)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,39}", fullmatch=True)
URLS = st.sampled_from(
    ["https://centre.example", "http://10.0.0.7:8000", "https://a-b.example/kiosk/"]
)


def text(ru: str) -> Text:
    return Text(ru, ru)


def stand(id: str, number: int, hall: str = "hall", **more: object) -> Stand:
    return Stand(
        id=id, hall=hall, number=number, name=text(id), lead=text("Первое. Второе. Третье."),
        picture="star", hue="#4A6CF7", x=float(number), y=1, width=0.5, depth=0.5, **more,
    )  # fmt: skip


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(load(tmp_path_factory.mktemp("home")).pack)


def library(own: Library, route: list[str], minutes: int = 10, **more: object) -> Library:
    routes = [Route("pupil", text("Путь"), route, minutes)]
    hall = Hall("hall", text("Зал"), 20, 9, Spot(0, 0), Spot(8, 5), routes)
    stands = [stand("c", 3), stand("a", 1), stand("b", 2), stand("far", 1, "other")]
    pack: Pack = msgspec.structs.replace(own.pack, halls=[hall], stands=stands, **more)
    return Library(pack, own.folder)


def test_a_walk_keeps_its_order_and_leaves_out_what_the_hall_does_not_have(own: Library) -> None:
    told = library(own, ["b", "none", "far", "a", "b"])
    hall = halls.hall_of(told)
    assert hall is not None
    stops = halls.stops_of(told, hall, hall.routes[0])
    assert [(stop.order, stop.stand.id) for stop in stops] == [(1, "b"), (2, "a")]
    assert [one.number for one in halls.stands_of(told, hall)] == [1, 2, 3]


@given(minutes=st.integers(-5, 200), route=st.permutations(["a", "b", "c"]))
def test_the_minutes_of_the_stops_are_the_minutes_of_the_walk(
    own: Library, minutes: int, route: list[str]
) -> None:
    told = library(own, route, minutes)
    hall = halls.hall_of(told)
    assert hall is not None
    shares = [stop.minutes for stop in halls.stops_of(told, hall, hall.routes[0])]
    assert sum(shares) == max(0, minutes)
    assert max(shares) - min(shares) <= 1


def test_a_walk_nobody_drew_is_none(own: Library) -> None:
    told = library(own, [])
    hall = halls.hall_of(told)
    assert hall is not None
    assert halls.stops_of(told, hall, hall.routes[0]) == []
    assert halls.route_of(hall, "senior") is None
    assert halls.route_of(hall, None) is None
    bare = msgspec.structs.replace(own.pack, halls=[], stands=[])
    assert halls.hall_of(Library(bare, own.folder)) is None


def test_a_guide_tells_two_sentences_of_the_stand_s_cluster(own: Library) -> None:
    cluster = next(one for one in own.clusters if one.figures and own.professions_of(one))
    talk = halls.talk(own, stand("x", 9, cluster=cluster.id), "en")
    assert 1 <= len(talk.lines) <= 2
    assert " ".join(cluster.makes.en.split()).startswith(" ".join(talk.lines))
    assert talk.figure == cluster.figures[0]
    assert talk.profession == own.professions_of(cluster)[0]
    plain = halls.talk(own, stand("x", 9, screen="exhibition.events"), "ru")
    assert plain.lines == ["Первое.", "Второе."]
    assert (plain.cluster, plain.figure, plain.profession) == (None, None, None)


def test_an_initial_ends_no_sentence() -> None:
    said = "Имени К. Циолковского. Открыт в 2024 году! Точка"
    assert halls.sentences(said, 3) == ["Имени К. Циолковского.", "Открыт в 2024 году!", "Точка"]


@given(url=URLS, id=IDS)
def test_a_plate_s_address_opens_its_stand_in_both_layouts(url: str, id: str) -> None:
    address = halls.stand_address(url, id)
    assert halls.linked_stand(address) == id
    assert halls.linked_stand(f" {address}#token-_0\r") == id
    assert halls.linked_stand(address.translate(RUSSIAN)) == id


@given(id=IDS)
def test_the_keys_a_scanner_presses_spell_the_address(id: str) -> None:
    address = halls.stand_address("https://centre.example:8000", id)
    plain, shifted = "`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?'
    for layout in ({}, RUSSIAN):
        heard = []
        for sign in address:
            shift = sign in shifted
            key = plain[shifted.index(sign)] if shift else sign
            heard.append(typed(key.translate(layout), shift))
        assert halls.linked_stand("".join(heard)) == id


@given(st.text(max_size=400))
def test_whatever_is_typed_breaks_nothing(said: str) -> None:
    found = halls.linked_stand(said)
    assert found is None or "/s/" in said or "/ы/" in said or ".ы." in said


@pytest.mark.parametrize(
    "said",
    [
        "", "medicine", "/s/medicine", "https://centre.example/q#token", "ftp://x/s/medicine",
        "https://centre.example/s/", "https://centre.example/s/Medicine",
        "https://centre.example/s/" + "a" * 41, "https://centre.example/s/a b",
        "4601234567890", "https://centre.example/s/../staff", "x" * 5000,
        "https://centre.example/s/a/b",
    ],
)  # fmt: skip
def test_what_is_no_stand_s_address_opens_nothing(said: str) -> None:
    assert halls.linked_stand(said) is None
