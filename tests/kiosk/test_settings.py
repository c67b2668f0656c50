from pathlib import Path

import pytest

from kiosk.settings import LANDSCAPE, PORTRAIT, SettingsError, load


def write(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    (home / "kiosk.toml").write_text(text, encoding="utf-8")
    return home


def test_without_anything_said_the_kiosk_is_a_portrait_exhibition(home):
    settings = load(home)
    assert (settings.profile, settings.size, settings.lang) == ("exhibition", PORTRAIT, "ru")
    assert (settings.idle_s, settings.idle_warning_s) == (60, 20)


def test_the_environment_goes_over_the_file_and_the_command_over_both(home, monkeypatch):
    write(home, 'place = "Зал"\nlang = "en"\nsize = [1920, 1080]\nidle_s = 90')
    monkeypatch.setenv("KIOSK_LANG", "ru")
    monkeypatch.setenv("KIOSK_IDLE_S", "45")
    settings = load(home, idle_s=30.0, place=None)
    assert (settings.place, settings.lang, settings.size, settings.idle_s) == (
        "Зал",
        "ru",
        (1920, 1080),
        30.0,
    )


def test_a_fair_is_landscape_unless_a_size_is_given(home):
    assert load(home, profile="fair").size == LANDSCAPE
    assert load(home, profile="fair", size=(1080, 1920)).size == PORTRAIT


def test_the_data_folder_comes_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "x"))
    assert load().home == tmp_path / "x"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("colour = 1", "colour"),
        ('size = "big"', "size"),
        ('size = "1x1"', "size"),
        ("size = [1, 2, 3]", "size"),
        ('lang = "fr"', "lang"),
        ("idle_warning_s = 3", "idle_warning_s"),
        ('still = "perhaps"', "still"),
        ("idle_s = nan", "idle_s"),
        ('profile = "museum"', "profile"),
        ('pin = "12"', "pin"),
        ("place = ", "kiosk.toml"),
        ("\0", "kiosk.toml"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_place(home, text, name):
    with pytest.raises(SettingsError) as raised:
        load(write(home, text))
    assert name in str(raised.value)
    assert "kiosk.toml" in str(raised.value)
    assert "\n" not in str(raised.value).strip()


def test_the_pin_is_never_printed(home):
    settings = load(home, pin="246810")
    assert settings.pin == "246810"
    assert "246810" not in repr(settings)
    with pytest.raises(SettingsError) as raised:
        load(home, pin="24681x")
    assert "24681x" not in str(raised.value)
