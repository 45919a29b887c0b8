"""Talk of an editor is said anew, and what describes the film stays to the letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photo2video_widgets.hosted.rewording import Rewording, reword
from photo2video_widgets.phrases import PHRASES

# What the agent says, what that asks for, and what must be left of it.
TALK = [
    ("Click the Export button to save.", "export", ""),
    ("Click **Export** in the top-right corner.", "export", ""),
    ('Just click "Export" and choose 1080p.', "export", ""),
    ("Your film is ready — click Export to download it.", "export", "Your film is ready."),
    ("I added calm music, and you can click the Export button to save it.", "export", "I added calm music."),
    ("To download your film, press the Download button.", "export", ""),
    ("The Export button is at the top right.", "export", ""),
    ("You'll find the export menu in the top-right corner of the editor.", "export", ""),
    ("Hit “Save” when you are happy with it.", "export", ""),
    ("Once you’re happy, you’ll want to click Export.", "export", ""),
    ("Open the music panel to see more tracks.", "status", ""),
    ("You can open the text panel on the left.", "status", ""),
    ("Please open the side panel, then choose a style.", "status", ""),
    ("You can preview it in the timeline.", "status", ""),
    ("Check the timeline to see all clips.", "status", ""),
    ("Hit Play to preview your film.", "status", ""),
    ("Press the play button to watch it.", "status", ""),
    ("Drag the clip to the end.", "place", ""),
    ("You can also drag and drop photos to reorder them.", "place", ""),
    ("If you want another order, drag the photos, titles, or clips on the timeline.", "place", ""),
    ("The order can be changed by dragging the clips.", "place", ""),
    ("Click on the title.", "change", ""),
    ("Click a filter (e.g. Warm) to apply it.", "change", ""),
    ("Click the title approx. 3 s after its start.", "change", ""),
    ("1. Click the gear icon", "change", ""),
    ("Use the volume slider to make it softer.", "change", ""),
    ("Check your account for details.", "credits", ""),
    ("Go to your account page to top up credits.", "credits", ""),
    ("The remaining credits are on your account page.", "credits", ""),
    ("Visit the billing section if you need more.", "credits", ""),
    ("点击“导出”按钮即可。", "export", ""),
    ("音乐已添加，请点击右上角的导出按钮保存视频。", "export", "音乐已添加。"),
    ("要保存影片，请点击下载按钮。", "export", ""),
    ("导出按钮在右上角。", "export", ""),
    ("打开音乐面板可以看到更多曲目。", "status", ""),
    ("您可以在时间轴上预览效果。", "status", ""),
    ("可以在时间线中查看所有片段。", "status", ""),
    ("拖动片段即可调整顺序。", "place", ""),
    ("您也可以把照片拖到末尾。", "place", ""),
    ("请点击标题进行修改。", "change", ""),
    ("请前往账户页面查看余额。", "credits", ""),
    ("登录您的账号充值即可。", "credits", ""),
    ("Feel free to export it from the menu in the upper right corner.", "export", ""),
    ("When you're ready, just tap the blue Export icon.", "export", ""),
    ("The slideshow is done! Head over to the export panel to grab your video.", "export", "The slideshow is done!"),
    (
        "All set: 12 photos, 20 seconds. Use the Download option in the toolbar to save your MP4.",
        "export",
        "All set: 12 photos, 20 seconds.",
    ),
    ("Simply select Export from the File menu.", "export", ""),
    ("I've trimmed clip 3; scrub through the timeline to see the result.", "status", "I've trimmed clip 3."),
    ("Take a look at the preview window to see how it turned out.", "status", ""),
    ("Your new title is now visible in the preview panel on the right.", "status", ""),
    ("Expand the Effects tab in the left sidebar for more filters.", "change", ""),
    ("Double-click the text to edit it.", "change", ""),
    ("Right-click on the clip and choose Delete.", "change", ""),
    ("Move the slider to the left to lower the volume.", "change", ""),
    ("Grab the edge of the clip and drag it to make it shorter.", "place", ""),
    ("To reorder, simply drag and drop the thumbnails.", "place", ""),
    ("You can purchase more credits under Settings > Billing.", "credits", ""),
    ("For your balance, please see your account dashboard.", "credits", ""),
    ("视频已经生成好了，您可以点击页面右上角的“导出”来下载。", "export", "视频已经生成好了。"),
    ("如果满意的话，点一下导出就行。", "export", ""),
    ("在左侧的特效面板里可以选择更多滤镜。", "status", ""),
    ("想看效果的话，可以到预览窗口播放一下。", "status", ""),
    ("双击字幕就可以修改文字。", "change", ""),
    ("用鼠标拖住片段边缘就能改变时长。", "place", ""),
    ("将图片拖拽到时间线上即可。", "place", ""),
    ("积分不足时，请到个人中心充值。", "credits", ""),
    ("Done! The video can be exported with the button in the upper right.", "export", "Done!"),
    ("If everything looks good, go ahead and hit the Render button.", "export", ""),
    ("You can now save the project by clicking the disk icon.", "export", ""),
    ("Let me know if you'd like changes, or click Export to finish.", "export", "Let me know if you'd like changes."),
    (
        "The title fades in at 2 s. Open the Text panel on the left if you'd like to restyle it.",
        "status",
        "The title fades in at 2 s.",
    ),
    ("You'll see the new transition in your timeline.", "status", ""),
    ("Play it back in the editor to check the timing.", "status", ""),
    ("Tap the three dots menu next to the clip.", "change", ""),
    ("Pull the right edge of the clip to extend it.", "place", ""),
    ("Your subscription can be managed from your account settings.", "credits", ""),
    ("I've used 8 credits; check the billing page for the rest.", "credits", "I've used 8 credits."),
    ("已为您加上字幕，可在左边的字幕面板里调整。", "status", "已为您加上字幕。"),
    ("完成后点右上角导出。", "export", ""),
    ("请在预览区查看最终效果！", "status", ""),
    ("长按照片并拖动可以换位置。", "place", ""),
    ("您可以进入账户中心购买积分。", "credits", ""),
    ("共 12 张照片，时长 20 秒。点击播放按钮看看吧！", "status", "共 12 张照片，时长 20 秒。"),
]
CONTENT = [
    "The title now reads “Open Water”.",
    "I added a panel of photos from the beach.",
    "I added the text 'Click here' at 3.5 s.",
    "The title now says “Open the panel”.",
    'The end credits read "Drag me to the sea. Click Export."',
    "The second photo shows an open door.",
    "The drag race clip now comes first.",
    "Drag race footage was moved to the start.",
    "A click track keeps the beat at 120 bpm.",
    "Click sounds were removed from the music.",
    "The export of 2024 is the theme of the chart.",
    "I added a Subscribe button to the last scene.",
    "I placed the photos in the timeline in the order they were taken.",
    "The timeline now has 3 tracks.",
    "This cost 5 credits; you have 95 credits left.",
    "Your film has 12 photos.",
    "I opened with the beach and closed with the harbour.",
    "Photo 4, a control panel on the left of the cockpit, got a slow zoom.",
    "音乐已添加，时长 20 秒。",
    "标题“点击这里”已添加。",
    "我把展览面板的照片放到了开头。",
    "第二张照片是打开的门。",
    "我已将标题拖动到末尾。",
    "片尾文字改为“拖动我”。",
    "您还剩 20 积分。",
    "标题已改为《打开面板》。",
    "The menu of the restaurant is the third photo.",
    "I set the title to 'Press Play' and made it larger.",
    "The clip in which she opens the window now lasts 4 s.",
    "The account of the journey begins with the harbour.",
    "Solar panels appear in photos 3 and 5.",
    "I moved the tap dance to the end of the film.",
    "The preview of the concert is followed by the finale.",
    "Check shirts and red coats: photos 2 and 7 got a warm look.",
    "I dragged nothing along: all 12 photos are new.",
    "Clip 2 shows a hand pressing a button.",
    "照片里的控制面板现在更亮了。",
    "打开窗户的镜头延长到 4 秒。",
    "我用拖拉机的照片做了片头。",
    "点击声已经从音乐里去掉了。",
    "账单的照片放在了第三位。",
    "字幕写着：“在面板中打开”。",
    "The opening scene now starts with the panel discussion.",
    "I exported nothing yet; the draft has 3 tracks.",
    "Music by Click & Drag plays from 0 to 10 s.",
    "See-through titles were placed over photos 1, 2 and 3.",
    "The view from the window is now the last photo.",
    "Each tab of the binder gets its own photo.",
    "I cut the part where the icon of Saint Nicholas is blurred.",
    "The player on the left scores in clip 5.",
    "我按拍摄时间排列了照片，并在第 3 秒加入了标题。",
    "画面左侧的按钮特写已放大。",
    "镜头从打开的窗户切到海边。",
    "我把播放速度调成了两倍。",
    "菜单照片用了暖色滤镜。",
    "设置了 1 秒的叠化转场。",
]


def told(text: str) -> tuple[str, set[str], set[str]]:
    """The text without the client's phrases, what it asks for, and the phrases that were there."""
    rewording = Rewording()
    shown = rewording.feed(text) + rewording.close()
    phrases = set()
    for kind in ("export", "place", "change"):
        for words in PHRASES[f"say-{kind}"].values():
            if words in shown:
                phrases.add(kind)
                shown = shown.replace(words, "")
    return shown.strip(), rewording.wants, phrases


@pytest.mark.parametrize(("sentence", "kind", "left"), TALK)
def test_talk_of_an_editor_becomes_talk_of_words(sentence: str, kind: str, left: str) -> None:
    shown, wants, phrases = told(sentence)
    assert shown == left
    assert wants == ({kind} & {"status", "credits", "export"})
    assert phrases == ({kind} & {"export", "place", "change"})


@pytest.mark.parametrize("sentence", CONTENT)
def test_what_describes_the_film_stays_to_the_letter(sentence: str) -> None:
    assert reword(sentence) == sentence
    assert told(sentence) == (sentence, set(), set())


def test_a_phrase_is_said_once_and_what_stands_around_it_stays() -> None:
    assert reword("Click Export.\nYour film has 3 scenes.\n\nThen click the Download button. Enjoy!") == (
        "Say “export” to get the film.\nYour film has 3 scenes.\n\nEnjoy!"
    )
    assert reword("Done.\nPreview it in the timeline.\nEnjoy!") == "Done.\nEnjoy!"
    assert reword("标题已添加。点击导出按钮即可下载。祝您愉快！") == "标题已添加。说“导出”就能得到影片。祝您愉快！"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It lasts 3.5 s. Click Export.", "It lasts 3.5 s."),
        ("The film is 1080p. Click Export.", "The film is 1080p."),
        ("Each photo stays approx. 3 s. Click Export.", "Each photo stays approx. 3 s."),
        ("I used effects, e.g. Warm and Soft. Click Export.", "I used effects, e.g. Warm and Soft."),
        ("The title is “Hello.” Click Export.", "The title is “Hello.”"),
        ("The credits thank Dr. Lee vs. Mr. Wu. Click Export.", "The credits thank Dr. Lee vs. Mr. Wu."),
        ("时长为 3.5 秒。点击导出。", "时长为 3.5 秒。"),
        ("标题是“你好。”时长 3 秒。点击导出。", "标题是“你好。”时长 3 秒。"),
    ],
)
def test_sentences_end_where_they_end(text: str, kept: str) -> None:
    assert told(text) == (kept, {"export"}, {"export"})


@pytest.mark.parametrize(
    "trouble",
    [
        "I encountered a temporary issue. Please try again.",
        "I encountered a temporary issue while processing your request. Please try again in a few moments.",
        "Sorry, I ran into a temporary problem.",
        "However, I've hit a temporary glitch. Sorry for the inconvenience.",
        "我遇到了临时问题，请稍后再试。",
        "抱歉，我遇到了一个暂时的问题。请稍后重试。",
        "抱歉，系统出现临时性错误。",
    ],
)
def test_a_temporary_issue_is_an_answer_only_where_there_is_no_other(trouble: str) -> None:
    assert reword(trouble) == trouble
    assert reword(f"Music was added. {trouble}") == "Music was added."
    assert reword(f"音乐已添加。{trouble}") == "音乐已添加。"
    assert Rewording(has_answer=True).feed(f"{trouble}\n\n") == ""
    assert reword(f"Music was added. {trouble} The title is new.") == f"Music was added. {trouble} The title is new."


@pytest.mark.parametrize(
    "sentence",
    [
        "I encountered a temporary issue with photo 3, so I used photo 4 instead.",
        "The scene tells of a temporary issue.",
        "字幕提到了临时问题。",
    ],
)
def test_an_issue_that_was_dealt_with_is_part_of_the_answer(sentence: str) -> None:
    assert reword(f"Music was added. {sentence}") == f"Music was added. {sentence}"


PHRASES_OF_AGENTS = st.sampled_from(
    [
        *(sentence for sentence, _, _ in TALK),
        *CONTENT,
        *("3.5 s", "e.g. ", "“", "”", '"', "'", "\n", "。", ". ", "I encountered a temporary issue.", "1. ", "《", " "),
    ]
)
TEXTS = st.lists(PHRASES_OF_AGENTS, max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda between: between.join(parts))
)


def check_cuts(text: str, places: list[int]) -> None:
    edges = [0, *sorted(min(place, len(text)) for place in places), len(text)]
    whole, cut = Rewording(), Rewording()
    expected = whole.feed(text) + whole.close()
    assert "".join(cut.feed(text[start:end]) for start, end in pairwise(edges)) + cut.close() == expected
    assert cut.wants == whole.wants


@given(TEXTS, st.lists(st.integers(0, 400), max_size=20))
def test_a_text_is_reworded_alike_however_it_is_cut(text: str, places: list[int]) -> None:
    check_cuts(text, places)


def test_the_same_with_many_more_texts(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--torture"):
        pytest.skip("a matter of --torture")

    @settings(max_examples=20_000, deadline=None)
    @given(st.one_of(TEXTS, st.text()), st.lists(st.integers(0, 400), max_size=60))
    def check(text: str, places: list[int]) -> None:
        check_cuts(text, places)

    check()


@pytest.mark.parametrize("word", ["word ", "click ", "“", "drag, ", "请点击，"])
def test_a_text_without_an_end_is_reworded_in_the_end(word: str) -> None:
    text = word * 40_000
    rewording = Rewording()
    for start in range(0, len(text), 2_000):
        rewording.feed(text[start : start + 2_000])
    rewording.close()
