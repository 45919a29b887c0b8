"""A notebook with a panel and a film in it, saved and opened again, by people with and without a kernel."""

from __future__ import annotations

from pathlib import Path

import nbformat
import nbformat.sign
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page, expect

from photo2video_widgets import Video
from photo2video_widgets.cli import main
from tests.axe import findings
from tests.pictures import photo

from .conftest import Lab

pytestmark = pytest.mark.browser

WORDS = "1 second a photo, 320x180, calm music, title: Low & <i>high</i> $5 or $6"
CELLS = (
    "import photo2video_widgets as p2v\npanel = p2v.Panel(language='en')\npanel",
    "panel.timeline",
    f"panel.add(['beach.jpg', 'koi.jpg'])\npanel.say({WORDS!r})\npanel.export('film.mp4')",
    "await panel.session.draft()",
)
DEAD = ("model not found", "Loading widget", "Error displaying")


# With a new kernel, and without any.
READERS = [("lab/tree", True), ("lab/tree", False), ("notebooks", False)]


def look(lab: Lab, page: Page, name: str, host: str, kernel: bool) -> None:
    """Open a notebook without running anything in it, and wait until its outputs are drawn."""
    page.goto(f"{lab.url}/{host}/{name}?{'reset&' if host.startswith('lab') else ''}token={lab.token}")
    expect(page.locator(".jp-Notebook")).to_be_visible(timeout=60_000)
    if kernel:
        state = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status"
        page.wait_for_function(f"() => {state} === 'idle'", timeout=60_000)
    else:
        choice = page.locator(".jp-Dialog", has_text="Select Kernel")
        choice.locator("select").select_option(label="No Kernel", timeout=60_000)
        choice.get_by_role("button", name="Select").click()
        expect(choice).to_have_count(0)


def read_elsewhere(lab: Lab, saved: str, name: str, *, trusted: bool) -> str:
    """The name of a copy of a notebook, for a reader who has not its kernel."""
    notebook = nbformat.read(lab.folder / saved, as_version=4)
    for key in ("kernelspec", "language_info"):
        notebook.metadata.pop(key, None)
    nbformat.write(notebook, lab.folder / name)
    if trusted:
        nbformat.sign.NotebookNotary(data_dir=str(lab.folder.parent / "data")).sign(notebook)
    return name


def a_played_film(page: Page) -> None:
    film = page.locator("video.p2v-player")
    expect(film).to_be_visible()
    film.evaluate("film => { film.muted = true; return film.play(); }")
    page.wait_for_function("film => film.currentTime > 0.3", arg=film.element_handle(), timeout=30_000)


@pytest.fixture(scope="module")
def saved(lab: Lab, browser: Browser) -> str:
    """The name of a notebook that was run, saved and left, and whose kernel is gone."""
    for name, colour in (("beach.jpg", "teal"), ("koi.jpg", "crimson")):
        photo(lab.folder / name, colour)
    lab.write("saved.ipynb", *CELLS)
    page = browser.new_page(viewport={"width": 1300, "height": 1400}, locale="en-US")
    lab.open(page, "saved.ipynb")
    outputs = page.locator(".jp-OutputArea-child")
    kept = outputs.filter(has=page.locator(".p2v-panel"))
    expect(page.get_by_text("Timeline (3 tracks)").or_(page.get_by_text("0:00–0:01 · beach.jpg")).last).to_be_visible(
        timeout=120_000
    )
    expect(page.locator("video.p2v-player")).to_be_visible(timeout=120_000)
    page.wait_for_function("() => document.querySelectorAll('.p2v-live').length === 2", timeout=30_000)
    # Where the panel answers, only it is to be seen, and of the film only its player.
    for output in kept.all():
        expect(output).to_be_hidden()
    expect(page.get_by_role("region", name="Player").locator("video")).to_be_visible(timeout=30_000)
    expect(page.locator(".jp-RenderedImage img:visible")).to_have_count(0)
    expect(page.locator(".p2v-same img:visible")).to_have_count(1)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=30_000)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.close()
    return "saved.ipynb"


def test_a_saved_notebook_holds_nothing_private_and_little(lab: Lab, saved: str) -> None:
    text = (lab.folder / saved).read_text("utf-8")
    assert str(lab.folder) not in text
    assert str(Path.home()) not in text
    notebook = nbformat.reads(text, as_version=4)
    panel = notebook.cells[0].outputs
    assert [set(output.data) for output in panel] == [
        {"image/jpeg", "text/plain"},
        {"text/html", "text/plain"},
        {"application/vnd.jupyter.widget-view+json", "text/plain"},
    ]
    assert sum(len(str(output.data)) for output in panel) < 300_000


@pytest.mark.parametrize(("host", "kernel"), READERS)
def test_a_trusted_reader_without_the_panel_sees_the_film_and_the_draft(
    lab: Lab, page: Page, saved: str, host: str, kernel: bool
) -> None:
    look(lab, page, saved if kernel else read_elsewhere(lab, saved, "trusted.ipynb", trusted=True), host, kernel)
    first = page.locator(".jp-Cell").first
    poster = first.locator("img:visible").first
    expect(poster).to_be_visible(timeout=30_000)
    assert poster.evaluate("picture => [picture.naturalWidth, picture.naturalHeight]") == [640, 360]
    expect(first.get_by_role("img")).to_have_count(2)
    expect(page.get_by_text("0:01–0:02 · koi.jpg").first).to_be_visible()
    expect(page.get_by_text('p2v.Panel(session="last")').first).to_be_visible()
    expect(page.get_by_text("Low & <i>high</i> $5 or $6").first).to_be_visible()
    a_played_film(page)
    views = page.locator(".jp-OutputArea-child").filter(has_text="widget").filter(has_not=page.locator(".p2v-kept"))
    for view in views.all():
        expect(view).to_be_hidden()
    assert findings(page, ".jp-OutputArea-output") == []


@pytest.mark.parametrize("host", ["lab/tree", "notebooks"])
def test_an_untrusted_reader_sees_them_too(lab: Lab, page: Page, saved: str, host: str) -> None:
    notebook = nbformat.read(lab.folder / saved, as_version=4)
    notebook.cells[0].source += "\n# from somebody else"
    nbformat.write(notebook, lab.folder / "foreign.ipynb")
    look(lab, page, read_elsewhere(lab, "foreign.ipynb", "foreign.ipynb", trusted=False), host, kernel=False)
    first = page.locator(".jp-Cell").first
    expect(first.locator(".jp-RenderedImage img")).to_be_visible(timeout=30_000)
    # Once each, though there are two of each for those whose styles are let through.
    expect(first.locator("img:visible")).to_have_count(2)
    expect(page.get_by_text("0:01–0:02 · koi.jpg").first).to_be_visible()
    expect(page.get_by_text("film.mp4").first).to_be_visible()
    a_played_film(page)
    shown = page.locator(".jp-Notebook").inner_text()
    assert not [words for words in DEAD if words in shown]


@pytest.mark.parametrize("sanitised", [False, True])
def test_a_page_made_of_it_shows_them_offline(
    lab: Lab, browser: Browser, saved: str, tmp_path: Path, sanitised: bool
) -> None:
    exporter = HTMLExporter(sanitize_html=sanitised)
    (tmp_path / "saved.html").write_text(exporter.from_filename(str(lab.folder / saved))[0], "utf-8")
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "saved.html").as_uri())
    expect(page.get_by_text("0:01–0:02 · koi.jpg").first).to_be_visible()
    if sanitised:
        expect(page.locator(".jp-RenderedImage img:visible")).to_have_count(3)
    else:
        a_played_film(page)
    shown = page.locator("main").inner_text()
    assert not [words for words in (*DEAD, "<video", "<img", "<style") if words in shown]
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert findings(page, ".jp-OutputArea-output") == []
    context.close()


def test_a_restarted_kernel_goes_on_with_the_last_panel_and_its_export(lab: Lab, page: Page, saved: str) -> None:
    lab.write(saved, "import photo2video_widgets as p2v\npanel = p2v.Panel(session='last')\npanel")
    lab.open(page, saved)
    timeline, player = (page.get_by_role("region", name=name) for name in ("Timeline", "Player"))
    expect(timeline.get_by_role("option", name="koi.jpg", exact=False).first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("log", name="Activity").get_by_text(WORDS).first).to_be_visible()
    expect(player.locator("video")).to_be_visible(timeout=30_000)

    page.get_by_role("textbox", name="Prompt").fill("20 seconds, 960x540")
    page.get_by_role("button", name="Send").click()
    expect(timeline.get_by_text("0:20").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("button", name="Stop").first).to_be_visible(timeout=60_000)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    page.get_by_role("button", name="Stop").first.click()
    expect(page.get_by_role("alert").get_by_text('p2v.Panel(session="last")')).to_be_visible(timeout=30_000)
    assert [film.name for film in lab.folder.glob("*.mp4")] == ["film.mp4"]

    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    expect(player.get_by_text("film-2.mp4").first).to_be_visible(timeout=120_000)
    films = {film.name: Video.open(film).duration for film in lab.folder.glob("*.mp4")}
    assert sorted(films.values()) == [2.0, 20.0]


def test_a_page_plays_from_disk_offline_and_without_a_script(browser: Browser, tmp_path: Path) -> None:
    command = [
        "make",
        str(photo(tmp_path / "海.jpg")),
        "--prompt",
        "做一个1秒的视频，轻柔的音乐，标题：海边",
        "--quiet",
    ]
    page_file = tmp_path / "film.html"
    assert main([*command, "--out", str(tmp_path / "film.mp4"), "--html", str(page_file)]) == 0
    for script in (False, True):
        context = browser.new_context(offline=True, java_script_enabled=script)
        page, told = context.new_page(), []
        page.on("console", lambda message, told=told: told.append(message.text))
        page.goto(page_file.as_uri())
        expect(page.get_by_role("heading", level=1)).to_have_text("海边")
        expect(page.get_by_role("cell", name="海.jpg")).to_be_visible()
        expect(page.get_by_text("做一个1秒的视频")).to_be_visible()
        expect(page.get_by_role("heading", name="时间线")).to_be_visible()
        if script:
            assert findings(page, off=()) == []
            film = page.locator("video").element_handle()
            page.wait_for_function("film => film.readyState >= 2 && film.duration > 0.9", arg=film, timeout=30_000)
            cues = "film => { film.textTracks[0].mode = 'showing'; return film.textTracks[0].cues?.length === 2; }"
            page.wait_for_function(cues, arg=film, timeout=30_000)
        assert told == []
        context.close()
