import type { JSX } from "preact";
import { Log } from "../log/log.tsx";
import { Player } from "../player/player.tsx";
import { Prompt } from "../prompt/prompt.tsx";
import { Timeline } from "../timeline/timeline.tsx";
import { Upload } from "../upload/upload.tsx";
import { Account } from "./account.tsx";
import { Banners } from "./banners.tsx";
import { DropArea } from "./drop.tsx";
import { ExportButton, HistoryButtons, Toolbar } from "./toolbar.tsx";

function Whole(): JSX.Element {
  return (
    <DropArea class="panel whole">
      <Toolbar />
      <Account />
      <Banners />
      <div class="columns">
        <div class="column talk">
          <Upload />
          <Log />
          <Prompt />
        </div>
        <div class="column show">
          <Player />
        </div>
      </div>
      <Timeline />
    </DropArea>
  );
}

const PARTS: Record<string, () => JSX.Element> = {
  panel: Whole,
  upload: () => (
    <DropArea class="panel part">
      <Banners />
      <Upload />
    </DropArea>
  ),
  prompt: () => (
    <div class="panel part">
      <Banners />
      <Prompt />
    </div>
  ),
  log: () => (
    <div class="panel part">
      <Log />
    </div>
  ),
  timeline: () => (
    <div class="panel part">
      <Timeline tools={<HistoryButtons />} />
    </div>
  ),
  player: () => (
    <div class="panel part">
      <Player tools={<ExportButton />} />
    </div>
  ),
};

/** The part of a name; the whole panel for any other, so that a newer Python still shows something. */
export function partNamed(name: string | undefined): () => JSX.Element {
  return PARTS[name ?? "panel"] ?? Whole;
}
