import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { sends } from "./keys.ts";

export function Prompt(): JSX.Element {
  const { kernel, screen, commands, strings, draft, uploads } = useStore();
  const t = strings.value;
  const box = useRef<HTMLTextAreaElement>(null);
  const words = screen.words.value;
  const phase = kernel.phase.value;
  const held = screen.held.value;
  const busy = phase === "thinking" || phase === "rendering";
  const canSend = words.trim() !== "" && (phase === "ready" || phase === "rendering") && held === null;

  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [words]);

  const send = () => {
    if (!canSend) return;
    if (uploads.busy.value) screen.held.value = words.trim();
    else commands.send(words.trim());
    screen.words.value = "";
    box.current?.focus();
  };

  return (
    <div class="prompt">
      <Tip />
      <Suggestions
        onPick={(suggestion) => {
          screen.words.value = suggestion;
          box.current?.focus();
        }}
      />
      {held !== null && (
        <div class="held" role="status">
          <span class="held-words">
            {t.held} “{held}”
          </span>
          <Button
            label={t.cancel}
            onClick={() => {
              screen.words.value = screen.words.value || held;
              screen.held.value = null;
              box.current?.focus();
            }}
          />
        </div>
      )}
      <div class="prompt-box">
        <textarea
          ref={box}
          rows={1}
          aria-label={t.prompt}
          title={t.promptKeys}
          placeholder={draft.value.duration > 0 ? t.promptRefine : t.promptHint}
          value={words}
          onInput={(event) => {
            screen.words.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (!sends(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <div class="prompt-buttons">
          {busy && <Button label={t.stop} icon="stop" bare look="danger" onClick={commands.stop} />}
          <Button label={t.send} icon="send" bare look="primary" disabled={!canSend} onClick={send} />
        </div>
      </div>
    </div>
  );
}

/** What helps before the first words: how many photos go well together. */
function Tip(): JSX.Element | null {
  const { kernel, draft, strings } = useStore();
  const t = strings.value;
  const count = kernel.photos.value.filter((photo) => photo.kind === "image").length;
  if (count === 0 || draft.value.duration > 0 || (count >= 5 && count <= 20)) return null;
  return <p class="tip">{count < 5 ? t.fewPhotos : t.manyPhotos(count, 3 * count)}</p>;
}

function Suggestions({ onPick }: { onPick: (suggestion: string) => void }): JSX.Element | null {
  const { kernel, strings } = useStore();
  const suggestions = kernel.suggestions.value;
  if (suggestions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a wrapping flex row in every browser
    <div class="suggestions" role="group" aria-label={strings.value.suggestions}>
      {suggestions.map((suggestion) => (
        <button type="button" class="chip" key={suggestion} onClick={() => onPick(suggestion)}>
          {suggestion}
        </button>
      ))}
    </div>
  );
}
