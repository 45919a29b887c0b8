import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatLimit } from "../format.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";

/** What the hosted service knows of its user: an engine on this machine has nothing of the kind. */
export function Account(): JSX.Element | null {
  const { kernel, strings } = useStore();
  const t = strings.value;
  const { hosted, linked, anonymous, credits, held } = kernel.backend.value;
  if (!hosted) return null;
  return (
    <section class="account" aria-label={t.account}>
      {typeof credits === "number" && (
        <span class={`figures credits${credits > 0 ? "" : " none"}`}>
          {t.credits(credits)}
          {held ? ` · ${t.heldCredits(held)}` : ""}
        </span>
      )}
      <details>
        <summary>{t.plan}</summary>
        <ul>
          <li>{t.planCosts}</li>
          <li>{t.planLimits(formatLimit(kernel.max_bytes.value))}</li>
          <li>{anonymous ? t.planTrial : t.planAccount}</li>
        </ul>
      </details>
      {linked && <ProjectLink />}
    </section>
  );
}

/** The link is made when it is asked for: it is good for some minutes only. */
function ProjectLink(): JSX.Element {
  const { kernel, strings } = useStore();
  const t = strings.value;
  const [link, setLink] = useState<{ url: string; message: string } | null>(null);
  useEffect(
    () =>
      kernel.onMessage((message) => {
        if (message.type === "link") setLink(message);
      }),
    [kernel],
  );
  // Only an address of the web: what a message holds is never run.
  const url = link && /^https?:\/\//.test(link.url) ? link.url : "";
  return (
    <span class="project">
      {link?.message && <span role="alert">{link.message}</span>}
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t.openProject}
        </a>
      ) : (
        <Button label={t.projectLink} look="quiet" onClick={() => kernel.send({ type: "link" })} />
      )}
    </span>
  );
}
