/** Whether a key press in the prompt sends it. While an input method composes, Enter picks a candidate. */
export function sends(event: {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}): boolean {
  // Safari ends the composition before the key arrives and says so only through the old key code.
  if (event.isComposing || event.keyCode === 229) return false;
  return event.key === "Enter" && !event.shiftKey && !event.altKey;
}
