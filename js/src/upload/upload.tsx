import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatBytes, formatLimit, percent } from "../format.ts";
import type { Strings } from "../i18n.ts";
import { later, useLife } from "../lifetime.ts";
import type { Photo } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { SMALL } from "../transfer/thumbnails.ts";
import type { Upload as UploadRow } from "../transfer/uploads.ts";
import { Button, Progress } from "../ui/controls.tsx";
import { Icon, Spinner } from "../ui/icons.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { byUrgency, summarise } from "./summary.ts";

const DONE_STAYS_MS = 1600;

export function Upload(): JSX.Element {
  const { kernel, screen, uploads, strings } = useStore();
  const t = strings.value;
  const input = useRef<HTMLInputElement>(null);
  const asking = useSignal(false);
  const photos = kernel.photos.value;
  const count = photos.every((photo) => photo.kind === "image") ? t.photoCount : t.fileCount;
  const empty = photos.length === 0 && uploads.list.value.length === 0;
  return (
    <section class="upload" aria-label={t.upload}>
      <div class={`drop${empty ? " large" : ""}${screen.dropping.value ? " over" : ""}`}>
        {empty && (
          <span class="drop-icon">
            <Icon name="photos" size={32} />
          </span>
        )}
        <div class="drop-words">
          <p class="drop-title">
            {screen.dropping.value ? t.dropNow : empty ? t.dropHere : count(photos.length)}
          </p>
          <p class="drop-hint">{empty ? t.dropHint : t.dropHere}</p>
        </div>
        <div class="drop-buttons">
          <Button
            label={t.addPath}
            icon="folder"
            look="quiet"
            bare={!empty}
            expanded={asking.value}
            onClick={() => {
              asking.value = !asking.value;
            }}
          />
          <Button
            label={t.addPhotos}
            icon="plus"
            look={empty ? "primary" : "plain"}
            onClick={() => input.current?.click()}
          />
        </div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t.addPhotos}
          accept={kernel.accept.value.join(",")}
          onChange={(event) => {
            const picked = event.currentTarget;
            uploads.add(Array.from(picked.files ?? []));
            // So that picking the same file again counts as a change.
            picked.value = "";
          }}
        />
      </div>
      {asking.value && <PathBox t={t} onDone={() => (asking.value = false)} />}
      <UploadList t={t} />
      {photos.length > 0 && <PhotoStrip photos={photos} t={t} />}
    </section>
  );
}

/** Takes what lies on the kernel's machine. The path is told to the kernel and kept nowhere. */
function PathBox({ t, onDone }: { t: Strings; onDone: () => void }): JSX.Element {
  const { uploads } = useStore();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const add = () => {
    const path = input.current?.value.trim();
    if (!path) return;
    uploads.addPath(path);
    onDone();
  };
  return (
    <div class="path-box">
      <input
        ref={input}
        type="text"
        class="path-input"
        aria-label={t.path}
        title={t.path}
        placeholder={t.pathHint}
        spellcheck={false}
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) add();
          else if (event.key === "Escape") onDone();
        }}
      />
      <Button label={t.pathAdd} onClick={add} />
    </div>
  );
}

function UploadList({ t }: { t: Strings }): JSX.Element | null {
  const { uploads, kernel } = useStore();
  const rows = uploads.list.value;
  const skipped = uploads.skipped.value;
  if (rows.length === 0 && skipped === 0) return null;
  const { busy, done, all, percent: sent } = summarise(rows);
  return (
    <div class="uploads">
      {busy && (
        <div class="uploads-sum">
          <span role="status">{t.uploading(done, all)}</span>
          <Progress label={t.uploadProgress} value={sent} />
          <span class="figures">{sent}%</span>
        </div>
      )}
      <ul class="upload-rows" aria-label={t.uploads}>
        {byUrgency(rows).map((row) => (
          <Row key={row.id} row={row} t={t} limit={formatLimit(kernel.max_bytes.value)} />
        ))}
      </ul>
      {skipped > 0 && (
        <div class="upload-skipped">
          <span>{t.skipped(skipped)}</span>
          <Button
            label={t.gotIt}
            look="quiet"
            onClick={() => {
              uploads.skipped.value = 0;
            }}
          />
        </div>
      )}
    </div>
  );
}

function explain(row: UploadRow, t: Strings, limit: string): string {
  if (row.problem === "too-large") return t.tooLarge(limit);
  if (row.problem === "unsupported") return t.unsupported;
  if (row.problem === "empty") return t.emptyFile;
  if (row.problem === "no-answer") return t.noAnswer;
  if (row.problem === "unreadable") return t.unreadable;
  if (row.problem === "damaged") return t.damaged;
  return row.message ?? "";
}

function state(row: UploadRow, t: Strings): string {
  if (row.status === "queued") return t.queued;
  if (row.status === "checking") return t.checking;
  if (row.status === "done") return t.added;
  return `${percent(row.written, row.size)}%`;
}

function Row({ row, t, limit }: { row: UploadRow; t: Strings; limit: string }): JSX.Element {
  const { uploads } = useStore();
  useLife(
    (life) => {
      if (row.status === "done") later(() => uploads.dismiss(row.id), DONE_STAYS_MS, life);
    },
    [row.status],
  );
  const failed = row.status === "failed";
  return (
    <li class={`upload-row ${row.status}`}>
      <span class="upload-mark">
        {failed ? (
          <Icon name="warn" size={16} />
        ) : row.status === "done" ? (
          <Icon name="check" size={16} />
        ) : row.status === "queued" ? (
          <Icon name="photos" size={16} />
        ) : (
          <Spinner size={16} />
        )}
      </span>
      <span class="upload-name" title={row.name}>
        {row.name}
      </span>
      <span class="upload-size">{row.size > 0 && formatBytes(row.size)}</span>
      <span class="upload-state figures">{failed ? "" : state(row, t)}</span>
      <span class="upload-buttons">
        {failed && row.retryable && (
          <Button
            label={t.retryUpload(row.name)}
            icon="retry"
            bare
            look="quiet"
            onClick={() => uploads.retry(row.id)}
          />
        )}
        {failed ? (
          <Button
            label={t.dismissUpload(row.name)}
            icon="close"
            bare
            look="quiet"
            onClick={() => uploads.dismiss(row.id)}
          />
        ) : (
          row.status !== "done" && (
            <Button
              label={t.cancelUpload(row.name)}
              icon="close"
              bare
              look="quiet"
              onClick={() => uploads.cancel(row.id)}
            />
          )
        )}
      </span>
      {failed && <span class="upload-reason">{explain(row, t, limit)}</span>}
      {row.status === "sending" && (
        <Progress label={row.name} value={percent(row.written, row.size)} text={state(row, t)} />
      )}
    </li>
  );
}

function PhotoStrip({ photos, t }: { photos: readonly Photo[]; t: Strings }): JSX.Element {
  return (
    <ul
      class="photos"
      aria-label={t.upload}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {photos.map((photo, index) => (
        <li key={`${photo.asset} ${index}`} class="photo" title={photo.name}>
          {photo.kind === "audio" ? (
            <span class="photo-other" role="img" aria-label={photo.name}>
              <Icon name="music" size={22} />
            </span>
          ) : (
            <Thumbnail asset={photo.asset} width={SMALL}>
              {(url) =>
                url ? (
                  <img src={url} alt={photo.name} draggable={false} />
                ) : (
                  <span class="photo-blank" role="img" aria-label={photo.name} />
                )
              }
            </Thumbnail>
          )}
          {photo.kind === "video" && (
            <span class="photo-kind">
              <Icon name="play" size={12} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
