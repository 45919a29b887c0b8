import type { JSX } from "preact";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { Icon } from "../ui/icons.tsx";

/** What stands in the way of everything else. */
export function Banners(): JSX.Element | null {
  const { kernel, screen, commands, strings } = useStore();
  const t = strings.value;
  if (kernel.phase.value === "failed")
    return (
      <div class="callout error" role="alert">
        <Icon name="warn" />
        <div>
          <strong>{t.failedTitle}</strong>
          {kernel.problem.value && <p class="preserve">{kernel.problem.value}</p>}
          <p>{t.failedHelp}</p>
        </div>
        <Button label={t.tryAgain} icon="retry" onClick={commands.retry} />
      </div>
    );
  if (kernel.lost.value)
    return (
      <div class="callout warn" role="alert">
        <Icon name="warn" />
        <div>{t.lost}</div>
      </div>
    );
  if (screen.unanswered.value)
    return (
      <div class="callout warn" role="alert">
        <Icon name="info" />
        <div>{t.silent}</div>
      </div>
    );
  return null;
}
