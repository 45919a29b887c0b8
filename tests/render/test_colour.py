"""Colours of a chart through the whole film, from every kind of file that cameras and programs write."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pillow_heif
import pytest
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray
from PIL import Image, ImageCms
from skimage.color import deltaE_ciede2000, rgb2lab

from .films import draft, made, picture

pillow_heif.register_heif_opener()

# A chart of four rows of six: natural colours, strong ones, the primaries, greys.
CHART = (
    "735244 c29682 627a9d 576c43 8580b1 67bdaa d67e2c 505ba6 c15a63 5e3c6c 9dbc40 e0a32e "
    "383d96 469449 af363c e7c71f bb5695 0885a1 f3f3f2 c8c8c8 a0a0a0 7a7a79 555555 343434"
)
SIDE = 48
# Primaries with white, by Bradford at D50: columns red, green, blue.
D50 = {
    "Display P3": ((0.51512, 0.29198, 0.1571), (0.2412, 0.69225, 0.06657), (-0.00105, 0.04189, 0.78407)),
    "Adobe RGB": ((0.60974, 0.20528, 0.14919), (0.31111, 0.62567, 0.06322), (0.01947, 0.06087, 0.74457)),
}


def colours() -> NDArray[np.uint8]:
    return np.array([[int(one[place : place + 2], 16) for place in (0, 2, 4)] for one in CHART.split()], np.uint8)


def chart() -> Image.Image:
    return Image.fromarray(np.kron(colours().reshape(4, 6, 3), np.ones((SIDE, SIDE, 1), np.uint8)))


def profile(name: str) -> bytes:
    """A matrix profile with the named primaries and a gamma of 2.2, written byte by byte."""

    def fixed(value: float) -> bytes:
        return round(value * 65536).to_bytes(4, "big", signed=True)

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0\0\0\0\x01" + round(2.2 * 256).to_bytes(2, "big") + b"\0\0"
    tags = {
        b"desc": b"desc\0\0\0\0\0\0\0\x05wide\0" + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": xyz(0.9642, 1, 0.8249),
        **{
            f"{letter}XYZ".encode(): xyz(*column)
            for letter, column in zip("rgb", zip(*D50[name], strict=True), strict=True)
        },
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, offset = len(tags).to_bytes(4, "big"), b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        data += bytes(-len(data) % 4)
        table += tag + (offset + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data
    header = (offset + len(body)).to_bytes(4, "big") + bytes(4) + b"\x02\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp"
    header += bytes(28) + fixed(0.9642) + fixed(1) + fixed(0.8249)
    return header.ljust(128, b"\0") + table + body


def wide(name: str) -> Image.Image:
    to = ImageCms.ImageCmsProfile(io.BytesIO(profile(name)))
    found = ImageCms.profileToProfile(chart(), ImageCms.createProfile("sRGB"), to, renderingIntent=1)
    assert found is not None
    return found


def save(kind: str, folder: Path) -> tuple[str, NDArray[np.uint8]]:
    """The chart as a file of some kind, and the colours that it stands for."""
    wanted = colours()
    best = {"quality": 98, "subsampling": "4:2:0"}
    if kind == "sRGB, JPEG":
        chart().save(folder / "c.jpg", **best)
        return "c.jpg", wanted
    if kind == "sRGB, JPEG of full colour":
        chart().save(folder / "c.jpg", quality=98, subsampling="4:4:4")
        return "c.jpg", wanted
    if kind == "turned JPEG":
        exif = Image.Exif()
        exif[0x0112] = 6
        chart().transpose(Image.Transpose.ROTATE_90).save(folder / "c.jpg", exif=exif, **best)
        return "c.jpg", wanted
    if kind == "sRGB, PNG":
        chart().save(folder / "c.png")
        return "c.png", wanted
    if kind == "CMYK":
        chart().convert("CMYK").save(folder / "c.jpg", quality=98)
        return "c.jpg", wanted
    if kind == "grey JPEG":
        chart().convert("L").save(folder / "c.jpg", quality=98)
        return "c.jpg", np.repeat(np.asarray(Image.fromarray(wanted[None]).convert("L"))[0][:, None], 3, axis=1)
    if kind == "16 bit of colour":
        cv2.imwrite(str(folder / "c.png"), np.asarray(chart())[:, :, ::-1].astype(np.uint16) * 257)
        return "c.png", wanted
    if kind == "16 bit":
        grey = np.asarray(chart().convert("L"))
        Image.fromarray(grey.astype(np.uint16) * 257).save(folder / "c.png")
        return "c.png", np.repeat(np.asarray(Image.fromarray(wanted[None]).convert("L"))[0][:, None], 3, axis=1)
    if kind == "palette":
        chart().quantize(64).save(folder / "c.png")
        return "c.png", wanted
    name, format_ = kind.split(", ")
    file = f"c.{format_.lower()}"
    more: dict[str, Any] = {"WEBP": {"lossless": True}, "TIFF": {}, "PNG": {}}.get(format_, {"quality": 100})
    if name == "sRGB":
        chart().save(folder / file, format_, **more)
    else:
        wide(name).save(folder / file, format_, icc_profile=profile(name), **more)
    return file, wanted


@pytest.mark.parametrize(
    "kind",
    [
        "sRGB, JPEG", "sRGB, JPEG of full colour", "turned JPEG", "sRGB, PNG", "CMYK", "grey JPEG", "16 bit",
        "16 bit of colour",
        "Display P3, JPEG", "Display P3, PNG", "Adobe RGB, JPEG", "Adobe RGB, PNG",
        "palette", "sRGB, WEBP", "Display P3, WEBP", "sRGB, HEIF", "Display P3, HEIF", "sRGB, AVIF", "Display P3, AVIF",
        "sRGB, TIFF", "Adobe RGB, TIFF",
    ],
)  # fmt: skip
def test_colours_of_a_chart_come_out_right(tmp_path: Path, kind: str):
    file, wanted = save(kind, tmp_path)
    width, height = 6 * SIDE, 4 * SIDE
    film = made(tmp_path, draft(picture(file, 0, 100), width=width, height=height), quality="best")
    patches = shown(film.path).reshape(4, SIDE, 6, SIDE, 3)[:, 12:-12, :, 12:-12].mean(axis=(1, 3)).reshape(24, 3)
    distance = deltaE_ciede2000(rgb2lab(patches), rgb2lab(wanted / 255))
    assert distance.mean() < 0.7
    assert distance.max() < 2


def shown(film: Path) -> NDArray[np.float64]:
    """The second frame as RGB (0..1), by BT.709's formulas: converters of decoders round down."""
    with av.open(str(film)) as container:
        frame = list(container.decode(video=0))[1]
    assert (frame.colorspace, frame.color_range) == (Colorspace.ITU709, ColorRange.MPEG)
    y, u, v = (np.array(plane, np.float64) for plane in planes_of(frame))
    u, v = (np.kron(plane - 128, np.ones((2, 2))) / 224 for plane in (u, v))
    y = (y - 16) / 219
    red, blue = y + 1.5748 * v, y + 1.8556 * u
    green = (y - 0.2126 * red - 0.0722 * blue) / 0.7152
    return np.clip(np.dstack([red, green, blue]), 0, 1)


def planes_of(frame: av.VideoFrame) -> list[NDArray[np.uint8]]:
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, -1)[:, : plane.width] for plane in frame.planes
    ]
