// The engine in a worker. It is given its module once, and then tasks, one at a time.
"use strict";
onmessage = async ({ data }) => {
  if (data.module) {
    const go = new Go();
    const engine = await WebAssembly.instantiate(data.module, go.importObject);
    go.run(engine).finally(() => postMessage({ stopped: true }));
    return;
  }
  const out = quoteprov(data, (done, of) => postMessage({ id: data.id, done, of }));
  if (typeof out === "string") postMessage({ id: data.id, error: out });
  else postMessage({ id: data.id, bytes: out }, [out.buffer]);
};
