import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { formatSeconds, percent } from "../format.ts";
import type { Strings } from "../i18n.ts";
import { later, useLife } from "../lifetime.ts";
import type { LogEntry } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { Button, Empty, Progress } from "../ui/controls.tsx";
import { Icon, type IconName, Spinner } from "../ui/icons.tsx";
import { copyText } from "./copy.ts";
import { groupLog, isAtEnd, type LogGroup } from "./groups.ts";
import { logText } from "./text.ts";

const COPIED_SHOWS_MS = 1500;

export function Log(): JSX.Element {
  const { kernel, strings } = useStore();
  const t = strings.value;
  const log = kernel.entries.value;
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (following) toEnd();
  }, [log]);

  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-label={t.activity}
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        ref={box}
        onScroll={(event) => setFollowing(isAtEnd(event.currentTarget))}
      >
        {log.length === 0 && (
          <Empty icon="spark" title={t.logEmptyTitle}>
            <p>{t.logEmpty}</p>
          </Empty>
        )}
        {groupLog(log).map((group) => (
          <Group key={group.key} group={group} t={t} />
        ))}
      </div>
      {log.length > 0 && <CopyAll log={log} t={t} />}
      {!following && (
        <button
          type="button"
          class="log-latest"
          onClick={() => {
            toEnd();
            setFollowing(true);
          }}
        >
          <Icon name="down" size={14} />
          {t.latest}
        </button>
      )}
    </div>
  );
}

function CopyAll({ log, t }: { log: readonly LogEntry[]; t: Strings }): JSX.Element {
  const [copied, setCopied] = useState(false);
  useLife(
    (life) => {
      if (copied) later(() => setCopied(false), COPIED_SHOWS_MS, life);
    },
    [copied],
  );
  return (
    <span class="log-copy">
      <Button
        label={copied ? t.copied : t.copyAll}
        icon={copied ? "check" : "copy"}
        bare
        look="quiet"
        onClick={() => void copyText(logText(log, t)).then(setCopied)}
      />
      <span class="unseen" role="status">
        {copied && t.copied}
      </span>
    </span>
  );
}

function Group({ group, t }: { group: LogGroup; t: Strings }): JSX.Element {
  if (group.type === "message") return <Message entry={group.entry} t={t} />;
  if (group.type === "steps")
    return (
      <ul class="steps">
        {group.entries.map((entry) => (
          <Step key={entry.id} entry={entry} t={t} />
        ))}
      </ul>
    );
  return (
    <details class="changes" open={group.entries.length <= 6}>
      <summary>{t.changes(group.entries.length)}</summary>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.id}>{entry.text}</li>
        ))}
      </ul>
    </details>
  );
}

const MARKS: Partial<Record<LogEntry["kind"], IconName>> = { notice: "info", error: "warn" };

function Message({ entry, t }: { entry: LogEntry; t: Strings }): JSX.Element {
  const speakers: Partial<Record<LogEntry["kind"], string>> = {
    user: t.you,
    agent: t.agent,
    error: t.errorLabel,
    notice: t.noticeLabel,
  };
  const mark = MARKS[entry.kind];
  return (
    <article class={`message ${entry.kind}`} title={new Date(entry.time).toLocaleTimeString()}>
      {mark && <Icon name={mark} size={16} />}
      <div class="message-body">
        <span class="unseen">{speakers[entry.kind]}: </span>
        <span class="message-text">{entry.text}</span>
        {entry.open && entry.kind === "agent" && <span class="caret" aria-hidden="true" />}
        {entry.detail && <Detail text={entry.detail} summary={t.details} />}
        {entry.progress !== undefined && entry.open && (
          <Progress label={entry.text} value={percent(entry.progress, 1)} />
        )}
      </div>
    </article>
  );
}

function Step({ entry, t }: { entry: LogEntry; t: Strings }): JSX.Element {
  const known = entry.open && entry.progress !== undefined;
  const line = (
    <>
      <span class={`step-mark${entry.open ? "" : " done"}`}>
        {entry.open ? <Spinner size={14} /> : <Icon name="check" size={14} />}
      </span>
      {entry.open && <span class="unseen">{t.working}: </span>}
      <span class="step-text">{t.tools[entry.text] ?? entry.text}</span>
      {entry.took !== undefined && entry.took >= 100 && (
        <span class="step-took figures">{formatSeconds(100 * Math.round(entry.took / 100))}</span>
      )}
    </>
  );
  return (
    <li class="step">
      {entry.detail ? (
        <details>
          <summary>{line}</summary>
          <pre>{entry.detail}</pre>
        </details>
      ) : (
        <div class="step-line">{line}</div>
      )}
      {known && (
        <Progress label={t.tools[entry.text] ?? entry.text} value={percent(entry.progress ?? 0, 1)} />
      )}
    </li>
  );
}

function Detail({ text, summary }: { text: string; summary: string }): JSX.Element {
  return (
    <details class="detail">
      <summary>{summary}</summary>
      <pre>{text}</pre>
    </details>
  );
}
