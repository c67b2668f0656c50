"""The search: what is typed, how it may be mistyped, what is found first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library
from kiosk.search import KINDS, Search
from kiosk.search.words import other_layout, plain
from kiosk.settings import load
from tests.bench.generated import grown


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(load(tmp_path_factory.mktemp("kiosk")).pack)


@pytest.fixture(scope="module")
def search(library: Library) -> Search:
    return Search(library)


@pytest.fixture(scope="module")
def many(library: Library) -> Search:
    return Search(grown(library, 300))


def first(search: Search, text: str) -> str:
    return next((hit.id for hit in search.find(text)), "")


@pytest.mark.parametrize(
    "typed",
    [
        "Сварщик",
        "сварщиком",
        "сварщики",
        "СВАРЩИКА",
        "сварщик ",
        "welder",
        "welders",
    ],
)
def test_any_form_and_any_beginning_of_a_word_finds_it(search: Search, typed: str) -> None:
    assert first(search, typed) == "welder"


@pytest.mark.parametrize("typed", ["сва", "свар", "weld"])
def test_a_beginning_is_enough(search: Search, typed: str) -> None:
    assert first(search, typed) == "welder"


@pytest.mark.parametrize(
    "typed", ["сваршик", "свращик", "сварщк", "свварщик", "cварщик", "wleder", "сврщ"]
)
def test_a_typing_error_is_forgiven(search: Search, typed: str) -> None:
    assert first(search, typed) == "welder"


@pytest.mark.parametrize(("typed", "meant"), [("cdfhobr", "welder"), ("цудвук", "welder")])
def test_the_wrong_keyboard_layout_is_understood(search: Search, typed: str, meant: str) -> None:
    assert first(search, typed) == meant


def test_yo_is_ye(search: Search) -> None:
    assert search.find("электромонтёр") == search.find("электромонтер")
    assert first(search, "электромонтер") == "electrician"


def test_a_code_of_the_federal_list_finds_its_profession(search: Search, library: Library) -> None:
    for profession in library.pack.professions:
        same = {one.id for one in library.pack.professions if one.code == profession.code}
        assert {hit.id for hit in search.find(profession.code)} == same
        assert first(search, profession.code.replace(".", " ")) in same


def test_every_title_finds_its_own_thing_first(search: Search, library: Library) -> None:
    for profession in library.pack.professions:
        for title in (profession.title.ru, profession.title.en):
            shown = [library.profession(hit.id) for hit in search.find(title)[:3]]
            assert any(
                found is not None and plain(title) in (plain(found.title.ru), plain(found.title.en))
                for found in shown
            ), title


def test_what_has_the_word_in_its_title_comes_before_what_only_mentions_it(
    search: Search, library: Library
) -> None:
    hits = search.find("машиностроение ")
    titles = [
        "машиностроен" in plain(cluster.title.ru)
        if (cluster := library.cluster(hit.id)) and hit.kind == "cluster"
        else "машиностроен" in plain(library.profession(hit.id).title.ru)  # type: ignore[union-attr]
        if hit.kind in ("profession", "speciality")
        else False
        for hit in hits
    ]
    assert titles[0]
    assert titles == sorted(titles, reverse=True)


def test_words_that_say_nothing_are_passed_over(search: Search) -> None:
    assert first(search, "я хочу на сварщика") == "welder"


def test_where_nothing_has_all_the_words_some_will_do(search: Search) -> None:
    assert first(search, "сварщик логопед") == "welder"


def test_nonsense_finds_nothing(search: Search) -> None:
    assert search.find("ъъъъъъъ") == []
    assert search.find("qqqqqqq zzzzzzz") == []


def test_nothing_typed_lists_everything_by_kind_and_alphabet(
    search: Search, library: Library
) -> None:
    hits = search.find("", limit=10_000)
    assert len(hits) == len({(hit.kind, hit.id) for hit in hits})
    pack = library.pack
    assert len(hits) == sum(
        map(len, (pack.professions, pack.colleges, pack.clusters, pack.competences,
                  pack.programmes, pack.events))
    )  # fmt: skip
    kinds = [KINDS.index(hit.kind) for hit in hits]
    assert kinds == sorted(kinds)
    for lang in ("ru", "en"):
        hits = search.find("", kinds=("college",), limit=1000, lang=lang)
        names = [plain(library.college(hit.id).name.say(lang)) for hit in hits]  # type: ignore[union-attr]
        assert names == sorted(names)
    assert search.find("  ", limit=10_000) == search.find("", limit=10_000)


def test_filters_leave_only_what_is_asked_for(search: Search, library: Library) -> None:
    for town in library.pack.towns:
        colleges = search.find("", kinds=("college",), town=town.id)
        assert {hit.id for hit in colleges} == {
            one.id for one in library.pack.colleges if one.town == town.id
        }
    for cluster in library.clusters:
        hits = search.find("", kinds=("profession", "speciality"), cluster=cluster.id, limit=999)
        assert {hit.id for hit in hits} == {one.id for one in library.professions_of(cluster)}
    assert search.find("сварщик", kinds=("college",))
    assert all(hit.kind == "college" for hit in search.find("сварщик", kinds=("college",)))


def test_what_is_in_the_town_comes_before_what_its_industry_needs(
    search: Search, library: Library
) -> None:
    hits = search.find("", town="vyazma", limit=999)
    colleges = [hit for hit in hits if hit.kind == "college"]
    near = [
        hit for hit in hits
        if (found := library.profession(hit.id)) is not None
        and not any(library.college(one).town == "vyazma" for one in found.colleges)  # type: ignore[union-attr]
        and not found.employers
    ]  # fmt: skip
    assert colleges
    assert near
    assert max(map(hits.index, colleges)) < min(map(hits.index, near))


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_gives_an_answer(many: Search, text: str) -> None:
    hits = many.find(text, limit=20)
    assert len(hits) <= 20
    assert len(set(hits)) == len(hits)


@given(
    st.sampled_from(["сварщик", "учитель", "электромонтёр", "машиностроение", "nurse"]), st.data()
)
@settings(max_examples=60, deadline=None)
def test_each_letter_of_a_word_keeps_it_found(
    search: Search, word: str, data: st.DataObject
) -> None:
    whole = search.find(word)[0]
    end = data.draw(st.integers(1, len(word)))
    assert whole in [hit._replace(score=whole.score) for hit in search.find(word[:end], limit=999)]


@given(st.text("йцукенгшщзхъфывапролджэячсмитьбю", min_size=1, max_size=20))
def test_the_other_layout_twice_is_the_same_text(text: str) -> None:
    assert other_layout(other_layout(text)) == text
