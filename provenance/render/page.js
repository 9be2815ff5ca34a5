(() => {
  "use strict";
  let last = null;
  const cards = () => [...document.querySelectorAll(".card")].filter(c => c.offsetParent !== null);
  const at = list => list.indexOf(document.activeElement?.closest?.(".card") ?? last);
  const go = card => {
    if (!card) return;
    last = card;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
    document.getElementById("s" + card.id.slice(1))?.scrollIntoView({ block: "center" });
  };
  // A page that shows this one in a frame cannot print it by itself.
  addEventListener("message", e => { if (e.source === parent && e.data === "print") print(); });
  document.addEventListener("focusin", e => { last = e.target.closest(".card") ?? last; });
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input[type=text], textarea")) return;
    const list = cards();
    switch (e.key) {
      case "j": go(list[Math.min(at(list) + 1, list.length - 1)]); break;
      case "k": go(list[Math.max(at(list) - 1, 0)]); break;
      case "s": last?.querySelector(".src")?.click(); break;
      case "b": go(last); break;
    }
  });
})();
