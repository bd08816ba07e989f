"use strict";
(() => {
  const { steps, details } = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const svg = document.querySelector("#stage svg");
  const stage = byId("stage");

  // Dragging and zooming move the view box. It begins with the whole graph. Where that is too small to be
  // read, the first step comes nearer, and the view follows the steps until the whole graph is asked for.
  const { width, height } = svg.viewBox.baseVal;
  document.body.classList.toggle("flat", width > 3 * height);
  let view = { x: 0, y: 0, width, height };
  const look = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const fit = () => {
    view = { x: 0, y: 0, width, height };
    look();
  };
  let isNear = false;
  const comeNearer = () => {
    const [wide, high] = [stage.clientWidth * 1.15, stage.clientHeight * 1.15];
    isNear = true;
    // A third smaller than written can still be read.
    if (width <= wide * 1.3 && height <= high * 1.3) return;
    view = { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high };
    look();
  };
  const follow = () => {
    const boxes = [...svg.querySelectorAll("g.active:not(.arrow)")].map((box) => box.getBBox());
    if (boxes.length === 0 || (view.width >= width && view.height >= height)) return;
    const left = Math.min(...boxes.map((box) => box.x));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const top = Math.min(...boxes.map((box) => box.y));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    const seen = (low, high, from, length) => low >= from && high <= from + length;
    if (!seen(left, right, view.x, view.width)) view.x = (left + right - view.width) / 2;
    if (!seen(top, bottom, view.y, view.height)) view.y = (top + bottom - view.height) / 2;
    look();
  };

  // Stepping: a step is shown by replaying all changes up to it.
  let at = 0;
  const blankCells = () => {
    for (const cell of svg.querySelectorAll(".record .data, .record .grad, .number[id^=n] .data")) {
      cell.textContent = cell.classList[0];
    }
    for (const label of svg.querySelectorAll(".arrow text")) label.textContent = "";
    for (const active of svg.querySelectorAll(".active")) active.classList.remove("active");
  };
  const show = (wanted) => {
    if (steps.length === 0) return;
    at = Math.max(0, Math.min(steps.length - 1, wanted));
    blankCells();
    for (const step of steps.slice(0, at + 1)) {
      for (const [id, cell, text] of step.cells) {
        const target = byId(id).querySelector("." + cell);
        if (target) target.textContent = text;
      }
      for (const [id, text] of step.arrows) byId(id).querySelector("text").textContent = text;
    }
    for (const id of steps[at].active) byId(id)?.classList.add("active");
    for (const [id] of steps[at].arrows) byId(id).classList.add("active");
    byId("caption").textContent = steps[at].caption;
    byId("position").textContent = `step ${at} of ${steps.length - 1}`;
    byId("first").disabled = byId("previous").disabled = at === 0;
    byId("last").disabled = byId("next").disabled = at === steps.length - 1;
    document.body.dataset.step = at;
    follow();
  };

  let timer = null;
  const pause = () => {
    clearInterval(timer);
    timer = null;
    byId("play").textContent = "Play";
  };
  const play = () => {
    if (timer) return pause();
    if (!isNear) comeNearer();
    if (at === steps.length - 1) show(0);
    byId("play").textContent = "Pause";
    timer = setInterval(() => (at < steps.length - 1 ? show(at + 1) : pause()), 900);
  };
  const go = (wanted) => {
    pause();
    if (!isNear) comeNearer();
    show(wanted);
  };
  byId("first").onclick = () => go(0);
  byId("previous").onclick = () => go(at - 1);
  byId("next").onclick = () => go(at + 1);
  byId("last").onclick = () => go(steps.length - 1);
  byId("play").onclick = play;

  // One pixel of the screen in the drawing's units.
  const scale = () => Math.max(view.width / stage.clientWidth, view.height / stage.clientHeight);
  const zoom = (factor, x, y) => {
    const limited = Math.min(Math.max(view.width * factor, width / 200), width * 5) / view.width;
    view.x += (x - view.x) * (1 - limited);
    view.y += (y - view.y) * (1 - limited);
    view.width *= limited;
    view.height *= limited;
    look();
  };
  const zoomMiddle = (factor) => zoom(factor, view.x + view.width / 2, view.y + view.height / 2);
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, point.x, point.y);
  }, { passive: false });
  // One pointer moves the drawing; two fingers zoom it, and move it by what is between them.
  const held = new Map();
  const middleAndSpread = () => {
    const [a, b = a] = [...held.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  stage.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragged");
  });
  stage.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) return;
    const before = middleAndSpread();
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = middleAndSpread();
    view.x -= (after.x - before.x) * scale();
    view.y -= (after.y - before.y) * scale();
    if (before.spread > 0 && after.spread > 0) {
      const point = new DOMPoint(after.x, after.y).matrixTransform(svg.getScreenCTM().inverse());
      zoom(before.spread / after.spread, point.x, point.y);
    }
    look();
  });
  const release = (event) => {
    held.delete(event.pointerId);
    if (held.size === 0) stage.classList.remove("dragged");
  };
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
  const wholeGraph = () => {
    isNear = true; // Whoever asks for it keeps it.
    fit();
  };
  byId("fit").onclick = wholeGraph;

  // Pointing at a box shows what is known of it.
  stage.addEventListener("pointerover", (event) => {
    const box = event.target.closest("g[id]:not(.arrow)");
    const rows = box && Object.hasOwn(details, box.id) && details[box.id];
    if (!rows || held.size > 0) return;
    for (const pointed of svg.querySelectorAll(".pointed")) pointed.classList.remove("pointed");
    box.classList.add("pointed");
    const list = document.createElement("dl");
    for (const [what, text] of rows) {
      if (what) list.appendChild(document.createElement("dt")).textContent = what;
      list.appendChild(document.createElement("dd")).textContent = text;
    }
    byId("details").replaceChildren(list);
  });

  document.addEventListener("keydown", (event) => {
    const keys = {
      ArrowRight: () => go(at + 1),
      ArrowLeft: () => go(at - 1),
      Home: () => go(0),
      End: () => go(steps.length - 1),
      " ": play,
      "+": () => zoomMiddle(1 / 1.25),
      "=": () => zoomMiddle(1 / 1.25),
      "-": () => zoomMiddle(1.25),
      0: wholeGraph,
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  if (steps.length === 0) {
    for (const id of ["first", "previous", "next", "last", "play"]) byId(id).disabled = true;
    byId("caption").textContent = "A folded graph: " + svg.querySelector(".note").textContent;
  }
  const fromHash = () => {
    const wanted = location.hash.slice(1);
    show(wanted === "last" ? steps.length - 1 : Number.parseInt(wanted, 10) || 0);
  };
  window.addEventListener("hashchange", fromHash);
  fit();
  fromHash();
})();
