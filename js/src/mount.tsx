/** One view in the page: a shadow root of its own, the host's colours, and keys that stay inside. */
import { effect } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import { takeLabFiles } from "./lab/drop.ts";
import { listen, onAbort } from "./lifetime.ts";
import { partNamed } from "./panel/panel.tsx";
import { type Store, StoreProvider, useStore } from "./state/store.ts";
import { styles } from "./styles/styles.ts";
import { followScheme } from "./theme.ts";

function Spoken({ children }: { children: ComponentChildren }) {
  return useStore().spoken.value ? children : null;
}

export function mount(store: Store, el: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted) return;
  const host = document.createElement("div");
  // JupyterLab reads its shortcuts before anything inside could stop them; this is how it is asked not to.
  host.dataset.lmSuppressShortcuts = "true";
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = styles;
  const place = document.createElement("div");
  place.className = "p2v";
  root.append(style, place);
  // Other notebooks listen further out, in the bubbling phase.
  for (const type of ["keydown", "keypress", "keyup"] as const)
    listen(host, type, (event) => event.stopPropagation(), signal);
  followScheme(
    document,
    (scheme) => {
      host.style.colorScheme = scheme;
    },
    signal,
  );
  const hover = (over: boolean) => {
    store.screen.dropping.value = over;
  };
  takeLabFiles(host, (path) => store.uploads.addPath(path, true), hover, signal);
  el.append(host);
  // A view that was saved hears nothing: then the page shows what the notebook kept beside it instead.
  const stop = effect(() => {
    if (store.kernel.signs.value > 0) el.classList.add("p2v-live");
  });
  onAbort(signal, stop);

  const Part = partNamed(el.dataset.p2vPart);
  render(
    <StoreProvider value={store}>
      <Spoken>
        <Part />
      </Spoken>
    </StoreProvider>,
    place,
  );
  onAbort(signal, () => {
    render(null, place);
    host.remove();
  });
  store.kernel.send({ type: "hello", language: store.language.value });
}
