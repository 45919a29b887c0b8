/** Shows the panel, or a part of it, as a host would, and finds things in it by role and name. */
import { within } from "@testing-library/dom";
import panel from "../panel.ts";
import type { Traits } from "../protocol.ts";
import { MemoryModel } from "./model.ts";
import { openSource } from "./modules.ts";

export class View {
  readonly el = document.createElement("div");
  readonly #life = new AbortController();

  constructor(widget: ReturnType<typeof panel>, memory: MemoryModel, part: string) {
    this.el.dataset.p2vPart = part;
    document.body.append(this.el);
    widget.render({ model: memory.model, el: this.el, signal: this.#life.signal } as never);
  }

  get root(): ShadowRoot {
    const root = this.el.firstElementChild?.shadowRoot;
    if (!root) throw new Error("the part is not on the page");
    return root;
  }

  get find() {
    return within(this.root.querySelector(".p2v") as HTMLElement);
  }

  close(): void {
    this.#life.abort();
  }
}

export interface Shown {
  memory: MemoryModel;
  view: View;
  find: View["find"];
  /** One more view of the same model. */
  again: (part: string) => View;
  destroy: () => void;
}

export function show(traits: Partial<Traits> = {}, part = "panel"): Shown {
  const memory = new MemoryModel({ phase: "ready", language: "en", ...traits });
  const life = new AbortController();
  const widget = panel(openSource);
  widget.initialize({ model: memory.model, signal: life.signal } as never);
  const view = new View(widget, memory, part);
  return {
    memory,
    view,
    find: view.find,
    again: (other) => new View(widget, memory, other),
    destroy: () => life.abort(),
  };
}

/** Two frames drawn: the first shows what changed, the second what its effects changed in turn. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
