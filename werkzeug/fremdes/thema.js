// Takes from the theme's style sheet what the built site uses: node thema.js SHEET SITE OUT
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { PurgeCSS } from "purgecss";

const [vorlage, website, ziel] = process.argv.slice(2);
const original = readFileSync(vorlage);
const [{ css }] = await new PurgeCSS().purge({
  content: [`${website}/**/*.html`, `${website}/eigen/**/*.js`],
  css: [vorlage],
  fontFace: true,
  keyframes: true,
  variables: true,
});
// Pictures inside the sheet would need a softer security policy; the site's own style shows none.
const ohneBilder = css
  .replace(/[\w-]+:url\("data:[^"]*"\);?/g, "")
  .replace(/(?:-webkit-)?mask-[a-z]+:[^;}]*;?/g, "");
const summe = createHash("sha256").update(original).digest("hex");
const kopf = `/*! Excerpt of Material for MkDocs, (c) Martin Donath, MIT; sha256 of the original: ${summe} */`;
writeFileSync(ziel, `${ohneBilder.replace('@charset "UTF-8";', `@charset "UTF-8";\n${kopf}\n`).trim()}\n`);
