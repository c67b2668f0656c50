"""Tables of the Centre into content: vacancies and events from .xlsx and .csv.

A table is read (:mod:`reading`), its header matched (:mod:`header`), each row made a typed entry
(:mod:`rows`) and judged by the rules every entry of the content obeys (:mod:`judging`). All rows
are written at once or none (:mod:`writing`). Nothing here guesses: what is not understood is
named by its cell.
"""
