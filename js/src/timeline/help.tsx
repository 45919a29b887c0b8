import type { JSX } from "preact";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";

/** Which key does what. */
export function Help({ onClose }: { onClose: () => void }): JSX.Element {
  const { strings } = useStore();
  const t = strings.value;
  return (
    <section class="help" aria-label={t.hands.keys}>
      <dl>
        {t.hands.help.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button label={t.hands.close} icon="close" bare look="quiet" onClick={onClose} />
    </section>
  );
}
