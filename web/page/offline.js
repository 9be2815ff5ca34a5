// Keeps the page's files, and nothing else, so that it opens without a network. A
// new version is taken whole, when the page is next opened.
"use strict";
const version = "quoteprov {{.Version}}";
const files = {{.Files}};
addEventListener("install", e => e.waitUntil(caches.open(version).then(c =>
  c.addAll(files.map(f => new Request(f, { cache: "reload" }))))));
addEventListener("activate", e => e.waitUntil(caches.keys().then(names => Promise.all(names
  .filter(n => n.startsWith("quoteprov ") && n !== version).map(n => caches.delete(n))))));
addEventListener("fetch", e => {
  if (e.request.method === "GET") e.respondWith(caches.open(version)
    .then(c => c.match(e.request, { ignoreSearch: true })).then(kept => kept ?? fetch(e.request)));
});
