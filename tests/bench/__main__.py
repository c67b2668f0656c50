"""``make bench``: every promise measured, as a table. ``--only NAME`` measures one of them.

Exit code 0 whether the promises are kept or not; 1 when something could not be measured.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback

from tests.bench.measure import Measure, table

BENCHES = (
    "loading", "starting", "memory", "resting", "touching", "sending", "searching", "measuring",
    "exhibits",
    "playing", "soaking",
)  # fmt: skip


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--only", choices=BENCHES)
    only = parser.parse_args().only
    measured: list[Measure] = []
    failed = []
    for name in [only] if only else BENCHES:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        try:
            measured += importlib.import_module(f"tests.bench.{name}").measures()
        except Exception:
            traceback.print_exc()
            failed.append(name)
    print(table(measured))
    if failed:
        print(f"not measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
