"use strict";
(() => {
  const report = document.getElementById("report");
  const marks = [...report.querySelectorAll("mark")];
  const values = [...document.querySelectorAll(".value[data-for]")];
  const owned = new Map();
  for (const mark of marks) {
    for (const name of mark.dataset.of.split(" ")) {
      if (!owned.has(name)) owned.set(name, []);
      owned.get(name).push(mark);
    }
  }
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Scrolls only the pane of the report, never the page under the reader's hand.
  const bring = (mark) => {
    if (report.scrollHeight <= report.clientHeight) return;
    const pane = report.getBoundingClientRect();
    const box = mark.getBoundingClientRect();
    if (box.top >= pane.top + 24 && box.bottom <= pane.bottom - 24) return;
    const top = report.scrollTop + box.top - pane.top - pane.height / 3;
    report.scrollTo({ top, behavior: quiet ? "auto" : "smooth" });
  };

  const dim = () => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  };
  const lightWords = (value, scroll) => {
    dim();
    const words = owned.get(value.dataset.for) || [];
    for (const mark of words) mark.classList.add("lit");
    if (scroll && words.length) bring(words[0]);
  };
  const lightValues = (mark) => {
    dim();
    const names = new Set(mark.dataset.of.split(" "));
    mark.classList.add("lit");
    for (const value of values) if (names.has(value.dataset.for)) value.classList.add("lit");
  };

  let waiting = 0;
  for (const value of values) {
    value.addEventListener("mouseenter", () => {
      lightWords(value, false);
      clearTimeout(waiting);
      waiting = setTimeout(bring, 120, (owned.get(value.dataset.for) || [report])[0]);
    });
    value.addEventListener("mouseleave", () => { clearTimeout(waiting); dim(); });
    value.addEventListener("focus", () => lightWords(value, true));
    value.addEventListener("blur", dim);
    value.addEventListener("click", () => lightWords(value, true));
  }

  // One stop for the Tab key in the report; the arrows go from mark to mark, Enter to the value.
  const stop = (mark) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
  };
  const step = (mark, by) => {
    const next = marks[marks.indexOf(mark) + by];
    if (!next) return;
    stop(next);
    next.focus({ preventScroll: true });
    bring(next);
  };
  const forward = report.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = report.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => lightValues(mark));
    mark.addEventListener("mouseleave", dim);
    mark.addEventListener("focus", () => lightValues(mark));
    mark.addEventListener("blur", dim);
    mark.addEventListener("keydown", (event) => {
      if (event.key === forward) step(mark, 1);
      else if (event.key === back) step(mark, -1);
      else if (event.key === "Enter") document.querySelector(".value.lit")?.focus();
      else return;
      event.preventDefault();
    });
  }
  if (marks.length) stop(marks[0]);
})();
