/** Fields that show a value of the draft and ask for another once, when it has been chosen. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

interface FieldProps {
  label: string;
  children: ComponentChildren;
}

export function Field({ label, children }: FieldProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label class="field">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onPick: (value: string) => void;
}

export function Choice({ label, value, options, onPick }: ChoiceProps): JSX.Element {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {!options.some(([name]) => name === value) && <option value={value}>{value}</option>}
        {options.map(([name, text]) => (
          <option key={name} value={name} selected={name === value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A few choices side by side. */
export function Switch({ label, value, options, onPick }: ChoiceProps): JSX.Element {
  return (
    <fieldset class="field" aria-label={label}>
      <span>{label}</span>
      <span class="segmented">
        {options.map(([name, text]) => (
          <button key={name} type="button" aria-pressed={name === value} onClick={() => onPick(name)}>
            {text}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

interface SlideProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  show: (value: number) => string;
  onPick: (value: number) => void;
}

export function Slide({ label, value, min, max, step, show, onPick }: SlideProps): JSX.Element {
  const [held, setHeld] = useState(value);
  useEffect(() => setHeld(value), [value]);
  return (
    <Field label={label}>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={held}
        aria-valuetext={show(held)}
        onInput={(event) => setHeld(event.currentTarget.valueAsNumber)}
        onChange={(event) => onPick(event.currentTarget.valueAsNumber)}
      />
      <output class="figures">{show(held)}</output>
    </Field>
  );
}

interface SecondsProps {
  label: string;
  /** In ms, as all that is said to `onPick`. */
  value: number;
  min?: number;
  max?: number;
  onPick: (ms: number) => void;
}

export function Seconds({ label, value, min = 0, max, onPick }: SecondsProps): JSX.Element {
  const shown = String(Number((value / 1000).toFixed(2)));
  return (
    <Field label={label}>
      <input
        key={shown}
        type="number"
        class="figures"
        min={min / 1000}
        max={max === undefined ? undefined : max / 1000}
        step="0.1"
        defaultValue={shown}
        onChange={(event) => {
          const ms = Math.round(1000 * event.currentTarget.valueAsNumber);
          if (ms >= min) onPick(Math.min(ms, max ?? ms));
          else event.currentTarget.value = shown;
        }}
      />
      <span class="unit">s</span>
    </Field>
  );
}

interface ColourProps {
  label: string;
  value: string;
  onPick: (value: string) => void;
}

export function Colour({ label, value, onPick }: ColourProps): JSX.Element {
  return (
    <Field label={label}>
      <input type="color" value={value.slice(0, 7)} onChange={(event) => onPick(event.currentTarget.value)} />
    </Field>
  );
}
