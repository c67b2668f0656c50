"""What is said has clips after ``content voice``, whatever was there before."""

from __future__ import annotations

import fcntl
import json
import os

import pytest
from click.testing import CliRunner, Result

from content import manifest as packs
from content.build import BuildError, build
from content.check import check
from content.cli import main
from content.model import Text
from content.preview import Desk
from content.problems import Problem
from content.rules import Matter
from content.rules.voice import RULES
from content.speech import effects, manifest, packing
from content.speech.lines import Line
from kiosk.voice import Clips
from tests.content.conftest import PROJECT
from tests.content.speech.conftest import PHRASES, Studio
from tests.content.test_build import FEW

STAR = PROJECT / "content" / "voice" / "effects" / "star.ogg"
WELL_DONE = Line("ru", "Молодец!")


def voice(studio: Studio, *options: str) -> Result:
    return CliRunner().invoke(main, ["--content", str(studio.desk.places.root), "voice", *options])


def engines(studio: Studio) -> dict[str, str]:
    return {clip.text: clip.engine for clip in manifest.read(studio.voice).clips.values()}


def faults(studio: Studio) -> list[Problem]:
    matter: Matter = check(studio.desk.places).matter
    return [problem for rule in RULES for problem in rule(matter)]


def test_everything_said_gets_its_clip_in_both_languages_and_every_sound_is_made(
    studio: Studio,
) -> None:
    before = faults(studio)
    done = voice(studio)
    assert done.exit_code == 0, done.output
    found = manifest.read(studio.voice)
    assert {(clip.lang, clip.text) for clip in found.clips.values()} == {
        ("ru", "Молодец!"), ("en", "Well done!"), ("ru", "Так держать!"), ("en", "Keep it up!"),
        ("ru", "До встречи!"), ("en", "See you!"),
    }  # fmt: skip
    assert found.effects.keys() == effects.EFFECTS.keys()
    assert len(before) == 6 + len(effects.EFFECTS)
    assert faults(studio) == []


def test_what_stands_is_not_made_again(studio: Studio) -> None:
    voice(studio)
    written = (studio.voice / "manifest.json").read_bytes()
    asked = studio.asked
    again = voice(studio)
    assert "сделано 0, звуков сделано 0, убрано 0" in again.output
    assert ((studio.voice / "manifest.json").read_bytes(), studio.asked) == (written, asked)


def test_a_changed_text_is_stale_until_it_is_said_anew_and_its_old_clip_is_gone(
    studio: Studio,
) -> None:
    voice(studio)
    line = studio.desk.change(PHRASES, "До встречи!", "До свидания!")
    assert [str(fault) for fault in faults(studio)] == [
        f"{PHRASES}:{line} says[0].ru: «До свидания!» ещё не озвучено: выполните content voice"
    ]
    done = voice(studio)
    assert "сделано 1 (festival: 1)" in done.output
    assert "убрано 1" in done.output
    assert faults(studio) == []
    named = {clip.file for clip in manifest.read(studio.voice).clips.values()}
    assert {
        path.relative_to(studio.voice).as_posix() for path in studio.voice.glob("??/*")
    } == named


def test_a_recording_beats_festival_and_what_replaces_it_is_noticed(studio: Studio) -> None:
    voice(studio)
    recording = studio.voice / "recorded" / "ru" / f"{WELL_DONE.key}.wav"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"said by a person")
    assert len(faults(studio)) == 1
    voice(studio)
    assert engines(studio)["Молодец!"] == "recorded"
    assert faults(studio) == []
    recording.write_bytes(b"said better")
    assert len(faults(studio)) == 1
    recording.unlink()
    voice(studio)
    assert engines(studio)["Молодец!"] == "festival"
    assert faults(studio) == []


def test_a_recording_of_what_nobody_says_any_more_is_kept_and_named(studio: Studio) -> None:
    recording = studio.voice / "recorded" / "ru" / f"{WELL_DONE.key}.ogg"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"said by a person")
    studio.desk.change(PHRASES, "Молодец!", "Прекрасно!")
    assert recording.name in voice(studio).output
    assert recording.exists()


def test_espeak_speaks_where_festival_is_not_and_gives_way_when_it_comes(studio: Studio) -> None:
    studio.remove("festival")
    studio.install("espeak-ng")
    voice(studio)
    assert set(engines(studio).values()) == {"espeak"}
    assert faults(studio) == []
    studio.install("festival")
    voice(studio)
    assert set(engines(studio).values()) == {"festival"}
    studio.remove("festival")
    voice(studio)
    assert set(engines(studio).values()) == {"festival"}


def test_what_festival_cannot_say_espeak_says_and_what_nobody_can_is_named(studio: Studio) -> None:
    studio.desk.change(PHRASES, "See you!", "mute")
    alone = voice(studio)
    assert alone.exit_code == 1
    assert "en не озвучено: mute" in alone.output
    assert len(engines(studio)) == 5


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        (["festival"], "festival festvox-ru festvox-us-slt-hts"),
        (["ffmpeg"], "ffmpeg"),
        (["festival", "ffmpeg"], "festival festvox-ru festvox-us-slt-hts ffmpeg"),
    ],
    ids=" ".join,
)
def test_missing_programs_are_one_line_with_their_packages(
    studio: Studio, gone: list[str], named: str
) -> None:
    for name in gone:
        studio.remove(name)
    done = voice(studio)
    assert done.exit_code == 1
    assert done.output == (f"content voice: не хватает программ: sudo apt-get install {named}\n")
    assert not (studio.voice / "manifest.json").exists()


def test_nothing_is_missing_where_nothing_is_to_be_made(studio: Studio) -> None:
    voice(studio)
    studio.remove("festival")
    studio.remove("ffmpeg")
    assert voice(studio).exit_code == 0


def test_two_people_do_not_render_at_once(studio: Studio) -> None:
    studio.voice.mkdir()
    handle = os.open(studio.voice, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = voice(studio)
        assert done.exit_code == 1
        assert done.output == "content voice: голос уже озвучивают: подождите, пока закончат\n"
    finally:
        os.close(handle)
    assert voice(studio).exit_code == 0


def test_a_text_that_cannot_be_read_costs_no_clip(studio: Studio) -> None:
    voice(studio)
    studio.desk.write(PHRASES, "- id: [")
    done = voice(studio)
    assert done.exit_code == 1
    assert "сначала исправьте содержание" in done.output
    assert len(engines(studio)) == 6


def test_a_corrected_stress_is_given_to_the_engine_and_renews_only_its_phrases(
    studio: Studio,
) -> None:
    voice(studio)
    studio.desk.write("voice/say.yaml", "ru:\n  words: {молодец: молоде\u0301ц}\n")
    assert len(faults(studio)) == 1
    done = voice(studio)
    assert "сделано 1 (festival: 1)" in done.output
    assert '"молод+ец!"' in studio.asked
    assert faults(studio) == []


@pytest.mark.parametrize("written", ["ru: [", "ru: {verbs: {}}", "- 1", b"\xff"])
def test_a_bad_say_is_a_line_and_stops_everything(studio: Studio, written: str | bytes) -> None:
    studio.desk.write("voice/say.yaml", written)
    done = voice(studio)
    assert done.exit_code == 1
    assert done.output.startswith("content voice: voice/say.yaml: ")
    assert done.output.count("\n") == 1
    assert [fault.file for fault in faults(studio)] == ["voice/say.yaml"]


def test_a_damaged_manifest_is_named_and_made_anew(studio: Studio) -> None:
    voice(studio)
    (studio.voice / "manifest.json").write_bytes(b"{")
    assert [fault.file for fault in faults(studio)] == ["voice/manifest.json"]
    assert voice(studio, "--list").exit_code == 1
    voice(studio)
    assert faults(studio) == []


@pytest.mark.parametrize("spoil", ["gone", "changed"])
def test_a_clip_that_is_gone_or_changed_is_noticed_and_mended(studio: Studio, spoil: str) -> None:
    voice(studio)
    clip = studio.voice / manifest.read(studio.voice).clips[WELL_DONE.key].file
    if spoil == "gone":
        clip.unlink()
    else:
        clip.write_bytes(b"another")
    assert len(faults(studio)) == 1
    voice(studio)
    assert faults(studio) == []


def test_a_voice_of_more_than_15_mb_is_too_much(studio: Studio) -> None:
    voice(studio)
    with (studio.voice / "ru" / "long.ogg").open("wb") as stream:
        stream.truncate(16 * 10**6)
    assert [fault.text for fault in faults(studio)] == [
        "клипы занимают 16.0 МБ, а можно 15: сократите тексты"
    ]


def test_the_list_says_what_there_is_to_record(studio: Studio) -> None:
    voice(studio)
    studio.desk.change(PHRASES, "Так держать!", "Вот это да!")
    rows = [row.split("\t") for row in voice(studio, "--list").output.splitlines()]
    assert [WELL_DONE.key, "ru", "festival", "Молодец!"] in rows
    assert [Line("ru", "Вот это да!").key, "ru", "-", "Вот это да!"] in rows
    assert len(rows) == 6


def test_rendering_anew_leaves_the_packs_made_before_as_they_were(studio: Studio) -> None:
    voice(studio)
    pack = studio.desk.places.out / "pack"
    pack.mkdir(parents=True)
    packing.copy(studio.desk.places.root, pack)
    files = {path: path.read_bytes() for path in pack.rglob("*.*")}
    assert len(files) == 6 + len(effects.EFFECTS) + 1
    studio.sounds(STAR)
    (studio.voice / "manifest.json").unlink()
    voice(studio)
    assert {path: path.read_bytes() for path in files} == files
    clip = manifest.read(studio.voice).clips[WELL_DONE.key].file
    assert (studio.voice / clip).read_bytes() != files[pack / "voice" / clip]


def test_a_pack_waits_until_all_is_said_and_then_carries_it(studio: Studio) -> None:
    studio.desk.write("assets/pictures.yaml", FEW)
    with pytest.raises(BuildError) as caught:
        build(studio.desk.places)
    assert all("content voice" in problem.text for problem in caught.value.problems)
    voice(studio)
    pack = build(studio.desk.places)
    clips = Clips.open(pack.folder / "voice")
    clip = clips.find(Text("Молодец!", "Well done!"), "ru")
    assert clip is not None
    listed = packs.read(pack.folder)[0].files
    assert listed[clip.relative_to(pack.folder).as_posix()] == manifest.sha256_of(clip)
    studio.desk.change(PHRASES, "Молодец!", "Умница!")
    voice(studio)
    assert build(studio.desk.places).folder != pack.folder


def test_a_preview_shows_what_is_not_said_yet_and_tells_of_it(studio: Studio) -> None:
    studio.desk.write("assets/pictures.yaml", FEW)
    folder = studio.desk.places.out / "preview"
    folder.mkdir(parents=True)
    made = Desk(studio.desk.places, folder).make()
    assert made.pack is not None
    assert any("ещё не озвучено" in line for line in made.strip)


def test_clips_are_counted(studio: Studio) -> None:
    voice(studio)
    root = str(studio.desk.places.root)
    counted = CliRunner().invoke(main, ["--content", root, "stats", "--json"])
    assert json.loads(counted.output)["clips"] == 6
