import { expect, test } from "vitest";
import part from "./part.ts";

test("a part asks the panel's model to draw it in its own place", async () => {
  const el = document.createElement("div");
  const { signal } = new AbortController();
  const traits: Record<string, string> = { panel: "anywidget:1", part: "timeline" };
  const asked: unknown[] = [];
  const host = {
    getWidget: async (ref: string) => ({
      render: async (given: unknown) => {
        asked.push(ref, given);
      },
    }),
  };
  await part.render({ model: { get: (name: string) => traits[name] }, el, host, signal } as never);
  expect(asked).toEqual(["anywidget:1", { el, signal }]);
  expect(el.dataset.p2vPart).toBe("timeline");
});
