/** The bundle's way in. Hosts call the default export once a model, `render` once a view. */
import type { InitializeProps, RenderProps } from "@anywidget/types";
import { mount } from "./mount.tsx";
import { type Open, openText } from "./state/modules.ts";
import { createStore, type Store } from "./state/store.ts";

export default function panel(open: Open = openText) {
  let store: Store | null = null;
  return {
    initialize({ model, signal }: InitializeProps): void {
      store = createStore(model, signal, open);
    },
    render({ model, el, signal }: RenderProps): void {
      // Each view gets a model object of its own that goes with it, so the shared store is made above; a host
      // that does not initialise gets one store a view.
      mount(store ?? createStore(model, signal, open), el, signal);
    },
  };
}
