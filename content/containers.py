"""What a video file says of itself, read without decoding it: boxes of MP4 (ISO/IEC 14496-12,
-14, -15), elements of WebM (RFC 8794, RFC 9559)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MOST_HEADER = 8 << 20
"""Bytes of an index that are read: a film of minutes has some hundred kilobytes."""
_CODES = {b"avc1": "h264", b"avc3": "h264", b"hvc1": "hevc", b"hev1": "hevc", b"av01": "av1",
          b"vp09": "vp9", b"mp4v": "mpeg4", b"mp4a": "aac", b"Opus": "opus", b"ac-3": "ac3",
          b".mp3": "mp3"}  # fmt: skip
_WEBM = {b"V_VP8": "vp8", b"V_VP9": "vp9", b"V_AV1": "av1", b"A_OPUS": "opus",
         b"A_VORBIS": "vorbis", b"V_MPEG4/ISO/AVC": "h264", b"A_AAC": "aac"}  # fmt: skip
_SEGMENT, _EBML = b"\x18\x53\x80\x67", b"\x1a\x45\xdf\xa3"


class NotAFilm(Exception):
    """The file is not a whole MP4 or WebM; the text is Russian."""


@dataclass(frozen=True)
class Film:
    """``container`` is ``mp4`` or ``webm``; ``codecs`` of all its tracks, unknown ones by their
    four letters; ``seconds`` and ``size`` (px) are None where it does not say."""

    container: str
    codecs: frozenset[str]
    seconds: float | None = None
    size: tuple[int, int] | None = None


def look(path: Path) -> Film:
    """What the file at ``path`` holds; raises :class:`NotAFilm`, OSError."""
    with path.open("rb") as stream:
        head = stream.read(16)
        if head[4:8] == b"ftyp":
            return _mp4(stream, path.stat().st_size)
        if head.startswith(_EBML):
            return _webm(stream, path.stat().st_size)
    raise NotAFilm("это не видео MP4 или WebM, что бы ни говорило имя")


def _mp4(stream: BinaryIO, size: int) -> Film:
    index = None
    has_pictures = False
    at = 0
    while at + 8 <= size:
        stream.seek(at)
        head = stream.read(16)
        length, kind = struct.unpack(">I4s", head[:8])
        if length == 1 and len(head) == 16:
            (length,) = struct.unpack(">Q", head[8:])
        elif length == 0:
            length = size - at
        if length < 8 or at + length > size:
            raise NotAFilm("видео обрывается: файл скопирован не до конца")
        if kind == b"moov":
            if length > MOST_HEADER:
                raise NotAFilm("у видео невозможно большое оглавление")
            stream.seek(at)
            index = stream.read(length)
        has_pictures |= kind in (b"mdat", b"moof")
        at += length
    if index is None or not has_pictures:
        raise NotAFilm("видео обрывается: в файле нет оглавления или самих кадров")
    return _index(index)


def _index(moov: bytes) -> Film:
    codecs: set[str] = set()
    seconds: float | None = None
    side: tuple[int, int] | None = None
    for kind, body in _boxes(moov[8:], (b"trak", b"mdia", b"minf", b"stbl")):
        if kind == b"mvhd" and len(body) >= 32:
            scale, ticks = struct.unpack_from(
                *((">IQ", body, 20) if body[0] else (">II", body, 12))
            )
            seconds = ticks / scale if scale else None
        elif kind == b"stsd" and len(body) >= 16:
            code = body[12:16]
            codecs.add(_CODES.get(code, code.decode("latin-1").strip()))
            if code in (b"avc1", b"avc3", b"hvc1", b"hev1", b"av01", b"vp09", b"mp4v"):
                width, height = struct.unpack_from(">HH", body.ljust(44, b"\0"), 40)
                side = (width, height)
    if not codecs:
        raise NotAFilm("в оглавлении видео нет дорожек")
    return Film("mp4", frozenset(codecs), seconds, side)


def _boxes(body: bytes, inside: tuple[bytes, ...]) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        length, kind = struct.unpack_from(">I4s", body, at)
        if length < 8 or at + length > len(body):
            raise NotAFilm("оглавление видео повреждено")
        part = body[at + 8 : at + length]
        if kind in inside:
            yield from _boxes(part, inside)
        else:
            yield kind, part
        at += length


def _webm(stream: BinaryIO, size: int) -> Film:
    stream.seek(0)
    head = stream.read(MOST_HEADER >> 3)
    if b"webm" not in head[:64]:
        raise NotAFilm("это Matroska, а не WebM: сохраните видео как MP4")
    start = head.find(_SEGMENT)
    if start < 0:
        raise NotAFilm("видео обрывается: в файле нет самих кадров")
    first = head[start + 4 : start + 12].ljust(8, b"\0")
    wide = 9 - first[0].bit_length()
    if wide > 8:
        raise NotAFilm("оглавление видео повреждено")
    length = int.from_bytes(first[:wide], "big") - (1 << (7 * wide))
    is_known = length != (1 << (7 * wide)) - 1
    if is_known and start + 4 + wide + length > size:
        raise NotAFilm("видео обрывается: файл скопирован не до конца")
    codecs = {name for code, name in _WEBM.items() if code in head}
    if not codecs:
        raise NotAFilm("в оглавлении видео нет известных дорожек")
    return Film("webm", frozenset(codecs))
