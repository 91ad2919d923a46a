// Whether "/" jumps to the search: it does, unless its reader switched it off on /barrierefreiheit/.
// Only that switch stores anything, and it stores one word; switching on deletes it.
const kurztaste = {
  NAME: "kurztaste",
  hierAus: false, // for this page alone, where the browser stores nothing

  // Gives nothing where the browser refuses.
  speicher(tut) {
    try {
      return tut(localStorage);
    } catch {
      return undefined;
    }
  },

  istAn() {
    return !this.hierAus && !this.speicher((s) => s.getItem(this.NAME));
  },
};
