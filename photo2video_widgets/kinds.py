"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

HEAD_BYTES = 4096
"""How much of a file's beginning is needed to tell."""

_STARTS: tuple[tuple[bytes, tuple[str, ...]], ...] = (
    (b"\xff\xd8\xff", ("jpg", "jpeg")),
    (b"\x89PNG\r\n\x1a\n", ("png",)),
    (b"GIF8", ("gif",)),
    (b"II*\0", ("tif", "tiff")),
    (b"MM\0*", ("tif", "tiff")),
    (b"II+\0", ("tif", "tiff")),
    (b"MM\0+", ("tif", "tiff")),
    (b"\x1aE\xdf\xa3", ("mkv", "webm")),
    (b"fLaC", ("flac",)),
    (b"OggS", ("ogg",)),
    # Tags of this kind stand before sounds of several sorts, mostly MP3.
    (b"ID3", ("mp3", "aac", "flac", "wav")),
)
_RIFF = {b"WEBP": ("webp",), b"AVI ": ("avi",), b"WAVE": ("wav",)}
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_CLIPS = ("mp4", "mov", "m4v", "m4a")


def suffixes(head: bytes) -> tuple[str, ...]:
    """The suffixes that such a file may have, without dots, the best one first; empty where there is no telling."""
    for start, found in _STARTS:
        if head.startswith(start):
            return ("webm", "mkv") if found[0] == "mkv" and b"webm" in head[:64] else found
    if head[:4] in (b"RIFF", b"RF64"):
        return _RIFF.get(head[8:12], ())
    if head[4:8] == b"ftyp":
        return _of_brand(head)
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free", b"skip"):
        return ("mov", "mp4", "m4v", "m4a")
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        # The two bits of the layer are empty in AAC, and in no MPEG sound.
        return ("aac",) if head[1] & 0x06 == 0 else ("mp3",)
    return ()


def _of_brand(head: bytes) -> tuple[str, ...]:
    length = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[place : place + 4] for place in range(16, min(length, len(head)), 4))]
    if brands[0] in (b"avif", b"avis") or (brands[0] in _HEIF and b"avif" in brands):
        return ("avif",)
    if brands[0] == b"crx ":
        # A raw photo that borrows the boxes of a film.
        return ()
    if brands[0] in _HEIF:
        return ("heic", "heif")
    if brands[0] in (b"M4A ", b"M4B "):
        return ("m4a", "mp4", "m4v", "mov")
    return ("mov", "mp4", "m4v", "m4a") if brands[0] == b"qt  " else _CLIPS
