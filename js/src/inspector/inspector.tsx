/** All that can be set of what is selected; of the film where nothing is. */
import type { ComponentChildren, JSX } from "preact";
import { LOOKS, MOODS, MOTIONS, type POSITIONS, ROLES } from "../draft.generated.ts";
import type { SegmentView } from "../draft.ts";
import { ANIMATIONS_DATA } from "../effects.generated.ts";
import { formatSeconds, formatSpan } from "../format.ts";
import { type Strings, vocabulary } from "../i18n.ts";
import { useStore } from "../state/store.ts";
import { SHORTEST, trimOf } from "../timeline/drag.ts";
import { type Hands, ids } from "../timeline/hands.ts";
import { segmentTitle } from "../timeline/labels.ts";
import { Button } from "../ui/controls.tsx";
import { Choice, Colour, Field, Seconds, Slide, Switch } from "./fields.tsx";
import { FocusPicture } from "./focus.tsx";

const SIZES = ["1920×1080", "1080×1920", "1080×1080", "1080×1350", "1280×720"];
const percent = (value: number) => `${Math.round(100 * value)} %`;

export function Inspector({ hands }: { hands: Hands }): JSX.Element {
  const { draft, screen, strings } = useStore();
  const t = strings.value;
  draft.value;
  const chosen = hands.chosen();
  const last = chosen.find(({ id }) => id === screen.selected.value);
  if (!last) return <FilmFields />;
  const alike = chosen.filter(({ kind }) => kind === last.kind);
  const title = chosen.length === 1 ? segmentTitle(last, t) : t.hands.chosen(chosen.length);
  const span = chosen.length === 1 ? formatSpan(last.start, last.end) : "";
  const given = { segments: alike, first: last, hands };
  return (
    <Frame key={last.id} title={title} span={span}>
      {last.kind === "text" && <TextFields {...given} />}
      {last.kind === "sound" && <SoundFields {...given} />}
      {last.kind === "picture" && hands.isPhoto(last) && <PhotoFields {...given} />}
    </Frame>
  );
}

function Frame({
  title,
  span,
  children,
}: {
  title: string;
  span: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="inspector" aria-label={title}>
      <header>
        <strong>{title}</strong>
        {span && <span class="figures">{span}</span>}
      </header>
      <div class="fields">{children}</div>
    </section>
  );
}

function named(t: Strings, names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [name, t.hands.values[name] ?? vocabulary(t, name)]);
}

function FilmFields(): JSX.Element {
  const { draft, commands, strings } = useStore();
  const t = strings.value;
  const { width, height, background, duration } = draft.value;
  const size = `${width}×${height}`;
  return (
    <Frame title={t.hands.film} span={t.selectHint}>
      <Choice
        label={t.hands.size}
        value={size}
        options={SIZES.map((name) => [name, name.replace("×", " × ")])}
        onPick={(picked) => {
          const [wide = width, high = height] = picked.split("×").map(Number);
          commands.edit({ op: "set_canvas", width: wide, height: high }, true);
        }}
      />
      <Switch
        label={t.hands.background}
        value={background === "blur" ? "blur" : "colour"}
        options={[
          ["blur", t.hands.blurred],
          ["colour", t.hands.colour],
        ]}
        onPick={(kind) =>
          commands.edit({ op: "set_background", background: kind === "blur" ? "blur" : "#000000" }, true)
        }
      />
      {background !== "blur" && (
        <Colour
          label={t.hands.colour}
          value={background}
          onPick={(colour) => commands.edit({ op: "set_background", background: colour }, true)}
        />
      )}
      <Seconds
        label={t.hands.length}
        value={duration}
        min={SHORTEST}
        onPick={(ms) => commands.edit({ op: "set_length", duration: ms }, true)}
      />
    </Frame>
  );
}

interface Given {
  segments: readonly SegmentView[];
  /** The one that was chosen last: its values are shown. */
  first: SegmentView;
  hands: Hands;
}

function PhotoFields({ segments, first, hands }: Given): JSX.Element {
  const { commands, kernel, strings } = useStore();
  const t = strings.value;
  const id = ids(segments);
  const { motion, meta } = first;
  const amount = meta.motion?.amount ?? 0.15;
  const source = kernel.photos.value.find((file) => file.asset === first.src)?.duration ?? undefined;
  const [from, to] = trimOf(first);
  return (
    <>
      {segments.length === 1 && !first.isVideo && <FocusPicture segment={first} />}
      <Seconds
        label={t.hands.duration}
        value={first.duration}
        min={SHORTEST}
        max={first.isVideo && source ? source - from : undefined}
        onPick={(ms) => hands.setDuration(first, ms)}
      />
      <Switch
        label={t.hands.fit}
        value={first.fit}
        options={[
          ["cover", t.hands.cover],
          ["contain", t.hands.contain],
        ]}
        onPick={(fit) => commands.edit({ op: "set_fit", id, fit }, true)}
      />
      <Choice
        label={t.motion}
        value={motion}
        options={named(t, MOTIONS)}
        onPick={(kind) => commands.edit({ op: "set_motion", id, kind }, true)}
      />
      {motion !== "none" && (
        <Slide
          label={t.hands.strength}
          value={amount}
          min={0.02}
          max={0.6}
          step={0.01}
          show={percent}
          onPick={(wanted) => commands.edit({ op: "set_motion", id, kind: motion, amount: wanted }, true)}
        />
      )}
      <Choice
        label={t.look}
        value={first.look}
        options={named(t, LOOKS)}
        onPick={(kind) => commands.edit({ op: "set_look", id, kind }, true)}
      />
      {segments.length === 1 && first.start > 0 && (
        <fieldset class="field" aria-label={t.transition}>
          <span>{t.transition}</span>
          <Button
            label={
              first.transition
                ? `${vocabulary(t, first.transition.kind)}, ${formatSeconds(first.transition.duration)}`
                : (t.names.cut ?? "")
            }
            onClick={() => {
              hands.cut.value = first.id;
            }}
          />
        </fieldset>
      )}
      {first.isVideo && (
        <>
          <Volume id={id} volume={first.volume} />
          {segments.length === 1 && (
            <>
              <Seconds
                label={t.hands.trimFrom}
                value={from}
                max={to - SHORTEST}
                onPick={(start) => commands.edit({ op: "set_trim", id: first.id, start, end: to }, true)}
              />
              <Seconds
                label={t.hands.trimTo}
                value={to}
                min={from + SHORTEST}
                max={source}
                onPick={(end) => commands.edit({ op: "set_trim", id: first.id, start: from, end }, true)}
              />
            </>
          )}
        </>
      )}
    </>
  );
}

function Volume({ id, volume }: { id: string | readonly string[]; volume: number }): JSX.Element {
  const { commands, strings } = useStore();
  return (
    <Slide
      label={strings.value.hands.volume}
      value={volume}
      min={0}
      max={2}
      step={0.01}
      show={percent}
      onPick={(wanted) => commands.edit({ op: "set_volume", id, volume: wanted }, true)}
    />
  );
}

function Span({ first, hands }: Given): JSX.Element {
  const { draft, commands, strings } = useStore();
  const t = strings.value;
  const { duration } = draft.value;
  return (
    <>
      <Seconds
        label={t.hands.start}
        value={first.start}
        max={Math.max(0, duration - first.duration)}
        onPick={(start) => commands.edit({ op: "set_span", id: first.id, start }, true)}
      />
      <Seconds
        label={t.hands.duration}
        value={first.duration}
        min={SHORTEST}
        max={duration - first.start}
        onPick={(ms) => hands.setDuration(first, ms)}
      />
    </>
  );
}

function SoundFields(given: Given): JSX.Element {
  const { commands, strings } = useStore();
  const t = strings.value;
  const { first, segments } = given;
  const mood = first.src.startsWith("music:") ? first.src.slice(6) : "";
  const pick = (name: string, seed?: number) => {
    const label = name[0]?.toUpperCase() + name.slice(1);
    commands.edit({ op: "set_music", src: `music:${name}`, name: label, ...(seed && { seed }) }, true);
  };
  return (
    <>
      {mood && (
        <>
          <Choice label={t.hands.mood} value={mood} options={named(t, MOODS)} onPick={(name) => pick(name)} />
          <Button
            label={t.hands.anotherTune}
            icon="retry"
            onClick={() => pick(mood, (first.meta.seed ?? 1) + 1)}
          />
        </>
      )}
      <Volume id={ids(segments)} volume={first.volume} />
      <Seconds
        label={t.hands.fadeIn}
        value={first.fade[0]}
        max={first.duration}
        onPick={(ms) => commands.edit({ op: "set_fade", id: first.id, fade_in: ms }, true)}
      />
      <Seconds
        label={t.hands.fadeOut}
        value={first.fade[1]}
        max={first.duration}
        onPick={(ms) => commands.edit({ op: "set_fade", id: first.id, fade_out: ms }, true)}
      />
      {segments.length === 1 && <Span {...given} />}
    </>
  );
}

function TextFields(given: Given): JSX.Element {
  const { commands, strings } = useStore();
  const t = strings.value;
  const { first, segments } = given;
  const id = ids(segments);
  const { style = {}, animation = {}, position = "center" } = first.meta;
  const restyle = (change: typeof style) => commands.edit({ op: "edit_text", id, style: change }, true);
  const animations = named(t, Object.keys(ANIMATIONS_DATA));
  return (
    <>
      {segments.length === 1 && (
        <Field label={t.hands.words}>
          <textarea
            key={first.label}
            rows={2}
            defaultValue={first.label}
            onChange={(event) => given.hands.rewrite(first, event.currentTarget.value)}
          />
        </Field>
      )}
      <fieldset class="field" aria-label={t.hands.place}>
        <span>{t.hands.place}</span>
        <span class="nine">
          {NINE.map((name) => (
            <button
              key={name}
              type="button"
              aria-label={vocabulary(t, name)}
              title={vocabulary(t, name)}
              aria-pressed={name === position}
              onClick={() => commands.edit({ op: "edit_text", id, position: name }, true)}
            />
          ))}
        </span>
      </fieldset>
      <Choice
        label={t.hands.role}
        value={first.role}
        options={named(t, ROLES)}
        onPick={(role) => commands.edit({ op: "edit_text", id, role }, true)}
      />
      <Slide
        label={t.hands.textSize}
        value={style.size ?? 0.08}
        min={0.02}
        max={0.25}
        step={0.005}
        show={(size) => `${(100 * size).toFixed(1)} %`}
        onPick={(size) => restyle({ size })}
      />
      <Switch
        label={t.hands.bold}
        value={(style.weight ?? 700) >= 600 ? "700" : "400"}
        options={[
          ["400", "a"],
          ["700", "A"],
        ]}
        onPick={(weight) => restyle({ weight: Number(weight) })}
      />
      <Colour
        label={t.hands.colour}
        value={style.color ?? "#ffffff"}
        onPick={(color) => restyle({ color })}
      />
      <Field label={t.hands.box}>
        <input
          type="checkbox"
          checked={Boolean(style.box)}
          onChange={(event) => restyle({ box: event.currentTarget.checked ? "#000000b0" : null })}
        />
        {style.box && (
          <input
            type="color"
            aria-label={t.hands.box}
            value={style.box.slice(0, 7)}
            onChange={(event) => restyle({ box: event.currentTarget.value + (style.box?.slice(7) ?? "") })}
          />
        )}
      </Field>
      <Slide
        label={t.hands.outline}
        value={style.outline ?? 0}
        min={0}
        max={1}
        step={0.05}
        show={percent}
        onPick={(outline) => restyle({ outline })}
      />
      <Slide
        label={t.hands.shadow}
        value={style.shadow ?? 0.6}
        min={0}
        max={1}
        step={0.05}
        show={percent}
        onPick={(shadow) => restyle({ shadow })}
      />
      <Choice
        label={t.hands.comesIn}
        value={animation.in ?? "fade"}
        options={animations}
        onPick={(kind) => commands.edit({ op: "edit_text", id, animation: { in: kind } }, true)}
      />
      <Choice
        label={t.hands.goesOut}
        value={animation.out ?? "fade"}
        options={animations}
        onPick={(kind) => commands.edit({ op: "edit_text", id, animation: { out: kind } }, true)}
      />
      {segments.length === 1 && <Span {...given} />}
    </>
  );
}

/** The nine places as they lie in the frame. */
const NINE: readonly (typeof POSITIONS)[number][] = [
  "top-left",
  "top",
  "top-right",
  "left",
  "center",
  "right",
  "bottom-left",
  "bottom",
  "bottom-right",
];
