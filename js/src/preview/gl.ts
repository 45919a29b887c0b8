/** Paints with WebGL2: what the renderer does with planes, done with textures. */
import {
  CLOUDS,
  LOOKS_DATA,
  type Look,
  type Side,
  TRANSITIONS_DATA,
  type Transition,
} from "../effects.generated.ts";
import type { Film, Layer, Picture, Scene, Shown, Words } from "./film.ts";
import {
  appearance,
  type Box,
  ease,
  previewSize,
  type Size,
  squaresIn,
  stepOf,
  trackAt,
  windowAt,
} from "./motion.ts";
import type { Developed, Painter, Stock } from "./painter.ts";
import { FIELDS, GATHER, MIX, PICTURE, SPRITE, VERTEX } from "./shaders.ts";

const WHOLE: Box = [0, 0, 1, 1];
/** As the renderer's: below these (px) nothing is seen of a blur or a square. */
const LEAST_BLUR = 0.3;
const LEAST_SQUARE = 2;
const BLUR_SIGMA = 0.04;
const DARKENED = 0.75;
const BLUR_SHRINK = 8;
/** Textures of photos and texts that stay with the graphics card. */
const MOST_TEXTURES = 12;

const PLAIN = new Set(
  Object.entries(TRANSITIONS_DATA)
    .filter(([, { matte, outgoing, incoming }]) => {
      const tracks = [outgoing, incoming].flatMap((side) => Object.values(side));
      return matte.field === "even" && tracks.every((track) => track.length === 1);
    })
    .map(([kind]) => kind),
);

export function rgbOf(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1, 7), 16) || 0;
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

interface Texture {
  readonly texture: WebGLTexture;
  readonly size: Size;
}

/** A texture that can be painted on. */
interface Surface extends Texture {
  readonly buffer: WebGLFramebuffer;
}

interface Held extends Texture {
  used: number;
  mipped: boolean;
}

interface Program {
  readonly program: WebGLProgram;
  readonly place: (name: string) => WebGLUniformLocation | null;
}

export class GlPainter implements Painter {
  readonly #gl: WebGL2RenderingContext;
  readonly #canvas: HTMLCanvasElement;
  readonly #picture: Program;
  readonly #gather: Program;
  readonly #sprite: Program;
  readonly #mix: Program;
  readonly #held = new Map<ImageBitmap, Held>();
  readonly #backgrounds = new Map<string, { of: ImageBitmap; surface: Surface; used: number }>();
  readonly #surfaces = new Map<string, Surface>();
  #frame: Size = [0, 0];
  #count = 0;

  static on(canvas: HTMLCanvasElement): GlPainter | null {
    // The canvas is read by whoever compares two drafts, so what is painted has to stay.
    const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, preserveDrawingBuffer: true });
    return gl && !gl.isContextLost() ? new GlPainter(canvas, gl) : null;
  }

  private constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext) {
    this.#canvas = canvas;
    this.#gl = gl;
    this.#picture = program(gl, PICTURE);
    this.#gather = program(gl, GATHER);
    this.#sprite = program(gl, SPRITE);
    this.#mix = program(gl, MIX);
    gl.bindVertexArray(gl.createVertexArray());
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.useProgram(this.#mix.program);
    gl.uniform4fv(this.#mix.place("waves"), CLOUDS.waves.flat());
    gl.uniform1f(this.#mix.place("scale"), CLOUDS.scale);
    gl.uniform1i(this.#mix.place("young"), 1);
  }

  close(): void {
    // Browsers allow some sixteen contexts a page: this one is given back now, not when memory is short.
    this.#gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  paint(film: Film, scene: Scene, stock: Stock): void {
    const gl = this.#gl;
    this.#resize(previewSize(film.width, film.height));
    this.#count += 1;
    this.#paintLayers(film, scene.layers, stock, null);
    gl.enable(gl.BLEND);
    for (const { words, time } of scene.texts) this.#paintWords(words, time, stock);
    gl.disable(gl.BLEND);
    this.#forget();
  }

  #resize(frame: Size): void {
    if (frame[0] === this.#frame[0] && frame[1] === this.#frame[1]) return;
    this.#frame = frame;
    [this.#canvas.width, this.#canvas.height] = frame;
    for (const surface of this.#surfaces.values()) this.#drop(surface);
    this.#surfaces.clear();
    for (const { surface } of this.#backgrounds.values()) this.#drop(surface);
    this.#backgrounds.clear();
  }

  // Layers

  #paintLayers(film: Film, layers: readonly Layer[], stock: Stock, target: Surface | null): void {
    // Whatever lies below the topmost layer that fills the frame by itself is never seen.
    const first = layers.findLastIndex((layer) => layer.kind === null || layer.outgoing);
    if (first < 0) this.#clear(film, target);
    for (const [place, layer] of layers.entries()) {
      if (place < first) continue;
      if (layer.kind === null) {
        this.#paintShown(film, layer.incoming, stock, target);
        continue;
      }
      if (layer.outgoing && isPlain(layer)) {
        // By far the most frequent one needs no detour.
        this.#paintShown(film, layer.outgoing, stock, target);
        this.#paintShown(film, layer.incoming, stock, target, shareOf(layer));
        continue;
      }
      const [old, young] = [this.#surface("old", this.#frame), this.#surface("young", this.#frame)];
      if (layer.outgoing) this.#paintShown(film, layer.outgoing, stock, old);
      else if (place) this.#paintLayers(film, layers.slice(0, place), stock, old);
      else this.#clear(film, old);
      this.#paintShown(film, layer.incoming, stock, young);
      const transition = TRANSITIONS_DATA[layer.kind];
      if (transition) this.#paintMix(transition, layer.p, old, young, target);
    }
  }

  #clear(film: Film, target: Surface | null): void {
    const gl = this.#gl;
    this.#aim(target);
    gl.clearColor(...rgbOf(film.background), 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  #paintShown(film: Film, shown: Shown, stock: Stock, target: Surface | null, opacity = 1): void {
    const { picture, u } = shown;
    const proxy = stock.proxy(shown, this.#frame);
    if (!proxy) {
      if (opacity === 1) this.#clear(film, target);
      return;
    }
    if (picture.contain) {
      if (film.background === "blur") this.#paintBackground(picture, proxy, target);
      else this.#clear(film, target);
    }
    const seen = windowAt(picture, proxy.size, this.#frame, u);
    this.#paintPicture(picture, proxy, seen, target, { opacity, blended: picture.contain || opacity < 1 });
  }

  #paintPicture(
    picture: Picture,
    proxy: Developed,
    seen: Box,
    target: Surface | null,
    { blended = false, light = 1, opacity = 1 },
  ): void {
    const gl = this.#gl;
    const held = this.#hold(proxy.bitmap);
    const { place } = this.#use(this.#picture, held, target, WHOLE, seen);
    gl.uniform4f(place("crop"), ...picture.crop);
    const [width, height] = target ? target.size : this.#frame;
    gl.uniform2f(place("pixel"), seen[2] / width, seen[3] / height);
    gl.uniform1f(place("light"), light);
    gl.uniform1f(place("opacity"), opacity);
    this.#setLook(LOOKS_DATA[picture.look], picture, proxy, held);
    if (blended) gl.enable(gl.BLEND);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    gl.disable(gl.BLEND);
  }

  #setLook(look: Look | undefined, picture: Picture, proxy: Developed, held: Held): void {
    const gl = this.#gl;
    const { place } = this.#picture;
    const bent = look !== undefined && picture.look !== "none";
    gl.uniform1i(place("bent"), Number(bent));
    if (!bent) return;
    gl.uniform3fv(place("look"), look.table.flat());
    gl.uniform1f(place("saturation"), look.saturation);
    gl.uniform1f(place("glow"), look.glow);
    if (!look.glow) return;
    if (!held.mipped) {
      held.mipped = true;
      gl.generateMipmap(gl.TEXTURE_2D);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    }
    // What was stored of the picture is what is ever seen of it; a level of a pyramid is as soft as half its pixel.
    const heights = [0, 1].map((u) => windowAt(picture, proxy.size, this.#frame, u)[3]);
    const stored = Math.min(1, Math.max(...heights)) * picture.crop[3] * held.size[1];
    gl.uniform1f(place("veil"), Math.max(0, Math.log2(2 * look.spread * stored)));
  }

  #paintBackground(picture: Picture, proxy: Developed, target: Surface | null): void {
    const key = JSON.stringify([picture.src, picture.crop, picture.focus, picture.look]);
    let made = this.#backgrounds.get(key);
    if (made?.of !== proxy.bitmap) {
      if (made) this.#drop(made.surface);
      made = { of: proxy.bitmap, surface: this.#makeBackground(picture, proxy), used: 0 };
      this.#backgrounds.set(key, made);
    }
    made.used = this.#count;
    this.#paintSprite(made.surface, WHOLE, 1, target);
  }

  #makeBackground(picture: Picture, proxy: Developed): Surface {
    const cover = windowAt(picture, proxy.size, this.#frame, 0, true);
    const large = this.#surface("large", this.#frame);
    this.#paintPicture(picture, proxy, cover, large, { light: DARKENED });
    const size = shrunk(this.#frame, BLUR_SHRINK);
    const surface = this.#newSurface(size);
    const soft = this.#surface("soft", size);
    this.#average(large, surface);
    this.#blur(surface, soft, (BLUR_SIGMA * this.#frame[1] * size[0]) / this.#frame[0]);
    return surface;
  }

  // Transitions

  #paintMix(transition: Transition, p: number, old: Surface, young: Surface, target: Surface | null): void {
    const gl = this.#gl;
    const { matte, outgoing, incoming } = transition;
    const eased = ease(transition.ease, p);
    const of = (track: keyof Side) =>
      [trackAt(outgoing[track], eased), trackAt(incoming[track], eased)] as const;
    const reach = trackAt(matte.reach, eased);
    const seen = [reach < 1 || matte.field !== "even", reach > 0 || matte.field !== "even"];
    const [blurs, squares] = [of("blur"), of("squares")];
    const sides = [old, young].map((side, which) =>
      seen[which] ? this.#filtered(side, `side${which}`, blurs[which] ?? 0, squares[which] ?? 0) : side,
    );
    const { place } = this.#use(this.#mix, sides[0] ?? old, target, WHOLE, WHOLE);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, (sides[1] ?? young).texture);
    gl.activeTexture(gl.TEXTURE0);
    const [width, height] = this.#frame;
    const [x, y] = [of("x"), of("y")];
    const way = (part: number, side: number) => stepOf(part, side) / side;
    gl.uniform4f(place("shifts"), way(x[0], width), way(y[0], height), way(x[1], width), way(y[1], height));
    gl.uniform3f(place("colour"), ...rgbOf(transition.colour));
    gl.uniform2f(place("shares"), ...of("colour"));
    gl.uniform2f(place("zooms"), ...of("zoom"));
    gl.uniform1i(place("field"), FIELDS.indexOf(matte.field));
    gl.uniform1f(place("reach"), reach);
    gl.uniform1f(place("soft"), matte.soft);
    gl.uniform2f(place("way"), matte.x, matte.y);
    gl.uniform1f(place("count"), matte.count);
    gl.uniform1f(place("shape"), width / height);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  /** A picture blurred by `blur` and made of squares of `squares`, both parts of the height. */
  #filtered(side: Surface, name: string, blur: number, squares: number): Surface {
    const height = this.#frame[1];
    if (blur * height > LEAST_BLUR) {
      const sigma = blur * height;
      const shrink = Math.max(1, Math.min(8, Math.floor(sigma / 1.2)));
      const size = shrink === 1 ? this.#frame : shrunk(this.#frame, shrink);
      const small = this.#surface(`${name} ${shrink}`, size);
      const soft = this.#surface(`soft ${shrink}`, size);
      this.#average(side, small);
      this.#blur(small, soft, sigma / shrink);
      return small;
    }
    if (squares * height > LEAST_SQUARE) {
      const size = squaresIn(this.#frame, squares * height);
      const small = this.#surface(`${name} squares`, size, true);
      this.#average(side, small);
      return small;
    }
    return side;
  }

  #average(from: Surface, to: Surface): void {
    const taps = [0, 1].map((axis) => Math.ceil((from.size[axis] ?? 1) / (to.size[axis] ?? 1) / 4));
    const gaps = [0, 1].map((axis) => 1 / (to.size[axis] ?? 1) / (2 * (taps[axis] ?? 0) + 1));
    this.#collect(from, to, gaps, taps, 0);
  }

  #blur(surface: Surface, between: Surface, sigma: number): void {
    const reach = Math.ceil(2.6 * sigma);
    const narrow = 1 / (2 * sigma * sigma);
    this.#collect(surface, between, [1 / surface.size[0], 0], [reach, 0], narrow);
    this.#collect(between, surface, [0, 1 / surface.size[1]], [0, reach], narrow);
  }

  #collect(from: Surface, to: Surface, gaps: number[], taps: number[], narrow: number): void {
    const gl = this.#gl;
    const { place } = this.#use(this.#gather, from, to, WHOLE, WHOLE);
    gl.uniform2f(place("gap"), gaps[0] ?? 0, gaps[1] ?? 0);
    gl.uniform2i(place("reach"), taps[0] ?? 0, taps[1] ?? 0);
    gl.uniform1f(place("narrow"), narrow);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  // Texts

  #paintWords(words: Words, time: number, stock: Stock): void {
    const caption = stock.caption(words, this.#frame);
    if (!caption) return;
    const [width, height] = this.#frame;
    const [opacity, right, below] = appearance(words, time);
    const { bitmap } = caption;
    const box: Box = [
      (caption.x + right * height) / width,
      caption.y / height + below,
      bitmap.width / width,
      bitmap.height / height,
    ];
    this.#paintSprite(this.#hold(bitmap), box, opacity, null);
  }

  #paintSprite(texture: Texture, box: Box, opacity: number, target: Surface | null): void {
    const gl = this.#gl;
    const { place } = this.#use(this.#sprite, texture, target, box, WHOLE);
    gl.uniform1f(place("opacity"), opacity);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  // The machine

  #aim(target: Surface | null): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, target?.buffer ?? null);
    gl.viewport(0, 0, ...(target ? target.size : this.#frame));
  }

  #use(used: Program, texture: Texture, target: Surface | null, place: Box, part: Box): Program {
    const gl = this.#gl;
    this.#aim(target);
    gl.useProgram(used.program);
    gl.bindTexture(gl.TEXTURE_2D, texture.texture);
    gl.uniform4f(used.place("place"), ...place);
    gl.uniform4f(used.place("part"), ...part);
    // Only the screen counts its rows from below.
    gl.uniform1f(used.place("flip"), target ? 1 : -1);
    return used;
  }

  #surface(name: string, size: Size, sharp = false): Surface {
    let surface = this.#surfaces.get(name);
    if (surface && (surface.size[0] !== size[0] || surface.size[1] !== size[1])) {
      this.#drop(surface);
      surface = undefined;
    }
    if (!surface) {
      surface = this.#newSurface(size, sharp);
      this.#surfaces.set(name, surface);
    }
    return surface;
  }

  #newSurface(size: Size, sharp = false): Surface {
    const gl = this.#gl;
    const texture = this.#newTexture(sharp ? gl.NEAREST : gl.LINEAR);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, ...size, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    const buffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    return { texture, size, buffer };
  }

  #newTexture(filter: number): WebGLTexture {
    const gl = this.#gl;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return texture;
  }

  #hold(bitmap: ImageBitmap): Held {
    const gl = this.#gl;
    let held = this.#held.get(bitmap);
    if (!held) {
      const texture = this.#newTexture(gl.LINEAR);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      held = { texture, size: [bitmap.width, bitmap.height], used: 0, mipped: false };
      this.#held.set(bitmap, held);
    }
    held.used = this.#count;
    return held;
  }

  /** Lets go of what was not seen for longest. */
  #forget(): void {
    const gl = this.#gl;
    const old = [...this.#held].sort(([, a], [, b]) => a.used - b.used);
    for (const [bitmap, { texture, used }] of old.slice(0, Math.max(0, old.length - MOST_TEXTURES))) {
      if (used === this.#count) break;
      gl.deleteTexture(texture);
      this.#held.delete(bitmap);
    }
    for (const [key, { surface, used }] of this.#backgrounds) {
      if (this.#backgrounds.size <= MOST_TEXTURES) break;
      if (used === this.#count) continue;
      this.#drop(surface);
      this.#backgrounds.delete(key);
    }
  }

  #drop(surface: Surface): void {
    this.#gl.deleteFramebuffer(surface.buffer);
    this.#gl.deleteTexture(surface.texture);
  }
}

/** One picture fades into the other and nothing else happens to them. */
function isPlain({ kind, incoming }: Layer): boolean {
  return PLAIN.has(kind ?? "") && !incoming.picture.contain;
}

function shareOf({ kind, p }: Layer): number {
  const transition = TRANSITIONS_DATA[kind ?? ""];
  return transition ? trackAt(transition.matte.reach, ease(transition.ease, p)) : 1;
}

function shrunk(size: Size, by: number): Size {
  return [Math.ceil(size[0] / by), Math.ceil(size[1] / by)];
}

function program(gl: WebGL2RenderingContext, fragment: string): Program {
  const made = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind) as WebGLShader;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(made) ?? "a shader can't be used here");
  const places = new Map<string, WebGLUniformLocation | null>();
  const place = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(made, name));
    return places.get(name) ?? null;
  };
  return { program: made, place };
}
