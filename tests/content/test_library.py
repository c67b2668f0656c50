"""A library answers by id, orders what has an order, and shrugs off what is not there."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from content.compose import compose
from content.library import Library
from content.loading import Entry, load
from content.model import Event, Pack, PackError, Struct, Text, Vacancy
from tests.content.conftest import GOOD

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(name="pack")
def _pack() -> Pack:
    exhibition = load(GOOD)
    pack = compose(exhibition, "2026-11-23T09:00:00+00:00", "test")
    # Samples and real events side by side, as no built pack has them.
    return msgspec.structs.replace(pack, events=exhibition.values(Event))


@pytest.fixture(name="library")
def _library(pack: Pack) -> Library:
    return Library(pack, Path("nowhere"))


def test_everything_is_found_by_its_id(library: Library, pack: Pack) -> None:
    assert [library.cluster(c.id) for c in pack.clusters] == pack.clusters
    assert [library.profession(p.id) for p in pack.professions] == pack.professions
    assert [library.college(c.id) for c in pack.colleges] == pack.colleges
    assert [library.employer(e.id) for e in pack.employers] == pack.employers
    assert [library.town(t.id) for t in pack.towns] == pack.towns
    assert [library.programme(p.id) for p in pack.programmes] == pack.programmes
    assert [library.event(e.id) for e in pack.events] == pack.events
    assert [library.audience(a.id) for a in pack.audiences] == pack.audiences
    assert [library.consent(c.id) for c in pack.consents] == pack.consents


def test_what_is_not_there_is_none(library: Library) -> None:
    kinds = ("cluster", "profession", "college", "employer", "town", "programme", "event")
    assert [getattr(library, kind)("nothing") for kind in kinds] == [None] * len(kinds)
    assert library.audience("") is None
    assert library.consent("") is None
    assert library.professions_of("nothing") == []
    assert library.picture_sizes == {}


def test_the_board_is_soonest_first_and_ends_with_standing_offers(library: Library) -> None:
    board = [(entry.event.id, entry.day) for entry in library.events_on(TODAY)]
    assert board == [
        ("open-day", dt.date(2026, 11, 28)),
        ("fair", dt.date(2026, 12, 20)),
        ("consultation", None),
    ]


def test_an_event_leaves_the_board_the_day_after(library: Library) -> None:
    def seen(day: dt.date) -> list[str]:
        return [entry.event.id for entry in library.events_on(day)]

    assert seen(dt.date(2026, 11, 28)) == ["open-day", "fair", "consultation"]
    assert seen(dt.date(2026, 11, 29)) == ["fair", "consultation"]
    assert seen(dt.date(2030, 1, 1)) == ["consultation"]


def test_events_of_one_day_go_by_the_hour(pack: Pack) -> None:
    def at(id: str, time: str | None) -> Event:
        return msgspec.structs.replace(pack.events[1], id=id, time=time)

    day = [at("late", "18:00"), at("early", "08:30"), at("any", None)]
    library = Library(msgspec.structs.replace(pack, events=day), Path("nowhere"))
    assert [entry.event.id for entry in library.events_on(TODAY)] == ["any", "early", "late"]


def _vacancy(id: str, until: dt.date | None = None, sample: bool = False) -> Vacancy:
    said = Text("Образец", "Sample")
    return Vacancy(id, said, said, "smolensk", [], said, "wrench", until=until, sample=sample)


def test_a_vacancy_leaves_the_day_after_its_last(pack: Pack) -> None:
    vacancies = [_vacancy("always"), _vacancy("short", dt.date(2026, 11, 28))]
    library = Library(msgspec.structs.replace(pack, vacancies=vacancies), Path("nowhere"))

    def seen(day: dt.date) -> list[str]:
        return [one.id for one in library.vacancies_on(day)]

    assert seen(dt.date(2026, 11, 28)) == ["always", "short"]
    assert seen(dt.date(2026, 11, 29)) == ["always"]
    assert library.every(Vacancy) == vacancies


def _composed(*values: Struct) -> Pack:
    exhibition = load(GOOD)
    exhibition.entries[Event] = []
    for value in values:
        exhibition.entries.setdefault(type(value), []).append(Entry(value, "here.yaml", {}))
    return compose(exhibition, "2026-11-23T09:00:00+00:00", "test")


def test_samples_go_as_soon_as_their_kind_has_its_own(pack: Pack) -> None:
    sample, own = _vacancy("sample", sample=True), _vacancy("own")
    day, fair, standing = pack.events
    assert _composed(sample).vacancies == [sample]
    made = _composed(sample, own, day, standing)
    assert made.vacancies == [own]
    assert made.events == [day, standing], "a vacancy of its own moves no sample of another kind"
    assert _composed(day, fair, standing).events == [fair, standing]


def test_professions_of_a_cluster_are_those_it_lists_then_those_that_name_it(pack: Pack) -> None:
    factory = msgspec.structs.replace(pack.clusters[0], professions=["gone", "gardener"])
    library = Library(msgspec.structs.replace(pack, clusters=[factory]), Path("nowhere"))
    assert [p.id for p in library.professions_of("factory")] == ["gardener", "turner"]
    assert library.professions_of(factory) == library.professions_of("factory")


def test_a_source_is_explained_and_an_address_stands_as_it_is(library: Library) -> None:
    assert library.source("GK") == "Общее знание"
    assert library.source("S1, https://example.org/a") == (
        "Образцовая страница, взятая для проверки; https://example.org/a"
    )
    assert library.source("") == ""


def test_what_has_an_order_stands_in_it(pack: Pack) -> None:
    turned = msgspec.structs.replace(
        pack,
        clusters=pack.clusters[::-1],
        audiences=pack.audiences[::-1],
        programmes=pack.programmes[::-1],
    )
    library = Library(turned, Path("nowhere"))
    assert library.clusters == pack.clusters
    assert library.audiences == pack.audiences
    assert library.programmes == pack.programmes


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b'{"format": 2}', b"[" * 100_000, b'{"format": "\xff"}']
)
def test_a_pack_that_cannot_be_read_is_one_named_error(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "pack.json").write_bytes(content)
    with pytest.raises(PackError, match=tmp_path.name):
        Library.open(tmp_path)


def test_a_pack_of_another_format_is_refused(tmp_path: Path, pack: Pack) -> None:
    other = msgspec.structs.replace(pack, format=99)
    (tmp_path / "pack.json").write_bytes(msgspec.json.encode(other))
    with pytest.raises(PackError, match="format 99"):
        Library.open(tmp_path)


def test_a_kiosk_that_reads_a_pack_loads_nothing_that_builds_one() -> None:
    heavy = "{'yaml', 'PIL', 'resvg_py', 'click'}"
    code = f"import sys, content.library; print(*({heavy} & {{*sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
