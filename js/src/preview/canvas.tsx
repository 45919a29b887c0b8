import { effect, type ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { listen, nextFrame, onAbort, useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { type Film, frameAt, sceneAt, timeOf } from "./film.ts";
import { previewSize } from "./motion.ts";

/** How often a film that plays looks for what it needs next. */
const LOOK_MS = 400;

interface FilmCanvasProps {
  film: ReadonlySignal<Film>;
  /** ms */
  time: ReadonlySignal<number>;
  label: string;
  /** Told whenever it changes whether all that is seen is there. */
  onReady?: (ready: boolean) => void;
}

/** A draft at a moment, painted anew whenever either changes, or something comes that was missing. */
export function FilmCanvas(props: FilmCanvasProps): JSX.Element {
  // A page has room for some sixteen such canvases; whose was taken away gets a new one when it is needed again.
  const [generation, setGeneration] = useState(0);
  return <Canvas key={generation} {...props} onLost={() => setGeneration((before) => before + 1)} />;
}

function Canvas({
  film,
  time,
  label,
  onReady,
  onLost,
}: FilmCanvasProps & { onLost: () => void }): JSX.Element {
  const { modules, sources } = useStore();
  const newPainter = modules.painting.value;
  const place = useRef<HTMLCanvasElement>(null);
  useLife(
    (life) => {
      const canvas = place.current;
      modules.want("painting");
      if (!newPainter) onReady?.(false);
      const painter = canvas && newPainter?.(canvas);
      if (!canvas || !painter) return;
      let lost = false;
      let waiting = false;
      let painted = "";
      let last = -1;
      let looked = { film: film.peek(), at: Number.NEGATIVE_INFINITY };

      const paint = () => {
        waiting = false;
        const now = film.peek();
        const number = frameAt(now, time.peek());
        const news = sources.news.peek();
        const seen = `${number} ${news}`;
        if (looked.film === now && seen === painted) return;
        const moment = timeOf(now, number);
        if (looked.film !== now || performance.now() - looked.at > LOOK_MS || news !== last) {
          last = news;
          looked = { film: now, at: performance.now() };
          sources.want(now, moment);
        }
        const scene = sceneAt(now, moment);
        painter.paint(now, scene, sources);
        painted = seen;
        const ready = sources.isReady(scene, previewSize(now.width, now.height));
        canvas.dataset.frame = String(number);
        canvas.dataset.ready = String(ready);
        onReady?.(ready);
      };

      const stop = effect(() => {
        film.value;
        time.value;
        sources.news.value;
        if (lost) onLost();
        else if (!waiting) {
          waiting = true;
          nextFrame(paint, life);
        }
      });
      const lose = () => {
        lost = true;
      };
      listen(canvas, "webglcontextlost", lose, life);
      onAbort(life, () => {
        stop();
        painter.close();
      });
    },
    [film, time, newPainter],
  );
  return <canvas ref={place} width={960} height={540} role="img" aria-label={label} />;
}
