"""Words to edits, case by case; `unseen` were not looked at while the grammar was written."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from photo2video_widgets import director, edits
from photo2video_widgets.director import Asset, Past
from photo2video_widgets.draft import Draft

from .checking import CHECKS, differences

CASES = Path(__file__).parent / "cases"


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()]


@dataclass(frozen=True)
class Judgement:
    """A turn: what it does not do, and whether it changed the draft all the same, without a word of doubt.

    `follows` tells that all turns before it did what they should: a miss is carried on into all that follows it.
    """

    missed: list[str]
    wrong: bool
    follows: bool


def judge(case: dict[str, Any]) -> list[Judgement]:
    """Every turn of a case that expects something."""
    files = [*case["photos"], *({"name": name} for name in case.get("media", ()))]
    photos = [_asset(number, file) for number, file in enumerate(files, 1)]
    history = edits.History(Draft())
    drafts: list[Draft] = []
    past: list[Past] = []
    judged: list[Judgement] = []
    asked, follows = "", True
    for turn in case["turns"]:
        before = history.draft
        answer = director.respond(turn["say"], before, photos, None, past, asked)
        asked = turn["say"] if answer.asks and not answer.operations else ""
        if answer.history:
            history.step(answer.history)
        stepped = history.draft
        if answer.history < 0:
            del past[answer.history :]
        elif stepped != before:
            past.append(Past(turn["say"], before))
        if answer.operations:
            history.push(edits.apply(stepped, answer.operations))
        if history.draft != stepped:
            past.append(Past(turn["say"], stepped))
        drafts.append(history.draft)
        wrong = [] if answer.reply else ["the reply is empty"]
        for expected in turn["expect"]:
            ((name, want),) = expected.items()
            if name == "reply_matches":
                wrong += [] if re.search(want, answer.reply, re.I) else [name]
            elif not _holds(name, want, answer.action, before, history.draft, drafts):
                wrong.append(name)
        if turn["expect"]:
            sure = history.draft != before and not answer.not_understood and not answer.asks
            judged.append(Judgement(wrong, bool(wrong) and sure, follows))
            follows = follows and not wrong
    return judged


def _asset(number: int, file: dict[str, Any]) -> Asset:
    name = file["name"]
    kind = {"mp4": "video", "mov": "video", "mp3": "audio", "wav": "audio"}.get(name.rpartition(".")[2], "image")
    width, height = file.get("w", 800), file.get("h", 600)
    duration = {"video": 6000, "audio": 20_000}.get(kind)
    return Asset(f"asset:{number:064x}", name, kind, width, height, duration, file.get("taken"))


def _holds(name: str, want: Any, action: str, before: Draft, now: Draft, drafts: list[Draft]) -> bool:
    if name == "action":
        return action in want if isinstance(want, list) else action == want
    if name == "any_of":
        return any(
            all(_holds(key, value, action, before, now, drafts) for one in some for key, value in one.items())
            for some in want
        )
    if name == "action_not":
        return action not in want
    if name == "same_as_turn":
        return not differences(drafts[want], now) and now != before
    return CHECKS[name](before, now, want)


@functools.cache
def judged(name: str) -> dict[str, list[Judgement]]:
    return {case["id"]: judge(case) for case in read(name)}


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("seen", 0.99),
        ("unseen", 0.97),
        ("fresh", 0.99),
        ("others-seen", 0.99),
        ("others-unseen", 0.93),
        ("strangers-seen", 0.9),
        ("strangers-unseen", 0.71),
        ("talks-seen", 0.79),
        ("talks-unseen", 0.63),
        ("tongues-seen", 0.95),
        ("tongues-unseen", 0.75),
    ],
)
def test_words_become_the_edits_that_are_meant(name: str, least: float) -> None:
    turns = [turn for found in judged(name).values() for turn in found]
    failed = {case: [turn.missed for turn in found] for case, found in judged(name).items() if _missed(found)}
    assert sum(not turn.missed for turn in turns) / len(turns) >= least, failed


def _missed(found: list[Judgement]) -> bool:
    return any(turn.missed for turn in found)


def test_every_language_is_understood() -> None:
    cases = {case["id"]: case["lang"] for name in ("seen", "unseen") for case in read(name)}
    found = judged("seen") | judged("unseen")
    for language in ("en", "zh", "es", "de", "fr", "ja", "mixed"):
        told = [not _missed(found[name]) for name in cases if cases[name] == language]
        assert sum(told) / len(told) >= 0.9, language


@pytest.mark.parametrize(
    ("names", "most"),
    [
        (("seen", "unseen", "fresh", "others-seen", "others-unseen"), 0.003),
        (("strangers-seen", "strangers-unseen", "talks-seen", "talks-unseen"), 0.035),
        (("tongues-seen", "tongues-unseen"), 0.035),
    ],
)
def test_few_turns_do_what_was_not_asked(names: tuple[str, ...], most: float) -> None:
    turns = [(case, turn) for name in names for case, found in judged(name).items() for turn in found if turn.follows]
    wrong = [case for case, turn in turns if turn.wrong]
    assert len(wrong) <= len(turns) * most, wrong
