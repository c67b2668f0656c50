"""The measured promises: real processes, watched from outside. ``docs/bench.md`` tells how."""
