"""What holds for every test: nothing of the person's own settings, nothing written to their home,
and the same examples each time."""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

_SCRATCH = Path(__file__).resolve().parent.parent / "build" / "tests"
(_SCRATCH / "mesa").mkdir(parents=True, exist_ok=True)

for name in list(os.environ):
    if name.startswith(("KIOSK_", "CENTRE_", "KIVY_", "KCFG_", "SDL_")):
        del os.environ[name]
# Kivy reads these when it is first imported, by whichever test comes first.
os.environ["KIVY_NO_ARGS"] = "1"
os.environ["KIVY_NO_CONFIG"] = "1"
os.environ["KIVY_NO_FILELOG"] = "1"
os.environ["KIVY_LOG_MODE"] = "PYTHON"
os.environ["KIVY_AUDIO"] = "sdl2"
os.environ["KIVY_HOME"] = str(_SCRATCH / "kivy")
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["MESA_SHADER_CACHE_DIR"] = str(_SCRATCH / "mesa")

# Where a distribution keeps what only root runs (runuser, for PostgreSQL's own user).
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
# Data folders fall back on the user's own: a test that forgets to name one must not find it.
os.environ["XDG_DATA_HOME"] = str(_SCRATCH / "data")

settings.register_profile(
    "the same each time",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("the same each time")
