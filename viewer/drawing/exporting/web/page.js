// The page: what is chosen and put away, scenes one after the other, names to be tapped. All words are plain text.

const told = JSON.parse(document.getElementById("told").textContent);
const at = (id) => document.getElementById(id);
const words = told.words;
const TURN = Math.PI;  // radians for a drag as long as the picture is high
const STILL = 6;  // pixels that a tap may move
const GLIDE = 450;  // milliseconds
const calm = matchMedia("(prefers-reduced-motion: reduce)"), dark = matchMedia("(prefers-color-scheme: dark)");
let stage = null, number = 0, camera = told.scenes[0].camera, chosen = new Set(), away = new Set(), named = true;
let gliding = null, wanted = false, frames = 0, listed = "";

const scene = () => told.scenes[number];
const picture = at("picture"), drawn = at("drawn");
const size = () => ({ width: picture.clientWidth || 1, height: picture.clientHeight || 1 });
const pixel = () => picture.width / size().width;
const seen = () => scene().pieces.filter((one) => !away.has(one.structure));
const fit = () => fitted(camera, size().width / size().height);
const asPlanned = () => scene().pieces.filter((one) => one.chosen).map((one) => one.structure);

function isPlanned() {
  const planned = asPlanned();
  return planned.length === chosen.size && planned.every((one) => chosen.has(one));
}

// The pieces as they look now: as planned until something else is chosen; what is painted belongs to what was planned.
function looks() {
  if (isPlanned()) return seen();
  return seen().map((one) => {
    const lit = chosen.has(one.structure);
    return { ...one, chosen: lit, recede: lit || !chosen.size ? 0 : 0.3, ghost: one.ghost && !lit };
  });
}

function refresh() {
  if (!wanted) {
    wanted = true;
    requestAnimationFrame(draw);
  }
}

function draw(now) {
  wanted = false;
  if (gliding) glide(now);
  const { width, height } = size(), scale = Math.min(window.devicePixelRatio || 1, 2);
  for (const one of [picture, drawn]) {
    if (one.width !== Math.round(width * scale)) one.width = Math.round(width * scale);
    if (one.height !== Math.round(height * scale)) one.height = Math.round(height * scale);
  }
  const theme = dark.matches ? told.themes.dark : told.themes.light;
  if (stage) stage.draw(fit(), looks(), isPlanned() ? scene().paints.filter((one) => !away.has(one.on)) : [], scene().plane, theme, scale);
  drawFlat(scale);
  document.documentElement.dataset.frames = String(++frames);
  if (gliding) refresh();
}

function glide(now) {
  gliding.began = gliding.began || now;
  const share = Math.min(1, (now - gliding.began) / GLIDE);
  camera = between(gliding.from, gliding.to, share * share * (3 - 2 * share));
  if (share >= 1) gliding = null;
}

function look(to) {
  if (calm.matches || !frames) camera = to;
  else gliding = { from: camera, to };
  refresh();
}

// What lies flat on the picture: the person's sides, and what the teacher drew, on the body or on the picture.
function drawFlat(scale) {
  const ink = drawn.getContext("2d"), { width, height } = size(), eye = fit();
  ink.setTransform(scale, 0, 0, scale, 0, 0);
  ink.clearRect(0, 0, width, height);
  sideLetters(ink, axes(eye).right[0], width, height);
  if (isPlanned()) for (const mark of scene().marks) drawMark(ink, onPicture(eye, mark, width, height));
  ink.lineCap = ink.lineJoin = "round";
  for (const stroke of scene().strokes) {
    ink.beginPath();
    stroke.places.forEach((place, i) => {
      const flat = { x: width / 2 + place[0] * height, y: height / 2 - place[1] * height };
      const { x, y } = stroke.body ? onPicture(eye, place, width, height) : flat;
      if (i) ink.lineTo(x, y);
      else ink.moveTo(x, y);
    });
    if (!stroke.body && camera !== scene().camera && !gliding) continue;
    const wide = (stroke.width / 1000) * height;
    for (const [colour, width] of [[stroke.casing, wide + 3], [stroke.ink, wide]]) {
      ink.strokeStyle = colour;
      ink.lineWidth = width;
      ink.stroke();
    }
  }
}

// A trigger point.
function drawMark(ink, { x, y, depth }) {
  if (depth <= 0) return;
  ink.fillStyle = "#ffd64d";
  ink.strokeStyle = "#211a0d";
  ink.lineWidth = 1.5;
  ink.beginPath();
  ink.arc(x, y, 7, 0, 2 * Math.PI);
  ink.fill();
  for (const [dx, dy] of [[3.5, 0], [0, 3.5]]) {
    ink.moveTo(x - dx, y - dy);
    ink.lineTo(x + dx, y + dy);
  }
  ink.stroke();
}

// Right and left are the person's: said at the sides while they are seen from the front or the back.
function sideLetters(ink, facing, width, height) {
  if (Math.abs(facing) < 0.7) return;
  const letters = facing > 0 ? [words.right, words.left] : [words.left, words.right];
  ink.font = "600 22px system-ui, sans-serif";
  ink.fillStyle = getComputedStyle(picture).color;
  ink.textBaseline = "middle";
  letters.forEach((letter, i) => {
    ink.textAlign = i ? "right" : "left";
    ink.fillText(letter, i ? width - 16 : 16, height / 2);
  });
}

function go(to) {
  if (to < 0 || to >= told.scenes.length) return;
  number = to;
  away = new Set();
  chosen = new Set(asPlanned());
  named = !scene().unnamed;
  look(scene().camera);
  write();
}

function choose(structure) {
  chosen = structure >= 0 && !(chosen.size === 1 && chosen.has(structure)) ? new Set([structure]) : new Set();
  write();
}

function show(structure, on) {
  if (on) away.delete(structure);
  else away.add(structure);
  write();
}

function closer() {
  const pieces = seen().filter((one) => chosen.has(one.structure));
  if (!stage || !pieces.length) return;
  const { middle, radius } = stage.ball(pieces);
  look(toBall(camera, middle, radius, size().width / size().height));
}

function write() {
  const many = told.scenes.length > 1;
  at("scene").textContent = scene().title;
  at("caption").textContent = scene().caption;
  at("steps").hidden = !many;
  at("place").textContent = `${number + 1} / ${told.scenes.length}`;
  at("before").disabled = number === 0;
  at("after").disabled = number === told.scenes.length - 1;
  writePlate();
  writeSources();
  writeNames();
  at("all").hidden = !away.size;
  document.documentElement.dataset.scene = String(number + 1);
  refresh();
}

function writePlate() {
  const one = chosen.size === 1 ? told.structures[[...chosen][0]] : null;
  at("plate").hidden = !one;
  if (!one) return;
  at("name").textContent = named ? one.name : "?";
  at("latin").textContent = named && one.latin !== one.name ? one.latin : "";
  at("latin").hidden = !at("latin").textContent;
}

function writeSources() {
  const list = at("sources").querySelector("ul");
  list.replaceChildren(...scene().sources.map((text) => made("li", { textContent: text })));
  at("sources").hidden = !scene().sources.length;
}

// The list is made anew for another scene or other letters only: who walks through it by keys keeps their place.
function writeNames() {
  const looked = at("find").value.trim().toLowerCase(), wanted = `${number} ${named} ${looked}`;
  if (wanted !== listed) {
    const rows = scene().pieces.map((one) => one.structure).filter((one) => fits(told.structures[one], looked));
    at("names").replaceChildren(...(named ? rows.map(row) : []));
    listed = wanted;
  }
  at("find").hidden = !named;
  at("reveal").hidden = named;
  for (const one of at("names").children) {
    one.firstChild.setAttribute("aria-pressed", String(chosen.has(Number(one.dataset.structure))));
    one.lastChild.checked = !away.has(Number(one.dataset.structure));
  }
}

const fits = (one, looked) => `${one.name} ${one.latin}`.toLowerCase().includes(looked);

function made(tag, aspects, ...children) {
  const one = Object.assign(document.createElement(tag), aspects);
  one.append(...children);
  return one;
}

function row(structure) {
  const one = told.structures[structure], swatch = made("i", {});
  swatch.style.background = one.swatch;
  const name = made("button", { type: "button", onclick: () => choose(structure) }, swatch, one.name);
  name.title = one.latin;
  const box = made("input", { type: "checkbox" });
  box.onchange = () => show(structure, box.checked);
  box.setAttribute("aria-label", `${words.show} ${one.name}`);
  const item = made("li", {}, name, box);
  item.dataset.structure = String(structure);
  return item;
}

// Hands ---------------------------------------------------------------------------------------------------------

const fingers = new Map();
let moved = 0;

function press(event) {
  picture.focus({ preventScroll: true });
  picture.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
  if (fingers.size === 1) moved = 0;
  gliding = null;
}

function drag(event) {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = [event.clientX, event.clientY], { height } = size();
  const dx = (now[0] - before[0]) / height, dy = (before[1] - now[1]) / height;
  moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
  if (fingers.size === 2) pinch(event.pointerId, now);
  else if (event.shiftKey || event.buttons & 6) camera = shifted(camera, dx, dy);
  else if (moved > STILL) camera = orbited(camera, TURN * dx, TURN * dy);
  fingers.set(event.pointerId, now);
  refresh();
}

function pinch(id, now) {
  const other = [...fingers].find(([one]) => one !== id)[1], before = fingers.get(id), { height } = size();
  const apart = (a, b) => Math.max(Math.hypot(a[0] - b[0], a[1] - b[1]), 1);
  camera = nearer(camera, apart(now, other) / apart(before, other));
  camera = shifted(camera, (now[0] - before[0]) / 2 / height, (before[1] - now[1]) / 2 / height);
}

function release(event) {
  const alone = fingers.size === 1 && fingers.delete(event.pointerId);
  fingers.delete(event.pointerId);
  if (alone && event.type === "pointerup" && moved <= STILL && event.button === 0) tap(event);
}

function tap(event) {
  if (!stage) return;
  const box = picture.getBoundingClientRect(), scale = pixel();
  const x = Math.floor((event.clientX - box.left) * scale), y = Math.floor((event.clientY - box.top) * scale);
  choose(stage.pick(fit(), looks(), scene().plane, x, y));
}

function zoom(event) {
  event.preventDefault();
  const box = picture.getBoundingClientRect(), { width, height } = size();
  const x = (event.clientX - box.left - width / 2) / height, y = (box.top + height / 2 - event.clientY) / height;
  const notches = event.deltaY / (event.deltaMode ? 3 : 100);
  camera = nearer(camera, 0.86 ** Math.max(-4, Math.min(4, notches)), x, y);
  gliding = null;
  refresh();
}

const STEP = 0.12;
const KEYS = {
  ArrowLeft: () => orbited(camera, -STEP, 0), ArrowRight: () => orbited(camera, STEP, 0),
  ArrowUp: () => orbited(camera, 0, STEP), ArrowDown: () => orbited(camera, 0, -STEP),
  "+": () => nearer(camera, 1.15), "=": () => nearer(camera, 1.15), "-": () => nearer(camera, 1 / 1.15),
};

function turnByKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !KEYS[event.key]) return;
  event.preventDefault();
  gliding = null;
  camera = KEYS[event.key]();
  refresh();
}

function step(event) {
  const way = { PageDown: 1, PageUp: -1 }[event.key];
  if (way) event.preventDefault(), go(number + way);
  if (event.key === "Escape" && event.target !== at("find")) choose(-1);
  if (event.key === "Escape") openList(false);
}

function openList(on) {
  at("list").classList.toggle("open", on);
  at("open").setAttribute("aria-expanded", String(on));
}

// Beginning -----------------------------------------------------------------------------------------------------

function bytes() {
  const text = atob(at("surfaces").textContent.trim()), found = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i);
  at("surfaces").remove();
  return found;
}

function label() {
  const says = { before: words.before, after: words.after };
  for (const [id, text] of Object.entries(says)) at(id).setAttribute("aria-label", text), (at(id).title = text);
  for (const id of ["closer", "hide", "planned", "all", "open", "reveal"]) at(id).textContent = words[id];
  at("find").placeholder = words.find;
  at("find").setAttribute("aria-label", words.find);
  picture.setAttribute("aria-label", words.picture);
  at("sources").querySelector("summary").textContent = words.sources;
}

function listen() {
  at("before").onclick = () => go(number - 1);
  at("after").onclick = () => go(number + 1);
  at("planned").onclick = () => go(number);
  at("all").onclick = () => (away.clear(), write());
  at("closer").onclick = closer;
  at("hide").onclick = () => (chosen.forEach((one) => away.add(one)), chosen.clear(), write());
  at("reveal").onclick = () => ((named = true), write());
  at("open").onclick = () => openList(!at("list").classList.contains("open"));
  at("find").oninput = writeNames;
  picture.onpointerdown = press;
  picture.onpointermove = drag;
  picture.onpointerup = picture.onpointercancel = release;
  picture.oncontextmenu = (event) => event.preventDefault();
  picture.addEventListener("wheel", zoom, { passive: false });
  picture.onkeydown = turnByKey;
  document.addEventListener("keydown", step);
  picture.addEventListener("webglcontextlost", (event) => event.preventDefault());
  picture.addEventListener("webglcontextrestored", () => (stage.forget(), refresh()));
  dark.addEventListener("change", refresh);
  new ResizeObserver(refresh).observe(picture);
}

label();
listen();
try {
  stage = new Stage(picture, told, bytes());
} catch (_fault) {
  at("trouble").hidden = false;
}
go(Math.min(Math.max(parseInt(location.hash.slice(1), 10) || 1, 1), told.scenes.length) - 1);
