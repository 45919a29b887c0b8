/** The programs of the WebGL painter. Everything lies in the frame with y downwards, textures of frames too. */

export const VERTEX = `#version 300 es
uniform vec4 place; uniform vec4 part; uniform float flip;
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  at = part.xy + corner * part.zw;
  vec2 there = 2.0 * (place.xy + corner * place.zw) - 1.0;
  gl_Position = vec4(there.x, flip * there.y, 0, 1);
}`;

const HEAD = `#version 300 es
precision highp float;
in vec2 at; out vec4 seen;
`;

/** A picture in its look. \`at\` is the place in the crop, 0..1; it ends where the crop ends, softly. */
export const PICTURE = `${HEAD}
uniform sampler2D picture; uniform vec4 crop; uniform vec2 pixel; uniform float light; uniform float opacity;
uniform bool bent; uniform vec3 look[21]; uniform float saturation; uniform float glow; uniform float veil;
const vec3 LUMA = vec3(0.2126, 0.7152, 0.0722);
float curve(float y) {
  float place = clamp(y, 0.0, 1.0) * 20.0;
  int low = min(int(place), 19);
  return mix(look[low].x, look[low + 1].x, place - float(low));
}
void main() {
  vec2 near = clamp(at, 0.5 * pixel, 1.0 - 0.5 * pixel);
  vec2 uv = crop.xy + near * crop.zw;
  vec3 rgb = texture(picture, uv).rgb;
  if (bent) {
    float y = dot(rgb, LUMA);
    vec2 chroma = vec2((rgb.b - y) / 1.8556, (rgb.r - y) / 1.5748) * saturation;
    float place = clamp(y, 0.0, 1.0) * 20.0;
    int low = min(int(place), 19);
    vec3 told = mix(look[low], look[low + 1], place - float(low));
    float level = told.x;
    if (glow > 0.0) {
      float soft = curve(dot(textureLod(picture, uv, veil).rgb, LUMA));
      level += glow * 0.5 * (soft - level + soft * (1.0 - level));
    }
    chroma += told.yz;
    float r = level + 1.5748 * chroma.y, b = level + 1.8556 * chroma.x;
    rgb = vec3(r, (level - 0.2126 * r - 0.0722 * b) / 0.7152, b);
  }
  vec2 reach = clamp(min(at, 1.0 - at) / pixel + 0.5, 0.0, 1.0);
  seen = vec4(clamp(rgb, 0.0, 1.0) * light, 1.0) * reach.x * reach.y * opacity;
}`;

/** Many samples in one: the mean of an area, or one direction of a Gaussian. */
export const GATHER = `${HEAD}
uniform sampler2D picture; uniform vec2 gap; uniform ivec2 reach; uniform float narrow;
void main() {
  vec4 sum = vec4(0); float weight = 0.0;
  for (int y = -reach.y; y <= reach.y; y++) for (int x = -reach.x; x <= reach.x; x++) {
    float share = exp(-float(x * x + y * y) * narrow);
    sum += share * texture(picture, at + gap * vec2(x, y)); weight += share;
  }
  seen = sum / weight;
}`;

/** A bitmap with its own, premultiplied alpha. */
export const SPRITE = `${HEAD}
uniform sampler2D picture; uniform float opacity;
void main() { seen = texture(picture, at) * opacity; }`;

export const FIELDS = ["even", "line", "circle", "clock", "blinds", "clouds", "incoming", "outgoing"];

/** One picture giving way to another, as the table of transitions says. */
export const MIX = `${HEAD}
uniform sampler2D old; uniform sampler2D young; uniform vec3 colour; uniform vec2 shares; uniform vec2 zooms;
uniform vec4 shifts; uniform int field; uniform float reach; uniform float soft; uniform vec2 way; uniform float count;
uniform float shape; uniform vec4 waves[8]; uniform float scale;
vec3 side(sampler2D picture, vec2 place, float zoom, float share) {
  return mix(texture(picture, (place - 0.5) / zoom + 0.5).rgb, colour, share);
}
bool inside(vec2 place) { return all(greaterThanEqual(place, vec2(0))) && all(lessThan(place, vec2(1))); }
float height(vec2 place) {
  vec2 off = (place - 0.5) * vec2(shape, 1);
  if (field == 1) return dot(place, way) - min(way.x, 0.0) - min(way.y, 0.0);
  if (field == 2) return length(off) / (length(vec2(shape, 1)) / 2.0);
  if (field == 3) return fract(atan(off.x, -off.y) / 6.283185307 + 1.0);
  if (field == 4) return fract(place.y * count);
  float sum = 0.0;
  for (int n = 0; n < 8; n++)
    sum += waves[n].w * sin(place.x * shape * waves[n].x + place.y * waves[n].y + waves[n].z);
  return clamp(0.5 + scale * sum, 0.0, 1.0);
}
void main() {
  vec2 there = at - shifts.xy, here = at - shifts.zw;
  float share = field == 0 ? reach : field == 6 ? float(inside(here)) : field == 7 ? 1.0 - float(inside(there))
    : clamp((reach * (1.0 + soft) - height(at)) / soft, 0.0, 1.0);
  vec3 rgb = share < 1.0 ? side(old, there, zooms.x, shares.x) : vec3(0);
  if (share > 0.0) rgb = mix(rgb, side(young, here, zooms.y, shares.y), share);
  seen = vec4(rgb, 1);
}`;
