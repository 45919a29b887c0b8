/** What can be done with the timeline by hand, for the mouse, the keys and the buttons alike. */
import { type Signal, signal } from "@preact/signals";
import { type DraftView, findSegment, mainTrack, type SegmentView, type TrackView } from "../draft.ts";
import { formatSeconds, formatTime } from "../format.ts";
import type { Ids } from "../protocol.ts";
import { seek } from "../state/screen.ts";
import type { Store } from "../state/store.ts";
import { SHORTEST, trimOf } from "./drag.ts";
import { segmentTitle } from "./labels.ts";

const TITLE_MS = 3000;

export class Hands {
  /** The text that is edited in its place. */
  readonly editing: Signal<string | null> = signal(null);
  /** The photo into which the transition is chosen. */
  readonly cut: Signal<string | null> = signal(null);
  readonly news = signal("");
  readonly helping = signal(false);
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get #draft(): DraftView {
    return this.#store.draft.peek();
  }

  /** What is selected, in the order of the film. */
  chosen(): readonly SegmentView[] {
    const ids = new Set(this.#store.screen.selection.value);
    return this.#draft.tracks.flatMap((track) => track.segments.filter((segment) => ids.has(segment.id)));
  }

  /** The same, as far as it is of the kind that was chosen last. */
  #alike(): readonly SegmentView[] {
    const last = findSegment(this.#draft, this.#store.screen.selected.peek());
    return last ? this.chosen().filter((segment) => segment.kind === last.kind) : [];
  }

  trackOf(segment: SegmentView): TrackView | undefined {
    return this.#draft.tracks.find((track) => track.segments.includes(segment));
  }

  isPhoto(segment: SegmentView): boolean {
    return mainTrack(this.#draft)?.segments.includes(segment) ?? false;
  }

  select(segment: SegmentView, how: "only" | "toggle" | "range" = "only"): void {
    const { screen } = this.#store;
    const before = screen.selection.peek();
    this.cut.value = null;
    const others = before.filter((id) => id !== segment.id);
    if (how === "toggle")
      screen.selection.value = others.length < before.length ? others : [...others, segment.id];
    else if (how === "range") screen.selection.value = this.#range(segment);
    else screen.selection.value = [segment.id];
    if (screen.selected.peek() === segment.id) this.#reveal(segment);
  }

  #range(segment: SegmentView): readonly string[] {
    const { screen } = this.#store;
    const segments = this.trackOf(segment)?.segments ?? [segment];
    const anchor = segments.findIndex((other) => other.id === screen.selection.peek()[0]);
    const place = segments.indexOf(segment);
    if (anchor === -1) return [segment.id];
    const between = segments.slice(Math.min(anchor, place), Math.max(anchor, place) + 1).map(({ id }) => id);
    // The first stays the one from which the range is drawn.
    return anchor <= place ? between : between.reverse();
  }

  /** What is worked on is seen: the playhead goes there, unless the film plays. */
  #reveal(segment: SegmentView): void {
    const { screen } = this.#store;
    const time = screen.playhead.peek();
    if (segment.kind === "sound" || screen.playing.peek() || (time >= segment.start && time < segment.end))
      return;
    seek(screen, Math.min(segment.end - 1, segment.start + (segment.transition?.duration ?? 0)));
  }

  selectAll(track: TrackView): void {
    this.#store.screen.selection.value = track.segments.map(({ id }) => id);
  }

  letGo(): void {
    this.#store.screen.selection.value = [];
    this.#store.screen.word.value = null;
    this.cut.value = null;
    this.helping.value = false;
  }

  /** Removes what is selected; the id of what is selected then. */
  remove(): string | null {
    const { screen, commands } = this.#store;
    const going = this.chosen();
    if (going.length === 0 || !commands.edit({ op: "remove", id: ids(going) })) return null;
    const last = going.at(-1) as SegmentView;
    const segments = this.trackOf(last)?.segments ?? [];
    const staying = segments.filter((segment) => !going.includes(segment));
    const next = staying.find((segment) => segment.start >= last.end) ?? staying.at(-1);
    screen.selection.value = next ? [next.id] : [];
    this.#tell((t) => t.removed(this.#name(going)));
    return next?.id ?? null;
  }

  duplicate(): void {
    const again = this.#alike().filter((segment) => segment.kind !== "sound");
    if (again.length > 0 && this.#store.commands.edit({ op: "duplicate", id: ids(again) }))
      this.#tell((t) => t.hands.duplicated(this.#name(again)));
  }

  /** What would be split at the playhead: what is selected there, else the photo there. */
  splittable(): SegmentView | undefined {
    const at = this.#store.screen.playhead.value;
    const fits = (segment: SegmentView) => at - segment.start >= SHORTEST && segment.end - at >= SHORTEST;
    return this.chosen().find(fits) ?? mainTrack(this.#draft)?.segments.find(fits);
  }

  split(): void {
    const segment = this.splittable();
    const at = Math.round(this.#store.screen.playhead.peek());
    if (segment && this.#store.commands.edit({ op: "split", id: segment.id, at }))
      this.#tell((t) => t.hands.splitAt(this.#name([segment]), formatTime(at)));
  }

  /** Photos change places, all else its time by 0.1 s, or 1 s. */
  move(by: -1 | 1, far = false): void {
    const { commands, screen } = this.#store;
    const last = findSegment(this.#draft, screen.selected.peek());
    if (!last) return;
    if (!this.isPhoto(last)) {
      if (last.kind === "picture") return;
      const wanted = last.start + by * (far ? 1000 : 100);
      const start = Math.min(Math.max(0, wanted), Math.max(0, this.#draft.duration - last.duration));
      if (start !== last.start && commands.edit({ op: "set_span", id: last.id, start }))
        this.#tell((t) => t.hands.placed(this.#name([last]), formatTime(start)));
      return;
    }
    const segments = mainTrack(this.#draft)?.segments ?? [];
    const group = this.#alike().filter((segment) => segments.includes(segment));
    const [first] = group;
    if (!first) return;
    const before = segments.slice(0, segments.indexOf(first)).length;
    const index = before + by;
    if (index < 0 || index > segments.length - group.length) return;
    if (commands.edit({ op: "move", id: ids(group), index }))
      this.#tell((t) => t.moved(this.#name(group), index + 1, segments.length));
  }

  trim(by: number): void {
    const { commands, screen } = this.#store;
    const last = findSegment(this.#draft, screen.selected.peek());
    if (!last) return;
    const duration = Math.max(SHORTEST, last.duration + by);
    if (this.setDuration(last, duration) && commands)
      this.#tell((t) => t.hands.lengthened(this.#name([last]), formatSeconds(duration)));
  }

  /** Gives what is selected that length, ms; one clip shows more or less of its source. */
  setDuration(segment: SegmentView, duration: number): boolean {
    const { commands } = this.#store;
    const { id, start } = segment;
    if (!this.isPhoto(segment)) {
      const longest = this.#draft.duration - start;
      return commands.edit({ op: "set_span", id, start, duration: Math.min(duration, longest) }, true);
    }
    if (segment.isVideo) {
      const [from] = trimOf(segment);
      return commands.edit({ op: "set_trim", id, start: from, end: from + duration }, true);
    }
    const alike = this.#alike().filter((other) => this.isPhoto(other) && !other.isVideo);
    return commands.edit(
      { op: "set_duration", id: alike.includes(segment) ? ids(alike) : id, duration },
      true,
    );
  }

  addTitle(): void {
    const { commands, screen, strings } = this.#store;
    const { duration } = this.#draft;
    let start = Math.min(screen.playhead.peek(), Math.max(0, duration - TITLE_MS));
    const titles = this.#draft.tracks
      .filter(({ kind }) => kind === "text")
      .flatMap(({ segments }) => segments);
    for (const title of titles)
      if (
        (title.meta.position ?? "center") === "center" &&
        title.end > start &&
        title.start < start + TITLE_MS
      )
        start = title.end;
    commands.edit({
      op: "add_text",
      text: strings.peek().hands.newTitle,
      start: Math.round(start),
      duration: Math.min(TITLE_MS, Math.max(SHORTEST, duration - Math.round(start))),
    });
  }

  /** Edits a text in its place; true where there is one to edit. */
  edit(segment: SegmentView | undefined): boolean {
    if (segment?.kind !== "text" || this.#store.screen.looked.peek()) return false;
    this.editing.value = segment.id;
    return true;
  }

  rewrite(segment: SegmentView, text: string): void {
    this.editing.value = null;
    if (text.trim() && text !== segment.label)
      this.#store.commands.edit({ op: "edit_text", id: segment.id, text }, true);
  }

  #name(segments: readonly SegmentView[]): string {
    const t = this.#store.strings.peek();
    const [first] = segments;
    return first && segments.length === 1 ? segmentTitle(first, t) : t.hands.chosen(segments.length);
  }

  #tell(words: (t: ReturnType<Store["strings"]["peek"]>) => string): void {
    this.news.value = words(this.#store.strings.peek());
  }
}

export function ids(segments: readonly SegmentView[]): Ids {
  const [first] = segments;
  return first && segments.length === 1 ? first.id : segments.map(({ id }) => id);
}
