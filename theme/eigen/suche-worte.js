// Words as the search compares them; macros/suche/worte.py does the same, a test compares the two.
const suchWorte = (() => {
  "use strict";
  const UNSICHTBAR = /[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e]/g;
  const GENDER = /(\p{L})(?:[*:_]|\/-?)(?=innen|in(?![\p{L}\p{N}_]))/gu;
  // "V.i.B.B." and "E-Mail" are one word too, and "Lots*innen", which stays as it is where it is shown.
  const WORT = /\p{L}(?:(?:\.\p{L}){2,}|-\p{L}{2,})(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:(?:['’ʼ]|(?:[*:_]|\/-?)(?=innen|in(?![\p{L}\p{N}_])))[\p{L}\p{N}]+)*/gu;
  const ERSETZT = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
    "ة": "ه", "ى": "ي", "'": "", "’": "", "ʼ": "", ".": "", "*": "", ":": "", "_": "", "/": "", "-": "",
  };
  const ZU_ERSETZEN = new RegExp(`[${Object.keys(ERSETZT).join("")}]`, "g");

  const sichtbar = (text) => text.normalize("NFC").replace(UNSICHTBAR, "");
  // Matches with their place; the text must be `sichtbar` already.
  const stellen = (text) => text.matchAll(WORT);
  const woerter = (text) => [...stellen(sichtbar(text))].map((treffer) => treffer[0].replace(GENDER, "$1"));

  function gefaltet(wort) {
    const klein = wort.toLowerCase();
    if (/^[a-z]+$/.test(klein)) return klein;
    const ohne = klein.replace(ZU_ERSETZEN, (z) => ERSETZT[z]).normalize("NFKD").replace(/\p{Mn}/gu, "");
    return ohne.startsWith("ال") && ohne.length > 4 ? ohne.slice(2) : ohne;
  }

  const ohneEr = (w) => w.replace(/(...)er$/, "$1");

  const ohneT = (w) => w.replace(/(...ier)t$/, "$1");

  function stamm(wort) {
    if (!/^[a-z]{5,}$/.test(wort)) return wort.replace(/^([a-z]{3})e$/, "$1");
    let w = wort;
    if (/...innen$/.test(w)) return ohneEr(w.slice(0, -5));
    if (/...[^e]in$/.test(w)) return ohneEr(w.slice(0, -2));
    if (/es$/.test(w)) return w.slice(0, -2);
    if (/([bdfghkmnt]|[^u][lr])s$/.test(w)) w = w.slice(0, -1);
    if (/...ern$/.test(w)) return w.slice(0, -3);
    if (/...e[mnr]$/.test(w)) return ohneT(w.slice(0, -2));
    return ohneT(w.replace(/e$/, ""));
  }

  // Edits between two words, a swap of neighbours being one; more than `hoechstens` is Infinity.
  function abstand(a, b, hoechstens) {
    if (Math.abs(a.length - b.length) > hoechstens) return Infinity;
    let vorletzte = [];
    let letzte = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const zeile = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const gleich = a[i - 1] === b[j - 1] ? 0 : 1;
        zeile[j] = Math.min(letzte[j] + 1, zeile[j - 1] + 1, letzte[j - 1] + gleich);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          zeile[j] = Math.min(zeile[j], vorletzte[j - 2] + 1);
        }
      }
      if (Math.min(...zeile) > hoechstens) return Infinity;
      [vorletzte, letzte] = [letzte, zeile];
    }
    return letzte[b.length] <= hoechstens ? letzte[b.length] : Infinity;
  }

  // The place of a word of small letters, as macros/suche/nachbarn.py counts it.
  function platz(wort) {
    let summe = 0x811c9dc5;
    for (let i = 0; i < wort.length; i += 1) summe = Math.imul(summe ^ wort.charCodeAt(i), 0x01000193);
    return summe & 0x3fffff;
  }

  return { sichtbar, stellen, woerter, gefaltet, stamm, abstand, platz };
})();
