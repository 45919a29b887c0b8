import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatLimit } from "../format.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";

/** What the hosted service knows of its user: an engine on this machine has nothing of the kind. */
export function Account(): JSX.Element | null {
  const { kernel, strings } = useStore();
  const t = strings.value;
  const { hosted, linked } = kernel.backend.value;
  const [link, setLink] = useState<{ url: string; message: string } | null>(null);
  useEffect(
    () =>
      kernel.onMessage((message) => {
        if (message.type === "link") setLink(message);
      }),
    [kernel],
  );
  if (!hosted) return null;
  // Only an address of the web: what a message holds is never run.
  const url = link && /^https?:\/\//.test(link.url) ? link.url : "";
  return (
    <p class="account">
      <span>{t.planLimits(formatLimit(kernel.max_bytes.value))}</span>
      {linked &&
        (url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {t.openProject}
          </a>
        ) : (
          <Button label={t.projectLink} look="quiet" onClick={() => kernel.send({ type: "link" })} />
        ))}
      {link?.message && <span role="alert">{link.message}</span>}
    </p>
  );
}
