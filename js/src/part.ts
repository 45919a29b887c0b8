/**
 * A part shown alone. It carries no code of its own: the panel's model holds the bundle, so a notebook with
 * six widgets saves and loads it once.
 */
import type { RenderProps } from "@anywidget/types";

async function render({ model, el, host, signal }: RenderProps): Promise<void> {
  el.dataset.p2vPart = String(model.get("part"));
  const panel = await host.getWidget(String(model.get("panel")));
  await panel.render({ el, signal });
}

export default { render };
