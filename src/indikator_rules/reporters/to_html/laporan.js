"use strict";
// Searching, filtering and folding. Without this script the whole report can be read all the same.
(() => {
  const form = document.getElementById("saring");
  const findings = [...document.querySelectorAll(".temuan")].map((element) => ({
    element,
    words: element.closest(".tentang").querySelector("summary").textContent.toLowerCase() + " " + element.textContent.toLowerCase(),
  }));
  const groups = [...document.querySelectorAll(".tentang")];
  const lists = [...document.querySelectorAll(".daftar-temuan")];
  const folds = [...document.querySelectorAll(".gambar, .tentang, .ikhtisar")];
  const search = document.getElementById("cari");
  const code = document.getElementById("kode");
  const unit = document.getElementById("unit");

  function matches({ element, words }, wanted) {
    const { keparahan, kode, unit: owner } = element.dataset;
    return wanted.severities.has(keparahan)
      && (!code.value || kode === code.value)
      && (!unit.value || owner === unit.value)
      && wanted.words.every((word) => words.includes(word));
  }

  function show() {
    const wanted = {
      severities: new Set([...form.querySelectorAll("[name=keparahan]:checked")].map((box) => box.value)),
      words: search.value.toLowerCase().split(/\s+/).filter(Boolean),
    };
    let shown = 0;
    for (const finding of findings) {
      finding.element.hidden = !matches(finding, wanted);
      shown += finding.element.hidden ? 0 : 1;
    }
    for (const list of lists) {
      list.hidden = !list.querySelector(".temuan:not([hidden])");
      const heading = list.previousElementSibling;
      if (heading && heading.tagName === "H5") heading.hidden = list.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector(".temuan:not([hidden])");
    const number = new Intl.NumberFormat("id-ID");
    document.getElementById("tampak").textContent =
      `Menampilkan ${number.format(shown)} dari ${number.format(findings.length)} temuan`;
  }

  function fold(open) {
    for (const element of folds) element.open = open;
  }

  // An overview shows the levels down to the one that the reader chooses; at first no more lines than a screen holds.
  function overview(part) {
    const lines = [...part.querySelectorAll("li")];
    const level = part.querySelector("select");
    const within = (line, deepest) => Number(line.dataset.dalam) <= deepest;
    const choose = () => { for (const line of lines) line.hidden = !within(line, Number(level.value)); };
    for (const { value } of level.options) {
      if (level.value === value || lines.filter((line) => within(line, Number(value))).length <= 30) level.value = value;
    }
    level.addEventListener("change", choose);
    part.querySelector("p").hidden = false;
    choose();
  }

  // A link into a folded part opens it, and shows it where a filter hides it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) { form.reset(); show(); }
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  }

  for (const part of document.querySelectorAll(".ikhtisar")) overview(part);
  form.hidden = findings.length === 0;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("tutup").addEventListener("click", () => fold(false));
  document.getElementById("buka").addEventListener("click", () => fold(true));
  window.addEventListener("hashchange", reveal);
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".gambar, .tentang, .daftar")].filter((element) => !element.open);
    for (const element of closed) element.open = true;
  });
  window.addEventListener("afterprint", () => { for (const element of closed) element.open = false; });
  show();
  reveal();
})();
