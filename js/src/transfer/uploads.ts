/** Files on their way to the kernel: three at a time, four pieces under way in all, each read when it goes. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import { randomId } from "../format.ts";
import { every } from "../lifetime.ts";
import { CHUNK, type Incoming, WINDOW } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { type Refusal, type Rules, refusal } from "./files.ts";
import { arrivedUpTo, isComplete, openWindow, take, type Window } from "./window.ts";

const FILES_AT_ONCE = 3;
const SILENCE_MS = 30_000;
// Looking at a file and, on a hosted back end, passing it on takes longer than writing a chunk.
const CHECKING_MS = 180_000;

export type UploadProblem = Refusal | "no-answer" | "unreadable" | "kernel";

export interface Upload {
  id: string;
  name: string;
  size: number;
  status: "queued" | "sending" | "checking" | "done" | "failed";
  /** Bytes the kernel has safely. */
  written: number;
  problem?: UploadProblem;
  /** The kernel's own words about a failure. */
  message?: string;
  retryable: boolean;
}

interface Job {
  id: string;
  file: File;
  window: Window;
  reading: boolean;
  heard: number;
}

export class Uploads {
  readonly list: Signal<readonly Upload[]> = signal([]);
  /** Files in dropped folders that were no photos. */
  readonly skipped = signal(0);
  readonly #jobs = new Map<string, Job>();
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  #watch: AbortController | null = null;

  /** Whether files are still on their way. */
  readonly busy = computed(() =>
    this.list.value.some(
      ({ status }) => status === "queued" || status === "sending" || status === "checking",
    ),
  );

  constructor(kernel: Kernel, life: AbortSignal) {
    this.#kernel = kernel;
    this.#life = life;
    kernel.onMessage((message) => this.#receive(message));
  }

  get #rules(): Rules {
    return { accept: this.#kernel.accept.value, maxBytes: this.#kernel.max_bytes.value };
  }

  add(files: readonly File[], fromFolder: readonly File[] = []): void {
    const suitable = fromFolder.filter((file) => refusal(file, this.#rules) !== "unsupported");
    batch(() => {
      this.skipped.value += fromFolder.length - suitable.length;
      this.list.value = [...this.list.value, ...[...files, ...suitable].map((file) => this.#admit(file))];
    });
    this.#pump();
  }

  /** Files that lie on the kernel's own machine: a path, a folder, a pattern or an address. */
  addPath(path: string): void {
    const id = randomId();
    const name =
      path
        .replace(/[/\\]+$/, "")
        .split(/[/\\]/)
        .pop() || path;
    const row = { id, name, size: 0, written: 0, status: "checking", retryable: false } as const;
    this.list.value = [...this.list.value, row];
    this.#kernel.send({ type: "upload_path", id, path });
  }

  cancel(id: string): void {
    const upload = this.#find(id);
    if (!upload) return;
    if (upload.status !== "queued" && upload.status !== "failed")
      this.#kernel.send({ type: "upload_cancel", id });
    this.#forget(id);
    this.#pump();
  }

  retry(id: string): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    // The kernel may still hold the silent attempt; a new id keeps its late answers apart.
    this.#kernel.send({ type: "upload_cancel", id });
    const fresh = this.#admit(job.file);
    this.#jobs.delete(id);
    this.list.value = this.list.value.map((upload) => (upload.id === id ? fresh : upload));
    this.#pump();
  }

  /** Takes a finished or failed row off the list. */
  dismiss(id: string): void {
    // A transfer that fell silent may have left half a file with the kernel.
    if (this.#jobs.has(id)) this.#kernel.send({ type: "upload_cancel", id });
    this.#forget(id);
  }

  #admit(file: File): Upload {
    const id = randomId();
    const problem = refusal(file, this.#rules);
    const row = { id, name: file.name, size: file.size, written: 0 };
    if (problem) return { ...row, status: "failed", problem, retryable: false };
    this.#jobs.set(id, { id, file, window: openWindow(file.size, CHUNK), reading: false, heard: 0 });
    return { ...row, status: "queued", retryable: true };
  }

  #find(id: string): Upload | undefined {
    return this.list.value.find((upload) => upload.id === id);
  }

  #update(id: string, change: Partial<Upload>): void {
    this.list.value = this.list.value.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
  }

  #forget(id: string): void {
    this.#jobs.delete(id);
    this.list.value = this.list.value.filter((upload) => upload.id !== id);
  }

  #fail(id: string, problem: UploadProblem, message?: string): void {
    this.#update(id, { status: "failed", problem, message, retryable: this.#jobs.has(id) });
    this.#pump();
  }

  #active(): Job[] {
    return this.list.value.flatMap((upload) => {
      const job = this.#jobs.get(upload.id);
      return job && upload.status === "sending" ? [job] : [];
    });
  }

  #pump(): void {
    let active = this.#active();
    for (const upload of this.list.value) {
      if (active.length >= FILES_AT_ONCE) break;
      const job = this.#jobs.get(upload.id);
      if (upload.status !== "queued" || !job) continue;
      job.heard = performance.now();
      this.#update(upload.id, { status: "sending" });
      this.#kernel.send({ type: "upload_start", id: job.id, name: upload.name, size: upload.size });
      active = this.#active();
    }
    let free = WINDOW - active.reduce((sum, job) => sum + job.window.pending.length, 0);
    for (const job of active) {
      if (free <= 0) break;
      // One read at a time a file keeps its pieces in order.
      if (!job.reading && this.#sendNext(job)) free -= 1;
    }
    this.#keepWatch();
  }

  #sendNext(job: Job): boolean {
    const piece = take(job.window);
    if (!piece) return false;
    const { offset, length } = piece.range;
    job.window = piece.window;
    job.reading = true;
    const isCurrent = () => this.#jobs.get(job.id) === job && this.#find(job.id)?.status === "sending";
    job.file
      .slice(offset, offset + length)
      .arrayBuffer()
      .then(
        (bytes) => {
          job.reading = false;
          if (this.#life.aborted || !isCurrent()) return;
          this.#kernel.send({ type: "upload_chunk", id: job.id, offset }, [bytes]);
          this.#pump();
        },
        () => {
          if (this.#life.aborted || !isCurrent()) return;
          this.#kernel.send({ type: "upload_cancel", id: job.id });
          this.#jobs.delete(job.id);
          this.#fail(job.id, "unreadable");
        },
      );
    return true;
  }

  #receive(message: Incoming): void {
    if (message.type === "upload_ack") this.#acknowledged(message.id, message.offset);
    else if (message.type === "upload_done") this.#done(message.id);
    else if (message.type === "upload_failed" && this.#find(message.id))
      this.#fail(message.id, "kernel", message.message);
  }

  #acknowledged(id: string, offset: number): void {
    const job = this.#jobs.get(id);
    const upload = this.#find(id);
    if (!job || !upload || upload.status === "checking") return;
    if (upload.status === "failed" && upload.problem !== "no-answer") return;
    job.heard = performance.now();
    job.window = arrivedUpTo(job.window, offset);
    const written = Math.max(upload.written, Math.min(offset, upload.size));
    // An answer to a transfer given up for dead brings it back to life.
    const status = isComplete(job.window) ? "checking" : "sending";
    this.#update(id, { written, status, problem: undefined });
    if (status === "checking") this.#kernel.send({ type: "upload_end", id });
    this.#pump();
  }

  #done(id: string): void {
    const upload = this.#find(id);
    if (!upload) return;
    this.#jobs.delete(id);
    this.#update(id, { status: "done", written: upload.size, problem: undefined });
    this.#pump();
  }

  #keepWatch(): void {
    const waiting = this.list.value.some(
      (upload) => upload.status === "sending" || upload.status === "checking",
    );
    if (!waiting) {
      this.#watch?.abort();
      this.#watch = null;
    } else if (!this.#watch) {
      this.#watch = new AbortController();
      every(() => this.#failSilent(), 1000, AbortSignal.any([this.#watch.signal, this.#life]));
    }
  }

  #failSilent(): void {
    for (const upload of this.list.value) {
      const job = this.#jobs.get(upload.id);
      if (!job) continue;
      const patience =
        upload.status === "sending" ? SILENCE_MS : upload.status === "checking" ? CHECKING_MS : Infinity;
      if (performance.now() - job.heard > patience) this.#fail(upload.id, "no-answer");
    }
  }
}
