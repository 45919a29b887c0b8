/** What crosses the comm between this page and the Python kernel: traits, messages, and who sends which. */
import type { AnyModel } from "@anywidget/types";
import type { Animation, Draft, Segment, Style } from "./draft.generated.ts";

export type Model = AnyModel<Record<string, unknown>>;

export type Phase = "connecting" | "ready" | "thinking" | "rendering" | "failed";

export type LogKind = "user" | "agent" | "tool" | "change" | "notice" | "error";

export interface LogEntry {
  id: number;
  kind: LogKind;
  text: string;
  detail?: string;
  /** Milliseconds since 1970. */
  time: number;
  /** Still streaming or running. */
  open?: boolean;
  /** 0 to 1. */
  progress?: number;
  /** Milliseconds from its beginning to its end. */
  took?: number;
}

export interface Photo {
  asset: string;
  name: string;
  kind: string;
  width: number;
  height: number;
  duration: number | null;
}

export interface ExportState {
  status: "idle" | "running" | "done" | "failed" | "cancelled";
  frame: number;
  frames: number;
  stage: string;
  message: string;
  /** A renderer that can do what this one may not. */
  offer?: "" | "local";
}

/** `size` in bytes, `duration` in seconds; `beside`: its path from the notebook's folder, where it lies below it. */
export interface Film {
  id: string;
  name: string;
  size: number;
  duration: number;
  width: number;
  height: number;
  beside?: string;
  /** Whether the notebook can keep it. */
  embeds?: boolean;
}

export interface Backend {
  name: string;
  label: string;
  hosted: boolean;
  credits?: number | null;
  /** Credits that running work holds. */
  held?: number;
  /** Whether the service knows its user by a trial's token only. */
  anonymous?: boolean;
  /** Whether there is a project that can be opened on the service's own page. */
  linked?: boolean;
}

export interface Traits {
  draft: Partial<Draft>;
  revision: number;
  can_undo: boolean;
  can_redo: boolean;
  phase: Phase;
  problem: string;
  entries: readonly LogEntry[];
  photos: readonly Photo[];
  exporting: ExportState;
  film: Film | null;
  backend: Backend;
  accept: readonly string[];
  max_bytes: number;
  language: string;
  suggestions: readonly string[];
}

export const INITIAL: Traits = {
  draft: {},
  revision: 0,
  can_undo: false,
  can_redo: false,
  phase: "connecting",
  problem: "",
  entries: [],
  photos: [],
  exporting: { status: "idle", frame: 0, frames: 0, stage: "", message: "" },
  film: null,
  backend: { name: "", label: "", hosted: false },
  accept: [],
  max_bytes: 0,
  language: "",
  suggestions: [],
};

export type Ids = string | readonly string[];

/** The operations of edits.py that gestures make. Times in ms; without an id all photos are meant, or all music. */
export type Operation =
  | { op: "remove" | "duplicate"; id: Ids }
  | { op: "move"; id: Ids; index: number }
  | { op: "split"; id: string; at: number }
  | { op: "set_span"; id: string; start: number; duration?: number }
  | { op: "set_duration"; id?: Ids; duration: number }
  | { op: "set_trim"; id: string; start: number; end: number }
  | { op: "set_length"; duration: number }
  | { op: "set_motion"; id?: Ids; kind: string; amount?: number; ease?: string }
  | { op: "set_transition"; id?: Ids; kind: string; duration?: number }
  | { op: "set_look"; id?: Ids; kind: string }
  | { op: "set_fit"; id?: Ids; fit: string }
  | { op: "set_focus"; id: string; x: number; y: number }
  | { op: "set_volume"; id?: Ids; volume: number }
  | { op: "set_fade"; id?: string; fade_in?: number; fade_out?: number }
  | { op: "set_music"; src: string; name: string; seed?: number }
  | { op: "add_text"; text: string; start: number; duration: number }
  | {
      op: "edit_text";
      id: Ids;
      text?: string;
      role?: string;
      position?: string;
      style?: Style;
      animation?: Animation;
    }
  | { op: "set_canvas"; width: number; height: number }
  | { op: "set_background"; background: string };

/** One entry of the history; `origin` is "words", "gesture" or "code". */
export interface Revision {
  revision: number;
  /** Milliseconds since 1970. */
  time: number;
  origin: string;
  words: string;
  changes: readonly string[];
}

export type Command =
  | { type: "send"; text: string }
  | { type: "stop" }
  | { type: "export"; renderer?: "local" }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "edit"; base: number; operations: readonly Operation[] }
  | { type: "restore"; revision: number; base: number }
  | { type: "as_words" };

/** What comes after the first paint. */
export type ModuleName = "painting" | "chinese";

export type Outgoing =
  | Command
  | { type: "hello"; language?: string; retry?: boolean; text?: boolean }
  | { type: "upload_start"; id: string; name: string; size: number; attempt: number }
  | { type: "upload_chunk"; id: string; offset: number; crc: number; base64?: string }
  /** `beside`: named from the notebook's folder, not from where the kernel is. */
  | { type: "upload_path"; id: string; path: string; beside?: boolean }
  | { type: "upload_end"; id: string }
  | { type: "upload_cancel"; id: string }
  | { type: "thumbnail"; asset: string; width: number }
  | { type: "embed" }
  | { type: "link" }
  | { type: "film"; id: string; offset: number; length: number }
  | { type: "history" }
  | { type: "revision"; revision: number }
  | { type: "peaks"; src: string; seed: number; seconds: number }
  | { type: "proxy"; src: string; name: string; width: number; time: number }
  | { type: "caption"; key: string; segment: Segment; width: number; height: number }
  | { type: "sound"; key: string; offset: number }
  | { type: "module"; name: ModuleName };

export type Incoming =
  | {
      type: "upload_ack";
      id: string;
      offset: number;
      /** Of the start that it answers; absent where it answers a piece. */
      attempt?: number;
      problem?: "" | "no-bytes" | "damaged";
    }
  | { type: "upload_done"; id: string; name: string; asset: string }
  | { type: "upload_failed"; id: string; name: string; message: string }
  | { type: "thumbnail"; asset: string; width: number; base64?: string }
  | { type: "film"; id: string; offset: number; length: number; total: number; base64?: string }
  | { type: "link"; url: string; message: string }
  | { type: "log"; entries: readonly LogEntry[]; first: number }
  | { type: "film_failed"; id: string; message: string }
  | { type: "refused"; stale: boolean; message: string }
  | { type: "words"; text: string }
  | { type: "history"; entries: readonly Revision[]; revision: number }
  | { type: "revision"; revision: number; draft: Partial<Draft> }
  | { type: "peaks"; src: string; seed: number; seconds: number; peaks: readonly number[] }
  | { type: "proxy"; src: string; width: number; time: number; base64?: string }
  | { type: "caption"; key: string; x: number; y: number; base64?: string }
  /** `elsewhere`: a service has more of it, which is heard in the film only. */
  | { type: "sound"; key: string; offset: number; total: number; elsewhere?: boolean; base64?: string }
  | { type: "module"; name: ModuleName; text: string };

/** Hosts drop messages over 10 MiB without a word; 4 MiB with four under way is the fastest that is safe. */
export const CHUNK = 4 * 1024 * 1024;
export const WINDOW = 4;
