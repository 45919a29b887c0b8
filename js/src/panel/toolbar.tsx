import type { JSX } from "preact";
import { percent } from "../format.ts";
import { useHistoryKeys } from "../history/keys.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { Icon } from "../ui/icons.tsx";

export function Toolbar(): JSX.Element {
  return (
    <header class="toolbar">
      <span class="logo">
        <Icon name="film" size={20} />
      </span>
      <Status />
      <BackendLabel />
      <span class="bar-gap" />
      <HistoryButtons />
      <ExportButton />
    </header>
  );
}

function Status(): JSX.Element {
  const { kernel, strings } = useStore();
  const phase = kernel.phase.value;
  const { status, frame, frames } = kernel.exporting.value;
  const rendering = phase === "rendering" && status === "running" && frames > 0;
  return (
    <span class="status" data-phase={phase}>
      <span class="status-dot" />
      <span role="status">{strings.value.phases[phase]}</span>
      {rendering && <span class="figures">{percent(frame, frames)}%</span>}
    </span>
  );
}

function BackendLabel(): JSX.Element | null {
  const { label } = useStore().kernel.backend.value;
  return label ? <span class="backend">{label}</span> : null;
}

export function HistoryButtons(): JSX.Element {
  const { kernel, commands, strings } = useStore();
  const t = strings.value;
  const idle = kernel.phase.value === "ready";
  const place = useHistoryKeys();
  return (
    <span class="history-buttons" ref={place}>
      <Button
        label={t.undo}
        icon="undo"
        bare
        look="quiet"
        disabled={!idle || !kernel.can_undo.value}
        onClick={commands.undo}
      />
      <Button
        label={t.redo}
        icon="redo"
        bare
        look="quiet"
        disabled={!idle || !kernel.can_redo.value}
        onClick={commands.redo}
      />
    </span>
  );
}

export function ExportButton(): JSX.Element {
  const { kernel, commands, draft, strings } = useStore();
  const t = strings.value;
  const hasFilm = draft.value.duration > 0;
  return (
    <Button
      label={t.export}
      icon="export"
      look="primary"
      hint={hasFilm ? t.exportHint : t.exportNeedsPhotos}
      disabled={!hasFilm || kernel.phase.value !== "ready"}
      onClick={commands.export}
    />
  );
}
