"""Either side killed in the middle, again and again: both end up with the same records.

``SOZVEZDIE_KILLS`` kills more often than the short form does.
"""

import os

from tests.faults.killing import KINDS, killing

ROUNDS = int(os.environ.get("SOZVEZDIE_KILLS", 5))


def test_killing_either_side_in_the_middle_loses_and_doubles_nothing(tmp_path):
    with killing(tmp_path, seed=7) as road:
        for number in range(ROUNDS):
            road.round(KINDS[number % len(KINDS)])
        found = road.agree()
    assert found["total"] > 0
    assert (found["lost"], found["doubled"], found["strange"]) == (0, 0, 0)
    assert min(road.killed["kiosk"], road.killed["centre"]) > 0
