/**
 * Files on their way to the kernel: three at a time, four pieces under way in all, each read when it goes. Where an
 * answer stays away the kernel is asked how much it has, and the file goes on from there.
 */
import { batch, computed, type Signal, signal } from "@preact/signals";
import { randomId } from "../format.ts";
import { every } from "../lifetime.ts";
import { CHUNK, type Incoming, WINDOW } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { Buffers } from "./buffers.ts";
import { crc32, encodeBase64 } from "./bytes.ts";
import { type Refusal, type Rules, refusal } from "./files.ts";
import { arrivedUpTo, isComplete, openWindow, rewound, take, type Window } from "./window.ts";

const FILES_AT_ONCE = 3;
const SILENCE_MS = 30_000;
/** After this long without an answer, and again, the kernel is asked how much it has. */
const STALL_MS = 6000;
/** A host that loses large messages may let these through. */
const SMALLEST = 256 * 1024;
const SHRINK = 4;
const MOST_DAMAGE = 5;
const MOST_LOST = 5;
// Looking at a file and, on a hosted back end, passing it on takes longer than writing a chunk.
const CHECKING_MS = 180_000;

export type UploadProblem = Refusal | "no-answer" | "unreadable" | "damaged" | "kernel";

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
  /** Pieces that were sent, by their ends. */
  held: Map<number, ArrayBuffer>;
  heard: number;
  /** Counts how often the kernel was asked where to go on; only the answer to the last one counts. */
  attempt: number;
  asking: boolean;
  asked: number;
  damage: number;
  /** How often pieces were lost since anything arrived, though the kernel answered. */
  lost: number;
  /** What the kernel had when it was last asked. */
  base: number;
}

export class Uploads {
  readonly list: Signal<readonly Upload[]> = signal([]);
  /** Files in dropped folders that were no photos. */
  readonly skipped = signal(0);
  readonly #jobs = new Map<string, Job>();
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  readonly #buffers = new Buffers();
  #watch: AbortController | null = null;
  /** How this host lets bytes through, as far as is known. */
  #chunk = CHUNK;
  #asText = false;

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
  addPath(path: string, beside = false): void {
    const id = randomId();
    const name =
      path
        .replace(/[/\\]+$/, "")
        .split(/[/\\]/)
        .pop() || path;
    const row = { id, name, size: 0, written: 0, status: "checking", retryable: false } as const;
    this.list.value = [...this.list.value, row];
    this.#kernel.send({ type: "upload_path", id, path, ...(beside && { beside }) });
  }

  cancel(id: string): void {
    const upload = this.#find(id);
    if (!upload) return;
    if (upload.status !== "queued" && upload.status !== "failed")
      this.#kernel.send({ type: "upload_cancel", id });
    this.#forget(id);
    this.#pump();
  }

  /** Goes on where the kernel has it: from the start where it kept nothing. */
  retry(id: string): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    job.heard = performance.now();
    this.#update(id, { status: "sending", problem: undefined, message: undefined });
    this.#ask(job);
    this.#keepWatch();
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
    const times = { heard: 0, asked: 0, attempt: 0, damage: 0, lost: 0, base: 0 };
    const window = openWindow(file.size, this.#chunk);
    this.#jobs.set(id, { id, file, window, reading: false, asking: false, held: new Map(), ...times });
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
      job.heard = job.asked = performance.now();
      job.window = openWindow(upload.size, this.#chunk);
      this.#update(upload.id, { status: "sending" });
      this.#start(job);
      active = this.#active();
    }
    let free = WINDOW - active.reduce((sum, job) => sum + job.window.pending.length, 0);
    for (const job of active) {
      if (free <= 0) break;
      // One read at a time a file keeps its pieces in order.
      if (!job.reading && !job.asking && this.#sendNext(job)) free -= 1;
    }
    this.#keepWatch();
  }

  #start(job: Job): void {
    const { name, size } = job.file;
    this.#kernel.send({ type: "upload_start", id: job.id, name, size, attempt: job.attempt });
  }

  /** Asks how much the kernel has, to go on from there. */
  #ask(job: Job): void {
    job.attempt += 1;
    job.asking = true;
    job.asked = performance.now();
    this.#start(job);
  }

  #sendNext(job: Job): boolean {
    const piece = take(job.window);
    if (!piece) return false;
    const { offset, length } = piece.range;
    job.window = piece.window;
    job.reading = true;
    const { attempt } = job;
    const isCurrent = () =>
      this.#jobs.get(job.id) === job && job.attempt === attempt && this.#find(job.id)?.status === "sending";
    this.#buffers.read(job.file, offset, length).then(
      (bytes) => {
        job.reading = false;
        if (this.#life.aborted || !isCurrent()) return;
        const piece = { type: "upload_chunk", id: job.id, offset, crc: crc32(bytes) } as const;
        job.held.set(offset + length, bytes);
        if (this.#asText) this.#kernel.send({ ...piece, base64: encodeBase64(bytes) });
        else this.#kernel.send(piece, [bytes]);
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
    if (message.type === "upload_ack") this.#acknowledged(message);
    else if (message.type === "upload_done") this.#done(message.id);
    else if (message.type === "upload_failed" && this.#find(message.id))
      this.#fail(message.id, "kernel", message.message);
  }

  #acknowledged({ id, offset, attempt, problem }: Extract<Incoming, { type: "upload_ack" }>): void {
    const job = this.#jobs.get(id);
    const upload = this.#find(id);
    if (!job || !upload || upload.status === "checking") return;
    if (upload.status === "failed" && upload.problem !== "no-answer") return;
    const written = Math.min(offset, upload.size);
    if (written > upload.written) job.lost = 0;
    if (written > upload.written || attempt !== undefined) job.heard = performance.now();
    if (attempt !== undefined) {
      if (attempt === job.attempt && job.asking) {
        job.asking = false;
        job.base = Math.max(upload.written, written);
        job.window = rewound(job.window, written, this.#chunk);
      }
    } else if (problem === "no-bytes") {
      // The host loses what goes beside a message: from now on it goes inside.
      this.#asText = true;
      this.#chunk = Math.min(this.#chunk, SHRINK * SMALLEST);
      if (!job.asking) this.#ask(job);
      return;
    } else if (problem === "damaged") {
      job.damage += 1;
      if (job.damage > MOST_DAMAGE) this.#fail(id, "damaged");
      else if (!job.asking) this.#ask(job);
      return;
    } else job.window = arrivedUpTo(job.window, written);
    for (const end of job.held.keys())
      if (end <= written) {
        this.#buffers.giveBack(job.held.get(end));
        job.held.delete(end);
      }
    // An answer to a transfer given up for dead brings it back to life.
    const status = isComplete(job.window) ? "checking" : "sending";
    this.#update(id, { written: Math.max(upload.written, written), status, problem: undefined });
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
      this.#buffers.clear();
    } else if (!this.#watch) {
      this.#watch = new AbortController();
      every(() => this.#minds(), 1000, AbortSignal.any([this.#watch.signal, this.#life]));
    }
  }

  /** Goes on where an answer stays away; gives up where all of them do. */
  #minds(): void {
    const now = performance.now();
    for (const upload of this.list.value) {
      const job = this.#jobs.get(upload.id);
      if (!job) continue;
      const quiet = now - job.heard;
      if (upload.status === "checking" && quiet > CHECKING_MS) this.#fail(upload.id, "no-answer");
      if (upload.status !== "sending") continue;
      if (quiet > SILENCE_MS) this.#fail(upload.id, "no-answer");
      else if (quiet > STALL_MS && now - job.asked > STALL_MS) {
        if (!job.asking && job.attempt > 0 && upload.written === job.base) {
          // The kernel answers, but the pieces don't reach it: they may be too much at once.
          job.lost += 1;
          this.#chunk = Math.max(SMALLEST, this.#chunk / SHRINK);
        }
        if (job.lost > MOST_LOST) this.#fail(upload.id, "no-answer");
        else this.#ask(job);
      }
    }
  }
}
