import type { JSX } from "preact";
import { percent } from "../format.ts";
import { useStore } from "../state/store.ts";
import { Button, Progress } from "../ui/controls.tsx";
import { Icon } from "../ui/icons.tsx";

/** How the export goes, and how it ended when it did not end well. */
export function Rendering(): JSX.Element | null {
  const { kernel, commands, strings } = useStore();
  const t = strings.value;
  const { status, frame, frames, stage, message, offer } = kernel.exporting.value;
  if (status === "running") {
    const counted = frames > 0 && stage !== "sound" && stage !== "finish";
    const text = counted ? t.frameOf(frame, frames) : (t.stages[stage] ?? t.preparing);
    return (
      <div class="rendering">
        <div class="rendering-words">
          <span class="rendering-title">{t.exporting}</span>
          <span class="figures">{text}</span>
          <Button label={t.cancel} look="quiet" onClick={commands.stop} />
        </div>
        <Progress label={t.export} value={frames > 0 ? percent(frame, frames) : undefined} text={text} />
      </div>
    );
  }
  if (status === "failed")
    return (
      <div class="callout error" role="alert">
        <Icon name="warn" />
        <div>
          <strong>{t.exportFailed}</strong>
          <p>{message}</p>
        </div>
        {offer === "local" && <Button label={t.exportHere} icon="film" onClick={commands.exportHere} />}
        <Button label={t.tryAgain} icon="retry" onClick={commands.export} />
      </div>
    );
  if (status === "cancelled")
    return (
      <div class="callout" role="status">
        <Icon name="info" />
        <div>{t.exportCancelled}</div>
      </div>
    );
  return null;
}
