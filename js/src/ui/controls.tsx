import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";

interface ButtonProps {
  /** The accessible name, and the visible one unless `bare`. */
  label: string;
  onClick: () => void;
  icon?: IconName;
  /** Icon only; the label becomes the tooltip. */
  bare?: boolean;
  look?: "primary" | "plain" | "quiet" | "danger";
  disabled?: boolean;
  hint?: string;
  /** For a button that opens something: whether it is open. */
  expanded?: boolean;
  /** For what stays on or off. */
  pressed?: boolean;
}

export function Button({
  label,
  onClick,
  icon,
  bare,
  look = "plain",
  disabled,
  hint,
  expanded,
  pressed,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${look}${bare ? " bare" : ""}`}
      aria-label={bare ? label : undefined}
      title={hint ?? (bare ? label : undefined)}
      aria-pressed={pressed}
      disabled={disabled}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {!bare && <span>{label}</span>}
    </button>
  );
}

interface ProgressProps {
  label: string;
  /** 0 to 100; absent while nobody knows how far it is. */
  value?: number;
  text?: string;
}

export function Progress({ label, value, text }: ProgressProps): JSX.Element {
  return (
    <div
      class={`progress${value === undefined ? " unknown" : ""}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={text}
    >
      <div class="progress-fill" style={value === undefined ? undefined : { width: `${value}%` }} />
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
}

export function Empty({ icon, title, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} size={26} />
      </span>
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
