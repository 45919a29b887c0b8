"""What a clause asks for in the frame, what lies behind the photos, and the clips among them."""

from __future__ import annotations

import re

from .clauses import Clause
from .token import Token
from .wishes import NOBODY, Wish
from .work import Work


def read_frame(work: Work) -> None:
    clause = work.clause
    if clause.has("size"):
        for token in clause.take_all("size", "shape", "frame"):
            if token.has("size"):
                work.wish("frame", NOBODY, size=token.kinds["size"])
        clause.take_all("side")
        return
    shapes = [token for token in clause.free("shape") if not _is_a_place(clause, token)]
    if shapes and not (len(shapes) == 1 and shapes[0].has("name")):
        token = shapes[-1]
        for other in clause.take_all("shape", "frame"):
            other.used = True
        if clause.has("not") and not work.removes:
            work.wish("refused", NOBODY, shape=token.kinds["shape"])
        else:
            work.wish("frame", NOBODY, shape=token.kinds["shape"])
    if (
        not shapes
        and clause.has("frame")
        and clause.has("original", "back", "undo")
        and not clause.has("side", "photo")
    ):
        clause.take_all("frame", "original", "back", "undo")
        work.wish("frame", NOBODY, back=True)
        return
    side = clause.take("side")
    if side:
        if work.found and work.found[-1].kind == "frame":
            work.found[-1] = Wish("frame", NOBODY, {**work.found[-1].values, "side": side.kinds["side"]}, clause.said)
        else:
            work.wish("frame", NOBODY, side=side.kinds["side"])
    fps = clause.take("fps")
    if fps:
        work.wish("rate", NOBODY, fps=fps.kinds["fps"])
    elif clause.has("rate"):
        number = clause.take("number")
        clause.take_all("rate")
        if number:
            work.wish("rate", NOBODY, fps=round(number.amount("number")))


def _is_a_place(clause: Clause, shape: Token) -> bool:
    """Whether "square" is one that people stand in."""
    place = clause.tokens.index(shape)
    return place > 1 and clause.tokens[place - 1].text.lower() == "the" and clause.tokens[place - 2].has("in", "at")


def read_background(work: Work) -> None:
    clause = work.clause
    if clause.has("transition", "quote", "title", "text", "caption") or (
        clause.has("music") and clause.has("background")
    ):
        return
    behind = clause.free("background", "bars")
    colour = clause.free("color")
    blur = clause.free("blur")
    if not behind and not (work.context.current in ("background", "fit") and (colour or blur) and not work.photos):
        return
    if (clause.has("bars") and work.denies and not colour and not blur) or (blur and not clause.has("not")):
        work.wish("background", NOBODY, background="blur")
    elif colour and not work.removes:
        work.wish("background", NOBODY, background=colour[0].kinds["color"])
    elif clause.has("bars") or blur:
        work.wish("background", NOBODY, background="#000000")
    else:
        return
    for token in (*behind, *colour, *blur, *clause.free("fill", "trans")):
        token.used = True


def read_fit(work: Work) -> None:
    clause = work.clause
    crop = clause.free("crop")
    if crop and clause.has("trim") and clause.has("clip"):
        return
    if crop and work.clause.has("not", "except"):
        work.wish("fit", work.named, fit="contain")
        clause.take_all("all", "contain", "not", "crop", "cut")
    elif clause.take("contain"):
        clause.take_all("show", "all", "crop", "contain", "fill")
        work.wish("fit", work.named, fit="cover" if clause.has("not") else "contain")
    elif clause.has("fill") and not clause.has("time", "background", "color", "blur"):
        clause.take_all("fill", "frame", "crop", "total", "all")
        work.wish("fit", work.named, fit="contain" if clause.has("not") else "cover")
    elif crop and clause.has("fill", "frame"):
        clause.take_all("crop", "fill", "frame")
        work.wish("fit", work.named, fit="cover")


_OWN_SOUND = re.compile("own|original|原|自带|本身|自己|origin|propio|eigen|元の|クリップ")


def read_clip(work: Work) -> None:
    """What is asked for a clip's own sound or its part."""
    clause, context = work.clause, work.context
    before = clause.extra.get("before")
    goes_on = isinstance(before, Clause) and before.has("clip") and clause.has("it") and clause.has("sound", "mute")
    own = any(_OWN_SOUND.search(token.text.lower()) for token in clause.free("sound")) and bool(context.clips)
    about_clip = (
        clause.has("clip")
        or goes_on
        or own
        or any(item[0] == "name" and item[1] in context.clips for item in work.photos.items)
    )
    if not about_clip:
        return
    if (
        clause.has("mute")
        or (
            clause.has("sound", "volume")
            and (work.denies or any(token.text.lower() == "off" for token in clause.tokens))
        )
        or (clause.has("quieter", "louder", "percent") and clause.has("sound", "volume"))
    ):
        clause.take_all("mute", "sound", "volume", "clip", "remove", "not", "own", "film", "to")
        percent = clause.take("percent")
        if percent:
            clause.take_all("quieter", "louder", "shorter")
            work.wish("clip-volume", volume=percent.amount("percent") / 100)
        elif clause.has("quieter", "louder"):
            work.wish("clip-volume", ratio=1.5 if clause.take("louder") else 0.6)
            clause.take_all("quieter")
        else:
            work.wish("clip-volume", volume=0.0)
        return
    if clause.has("louder", "quieter") and not clause.has("music"):
        # "louder than the rest" complains.
        louder = clause.has("louder") != (" than " in clause.said)
        clause.take_all("louder", "quieter", "clip", "much", "rest", "all")
        work.wish("clip-volume", ratio=1.5 if louder else 0.6)
        return
    if clause.take("unmute"):
        work.wish("clip-volume", volume=1.0)
        return
    times = clause.free("time")
    wants_part = clause.has("trim", "only", "shorter", "from", "cut") or any(_is_edge(clause, token) for token in times)
    if times and wants_part and not clause.has("move"):
        for token in times:
            token.used = True
        lengths = [token.whole("time") for token in times]
        clause.take_all("trim", "only", "clip", "use", "from", "to", "ord", "tostart", "shorter", "remove", "cut")
        if work.removes and len(lengths) == 1:
            work.wish("trim", drop=lengths[0], end=_is_last(clause))
        elif len(lengths) > 1:
            work.wish("trim", start=lengths[0], stop=lengths[1])
        else:
            work.wish("trim", length=lengths[0], end=_is_last(clause))


def _is_edge(clause: Clause, time: Token) -> bool:
    place = clause.tokens.index(time)
    return place > 0 and clause.tokens[place - 1].has("ord", "tostart", "toend")


def _is_last(clause: Clause) -> bool:
    return any(token.kinds.get("ord") == "last" or token.has("toend") for token in clause.tokens)
