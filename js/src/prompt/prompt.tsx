import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { sends } from "./keys.ts";

export function Prompt(): JSX.Element {
  const { kernel, screen, commands, strings, draft } = useStore();
  const t = strings.value;
  const box = useRef<HTMLTextAreaElement>(null);
  const words = screen.words.value;
  const phase = kernel.phase.value;
  const busy = phase === "thinking" || phase === "rendering";
  const canSend = words.trim() !== "" && (phase === "ready" || phase === "rendering");

  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [words]);

  const send = () => {
    if (!canSend) return;
    commands.send(words.trim());
    screen.words.value = "";
    box.current?.focus();
  };

  return (
    <div class="prompt">
      <Suggestions
        onPick={(suggestion) => {
          screen.words.value = suggestion;
          box.current?.focus();
        }}
      />
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
