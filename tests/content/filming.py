"""Pictures, videos and captions made by the tests themselves: a moving bar over a coloured ground,
of things that do not exist."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT, RATE = 160, 90, 25
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\n{first}\n\n00:01.000 --> 00:02.000\n{second}\n"


def photograph(path: Path, size: tuple[int, int] = (800, 500), **save: object) -> Path:
    """A picture with a disc in its middle; its left half is red and its right half is blue."""
    image = Image.new("RGB", size, (180, 40, 40))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size[0] // 2, 0, *size), fill=(40, 60, 180))
    third = min(size) // 3
    middle = (size[0] // 2, size[1] // 2)
    draw.ellipse([middle[0] - third, middle[1] - third, middle[0] + third, middle[1] + third],
                 fill=(240, 210, 90))  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **save)  # type: ignore[arg-type]
    return path


def film(path: Path, seconds: float = 2.0, codec: str = "libx264") -> Path:
    """A silent video: a light bar travels from left to right once."""
    from ffpyplayer.pic import Image as Plane
    from ffpyplayer.writer import MediaWriter

    path.parent.mkdir(parents=True, exist_ok=True)
    stream = {
        "pix_fmt_in": "rgb24", "width_in": WIDTH, "height_in": HEIGHT, "codec": codec,
        "pix_fmt_out": "yuv420p", "frame_rate": (RATE, 1),
    }  # fmt: skip
    writer = MediaWriter(str(path), [stream])
    frames = round(seconds * RATE)
    for number in range(frames):
        image = Image.new("RGB", (WIDTH, HEIGHT), (20, 30, 110))
        left = number * WIDTH // frames
        ImageDraw.Draw(image).rectangle((left, 0, left + 20, HEIGHT), fill=(250, 240, 220))
        plane = Plane(plane_buffers=[image.tobytes()], pix_fmt="rgb24", size=(WIDTH, HEIGHT))
        writer.write_frame(img=plane, pts=number / RATE, stream=0)
    writer.close()
    return path


def captions(path: Path, first: str, second: str) -> Path:
    """Two cues, a second each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CAPTIONS.format(first=first, second=second), "utf-8")
    return path
