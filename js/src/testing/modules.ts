/** What Python would send as built text, by its name: the sources are at hand here. */
const MODULES: Record<string, () => Promise<{ default: unknown }>> = {
  painting: () => import("../preview/painting.ts"),
  chinese: () => import("../chinese.ts"),
};

export const openSource = async (text: string): Promise<unknown> => (await MODULES[text]?.())?.default;
