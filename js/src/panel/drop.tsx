import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import { useStore } from "../state/store.ts";
import { droppedFiles, pastedFiles } from "../transfer/files.ts";

function carriesFiles(event: DragEvent): boolean {
  return Array.from(event.dataTransfer?.types ?? []).includes("Files");
}

/** Takes files dropped or pasted anywhere on it, not only on the drop zone: a near miss must not open the photo instead. */
export function DropArea({ children, ...rest }: { children: ComponentChildren; class: string }): JSX.Element {
  const { screen, uploads } = useStore();
  const depth = useRef(0);
  const hover = (change: 1 | -1 | 0) => {
    // Entering a child fires before leaving its parent; counting keeps the highlight steady.
    depth.current = change === 0 ? 0 : Math.max(0, depth.current + change);
    screen.dropping.value = depth.current > 0;
  };
  const handle = (act: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button is everybody's
    <div
      {...rest}
      onDragEnter={handle(() => hover(1))}
      onDragLeave={handle(() => hover(-1))}
      onDragOver={handle((event) => {
        if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      })}
      onDrop={handle((event) => {
        hover(0);
        if (!event.dataTransfer) return;
        void droppedFiles(event.dataTransfer).then(({ files, fromFolder }) => uploads.add(files, fromFolder));
      })}
      onPaste={(event) => {
        const files = event.clipboardData ? pastedFiles(event.clipboardData) : [];
        // Words are pasted as ever.
        if (files.length === 0) return;
        event.preventDefault();
        uploads.add(files);
      }}
    >
      {children}
    </div>
  );
}
