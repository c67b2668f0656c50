import errno
import hashlib
import json
import os
import shutil

import pytest

from content import manifest
from content.model import FORMAT, PackError
from kiosk import packs
from kiosk.journal.report import status
from kiosk.machine import Machine
from tests.kiosk.conftest import make_pack


@pytest.fixture
def shop(tmp_path):
    return tmp_path / "shop"


def link(shop, pack):
    current = shop / "current"
    current.unlink(missing_ok=True)
    current.symlink_to(pack.name)
    return current


def test_the_first_start_puts_the_built_in_pack_in_place(home, shop):
    pack = make_pack(shop)
    used = packs.ensure(home, link(shop, pack))
    assert used == (home / "packs" / pack.name, True, "")
    assert str((home / "packs" / "current").readlink()) == pack.name


def test_the_next_start_changes_nothing_and_reads_no_pack(home, shop, monkeypatch):
    builtin = link(shop, make_pack(shop))
    packs.ensure(home, builtin)
    monkeypatch.setattr(manifest, "verify", None)
    assert packs.ensure(home, builtin).activated is False


def test_a_newer_pack_takes_its_place_and_two_are_kept(home, shop):
    made = [make_pack(shop, str(n), f"2026-11-0{n}T10:00:00Z") for n in (1, 2, 3)]
    for age, pack in enumerate(made):
        packs.ensure(home, link(shop, pack))
        os.utime(home / "packs" / pack.name, (age, age))
    kept = {p.name for p in (home / "packs").iterdir() if not p.is_symlink()}
    assert kept == {made[1].name, made[2].name}
    assert packs.look(home, shop / "none").name == made[2].name


def test_after_an_update_of_the_program_the_pack_of_the_old_format_gives_way(home, shop):
    old, new = make_pack(shop, "2", "2026-12-05T10:00:00Z"), make_pack(shop, "1")
    packs.ensure(home, link(shop, old))
    described = home / "packs" / old.name / manifest.FILE
    own = f'"format":{FORMAT}'.encode()
    described.write_bytes(described.read_bytes().replace(own, b'"format":1'))
    assert packs.look(home, new).name == new.name
    assert packs.ensure(home, link(shop, new)).folder.name == new.name


def test_an_older_built_in_pack_never_goes_back(home, shop):
    new, old = make_pack(shop, "2", "2026-11-05T10:00:00Z"), make_pack(shop, "1")
    packs.ensure(home, link(shop, new))
    assert packs.ensure(home, link(shop, old)) == (home / "packs" / new.name, False, "")


@pytest.mark.parametrize(
    "spoil", ["flip", "cut", "gone", "manifest", "outside", "format", "foreign"]
)
def test_a_bad_pack_leaves_the_last_good_one_and_says_why(home, shop, spoil):
    good = make_pack(shop)
    packs.ensure(home, link(shop, good))
    bad = make_pack(shop, "2", "2026-12-01T10:00:00Z")
    spoilt(bad, spoil)
    used = packs.ensure(home, link(shop, bad))
    assert used.folder == home / "packs" / good.name
    assert used.problem
    assert "\n" not in used.problem
    with pytest.raises(PackError):
        packs.ensure(home.with_name("empty"), link(shop, bad))


def spoilt(pack, how):
    body = pack / "pack.json"
    described = pack / "manifest.json"
    if how == "flip":
        body.write_bytes(body.read_bytes().replace(b"2", b"3", 1))
    elif how == "cut":
        body.write_bytes(body.read_bytes()[:-9])
    elif how == "gone":
        body.unlink()
    elif how == "manifest":
        described.write_bytes(b"{")
    elif how == "outside":
        described.write_bytes(described.read_bytes().replace(b'"pack.json"', b'"../x/pack.json"'))
    elif how == "foreign":
        body.write_bytes(body.read_bytes().replace(b'"contact"', b'"kontakt"'))
        digest = hashlib.sha256(body.read_bytes()).hexdigest()
        described.write_text(
            json.dumps({"format": FORMAT, "built_at": "2027", "files": {"pack.json": digest}})
        )
    elif how == "format":
        own = f'"format":{FORMAT}'.encode()
        described.write_bytes(described.read_bytes().replace(own, b'"format":9'))


def test_a_pack_in_use_that_vanished_gives_way_to_the_one_before(home, shop):
    made = [make_pack(shop, str(n), f"2026-11-0{n}T10:00:00Z") for n in (1, 2)]
    for pack in made:
        packs.ensure(home, link(shop, pack))
    shutil.rmtree(home / "packs" / made[1].name)
    used = packs.ensure(home, shop / "none")
    assert used.folder.name == made[0].name


def test_a_pack_damaged_while_in_use_gives_way_to_a_good_one(machine, settings):
    name = machine.library.folder.name
    machine.close()
    (settings.home / "packs" / name / "pack.json").write_bytes(b"{")
    with Machine.open(settings) as again:
        assert again.library.folder.name == name
        assert again.library.event("consultation")
    assert manifest.verify(settings.home / "packs" / name) == name


@pytest.mark.parametrize("lost", ["pack.json", "manifest.json"])
def test_a_pack_that_lost_a_file_is_copied_anew(home, shop, lost):
    pack = make_pack(shop)
    packs.ensure(home, link(shop, pack))
    (home / "packs" / pack.name / lost).unlink()
    used = packs.ensure(home, link(shop, pack))
    assert (used.folder, used.problem) == (home / "packs" / pack.name, "")
    assert manifest.verify(used.folder) == pack.name


def test_a_pack_in_use_with_a_damaged_manifest_does_not_keep_a_new_one_out(home, shop):
    old, new = make_pack(shop), make_pack(shop, "2", "2026-12-01T10:00:00Z")
    packs.ensure(home, link(shop, old))
    (home / "packs" / old.name / "manifest.json").write_bytes(b"{")
    used = packs.ensure(home, link(shop, new))
    assert (used.folder.name, used.problem) == (new.name, "")


def test_a_half_copied_pack_is_copied_anew(home, shop):
    pack = make_pack(shop)
    half = home / "packs" / f".{pack.name}.new"
    half.mkdir(parents=True)
    (half / "pack.json").write_text("half")
    assert packs.ensure(home, link(shop, pack)).activated
    assert manifest.verify(home / "packs" / pack.name) == pack.name


def speaking(pack):
    """The same pack with a clip in it, under its new name."""
    clip = pack / "voice" / "ru" / "hello.ogg"
    clip.parent.mkdir(parents=True)
    clip.write_bytes(b"hello")
    name = manifest.seal(pack, "2026-11-01T10:00:00Z")
    return pack.rename(pack.with_name(name))


@pytest.mark.parametrize("linked", [True, False], ids=["one disk", "two disks"])
def test_clips_are_linked_where_they_can_be_and_copied_where_not(home, shop, monkeypatch, linked):
    pack = speaking(make_pack(shop))
    if not linked:

        def refuse(*_):
            raise OSError(errno.EXDEV, "another disk")

        monkeypatch.setattr(os, "link", refuse)
    used = packs.ensure(home, link(shop, pack)).folder
    ours, theirs = used / "voice" / "ru" / "hello.ogg", pack / "voice" / "ru" / "hello.ogg"
    assert ours.read_bytes() == b"hello"
    assert ours.samefile(theirs) == linked
    assert not (used / "pack.json").samefile(pack / "pack.json")
    assert manifest.verify(used) == pack.name


def test_a_pack_with_a_damaged_clip_is_not_taken(home, shop):
    pack = speaking(make_pack(shop))
    (pack / "voice" / "ru" / "hello.ogg").write_bytes(b"howdy")
    with pytest.raises(PackError, match="damaged"):
        packs.ensure(home, link(shop, pack))


def test_without_any_pack_there_is_one_clear_line(home, shop):
    with pytest.raises(PackError) as raised:
        packs.ensure(home, shop / "none")
    assert "\n" not in str(raised.value)


def test_a_pack_put_in_place_is_journalled_once(machine, settings):
    name = machine.library.folder.name
    machine.start_visit()
    machine.close()
    assert status(settings.home / "journal.db").last_seq == 2
    with Machine.open(settings) as again:
        assert again.library.folder.name == name
        again.start_visit()
    assert status(settings.home / "journal.db").last_seq == 3
