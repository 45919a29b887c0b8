/** What crosses the comm between this page and the Python kernel: traits, messages, and who sends which. */
import type { AnyModel } from "@anywidget/types";
import type { Draft, Segment } from "./draft.generated.ts";

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

/** `size` in bytes, `duration` in seconds. */
export interface Film {
  id: string;
  name: string;
  size: number;
  duration: number;
  width: number;
  height: number;
}

export interface Backend {
  name: string;
  label: string;
  hosted: boolean;
  credits?: number | null;
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

export type Operation = { op: "remove"; id: string } | { op: "move"; id: string; index: number };

export type Command =
  | { type: "send"; text: string }
  | { type: "stop" }
  | { type: "export"; renderer?: "local" }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "edit"; base: number; operations: readonly Operation[] };

export type Outgoing =
  | Command
  | { type: "hello"; language?: string; retry?: boolean }
  | { type: "upload_start"; id: string; name: string; size: number }
  | { type: "upload_chunk"; id: string; offset: number }
  | { type: "upload_end"; id: string }
  | { type: "upload_cancel"; id: string }
  | { type: "thumbnail"; asset: string; width: number }
  | { type: "film"; id: string; offset: number; length: number }
  | { type: "proxy"; src: string; name: string; width: number; time: number }
  | { type: "caption"; key: string; segment: Segment; width: number; height: number }
  | { type: "sound"; key: string; offset: number };

export type Incoming =
  | { type: "upload_ack"; id: string; offset: number }
  | { type: "upload_done"; id: string; name: string; asset: string }
  | { type: "upload_failed"; id: string; name: string; message: string }
  | { type: "thumbnail"; asset: string; width: number }
  | { type: "film"; id: string; offset: number; total: number }
  | { type: "film_failed"; id: string; message: string }
  | { type: "proxy"; src: string; width: number; time: number }
  | { type: "caption"; key: string; x: number; y: number }
  | { type: "sound"; key: string; offset: number; total: number };

/** Hosts drop messages over 10 MiB without a word; 4 MiB with four under way is the fastest that is safe. */
export const CHUNK = 4 * 1024 * 1024;
export const WINDOW = 4;
