// The page: what is given to it goes through one of two doors, a worker of this tab or
// the server that the page came from, and comes back as a report that is shown in a frame.
"use strict";
(() => {
  const $ = id => document.getElementById(id);
  const sample = JSON.parse($("sample").textContent);
  const given = { report: new Map(), transcript: new Map() }; // files by name
  let shown = null; // the task whose answer is on the page
  let running = null; // what stops the check that runs

  // ---- the doors: check(task, step, signal) gives the bytes of the answer

  const stopped = () => new DOMException("stopped", "AbortError");

  async function serverDoor() {
    return {
      async check(task, step, signal) {
        const form = new FormData();
        for (const side of ["report", "transcript"])
          for (const f of task[side]) form.append(side, new Blob([f.data]), f.name);
        const query = new URLSearchParams({ format: task.format, excerpt: task.excerpt });
        const answer = await fetch("check?" + query, { method: "POST", body: form, signal })
          .catch(e => { throw e.name === "AbortError" ? e : new Error("The program that serves this page does not answer. Does it still run?"); });
        if (!answer.ok) throw new Error(await answer.text());
        return read(answer.body, step);
      },
    };
  }

  // The answer is lines of JSON: how far the check is, and at last the result.
  async function read(body, step) {
    let line = [];
    for (const reader = body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
      const { value, done } = await reader.read();
      if (done) throw new Error("The program that serves this page ended before the check did.");
      const [first, ...more] = value.split("\n");
      line.push(first);
      for (const next of more) {
        const said = JSON.parse(line.join(""));
        line = [next];
        if (said.error) throw new Error(said.error);
        if ("result" in said) return said.result;
        step(said.done, said.of);
      }
    }
  }

  async function browserDoor() {
    const get = async (name, as) => {
      const r = await fetch(name);
      if (!r.ok) throw new Error(`${name}: ${r.status} ${r.statusText}`);
      return r[as]();
    };
    const [runtime, work, packed] = await Promise.all([
      get("wasm_exec.js", "text"), get("worker.js", "text"), get("engine.wasm.gz", "blob")]);
    const head = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
    const zipped = head[0] === 0x1f && head[1] === 0x8b; // some servers unpack it on the way
    const module = await WebAssembly.compile(await new Response(
      zipped ? packed.stream().pipeThrough(new DecompressionStream("gzip")) : packed).arrayBuffer());
    // All is here. From now on nothing can be sent, not even to where the page came
    // from; a worker made of a blob is under the page's policy.
    const lock = document.createElement("meta");
    lock.httpEquiv = "Content-Security-Policy";
    lock.content = "connect-src 'none'";
    document.head.append(lock);
    const code = URL.createObjectURL(new Blob([runtime, "\n", work], { type: "text/javascript" }));

    let worker, tasks = new Map(), last = 0;
    const end = why => {
      for (const t of tasks.values()) t.fail(why);
      tasks.clear();
      worker.terminate();
      start();
    };
    const start = () => {
      worker = new Worker(code);
      worker.onmessage = ({ data }) => {
        if (data.stopped) return end(new Error("The engine stopped; the texts may be too large for a browser."));
        const t = tasks.get(data.id);
        if (data.of !== undefined) return t?.step(data.done, data.of);
        tasks.delete(data.id);
        data.error ? t?.fail(new Error(data.error)) : t?.done(data.bytes);
      };
      worker.onerror = e => end(new Error(e.message));
      worker.postMessage({ module });
    };
    const check = (task, step, signal) => new Promise((done, fail) => {
      const id = ++last;
      tasks.set(id, { done, fail, step });
      signal.addEventListener("abort", () => { if (tasks.has(id)) end(stopped()); });
      worker.postMessage({ id, ...task });
    });
    start();
    // The tables are read, and the code made fast, before anybody waits for it.
    await check({ ...texts(sample), format: "html" }, () => {}, new AbortController().signal);
    return { check };
  }

  const encode = text => new TextEncoder().encode(text);
  const texts = files => ({
    report: files.report.map(f => ({ name: f.name, data: encode(f.text) })),
    transcript: files.transcript.map(f => ({ name: f.name, data: encode(f.text) })),
    excerpt: false,
  });

  const opening = document.body.dataset.door === "server" ? serverDoor() : browserDoor();
  const say = text => { $("state").textContent = text; };
  const fail = e => { $("error").textContent = e?.message ?? ""; };

  // ---- the texts

  const mostOf = () => Number(document.body.dataset.most);
  async function put(side, files) {
    fail(null);
    for (const f of files) {
      try {
        if (mostOf() && f.size > mostOf()) throw new Error(`larger than ${mostOf() / 1e6} MB, the limit here`);
        given[side].set(f.name, new Uint8Array(await f.arrayBuffer()));
      } catch (e) {
        fail(new Error(`${f.name} cannot be read: ${e.message} (a folder? put in the files in it)`));
      }
    }
    list(side);
  }

  function list(side) {
    const items = [...given[side].keys()].map(name => {
      const item = document.createElement("li"), gone = document.createElement("button");
      gone.type = "button";
      gone.textContent = "remove";
      gone.setAttribute("aria-label", "remove " + name);
      gone.onclick = () => { given[side].delete(name); list(side); $(side + "-files").focus(); };
      item.append(name, gone);
      return item;
    });
    $(side).querySelector("ul:not(.shelf)").replaceChildren(...items);
  }

  for (const side of ["report", "transcript"]) {
    const area = $(side);
    $(side + "-files").onchange = e => { put(side, [...e.target.files]); e.target.value = ""; };
    area.ondragover = e => { e.preventDefault(); area.classList.add("over"); };
    area.ondragleave = () => area.classList.remove("over");
    area.ondrop = e => {
      area.classList.remove("over");
      if (!e.dataTransfer.files.length) return; // dragged text goes where it is dropped
      e.preventDefault();
      put(side, [...e.dataTransfer.files]);
    };
  }
  // A file that misses both places must not take the page away.
  addEventListener("dragover", e => e.preventDefault());
  addEventListener("drop", e => e.preventDefault());

  function gather(side, name) {
    const files = [...given[side]].map(([name, data]) => ({ name, data }));
    const pasted = $(side + "-text").value;
    return pasted.trim() ? [{ name, data: encode(pasted) }, ...files] : files;
  }

  function fill(files) {
    for (const side of ["report", "transcript"]) {
      $(side + "-text").value = "";
      given[side] = new Map(files[side].map(f => [f.name, encode(f.text)]));
      list(side);
    }
    fail(null);
  }
  $("example").onclick = () => { fill(sample); say("The example is filled in: the press of an invented country."); };
  $("clear").onclick = () => { fill({ report: [], transcript: [] }); $("result").hidden = true; shown = null; say(""); $("report-text").focus(); };

  // ---- the check

  const seconds = since => Math.round((performance.now() - since) / 1000);
  async function run(task, what) {
    const door = await opening, stop = new AbortController(), since = performance.now();
    running = stop;
    fail(null);
    $("check").disabled = $("save").disabled = true;
    $("stop").hidden = $("progress").hidden = false;
    $("progress").removeAttribute("value");
    let at = "";
    const tell = () => say(`${what}${at}${seconds(since) > 2 ? `, ${seconds(since)} seconds` : ""} …`);
    const clock = setInterval(tell, 1000);
    tell();
    try {
      return await door.check(task, (done, of) => {
        if (of < 2) return;
        at = `: ${done} of ${of} reports are done`;
        $("progress").max = of;
        $("progress").value = done;
        tell();
      }, stop.signal);
    } finally {
      clearInterval(clock);
      running = null;
      $("check").disabled = $("save").disabled = false;
      $("stop").hidden = $("progress").hidden = true;
    }
  }

  $("texts").onsubmit = async e => {
    e.preventDefault();
    if (running || $("check").disabled) return;
    const task = {
      report: gather("report", "report.txt"), transcript: gather("transcript", "transcript.txt"),
      excerpt: $("excerpt").checked, format: "html",
    };
    if (!task.report.length) {
      fail(new Error("There is no report to check: paste one, or drop a file."));
      return $("report-text").focus();
    }
    try {
      show(await run(task, "Checking"));
      shown = task;
      say("Checked. In the result, the keys j and k go from quote to quote.");
    } catch (e) {
      say(e.name === "AbortError" ? "Stopped." : "");
      if (e.name !== "AbortError") fail(e);
    }
  };
  $("stop").onclick = () => running?.abort();
  addEventListener("keydown", e => {
    if (e.key === "Escape") running?.abort();
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) $("texts").requestSubmit();
    if (e.key === "p" && (e.ctrlKey || e.metaKey) && shown) { e.preventDefault(); print(); }
  });

  // ---- the result, in a frame that may run its own script and nothing else

  let address = "";
  function show(page) {
    document.querySelector("iframe")?.remove();
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([page], { type: "text/html; charset=utf-8" }));
    const frame = document.createElement("iframe");
    frame.title = "The quotes and what became of them";
    frame.setAttribute("sandbox", "allow-scripts allow-modals allow-popups allow-popups-to-escape-sandbox");
    frame.src = address;
    $("result").hidden = false;
    $("result").append(frame);
    frame.onload = () => { $("result").scrollIntoView(); frame.focus(); };
  }
  const print = () => document.querySelector("iframe").contentWindow.postMessage("print", "*");
  $("print").onclick = print;

  $("save").onclick = async () => {
    const format = $("format").selectedOptions[0];
    try {
      const bytes = await run({ ...shown, format: format.value }, "Writing");
      say("Saved as " + format.dataset.file + ".");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: format.dataset.type }));
      link.download = format.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch (e) {
      say("");
      if (e.name !== "AbortError") fail(e);
    }
  };

  say("Loading …");
  opening.then(() => { $("check").disabled = false; say("Ready."); }, e => {
    say("");
    fail(location.protocol === "file:"
      ? new Error("A browser does not load the engine from a file: open this folder through a file server.")
      : new Error("The engine cannot be loaded: " + e.message));
  });
  if (document.body.dataset.door === "browser" && navigator.serviceWorker && isSecureContext)
    opening.then(() => navigator.serviceWorker.register("offline.js")).catch(() => {}); // it is no more than a convenience
})();
