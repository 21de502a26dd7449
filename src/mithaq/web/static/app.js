"use strict";
(() => {
  // Keys of the review: a button or link says which key stands for it.
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const asked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (asked) { event.preventDefault(); asked.click(); }
  });

  // What is typed for ten minutes outlives a reload: it is kept in this tab until it is sent.
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const name = `mithaq-${form.dataset.keep}`;
    for (const field of form.querySelectorAll("textarea")) {
      if (!field.value) field.value = sessionStorage.getItem(name) || "";
      field.addEventListener("input", () => {
        try { sessionStorage.setItem(name, field.value); } catch { /* full: the page goes on without */ }
      });
    }
  }

  // A double click sends a form once.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
