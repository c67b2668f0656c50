import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import i18n, i18n_check
from kiosk.i18n import ngettext, translator

RU = ("{n} визит", "{n} визита", "{n} визитов")


def test_every_russian_message_of_the_program_has_its_english():
    assert [finding for finding in i18n_check.check() if finding.what != "stale"] == []


def test_no_english_is_left_over():
    assert [finding for finding in i18n_check.check() if finding.what == "stale"] == []


def test_russian_is_its_own_catalogue_and_the_unknown_stays_russian():
    assert translator("ru")("Журнал цел") == "Журнал цел"
    assert translator("en")("Журнал цел") == "The journal is whole"
    assert translator("en")("Такого нет") == "Такого нет"
    assert translator("xx")("Журнал цел") == "Журнал цел"


@pytest.mark.parametrize(
    ("n", "form"), [(1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (21, 0), (22, 1), (111, 2)]
)
def test_russian_numbers_take_their_forms(n, form):
    assert ngettext("ru", *RU, n) == RU[form].format(n=n)


@given(st.integers(0, 10**6), st.sampled_from(["ru", "en", "xx"]))
def test_a_number_is_always_said(n, lang):
    assert str(n) in ngettext(lang, *RU, n)


@pytest.fixture
def locale(tmp_path, monkeypatch):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    i18n.catalogue.cache_clear()
    yield folder
    i18n.catalogue.cache_clear()


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PLURALS = HEAD + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
VISITS = (
    '\nmsgid "{n} визит"\nmsgid_plural "{n} визитов"\nmsgstr[0] "{n} visit"\nmsgstr[1] "{n} visits"'
)


def test_a_catalogue_that_was_not_compiled_is_read_as_it_is(locale):
    (locale / "sozvezdie.po").write_text(PLURALS + VISITS, encoding="utf-8")
    assert [ngettext("en", *RU, n) for n in (1, 2, 5)] == ["1 visit", "2 visits", "5 visits"]


@pytest.mark.parametrize("broken", ["sozvezdie.po", "sozvezdie.mo"])
def test_a_broken_catalogue_leaves_russian(locale, broken):
    (locale / broken).write_bytes(b"\xff\xfe\x00 not a catalogue")
    assert translator("en")("Журнал цел") == "Журнал цел"


def test_the_check_finds_what_it_must(tmp_path):
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "screens").mkdir()
    (tmp_path / "kiosk" / "a.py").write_text(
        'x = f"{_(\'В строке\')}"\n_("Да" " и нет")\n_("Пусто")\n'
        'ngettext(lang, "{n} визит", "", "{n} визитов", 1)\n_("Поле {name}")\n',
        encoding="utf-8",
    )
    (tmp_path / "screens" / "a.kv").write_text("text: _('Из кв')\n", encoding="utf-8")
    entries = [("Пусто", ""), ("Поле {name}", "Field {nam}"), ("Старое", "Old"), ("Да и нет", "Да")]
    po = tmp_path / "en.po"
    po.write_text(
        HEAD + "".join(f'\nmsgid "{k}"\nmsgstr "{v}"\n' for k, v in entries), encoding="utf-8"
    )
    found = {(finding.what, finding.message) for finding in i18n_check.check(tmp_path, po)}
    assert found == {
        ("missing", "В строке"),
        ("missing", "{n} визит"),
        ("missing", "Из кв"),
        ("empty", "Пусто"),
        ("fields", "Поле {name}"),
        ("stale", "Старое"),
        ("russian", "Да и нет"),
    }
