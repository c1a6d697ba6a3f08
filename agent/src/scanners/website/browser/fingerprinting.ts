/**
 * Calls that read from a device what tells it from others, noted in the page with the script that made them. What ordinary pages do
 * as well does not count: a picture without words, an emoji to see whether it can be drawn, a chart that is never read back.
 */
import { z } from "zod";

const TECHNIQUES = ["canvas", "webgl", "audio", "fonts"] as const;
export const probe = z.object({ technique: z.enum(TECHNIQUES), by: z.string().max(512) });
/** `by`: the origin of the script. */
export type Probe = z.infer<typeof probe>;

/** Sides in pixels, below which a canvas holds too little to tell devices apart (Englehardt and Narayanan, 2016). */
const MIN_SIDE = 16;
/** Of different characters on one canvas; the same source. */
const MIN_CHARACTERS = 10;
/** Of different fonts that one script tries. A page with its own styles tries a few. */
const MIN_FONTS = 40;
const MAX_CALLS = 2_000;
const MAX_MEASURES = 50_000;

/** Before any script of the page. `noted` collects [technique, origin]; `originOf` names the calling script. */
export const NOTE_PROBES = `(noted, originOf) => {
  let calls = 0;
  const seen = new Set();
  const note = (technique) => { const by = originOf(); if (by === null) return; const key = technique + " " + by;
    if (seen.has(key) || seen.size > 200) return; seen.add(key); noted.push({ technique, by }); };
  const before = (owner, name, look) => { const own = owner && owner[name]; if (typeof own !== "function") return;
    const wrapped = { [name](...args) { if (calls++ < ${MAX_CALLS}) { try { look(this, args); } catch {} } return own.apply(this, args); } }[name];
    Object.defineProperty(owner, name, { value: wrapped, configurable: true, writable: true }); };
  const drawn = new WeakMap();
  const fontsOf = new Map();
  const tries = (font) => { const by = originOf(); if (by === null) return; const fonts = fontsOf.get(by) || new Set(); fontsOf.set(by, fonts);
    if (fonts.size < ${MIN_FONTS}) { fonts.add(String(font).slice(0, 80)); if (fonts.size === ${MIN_FONTS}) note("fonts"); } };
  const write = (context, [text]) => { const written = drawn.get(context.canvas) || new Set(); drawn.set(context.canvas, written);
    for (const letter of String(text).slice(0, 200)) written.add(letter); };
  const read = (canvas) => { const written = drawn.get(canvas);
    if (written && written.size >= ${MIN_CHARACTERS} && canvas.width >= ${MIN_SIDE} && canvas.height >= ${MIN_SIDE}) note("canvas"); };
  const lossless = (type) => type === undefined || !/jpe?g|webp/i.test(String(type));
  for (const kind of [window.CanvasRenderingContext2D, window.OffscreenCanvasRenderingContext2D]) { if (!kind) continue;
    before(kind.prototype, "fillText", write); before(kind.prototype, "strokeText", write);
    before(kind.prototype, "getImageData", (context, [, , width, height]) => { if (width >= ${MIN_SIDE} && height >= ${MIN_SIDE}) read(context.canvas); });
    before(kind.prototype, "measureText", (context) => tries(context.font)); }
  before(window.HTMLCanvasElement && HTMLCanvasElement.prototype, "toDataURL", (canvas, [type]) => { if (lossless(type)) read(canvas); });
  before(window.HTMLCanvasElement && HTMLCanvasElement.prototype, "toBlob", (canvas, [, type]) => { if (lossless(type)) read(canvas); });
  before(window.OffscreenCanvas && OffscreenCanvas.prototype, "convertToBlob", (canvas, [options]) => { if (lossless(options && options.type)) read(canvas); });
  // UNMASKED_VENDOR_WEBGL and UNMASKED_RENDERER_WEBGL
  for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext])
    before(kind && kind.prototype, "getParameter", (_, [name]) => { if (name === 0x9245 || name === 0x9246) note("webgl"); });
  const sounding = new WeakSet();
  for (const name of ["createOscillator", "createDynamicsCompressor"])
    before(window.BaseAudioContext && BaseAudioContext.prototype, name, (context) => sounding.add(context));
  before(window.OfflineAudioContext && OfflineAudioContext.prototype, "startRendering", (context) => { if (sounding.has(context)) note("audio"); });
  before(window.FontFaceSet && FontFaceSet.prototype, "check", (_, [font]) => tries(font));
  // By the width of a text in each: whose call it is, is found out once it is clear what it does.
  const worn = new Set(); let measures = 0;
  const wears = (element) => { if (measures++ > ${MAX_MEASURES} || !element.style) return; const { fontFamily } = element.style;
    if (!fontFamily || worn.has(fontFamily)) return; worn.add(fontFamily); if (worn.size === ${MIN_FONTS}) note("fonts"); };
  before(window.Element && Element.prototype, "getBoundingClientRect", wears);
  for (const name of ["offsetWidth", "offsetHeight"]) { const owner = window.HTMLElement && HTMLElement.prototype; const size = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (size && size.get) Object.defineProperty(owner, name, { ...size, get() { wears(this); return size.get.call(this); } }); }
  before(window, "queryLocalFonts", () => note("fonts"));
}`;
