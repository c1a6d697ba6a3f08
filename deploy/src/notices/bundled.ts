/**
 * Works of others that stand inside a package of npm as compiled code or data, and that its `license` field does not name. Sources: the
 * packages' own read-me and build files, and the works' licence texts.
 */
export const BUNDLED: Readonly<Record<string, readonly { work: string; licence: string }[]>> = {
  "@sparticuz/chromium": [
    { work: "Chromium, with the works that chrome://credits names", licence: "BSD-3-Clause and others" },
    { work: "SwiftShader", licence: "Apache-2.0" },
    { work: "Open Sans", licence: "OFL-1.1" },
  ],
  "@tesseract.js-data/deu": [{ work: "tessdata", licence: "Apache-2.0" }],
  "@tesseract.js-data/eng": [{ work: "tessdata", licence: "Apache-2.0" }],
  "@tesseract.js-data/fra": [{ work: "tessdata", licence: "Apache-2.0" }],
  "@tesseract.js-data/nld": [{ work: "tessdata", licence: "Apache-2.0" }],
  "@vladmandic/face-api": [
    { work: "TensorFlow.js", licence: "Apache-2.0" },
    { work: "weights of the tiny face detector, by Vincent Mühler", licence: "MIT" },
  ],
  "libarchive-wasm": [
    { work: "libarchive", licence: "BSD-2-Clause" },
    { work: "liblzma of XZ Utils", licence: "0BSD" },
    { work: "bzip2 by Julian Seward", licence: "bzip2-1.0.6" },
    { work: "zlib", licence: "Zlib" },
  ],
  "pdfjs-dist": [
    { work: "OpenJPEG", licence: "BSD-2-Clause" },
    { work: "JBIG2 decoder of PDFium", licence: "BSD-3-Clause" },
    { work: "qcms", licence: "MIT" },
    { work: "QuickJS", licence: "MIT" },
    { work: "Adobe CMap resources", licence: "BSD-3-Clause" },
    { work: "Foxit and Liberation fonts", licence: "BSD-3-Clause, OFL-1.1" },
  ],
  sharp: [
    { work: "libvips, as a shared library that can be replaced", licence: "LGPL-3.0-or-later" },
    { work: "the libraries that libvips is built with, each named in its package", licence: "various" },
  ],
  "tesseract.js-core": [
    { work: "Tesseract", licence: "Apache-2.0" },
    { work: "Leptonica", licence: "BSD-2-Clause" },
  ],
  "third-party-web": [{ work: "the vendors' table of Patrick Hulce", licence: "MIT" }],
  "xz-decompress": [{ work: "XZ Embedded", licence: "public domain" }],
  "zxing-wasm": [{ work: "zxing-cpp", licence: "Apache-2.0" }],
};
