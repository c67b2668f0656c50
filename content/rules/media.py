"""Media: every named file is there, is what its name says, and a kiosk can show it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from content import captions, containers
from content import media as allowed
from content.loading import Entry
from content.model import Media, Struct
from content.problems import Problem
from content.rules.matter import Matter, Rule
from content.trial import fault_of

VIDEO = {".mp4": ("mp4", {"h264", "aac"}), ".webm": ("webm", {"vp8", "vp9", "opus", "vorbis"})}
"""How a video's name ends -> its container and the codecs it may have."""
PHOTOS, SECONDS, SIDE = 12, 180, 1920
"""How many photographs one thing may have, how long a video may last, how many px a side."""
ALT, SIGNED = 120, 70
"""Letters that fit beside it in large type: what is to be seen; who made it, with the licence."""


def media_can_be_shown(matter: Matter) -> Iterator[Problem]:
    """Each photograph and video is a whole file of a kind the kiosk plays."""
    for entry, path, one in _all(matter):
        field = f"{path}.file"
        if fault := _name_fault(one) or _fault(matter.places.root, one):
            yield entry.problem(field, fault)


def media_are_few(matter: Matter) -> Iterator[Problem]:
    """One video a thing, and no more photographs than anybody looks at."""
    for entry in _carriers(matter):
        kinds = [one.kind for one in entry.value.media]  # type: ignore[attr-defined]
        if kinds.count("video") > 1:
            yield entry.problem("media", "видео может быть одно")
        if kinds.count("photo") > PHOTOS:
            yield entry.problem("media", f"фотографий больше {PHOTOS}: оставьте лучшие")


def words_fit_beside_it(matter: Matter) -> Iterator[Problem]:
    """What is said of it has room beside it on a lying screen in large letters."""
    for entry, path, one in _all(matter):
        for lang in ("ru", "en"):
            for field, most, long in (
                ("alt", ALT, len(one.alt.say(lang))),
                ("credit", SIGNED, len(one.credit.say(lang)) + len(one.licence)),
            ):
                if long > most:
                    text = f"букв {long}, а помещается {most}: сократите"
                    yield entry.problem(f"{path}.{field}.{lang}", text)


def captions_can_be_read(matter: Matter) -> Iterator[Problem]:
    """A video has captions in both languages, and they are WebVTT; a photograph has none."""
    for entry, path, one in _all(matter):
        field = f"{path}.captions"
        if one.captions is None:
            if one.kind == "video":
                text = "нет титров: если в видео говорят, его поймёт не каждый"
                yield entry.problem(path, text, warning=True)
            continue
        if one.kind == "photo":
            yield entry.problem(field, "титры бывают у видео")
            continue
        for lang in ("ru", "en"):
            name = one.captions.of(lang)
            if fault := _captions_fault(matter.places.root, name):
                yield entry.problem(f"{field}.{lang}", fault)


def media_are_named(matter: Matter) -> Iterator[Problem]:
    """A file nobody names is forgotten, or named with a slip."""
    named: set[str] = set()
    for _entry, _path, one in _all(matter):
        named.add(one.file)
        if one.captions is not None:
            named |= {one.captions.ru, one.captions.en}
    home = allowed.written(matter.places.root, "").relative_to(matter.places.root)
    for path in sorted((matter.places.root / home).glob("*")):
        if path.name not in named and not path.name.startswith("."):
            text = "этот файл никто не называет в media"
            yield Problem((home / path.name).as_posix(), 1, "", text, warning=True)


def _carriers(matter: Matter) -> Iterator[Entry[Struct]]:
    for kind in allowed.CARRIERS.values():
        yield from matter.exhibition.of(kind)


def _all(matter: Matter) -> Iterator[tuple[Entry[Struct], str, Media]]:
    for entry in _carriers(matter):
        for i, one in enumerate(entry.value.media):  # type: ignore[attr-defined]
            yield entry, f"media[{i}]", one


def _name_fault(one: Media) -> str:
    if allowed.FILE_NAME.fullmatch(one.file) is None:
        return f"«{one.file[:60]}» — имя файла пишут латиницей: строчные буквы, цифры, . _ -"
    endings = [e for names in allowed.FORMATS.values() for e in names]
    fitting = endings if one.kind == "photo" else list(VIDEO)
    if Path(one.file).suffix not in fitting:
        return f"«{one.file}» — файл должен кончаться на {', '.join(fitting)}"
    return ""


def _fault(root: Path, one: Media) -> str:
    path = allowed.written(root, one.file)
    try:
        found = path.stat()
        if not path.is_file():
            return "это папка, а нужен файл"
        if found.st_size > allowed.MOST_BYTES:
            most = allowed.MOST_BYTES // 10**6
            return f"{found.st_size / 10**6:.0f} МБ, а можно до {most}: сожмите или укоротите"
        if found.st_size == 0:
            return "файл пуст"
        look = _photo_fault if one.kind == "photo" else _video_fault
        return look(path, found.st_size, found.st_mtime_ns)
    except FileNotFoundError:
        return f"нет файла {allowed.written(Path(), one.file).as_posix()}"
    except OSError:
        return "файл не читается: проверьте права"


# A check runs again with every build, and a file that did not change need not be decoded again.
@lru_cache(maxsize=512)
def _photo_fault(path: Path, _bytes: int, _changed: int) -> str:
    from PIL import Image

    try:
        allowed.photo(path)
        with Image.open(path) as image:
            kind = str(image.format)
    except allowed.BadPhoto as error:
        return str(error)
    if path.suffix not in allowed.FORMATS[kind]:
        return f"на деле это {kind}: переименуйте, чтобы кончалось на {allowed.FORMATS[kind][0]}"
    return ""


@lru_cache(maxsize=64)
def _video_fault(path: Path, _bytes: int, _changed: int) -> str:
    try:
        film = containers.look(path)
    except containers.NotAFilm as error:
        return str(error)
    container, codecs = VIDEO[path.suffix]
    if film.container != container:
        return f"на деле это {film.container}: переименуйте файл"
    if strange := sorted(film.codecs - codecs):
        return f"сжато в {', '.join(strange)}, а киоск играет {', '.join(sorted(codecs))}"
    if not film.codecs & {"h264", "vp8", "vp9"}:
        return "в файле нет картинки, один звук"
    if film.size is not None and max(film.size) > SIDE:
        return f"{film.size[0]}×{film.size[1]} точек, а нужно до {SIDE} по длинной стороне"
    if film.seconds is not None and film.seconds > SECONDS:
        return f"длится {film.seconds:.0f} с: стоя смотрят не дольше {SECONDS}"
    return fault_of(path)


def _captions_fault(root: Path, name: str) -> str:
    if allowed.FILE_NAME.fullmatch(name) is None or not name.endswith(".vtt"):
        return f"«{name[:60]}» — нужен файл .vtt, имя латиницей"
    try:
        captions.read(allowed.written(root, name))
    except captions.CaptionsError as error:
        return f"{name}:{error.line}: {error}"
    except OSError:
        return f"нет файла {allowed.written(Path(), name).as_posix()}"
    return ""


RULES: list[Rule] = [
    media_can_be_shown,
    media_are_few,
    words_fit_beside_it,
    captions_can_be_read,
    media_are_named,
]
