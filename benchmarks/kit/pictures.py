"""Photos as a phone's camera makes them, as far as their weight goes: light, things, texture, grain."""

import io
import random

from PIL import Image, ImageChops, ImageDraw

Size = tuple[int, int]

_TEXTURES = ((8, 60), (32, 34), (128, 18))  # grains along the longer side, and how strong they are
_TINTS = ((232, 196, 150), (120, 160, 190), (150, 176, 128), (214, 150, 120), (176, 168, 196))
_THINGS = 14


def photo(number: int, size: Size, *, grain: float = 4, quality: int = 88) -> bytes:
    """Return a JPEG that looks like no other *number*, with as much *grain* as a camera leaves."""
    chance = random.Random(number)
    light = Image.linear_gradient("L").rotate(90 * chance.randrange(4)).resize(size)
    lit = Image.merge("RGB", [light.point([90 + at * 160 // 255 for at in range(256)])] * 3)
    picture = ImageChops.multiply(Image.new("RGB", size, _TINTS[number % len(_TINTS)]), lit)
    _draw_things(picture, chance)
    for grains, strength in _TEXTURES:
        picture = _rough(picture, grains, strength)
    picture = _with_noise(picture, Image.effect_noise(size, grain))
    sink = io.BytesIO()
    picture.save(sink, "JPEG", quality=quality)
    return sink.getvalue()


def photo_of_weight(number: int, size: Size, least: int) -> bytes:
    """Return a JPEG of at least that many bytes: the grain grows until it is."""
    grain = 9.0
    while len(made := photo(number, size, grain=grain, quality=92)) < least:
        grain *= 1.2
    return made


def _draw_things(picture: Image.Image, chance: random.Random) -> None:
    pen = ImageDraw.Draw(picture)
    wide, high = picture.size
    for _ in range(_THINGS):
        x, y = chance.randrange(wide), chance.randrange(high)
        across, along = chance.randrange(wide // 20, wide // 3), chance.randrange(high // 20, high // 3)
        colour = tuple(chance.randrange(30, 240) for _ in range(3))
        draw = chance.choice((pen.ellipse, pen.rectangle))
        draw((x, y, x + across, y + along), fill=colour)


def _rough(picture: Image.Image, grains: int, strength: float) -> Image.Image:
    wide, high = picture.size
    small = Image.effect_noise((grains, max(1, grains * high // wide)), strength)
    return _with_noise(picture, small.resize(picture.size, Image.Resampling.BICUBIC))


def _with_noise(picture: Image.Image, noise: Image.Image) -> Image.Image:
    """Return *picture*, lighter and darker where *noise*, grey in the middle, is."""
    return ImageChops.add(picture, Image.merge("RGB", [noise] * 3), 1, -128)
