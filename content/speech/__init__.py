"""Speech: what is said aloud, its clips and their manifest, and how clips are rendered.

Reading clips needs nothing but this package; rendering them (``content voice``) takes programs of
the system: ffmpeg and festival, or espeak-ng where festival is not there.
"""
