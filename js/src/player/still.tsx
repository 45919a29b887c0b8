import type { JSX } from "preact";
import { assetOf, pictureAt } from "../draft.ts";
import { useStore } from "../state/store.ts";
import { LARGE } from "../transfer/thumbnails.ts";
import { Empty } from "../ui/controls.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";

/** Before there is a film: the photo under the playhead. */
export function Still(): JSX.Element {
  const { draft, screen, strings } = useStore();
  const t = strings.value;
  const picture = pictureAt(draft.value, screen.playhead.value);
  const asset = picture && assetOf(picture.src);
  if (!picture || !asset)
    return (
      <Empty icon="play" title={t.playerEmptyTitle}>
        <p>{t.playerEmpty}</p>
      </Empty>
    );
  return (
    <>
      <Thumbnail asset={asset} width={LARGE}>
        {(url) =>
          url ? (
            <img
              class={`still ${picture.fit}`}
              src={url}
              alt={picture.label}
              style={{ objectPosition: `${100 * picture.focus[0]}% ${100 * picture.focus[1]}%` }}
            />
          ) : (
            <span class="still" />
          )
        }
      </Thumbnail>
      <p class="stage-note">{t.still}</p>
    </>
  );
}
