"""What use tells of the self-tests: how they are taken, and how well they measure.

:mod:`.gathering` reads the anonymous sheets from the store, :mod:`.figures` computes (numpy, which
is imported by the first page that asks), :mod:`.kept` keeps what was computed until more comes in,
:mod:`.table` writes the sheets as CSV. Nothing here knows whose a sheet is, or of which visit.
"""
