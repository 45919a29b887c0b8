import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useLife, whenNear } from "../lifetime.ts";
import { useStore } from "../state/store.ts";

interface ThumbnailProps {
  asset: string;
  width: number;
  /** The element that shows the picture; without an address while it is on its way. */
  children: (url: string | null) => JSX.Element;
}

/** Fetches an asset's picture when it comes near the visible part of the page. */
export function Thumbnail({ asset, width, children }: ThumbnailProps): JSX.Element {
  const { thumbnails } = useStore();
  const place = useRef<HTMLSpanElement>(null);
  useLife(
    (life) => {
      if (place.current) whenNear(place.current, () => thumbnails.want(asset, width), life);
    },
    [asset, width],
  );
  return (
    <span class="thumbnail" ref={place}>
      {children(thumbnails.url(asset, width).value)}
    </span>
  );
}
