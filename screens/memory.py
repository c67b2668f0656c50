"""Keeping the heap small: how the C library is told to give memory back, and when.

Widgets that were taken away are cycles to Python; what they held goes only when those are
collected: while the visitor looks at the next screen, and between two visits.
"""

from __future__ import annotations

import ctypes
import gc
import logging
from pathlib import Path

log = logging.getLogger(__name__)

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""Names of ``mallopt`` (malloc.h of glibc)."""
BLOCK = 128 * 1024
ARENAS = 2
"""Heaps for all threads together; one a thread never shrinks."""
COMPILER, MADV_DONTNEED = "libLLVM", 4
SELDOM = (20_000, 20, 50)
"""Thresholds of Python's collector, in place of 700, 10, 10."""


def tame() -> None:
    """Give large blocks back to the system at once: a decoded picture leaves no hole behind. And
    collect cycles seldom: a full collection under a visitor's finger is felt, :func:`tidy` does it
    between visits."""
    gc.set_threshold(*SELDOM)
    try:
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, BLOCK)
        libc.mallopt(M_TRIM_THRESHOLD, BLOCK)
        libc.mallopt(M_ARENA_MAX, ARENAS)
    except (OSError, AttributeError):
        log.info("no mallopt here")


def settle() -> None:
    """Everything that stays is loaded: collections need not look at it again, which makes one as
    short as a frame."""
    gc.collect()
    gc.freeze()


def collect() -> None:
    """Collect what was left behind: its textures go with the next frame."""
    gc.collect()


def tidy() -> None:
    """Collect what was left behind and give it back to the system."""
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError):
        log.info("no malloc_trim here")
    leave_compiler()


def leave_compiler() -> None:
    """Unmap the pages of the shader compiler's code: software GL needs it only when a shape is
    drawn in a new way for the first time, and reads them again from the file by itself."""
    try:
        libc = ctypes.CDLL(None)
        for line in Path("/proc/self/maps").read_text().splitlines():
            span, rights, *_rest = line.split()
            # Code alone: it is never written to, so nothing can be lost.
            if rights == "r-xp" and COMPILER in line:
                first, last = (int(end, 16) for end in span.split("-"))
                libc.madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), MADV_DONTNEED)
    except (OSError, AttributeError):
        log.info("no madvise here")
