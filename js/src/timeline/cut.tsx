import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { TRANSITIONS } from "../draft.generated.ts";
import { findSegment, mainTrack } from "../draft.ts";
import { formatSeconds } from "../format.ts";
import { vocabulary } from "../i18n.ts";
import { Slide } from "../inspector/fields.tsx";
import { useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import type { Hands } from "./hands.ts";

const DIRECTIONS = ["left", "right", "up", "down"] as const;
const ARROWS: Readonly<Record<string, IconName>> = { left: "left", right: "right", up: "up", down: "down" };

/** `wipe-left` is of the family `wipe`; what has no direction is a family of its own. */
export function familyOf(kind: string): { family: string; direction: string } {
  const [, family, direction] = /^(.+)-(left|right|up|down)$/.exec(kind) ?? [];
  return { family: family ?? kind, direction: direction ?? "" };
}

const FAMILIES = ["cut", ...new Set(TRANSITIONS.map((kind) => familyOf(kind).family))];

/** Chooses how one photo gives way to the next, and how long that takes. */
export function CutChooser({ hands }: { hands: Hands }): JSX.Element | null {
  const { draft, commands, strings } = useStore();
  const t = strings.value;
  const place = useRef<HTMLElement>(null);
  const segment = findSegment(draft.value, hands.cut.value);
  useLife(() => place.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), [segment?.id]);
  const segments = mainTrack(draft.value)?.segments ?? [];
  const before = segment && segments[segments.indexOf(segment) - 1];
  if (!segment || !before) return null;
  const present = segment.transition;
  const { family, direction } = familyOf(present?.kind ?? "cut");
  const longest = Math.floor(Math.min(segment.duration, before.duration) / 2);
  const set = (kind: string, duration?: number) =>
    commands.edit(
      { op: "set_transition", kind, id: segment.id, ...(duration !== undefined && { duration }) },
      true,
    );
  const close = () => {
    const id = segment.id;
    const timeline = place.current?.closest(".timeline");
    hands.cut.value = null;
    timeline?.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    <section
      ref={place}
      class="cut-chooser"
      aria-label={t.hands.cutInto(segment.label)}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header>
        <strong>{t.hands.cutInto(segment.label)}</strong>
        <Button label={t.hands.close} icon="close" bare look="quiet" onClick={close} />
      </header>
      <div class="families">
        {FAMILIES.map((name) => (
          <button
            key={name}
            type="button"
            class="family"
            aria-pressed={name === family}
            onClick={() => set(TRANSITIONS.find((kind) => familyOf(kind).family === name) ?? "cut")}
          >
            <span class={`sample ${name}`} aria-hidden="true" />
            {vocabulary(t, name)}
          </button>
        ))}
      </div>
      {present && (
        <div class="fields">
          {direction && (
            <fieldset class="field" aria-label={t.hands.direction}>
              <span>{t.hands.direction}</span>
              <span class="segmented">
                {DIRECTIONS.map((to) => (
                  <button
                    key={to}
                    type="button"
                    aria-label={vocabulary(t, to)}
                    title={vocabulary(t, to)}
                    aria-pressed={to === direction}
                    onClick={() => set(`${family}-${to}`)}
                  >
                    <Icon name={ARROWS[to] ?? "left"} size={15} />
                  </button>
                ))}
              </span>
            </fieldset>
          )}
          <Slide
            label={t.hands.cutLength}
            value={present.duration}
            min={Math.min(100, longest)}
            max={Math.min(3000, longest)}
            step={50}
            show={formatSeconds}
            onPick={(duration) => set(present.kind, duration)}
          />
          <Button
            label={t.hands.toAll}
            onClick={() =>
              commands.edit({ op: "set_transition", kind: present.kind, duration: present.duration })
            }
          />
        </div>
      )}
    </section>
  );
}
