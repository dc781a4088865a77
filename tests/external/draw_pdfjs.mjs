// node draw_pdfjs.mjs MODULES SCALE FILE PREFIX: draws each page of a PDF with pdf.js to PREFIX1.ppm,
// PREFIX2.ppm …, SCALE pixels a point; what pdf.js warns of goes to standard error.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, scale, file, prefix] = process.argv.slice(2);
const distribution = join(modules, "pdfjs-dist");
console.log = console.warn = console.error;
const pdfjs = await import(pathToFileURL(join(distribution, "legacy/build/pdf.mjs")));
const { createCanvas } = createRequire(join(modules, "/"))("@napi-rs/canvas");

const document = await pdfjs.getDocument({
  data: new Uint8Array(readFileSync(file)),
  verbosity: pdfjs.VerbosityLevel.WARNINGS,
  useSystemFonts: false,
  cMapUrl: join(distribution, "cmaps/"),
  iccUrl: join(distribution, "iccs/"),
  standardFontDataUrl: join(distribution, "standard_fonts/"),
  wasmUrl: join(distribution, "wasm/"),
}).promise;
for (let number = 1; number <= document.numPages; ++number) {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: Number(scale) });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvas = createCanvas(width, height), context = canvas.getContext("2d");
  await page.render({ canvasContext: context, viewport, background: "white" }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from];
    rgb[to++] = data[from + 1];
    rgb[to++] = data[from + 2];
  }
  writeFileSync(`${prefix}${number}.ppm`, Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), rgb]));
  page.cleanup();
}
