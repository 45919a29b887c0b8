"""What notebooks and pages keep of drafts and films, for readers without a kernel."""

from __future__ import annotations

import base64
import dataclasses
import html
import io
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

import photo2video_widgets as p2v
from photo2video_widgets import storyboard

from .pictures import photo
from .test_making import run_cells

ODD = "A <b>day</b> *off* & $5 or $6"
WORDS = f"320x180, 1.5 seconds a photo, calm music, title: {ODD}"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> p2v.Video:
    folder = tmp_path_factory.mktemp("film")
    photos = [photo(folder / name, colour) for name, colour in (("beach.jpg", "teal"), ("koi.jpg", "crimson"))]
    return p2v.make(photos, WORDS, folder / "film.mp4", quiet=True)


@pytest.fixture
def draft(film: p2v.Video) -> p2v.Draft:
    assert film.draft
    return film.draft


def exported(cells: list[nbformat.NotebookNode] | nbformat.NotebookNode, *, sanitised: bool) -> str:
    notebook = nbformat.v4.new_notebook(cells=cells if isinstance(cells, list) else [cells])
    page: str = HTMLExporter(sanitize_html=sanitised, embed_images=True).from_notebook_node(notebook)[0]
    return page[page.index("<main") :]


def with_outputs(outputs: list[nbformat.NotebookNode]) -> nbformat.NotebookNode:
    return nbformat.v4.new_code_cell("film", outputs=outputs)


# Drafts


def test_a_draft_is_told_row_by_row(draft: p2v.Draft) -> None:
    told = storyboard.rows(draft)
    assert [row.what for row in told] == ["beach.jpg", "koi.jpg", f"Title: '{ODD}'", "Music: Calm"]
    assert told[1].time == "0:01.5–0:03"
    assert [row.what for row in storyboard.rows(draft, "zh")][2:] == [f"标题：“{ODD}”", "音乐：轻柔"]


def test_a_draft_of_two_thousand_segments_stays_readable() -> None:
    segments = [{"s": 100 * n, "d": 100, "m": {"name": f"{n}.jpg"}} for n in range(2000)]
    draft = p2v.Draft({"d": 200_000, "t": [{"tt": 0, "sg": segments}]})
    told = storyboard.rows(draft)
    assert len(told) == storyboard.MOST_ROWS
    assert told[-1].what == f"… and {2001 - storyboard.MOST_ROWS} more"
    assert Image.open(io.BytesIO(storyboard.picture(draft))).size[0] == 1200


def test_photos_lie_in_the_picture_where_they_lie_in_time(draft: p2v.Draft, tmp_path: Path) -> None:
    first = draft.pictures[0].src
    Image.new("RGB", (64, 48), "red").save(tmp_path / "a.jpg")
    thumbnails = {first: (tmp_path / "a.jpg").read_bytes(), draft.pictures[1].src: b"no picture"}
    picture = Image.open(io.BytesIO(storyboard.picture(draft, thumbnails))).convert("RGB")
    in_photo, in_block = picture.getpixel((300, 30)), picture.getpixel((860, 30))
    assert in_photo[0] > 200  # type: ignore[index]
    assert in_block[0] < 100  # type: ignore[index]


@pytest.mark.parametrize("data", [{}, {"t": []}, {"t": [{"tt": 7, "sg": [{"d": 10}]}]}, {"t": [{"tt": 9, "sg": [{}]}]}])
def test_any_draft_can_be_shown(data: dict[str, object]) -> None:
    assert p2v.Draft(data)._repr_mimebundle_()["text/plain"]


def test_texts_and_music_are_captions(draft: p2v.Draft) -> None:
    cues = storyboard.captions(draft).split("\n\n")
    assert cues[0] == "WEBVTT"
    assert f"00:00:00.000 --> 00:00:03.000\n{html.escape(ODD, quote=False)}" in cues
    assert "00:00:00.000 --> 00:00:03.000\n♪ Calm" in [cue.strip() for cue in cues]


# Films


def test_a_film_that_fits_is_kept_as_it_is(film: p2v.Video) -> None:
    kept = film.embed(max_mb=10)
    assert kept.data == film.path.read_bytes()
    assert kept.note == ""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> p2v.Video:
    """A film whose noise no encoder makes small."""
    folder = tmp_path_factory.mktemp("large")
    noise = Image.effect_noise((1280, 720), 120).convert("RGB")
    noise.save(folder / "noise.png")
    return p2v.make(folder / "noise.png", "6 seconds, 1280x720, slow zoom, music", folder / "film.mp4", quiet=True)


def test_a_film_that_is_too_large_is_made_to_fit_and_says_so(large: p2v.Video, tmp_path: Path) -> None:
    assert large.size > 1_200_000
    kept = large.embed(max_mb=0.6)
    assert len(kept.data) <= 600_000
    assert kept.height < 720
    (tmp_path / "small.mp4").write_bytes(kept.data)
    small = p2v.Video.open(tmp_path / "small.mp4")
    assert (small.width, small.height) == (kept.width, kept.height)
    assert small.duration == pytest.approx(large.duration, abs=0.1)
    assert "smaller copy" in kept._repr_mimebundle_()["text/html"]
    assert repr(kept).startswith("<Embedded film.mp4: ")


@pytest.mark.parametrize("budget", [0, -1, float("nan"), 0.01])
def test_an_impossible_budget_is_refused(large: p2v.Video, budget: float) -> None:
    with pytest.raises(p2v.P2VError, match=r"MB") as told:
        large.embed(max_mb=budget)
    assert str(large.path.parent) not in str(told.value)


def test_a_large_film_is_a_poster_and_a_link_that_tells_no_folder(
    film: p2v.Video, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = dataclasses.replace(film, size=20_000_000)
    monkeypatch.chdir(film.path.parent)
    shown = large._repr_mimebundle_()["text/html"]
    assert 'src="film.mp4"' in shown
    assert '<a href="film.mp4">' in shown
    assert "data:video" not in shown
    monkeypatch.chdir("/")
    monkeypatch.chdir(Path(__file__).parent)
    shown = large._repr_mimebundle_()["text/html"]
    assert "<video" not in shown
    assert "data:image/jpeg" in shown
    assert "video.embed()" in shown
    assert str(film.path.parent) not in shown


def test_a_films_texts_are_text(film: p2v.Video) -> None:
    shown = film._repr_mimebundle_()
    assert "<b>day</b>" not in shown["text/html"]
    named = dataclasses.replace(film, path=film.path.with_name("a<i>b.mp4"))
    named.path.write_bytes(film.path.read_bytes())
    assert "<i>" not in named._repr_mimebundle_()["text/html"]


def test_pages_show_a_player_and_sanitised_pages_the_poster_and_no_ruins(film: p2v.Video, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(film.path.read_bytes())
    (tmp_path / "draft.json").write_text(film.draft.to_json() if film.draft else "", "utf-8")
    start = "import photo2video_widgets as p2v\nfrom pathlib import Path\n"
    draft = "p2v.Draft.parse(Path('draft.json').read_text('utf-8'))"
    cells = [
        with_outputs(run_cells(tmp_path, start + "p2v.Video.open('film.mp4')")),
        with_outputs(run_cells(tmp_path, start + draft)),
    ]
    assert [output.output_type for output in cells[0].outputs] == ["display_data", "execute_result"]
    page = exported(cells, sanitised=False)
    assert re.search(r'<video [^>]*class="p2v-player"[^>]* src="data:video/mp4;base64,', page)
    clean = exported(cells, sanitised=True)
    assert len(re.findall(r'<img [^>]*src="data:image/jpeg;base64,', clean)) == 2
    assert "<video" not in clean
    # What the sanitiser makes text of goes unseen: the class stays, the style that would show it doesn't.
    hidden = r'<div class="lm-Widget lm-mod-hidden">(.*?)</div>'
    assert "&lt;video" in "".join(re.findall(hidden, clean, re.DOTALL))
    seen = re.sub(hidden, "", clean, flags=re.DOTALL)
    assert not re.search(r"&lt;(video|img|style|t|div)", seen)
    assert "<b>film.mp4</b>" in seen
    assert f"<li>0:00–0:03 · Title: '{ODD}' · centre</li>" in html.unescape(seen)


def test_the_poster_is_a_picture_of_the_film(film: p2v.Video, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(film.path.read_bytes())
    outputs = run_cells(tmp_path, "import photo2video_widgets as p2v\np2v.Video.open('film.mp4')")
    poster = Image.open(io.BytesIO(base64.b64decode(outputs[0].data["image/jpeg"])))
    assert poster.size == (640, 360)


# Panels


def test_a_panels_outputs_follow_it_and_embed_its_film_on_demand(tmp_path: Path) -> None:
    photo(tmp_path / "beach.jpg")
    cells = [
        "import photo2video_widgets as p2v\npanel = p2v.Panel(language='en')\npanel",
        "panel.add('beach.jpg')\npanel.say('1 second, 320x180, no music')",
        "film = panel.export('film.mp4')",
        "panel.embed(max_mb=1)",
    ]
    for count, (poster, player) in ((2, (False, False)), (3, (True, False)), (4, (True, True))):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells[:count]])
        client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
        client.execute()
        picture, words, view = notebook.cells[0].outputs
        size = Image.open(io.BytesIO(base64.b64decode(picture.data["image/jpeg"]))).size
        assert (size == (640, 360)) is poster
        assert ("film.mp4" in words.data["text/html"]) is poster
        assert ("data:video/mp4" in words.data["text/html"]) is player
        assert "<li>0:00–0:01 · beach.jpg · zoom-in</li>" in words.data["text/html"]
        assert "application/vnd.jupyter.widget-view+json" in view.data
        state = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
        assert len(str(state)) < 300_000
        state[view_model(view)]["state"].pop("_esm")
        assert "base64" not in str(state)
        assert str(tmp_path) not in str(notebook)


def view_model(view: nbformat.NotebookNode) -> str:
    return str(view.data["application/vnd.jupyter.widget-view+json"]["model_id"])
