import subprocess
import sys

import pytest

from kiosk import identity as identities
from kiosk.machine import HomeLocked, Machine
from tests.sync.double import CentreDouble


def test_a_second_process_is_told_that_the_folder_is_taken(machine, settings):
    with pytest.raises(HomeLocked):
        Machine.open(settings)


def test_the_folder_is_free_after_closing_for_whoever_comes_next(settings):
    first = Machine.open(settings)
    first.close()
    with Machine.open(settings) as second:
        first.close()  # once more: it must not give away what is no longer its own
        with pytest.raises(HomeLocked):
            Machine.open(settings)
        second.start_visit()
        second.worker.submit(lambda: None).result()
        assert second.journal.pending() == 1


def test_nothing_heavy_is_loaded_before_the_first_frame(settings):
    code = """
import sys, time
import kiosk.cli
from pathlib import Path
from kiosk.machine import Machine
from kiosk.settings import Settings
home, pack = map(Path, sys.argv[1:])
machine = Machine.open(Settings(home=home, pack=pack))
machine.library
heavy = ("sqlalchemy", "cryptography", "urllib3", "babel", "argon2", "pysqlite3", "kivy", "yaml")
print([name for name in heavy if name in sys.modules])
machine.close()
"""
    command = [sys.executable, "-c", code, settings.home, settings.pack]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_data_folder_is_its_owners_alone(machine, settings):
    machine.start_visit()
    machine.worker.submit(lambda: None).result()
    assert settings.home.stat().st_mode & 0o077 == 0
    for name in ("journal.db", "epoch.json", "lock"):
        assert (settings.home / name).stat().st_mode & 0o077 == 0


class TestIdentity:
    def replaced(self, home, centre, kiosk):
        private = identities.new_key(home)
        identities.replace(home, centre.identity(private, kiosk))

    def test_a_crash_between_identity_and_key_loses_neither(self, home):
        home.mkdir()
        identity = CentreDouble().identity(identities.new_key(home))
        identities.save(home, identity)
        assert (home / "signing.key.new").exists()
        assert identities.signing_key(home, identity)
        assert identities.signing_key(home, identity)
        assert (home / "signing.key").stat().st_mode & 0o777 == 0o600

    def test_a_crash_before_the_identity_leaves_the_former_one_in_force(self, home):
        home.mkdir()
        centre = CentreDouble()
        self.replaced(home, centre, "K1")
        identities.new_key(home)
        identity = identities.load(home)
        assert identity.kiosk == "K1"
        assert identities.signing_key(home, identity)

    def test_the_former_identity_and_its_key_are_kept(self, home):
        home.mkdir()
        centre = CentreDouble()
        self.replaced(home, centre, "K1")
        self.replaced(home, centre, "K2")
        ((folder, former),) = identities.former(home)
        assert former.kiosk == "K1"
        assert identities.signing_key(folder, former)
        assert identities.load(home).kiosk == "K2"

    @pytest.mark.parametrize("junk", ["", "{}", "[1]", "\0"])
    def test_a_damaged_identity_counts_as_none_and_is_told_to_staff(self, settings, junk):
        settings.home.mkdir()
        (settings.home / "identity.json").write_text(junk)
        with Machine.open(settings) as machine:
            assert machine.identity is None
            assert isinstance(machine.trouble, identities.IdentityError)

    def test_a_key_that_does_not_fit_signs_nothing(self, enrolled, settings):
        (settings.home / "signing.key").write_bytes(b"\1" * 32)
        assert enrolled.signing_key() is None
