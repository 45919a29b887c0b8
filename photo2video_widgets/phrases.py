"""What the client itself says, in the user's language: one table, a line a language.

The language is that of the conversation: a session says `speak(language)` when it begins to work, and all that happens
in the same task, or is started from it, follows. Until then it is the host's.
"""

from __future__ import annotations

import locale
import os
import re
from contextvars import ContextVar

LANGUAGES = ("en", "zh")

_language: ContextVar[str] = ContextVar("photo2video_widgets_language", default="")

PHRASES: dict[str, dict[str, str]] = {
    # Back ends
    "local": {"en": "the local engine", "zh": "本机引擎"},
    "nemo": {"en": "NemoVideo", "zh": "NemoVideo"},
    "custom": {"en": "the back end", "zh": "服务端"},
    "model-asked": {
        "en": "{model} is asked what your words mean: it is sent your words, the draft and the names and times of your "
        "files, never a picture.",
        "zh": "会请 {model} 理解您的话：只发送您的文字、草稿以及文件的名称和时间，绝不发送画面。",
    },
    "not-reached": {"en": "{who} could not be reached.", "zh": "无法连接{who}。"},
    "took-too-long": {"en": "{who} took too long to answer.", "zh": "{who}响应超时。"},
    "connection-broke": {"en": "The connection to {who} broke.", "zh": "与{who}的连接中断了。"},
    "patience": {
        "en": "{who} asks for patience: trying again in {seconds} s.",
        "zh": "{who}请求稍候：{seconds} 秒后重试。",
    },
    "no-facts": {
        "en": "The local engine doesn't say what it can do. Restart the kernel.",
        "zh": "本机引擎没有响应其功能，请重启内核。",
    },
    "proxies-odd": {
        "en": "The proxies that are set can't be used: an address of one begins with http://, https:// or socks5://. "
        "Look at {names}.",
        "zh": "代理设置无法使用：代理地址须以 http://、https:// 或 socks5:// 开头。请检查 {names}。",
    },
    "certificates-odd": {
        "en": "The certificates that are set can't be read. Look at {names}.",
        "zh": "无法读取所设置的证书。请检查 {names}。",
    },
    "leads-elsewhere": {
        "en": "{who} leads to another address, where nothing of yours may go.",
        "zh": "{who}指向其他地址，您的内容不会发往那里。",
    },
    "leads-into-the-open": {
        "en": "{who} leads from https:// to http://, where everybody on the way could read the film.",
        "zh": "{who}从 https:// 转向 http://，途中任何人都能读到影片。",
    },
    "leads-nowhere": {"en": "{who} leads from one address to the next without end.", "zh": "{who}不断转向其他地址。"},
    "too-much": {"en": "{who} answered with more than can be read.", "zh": "{who}返回的内容过大，无法读取。"},
    "events-skipped": {
        "en": "Parts of the answer could not be read and were left out: {count}.",
        "zh": "回复中有 {count} 处无法读取，已略过。",
    },
    "no-picture": {"en": "{who} answered with something else than a picture.", "zh": "{who}返回的不是图片。"},
    "no-session": {"en": "{who} made no session. Try again later.", "zh": "{who}没有建立会话，请稍后再试。"},
    "no-status": {
        "en": "{who} doesn't say how the export stands. Try again later.",
        "zh": "{who}没有返回导出状态，请稍后再试。",
    },
    "no-envelope": {
        "en": "The back end answered with something that can't be understood. Try again later.",
        "zh": "服务端的返回无法识别，请稍后再试。",
    },
    # The table of codes
    "token-refused": {
        "en": "The token is wrong or has expired. Set NEMO_TOKEN to a valid one, or unset it.",
        "zh": "令牌错误或已过期。请把 NEMO_TOKEN 设为有效的令牌，或取消设置。",
    },
    "token-odd": {
        "en": "The token holds characters that no token has. Set NEMO_TOKEN to a valid one.",
        "zh": "令牌含有不可能出现的字符。请把 NEMO_TOKEN 设为有效的令牌。",
    },
    "token-wanted": {
        "en": "{who} asks for a token. Give it as token=…, or set NEMO_TOKEN.",
        "zh": "{who}需要令牌。请用 token=… 提供，或设置 NEMO_TOKEN。",
    },
    "token-missing": {
        "en": "The service gave no token. Set NEMO_TOKEN to a token of your account.",
        "zh": "服务没有发放令牌。请把 NEMO_TOKEN 设为您账户的令牌。",
    },
    "token-weekly": {
        "en": "The service gives one free token a week to each install, and this one has had its own. "
        "Set NEMO_TOKEN to a token of your account.",
        "zh": "服务每周只给每个安装发放一个免费令牌，本机已经领取过。请把 NEMO_TOKEN 设为您账户的令牌。",
    },
    "session-gone": {
        "en": "The session is gone, and its timeline with it.",
        "zh": "会话已失效，其中的时间线也没有了。",
    },
    "session-anew": {
        "en": "The session is gone, and its timeline with it. A new one is started: upload the photos again.",
        "zh": "会话已失效，其中的时间线也没有了。已新建会话，请重新上传照片。",
    },
    "no-credits": {
        "en": "There are no credits left. Top up credits in your account.",
        "zh": "积分已用完，请在您的账户中充值。",
    },
    "no-credits-anonymous": {
        "en": "There are no credits left. Register to get more: {link}",
        "zh": "积分已用完。注册即可获得更多：{link}",
    },
    "request-refused": {"en": "The back end could not use the request.", "zh": "服务端无法处理该请求。"},
    "kind-refused": {
        "en": "This kind of file isn't accepted. Accepted are {formats}.",
        "zh": "不支持这种文件。支持的格式：{formats}。",
    },
    "too-large": {
        "en": "The file is larger than 200 MB. Compress or trim it.",
        "zh": "文件超过 200 MB，请压缩或剪短。",
    },
    "forbidden": {"en": "The back end doesn't allow this.", "zh": "服务端不允许这样做。"},
    "token-anonymous-refused": {
        "en": "The service doesn't take this install's free token any more. The next message asks for another: send it "
        "again.",
        "zh": "服务不再接受本机的免费令牌。下一条消息会申请新的令牌，请重新发送。",
    },
    "timing": {
        "en": "Timing({name}={value}): a wait is a number of seconds above 0.",
        "zh": "Timing({name}={value})：等待时间须为大于 0 的秒数。",
    },
    "no-state": {
        "en": "{who} doesn't say how the draft stands. Try again later.",
        "zh": "{who}没有返回草稿状态，请稍后再试。",
    },
    "plan": {
        "en": "Register or upgrade your plan to unlock export. The same draft can be rendered on this machine: "
        'export with renderer="local".',
        "zh": '请注册或升级套餐以解锁导出。同一份草稿也可以在本机渲染：导出时加上 renderer="local"。',
    },
    "not-known": {
        "en": "The back end doesn't know what was asked for.",
        "zh": "服务端找不到所请求的内容。",
    },
    "too-many-requests": {"en": "Too many requests. Wait a while and try again.", "zh": "请求过多，请稍候再试。"},
    "stale": {
        "en": "The draft has changed meanwhile. Fetch it and edit again.",
        "zh": "草稿已被改动，请重新获取后再编辑。",
    },
    "service-failed": {"en": "The back end failed. Try again later.", "zh": "服务端出错，请稍后再试。"},
    "number-endless": {
        "en": "this is no number that a draft can hold (infinite or none at all)",
        "zh": "草稿中不能有这样的数值（无穷大或非数）",
    },
    # Words
    "empty-message": {
        "en": "The message is empty: say what to do with the photos.",
        "zh": "消息是空的：请说明要怎样处理这些照片。",
    },
    "say-export": {"en": "Say “export” to get the film.", "zh": "说“导出”就能得到影片。"},
    "say-place": {"en": "Say in words what should go where.", "zh": "用文字说明要放到哪里即可。"},
    "say-change": {"en": "Say in words what you want changed.", "zh": "用文字说明要怎么改即可。"},
    "agent-failed": {
        "en": "The agent failed on this message. Try again, or say it differently.",
        "zh": "助手未能处理这条消息，请重试或换一种说法。",
    },
    "answer-cut": {"en": "The agent's answer broke off.", "zh": "助手的回答中断了。"},
    "nothing-changed": {"en": "Nothing was changed.", "zh": "没有改动。"},
    "export-held": {
        "en": "Nothing was changed, so the film isn't made yet. Say “export” to have it as it is.",
        "zh": "没有改动，所以还没有生成影片。要按现在的样子生成，请说“导出”。",
    },
    "still-working": {"en": "Still working ({minutes} min) …", "zh": "仍在处理中（{minutes} 分钟）……"},
    "gone-silent": {"en": "{who} has gone silent.", "zh": "{who}没有回应。"},
    "lost": {
        "en": "The connection was lost. The message is not sent again; looking whether it was acted on.",
        "zh": "连接中断了。消息不会重复发送，正在查看是否已经执行。",
    },
    "lost-looking": {
        "en": "Nothing has changed so far (look {number} of {most}).",
        "zh": "暂时没有变化（第 {number} 次查看，共 {most} 次）。",
    },
    "lost-found": {"en": "The message was acted on.", "zh": "消息已经执行。"},
    "lost-for-good": {
        "en": "The connection was lost and the draft has not changed since, so the message seems not to have been "
        "acted on. Send it again if you like.",
        "zh": "连接中断，之后草稿没有变化，看来消息没有执行。需要的话请重新发送。",
    },
    "draft-unread": {
        "en": "Your message was answered, but the draft can't be read now. Look at it again in a while.",
        "zh": "消息已得到答复，但目前无法读取草稿，请稍后再查看。",
    },
    "waits-its-turn": {
        "en": "Another message is still being answered; yours follows.",
        "zh": "另一条消息仍在处理，随后处理您的消息。",
    },
    "meanwhile": {"en": "Meanwhile the service has changed: {changes}", "zh": "其间服务作了改动：{changes}"},
    "hand-edits-dropped": {
        "en": "These edits by hand no longer fit the draft and were dropped: {names}.",
        "zh": "以下手动编辑已不适用于当前草稿，已放弃：{names}。",
    },
    "no-hand-undo": {
        "en": "There is no edit by hand to undo. What the service did itself can only be taken back in words: say so "
        "in a message.",
        "zh": "没有可以撤销的手动编辑。服务自己所做的改动只能用文字要求撤回。",
    },
    "restore-in-words": {
        "en": "The service keeps no earlier drafts. Say in words what should be as it was, or undo edits by hand.",
        "zh": "服务端不保留以前的草稿。请用文字说明要恢复什么；手动编辑可以撤销。",
    },
    "no-revision": {"en": "Revision {number} is not known any more.", "zh": "找不到第 {number} 版草稿。"},
    "cannot-be-done": {"en": "That can't be done: {problem}.", "zh": "无法执行：{problem}。"},
    "no-hand-redo": {"en": "There is no edit by hand to redo.", "zh": "没有可以重做的手动编辑。"},
    "hand-over-photos": {
        "en": "Hand over photos with session.upload([…]), or drop them on the panel.",
        "zh": "请用 session.upload([…]) 上传照片，或把它们拖到面板上。",
    },
    "stopped": {"en": "Stopped.", "zh": "已停止。"},
    "call-stopped": {
        "en": "Stopped. What was done before stays; undo takes it back.",
        "zh": "已停止。此前完成的改动已保留，可以撤销。",
    },
    "went-wrong": {"en": "Something went wrong here.", "zh": "本机出现了意外错误。"},
    "went-wrong-how": {"en": "Something went wrong here ({kind}).", "zh": "本机出现了意外错误（{kind}）。"},
    "given-up": {"en": "The connection was given up.", "zh": "已放弃连接。"},
    # Films
    "film-kept": {
        "en": "{name} is in the notebook now: saved with it, it plays without a kernel.",
        "zh": "{name} 已存入笔记本：保存后无需内核即可播放。",
    },
    "film-ready": {"en": "The film is ready: {name}.", "zh": "影片已完成：{name}。"},
    "say-where": {"en": "Say where the film should go: export(path).", "zh": "请指定影片的保存位置：export(path)。"},
    "nothing-to-export": {
        "en": "There is nothing to export yet: add photos and ask for a film first.",
        "zh": "还没有可以导出的内容：请先添加照片并说明想要的影片。",
    },
    "renderer-unknown": {
        "en": 'renderer={renderer}: say "local" to make the film on this machine, or leave it out.',
        "zh": 'renderer={renderer}：在本机生成影片请用 "local"，否则请省略。',
    },
    "render-failed": {"en": "The film could not be made. Export again.", "zh": "影片未能生成，请重新导出。"},
    "export-superseded": {
        "en": "{name}: an earlier export to this file is still under way at the service. It is given up for this one.",
        "zh": "{name}：之前导出到该文件的影片仍在服务端生成，现改为本次导出。",
    },
    "export-stopped": {"en": "The export was stopped.", "zh": "导出已停止。"},
    "export-unknown": {"en": "The engine doesn't know this export.", "zh": "引擎找不到这次导出。"},
    "still-rendering": {
        "en": "The film is still being made. Fetch it later with resume_export and the same path.",
        "zh": "影片仍在生成。稍后用 resume_export 和同一路径获取。",
    },
    "nothing-pending": {
        "en": "{name}: no export to this file is pending. Export again.",
        "zh": "{name}：没有等待中的导出，请重新导出。",
    },
    "other-back-end": {
        "en": "{name}: this export was asked of another back end ({backend}). Connect to that one.",
        "zh": "{name}：这次导出属于另一个服务端（{backend}），请连接到它。",
    },
    "not-mp4": {
        "en": "{name}: films are MP4, so the name must end in .mp4",
        "zh": "{name}：影片为 MP4 格式，文件名须以 .mp4 结尾",
    },
    "is-folder": {
        "en": "{name}: there is a folder of this name already; choose another name",
        "zh": "{name}：已有同名文件夹，请换一个名称",
    },
    "no-folder": {
        "en": "{name}: the folder it should go to doesn't exist; make it first",
        "zh": "{name}：目标文件夹不存在，请先创建",
    },
    "not-writable": {
        "en": "{name}: the folder it should go to can't be written ({reason})",
        "zh": "{name}：目标文件夹无法写入（{reason}）",
    },
    "film-not-written": {
        "en": "{name}: the film can't be written ({reason}).",
        "zh": "{name}：影片无法写入（{reason}）。",
    },
    "film-not-fetched": {
        "en": "The film can't be fetched: {who} answers {status}.",
        "zh": "无法获取影片：{who}返回 {status}。",
    },
    "film-nowhere": {
        "en": "The film can't be fetched: {who} names a place that is no address of one.",
        "zh": "无法获取影片：{who}给出的不是影片的地址。",
    },
    "film-incomplete": {"en": "The film came incomplete. Export again.", "zh": "影片不完整，请重新导出。"},
    # Accounts
    "balance": {
        "en": "{available} of {total} credits are available.",
        "zh": "可用积分 {available}，共 {total}。",
    },
    "balance-frozen": {
        "en": "{available} of {total} credits are available, {frozen} held by running work.",
        "zh": "可用积分 {available}，共 {total}，其中 {frozen} 被进行中的任务占用。",
    },
    "balance-free": {
        "en": "Films made on this machine are free: no credits are needed.",
        "zh": "在本机制作影片是免费的，不需要积分。",
    },
    "no-account": {
        "en": "A session on an engine belongs to no account, so there is no link to claim it by.",
        "zh": "引擎上的会话不属于任何账户，没有认领链接。",
    },
    "no-link": {"en": "The service gave no link. Try again later.", "zh": "服务没有返回链接，请稍后再试。"},
    "no-task": {
        "en": "Only the process that started this session can make its link: its task is known there alone.",
        "zh": "只有建立该会话的进程才能生成链接，因为任务编号只有它知道。",
    },
    # Files
    "not-taken": {
        "en": "{name}: {suffix} files can't be used; take {formats}",
        "zh": "{name}：不支持 {suffix} 文件；支持的格式：{formats}",
    },
    "kind-unclear": {
        "en": "{name}: there is no telling what kind of file this is; take {formats}",
        "zh": "{name}：无法判断文件类型；支持的格式：{formats}",
    },
    "file-empty": {"en": "{name}: the file is empty", "zh": "{name}：文件是空的"},
    "file-too-large": {
        "en": "{name}: {size} MB; files up to {most} MB can be used. Compress or trim it.",
        "zh": "{name}：{size} MB；文件最大 {most} MB，请压缩或剪短。",
    },
    "file-gone": {"en": "{name}: no such file", "zh": "{name}：文件不存在"},
    "file-forbidden": {"en": "{name}: no permission to read it", "zh": "{name}：没有读取权限"},
    "file-is-folder": {"en": "{name}: this is a folder", "zh": "{name}：这是文件夹"},
    "file-no-memory": {"en": "{name}: there isn't enough memory to read it", "zh": "{name}：内存不足，无法读取"},
    "file-damaged": {
        "en": "{name}: the file is damaged or of a kind that can't be read",
        "zh": "{name}：文件已损坏，或是无法读取的类型",
    },
    "file-ends-early": {
        "en": "{name}: the file ends too early; copy it again from the camera or phone",
        "zh": "{name}：文件不完整，请从相机或手机重新复制",
    },
    "file-changed": {
        "en": "{name}: the file changed while it was being sent; upload it again once it is complete",
        "zh": "{name}：文件在发送过程中发生了变化，请在写入完成后重新上传",
    },
    "too-many-pixels": {
        "en": "{name}: the picture has too many pixels; scale it down first",
        "zh": "{name}：图片像素过多，请先缩小",
    },
    "not-a-picture": {
        "en": "{name}: this isn't a picture that can be read",
        "zh": "{name}：这不是可以读取的图片",
    },
    "nothing-in-file": {
        "en": "{name}: there is neither picture nor sound in it",
        "zh": "{name}：其中既没有画面也没有声音",
    },
    "no-sound": {"en": "{name}: there is no sound in this file", "zh": "{name}：文件中没有声音"},
    "not-of-this-kernel": {
        "en": "{name}: the kernel has no such file. Its files and those of the file browser are in different places: "
        "drop the file from your computer, or type its path on the kernel's machine.",
        "zh": "{name}：内核所在的机器上没有这个文件，它与文件浏览器的文件不在同一处。请从您的电脑拖入，"
        "或输入它在内核机器上的路径。",
    },
    "no-such-place": {"en": "{name}: no such file or folder", "zh": "{name}：文件或文件夹不存在"},
    "no-user": {"en": "{name}: there is no user of the name after ~", "zh": "{name}：~ 后面的用户不存在"},
    "not-an-address": {
        "en": "{name}: this isn't an address that can be fetched; check it",
        "zh": "{name}：这不是可以获取的地址，请检查",
    },
    "empty-path": {
        "en": "an empty path stands for nothing; name a file or a folder",
        "zh": "路径是空的；请指定文件或文件夹",
    },
    "bare-folder": {
        "en": "{name}: no photo, clip or sound in this folder",
        "zh": "{name}：文件夹中没有照片、视频或音频",
    },
    "bare-pattern": {
        "en": "{name}: no photo, clip or sound matches this pattern",
        "zh": "{name}：没有与之匹配的照片、视频或音频",
    },
    "not-an-item": {
        "en": "{kind}: hand in a path, an address, a Pillow image, an array or a figure",
        "zh": "{kind}：请提供路径、网址、Pillow 图片、数组或图表",
    },
    "image-bare": {"en": "image: it has no pixels", "zh": "image：图片没有像素"},
    "image-mode": {
        "en": "image of mode {mode}: it can't be read; convert it to RGB first",
        "zh": "image（{mode} 模式）：无法读取，请先转换为 RGB",
    },
    "not-drawn": {"en": "{kind}: it draws no picture", "zh": "{kind}：没有绘制出图片"},
    "array-shape": {
        "en": "array of shape {shape}: a picture is HxW, HxWx3 or HxWx4",
        "zh": "数组形状为 {shape}：图片应为 HxW、HxWx3 或 HxWx4",
    },
    "array-floats": {
        "en": "array of floats: a picture's values lie from 0 to 1",
        "zh": "浮点数组：图片的取值应在 0 到 1 之间",
    },
    "array-type": {
        "en": "array of {type}: a picture is uint8, uint16, or float from 0 to 1",
        "zh": "{type} 数组：图片应为 uint8、uint16 或 0 到 1 的浮点数",
    },
    "sides-too-long": {
        "en": "{name}: a JPEG can't be made of it, whose sides are {most} px at most; scale it down first",
        "zh": "{name}：无法转换为 JPEG，其边长最大 {most} 像素，请先缩小",
    },
    "converted-too-large": {
        "en": "{name}: over {most} MB in a format that is accepted. Scale it down or trim it.",
        "zh": "{name}：转换成支持的格式后超过 {most} MB，请缩小或剪短。",
    },
    "not-converted": {
        "en": "{name}: it can't be converted ({reason})",
        "zh": "{name}：无法转换（{reason}）",
    },
    "of-file": {"en": "{name}: {told}", "zh": "{name}：{told}"},
    "others-uploaded": {
        "en": "{told}. Uploaded all the same: {count}.",
        "zh": "{told}。其余已上传：{count} 个文件。",
    },
    "nothing-handed-over": {
        "en": "There are no files in what was handed over.",
        "zh": "所提供的内容中没有文件。",
    },
    "uploaded-so-far": {"en": "{count} of {all} files are uploaded.", "zh": "已上传 {count} 个文件，共 {all} 个。"},
    "uploaded-not": {
        "en": "Not uploaded: {names}. Hand over those again.",
        "zh": "未上传：{names}。请重新提供这些文件。",
    },
    "uploaded-perhaps": {
        "en": "There is no telling whether these were: {names}. Look at the draft before you hand them over again.",
        "zh": "无法确定这些是否已上传：{names}。重新提供前请先查看草稿。",
    },
    # Films of a service's drafts, made on this machine
    "film-lacks": {"en": "Left out of the film: {what}.", "zh": "影片中已略去：{what}。"},
    "no-glyphs": {"en": "no font has {letters} in “{text}”", "zh": "没有字体包含“{text}”中的 {letters}"},
    "left-out": {"en": "Not found here: {names} (left out)", "zh": "本机没有：{names}（已略去）"},
    "no-pictures-here": {
        "en": "None of the film's pictures is on this machine: {names}. Upload them in this session, then export "
        "again.",
        "zh": "影片中的图片都不在本机：{names}。请在本会话中上传，然后重新导出。",
    },
    "no-film-here": {
        "en": "There is no picture track in this draft that a film can be made of.",
        "zh": "这份草稿中没有可用来制作影片的画面轨道。",
    },
    "film-too-long": {
        "en": "The film would be {hours} hours long; {most} are the most.",
        "zh": "影片将长达 {hours} 小时；最长 {most} 小时。",
    },
    "ignored-track": {"en": "Ignored: track type {kind}", "zh": "已忽略：类型为 {kind} 的轨道"},
    "ignored-detail": {
        "en": "Ignored: {detail} of {names}",
        "zh": "已忽略：{names} 的 {detail}",
    },
    "ignored-music": {
        "en": "Ignored: {names}, which is neither a file from here nor a mood that is built in",
        "zh": "已忽略：{names}，它既不是本机的文件，也不是内置的音乐风格",
    },
    "ignored-text": {"en": "Ignored: a text without words", "zh": "已忽略：没有文字的字幕"},
    "ignored-crowded": {
        "en": "Ignored: {text}, for which there is no room left",
        "zh": "已忽略：{text}，画面上没有空位",
    },
    "ignored-above": {
        "en": "Ignored: {names}, which lies above other pictures",
        "zh": "已忽略：叠放在其他画面之上的 {names}",
    },
    "and-more": {"en": "{names} and {count} more", "zh": "{names} 等另外 {count} 个"},
    "unnamed": {"en": "an unnamed one", "zh": "未命名"},
    # What notebooks and pages keep of a film
    "when": {"en": "When", "zh": "时间"},
    "what": {"en": "What", "zh": "内容"},
    "how": {"en": "How", "zh": "方式"},
    "film-called": {"en": "Film: {name}.", "zh": "影片：{name}。"},
    "captions": {"en": "Texts and music", "zh": "文字与音乐"},
    "film-beside": {
        "en": "too large to be kept in the notebook, so it plays from the file beside it; video.embed() puts a "
        "smaller copy in",
        "zh": "文件较大，未嵌入笔记本，由旁边的文件播放；video.embed() 可嵌入较小的副本",
    },
    "film-elsewhere": {
        "en": "too large to be kept in the notebook; video.embed() puts a smaller copy in",
        "zh": "文件较大，未嵌入笔记本；video.embed() 可嵌入较小的副本",
    },
    "smaller-copy": {
        "en": "what plays here is a smaller copy: {width}×{height}, {size} MB",
        "zh": "此处播放的是较小的副本：{width}×{height}，{size} MB",
    },
    "budget-odd": {
        "en": "max_mb={value}: say in MB how much of the notebook the film may take, as in 10",
        "zh": "max_mb={value}：请以 MB 为单位指定影片可占用的大小，例如 10",
    },
    "film-wont-fit": {
        "en": "{name}: so few bytes are too few for a film of this length; some {least} MB are needed",
        "zh": "{name}：对于这一时长，空间过小；大约需要 {least} MB",
    },
    "film-unreadable": {
        "en": "{name}: the film can't be read ({reason})",
        "zh": "{name}：无法读取影片（{reason}）",
    },
    "panel-empty": {"en": "A photo film panel, with nothing in it yet.", "zh": "照片影片面板，暂无内容。"},
    "panel-kept": {
        "en": "Kept of a photo film panel (photo2video_widgets). To go on with it, run its cell, or in a new one: "
        'p2v.Panel(session="last")',
        "zh": "照片影片面板（photo2video_widgets）的留存内容。要继续，请运行该单元格，"
        '或在新单元格中运行 p2v.Panel(session="last")',
    },
    "no-last-session": {
        "en": 'session="last": there is no earlier panel to go on with here. Make a new one: p2v.Panel()',
        "zh": 'session="last"：这里没有可以继续的面板，请新建：p2v.Panel()',
    },
    "no-film-yet": {
        "en": "There is no film yet: export one first.",
        "zh": "还没有影片：请先导出。",
    },
    "page-timeline": {"en": "Timeline", "zh": "时间线"},
    "page-prompts": {"en": "What was asked for", "zh": "提出的要求"},
    "not-html": {
        "en": "{name}: a page's name must end in .html",
        "zh": "{name}：网页文件名须以 .html 结尾",
    },
    # Many films
    "batch-at": {"en": "{number} of {count}: {name}", "zh": "第 {number} 部，共 {count} 部：{name}"},
    "batch-album": {"en": "album", "zh": "相册"},
    "batch-status": {"en": "status", "zh": "状态"},
    "batch-film": {"en": "film", "zh": "影片"},
    "batch-length": {"en": "length", "zh": "时长"},
    "batch-size": {"en": "size", "zh": "大小"},
    "batch-problem": {"en": "problem", "zh": "问题"},
    "batch-done": {"en": "done", "zh": "完成"},
    "batch-kept": {"en": "kept", "zh": "保留"},
    "batch-failed": {"en": "failed", "zh": "失败"},
    "batch-nothing": {
        "en": "There is nothing to make: no folder with photos in it, no row in the table.",
        "zh": "没有可制作的内容：没有照片文件夹，表格中也没有行。",
    },
    "batch-no-words": {
        "en": "prompt: say what the films should be like, or give a table with a column “instruction”",
        "zh": "prompt：请说明想要怎样的影片，或提供带有 instruction 列的表格",
    },
    "batch-no-albums": {
        "en": "{name}: the albums can't be listed ({reason})",
        "zh": "{name}：无法列出相册（{reason}）",
    },
    "batch-odd": {
        "en": "{kind}: hand in a folder of albums, a CSV file or a table with files, instruction and output",
        "zh": "{kind}：请提供相册文件夹、CSV 文件或含有 files、instruction、output 列的表格",
    },
    "batch-row": {
        "en": "row {number}: “{column}” is empty; the table needs the columns files, instruction and output",
        "zh": "第 {number} 行：“{column}”为空；表格需要 files、instruction、output 三列",
    },
    "batch-unreadable": {
        "en": "{name}: the table can't be read ({reason})",
        "zh": "{name}：无法读取表格（{reason}）",
    },
    "batch-twins": {
        "en": "{name}: two films would go to this file; give each an output of its own",
        "zh": "{name}：有两部影片要写入同一文件，请分别指定 output",
    },
    "and-more-rows": {"en": "… and {count} more", "zh": "……另有 {count} 项"},
}


def speak(language: str) -> None:
    """Go on in `language`, as in "en" or "zh-CN": in this task, and in those it starts from now on."""
    _language.set(spoken(language))


def language() -> str:
    """The language that is spoken here: one of LANGUAGES."""
    return _language.get() or spoken(of_host())


def say(key: str, **values: object) -> str:
    """One phrase, in the language that is spoken here."""
    return say_in(language(), key, **values)


def say_in(language: str, key: str, **values: object) -> str:
    """One phrase, in a language of one's own choice."""
    template = PHRASES[key][spoken(language)]
    text = template.format(**values)
    return text[0].upper() + text[1:] if template.startswith("{who}") else text


def spoken(tag: str) -> str:
    """The one of LANGUAGES that comes nearest to a language tag such as "zh_CN.UTF-8"; "en" where none does."""
    return "zh" if re.match(r"zh(?![a-z])", tag.lower()) else "en"


def of_host() -> str:
    """The language of whoever runs this machine, as its locale tells: "en", "zh", "de" …"""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    tag = (named or locale.getlocale()[0] or "").lower()
    # Windows may say it in English words.
    start = re.match(r"[a-z]{2,3}(?![a-z])", tag.replace("chinese", "zh"))
    return start[0] if start else "en"
