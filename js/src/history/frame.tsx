import type { JSX } from "preact";
import { assetOf, type DraftView, pictureAt } from "../draft.ts";
import { LARGE } from "../transfer/thumbnails.ts";
import { Thumbnail } from "../ui/thumbnail.tsx";

/** A draft at a time, ms, as a sketch: the photo in its framing, and the words that are seen then. */
export function Frame({ draft, time }: { draft: DraftView; time: number }): JSX.Element {
  const picture = pictureAt(draft, time);
  const asset = picture && assetOf(picture.src);
  const words = draft.tracks
    .filter(({ kind }) => kind === "text")
    .flatMap(({ segments }) => segments)
    .filter(({ start, end }) => start <= time && time < end);
  return (
    <div
      class="sketch"
      style={{
        aspectRatio: `${draft.width} / ${draft.height}`,
        background: draft.background === "blur" ? undefined : draft.background,
      }}
    >
      {picture && asset && (
        <Thumbnail asset={asset} width={LARGE}>
          {(url) =>
            url ? (
              <img
                src={url}
                alt={picture.label}
                class={`look-${picture.look}`}
                style={{
                  objectFit: picture.fit,
                  objectPosition: `${100 * picture.focus[0]}% ${100 * picture.focus[1]}%`,
                }}
              />
            ) : (
              <span />
            )
          }
        </Thumbnail>
      )}
      {words.map(({ id, label, meta }) => (
        <span
          key={id}
          class={`sketch-words ${meta.position ?? "center"}`}
          style={{
            fontSize: `${100 * (meta.style?.size ?? 0.08)}cqh`,
            fontWeight: meta.style?.weight ?? 700,
            color: meta.style?.color ?? "#ffffff",
            background: meta.style?.box ?? undefined,
          }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
