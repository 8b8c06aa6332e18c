// Cameras as values, in body millimetres: x to the person's left, y to the back, z up.

const plus = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const long = (a) => Math.hypot(a[0], a[1], a[2]);
const unit = (a) => times(a, 1 / Math.max(long(a), 1e-12));
const UP = [0, 0, 1];
const NEAREST = 15, FARTHEST = 8000;

// The vector turned about a unit axis by an angle in radians.
function turned(v, axis, angle) {
  const c = Math.cos(angle), s = Math.sin(angle);
  return plus(plus(times(v, c), times(cross(axis, v), s)), times(axis, dot(axis, v) * (1 - c)));
}

function axes(camera) {
  const forward = unit(minus(camera.focus, camera.position));
  let right = cross(forward, camera.up);
  if (long(right) < 1e-9) right = cross(forward, Math.abs(forward[2]) > 0.5 ? [0, -1, 0] : UP);
  right = unit(right);
  return { right, up: cross(right, forward), forward };
}

const distance = (camera) => long(minus(camera.focus, camera.position));
const slope = (camera) => Math.tan((camera.angle * Math.PI) / 360);
const heightAtFocus = (camera) => 2 * distance(camera) * slope(camera);

// After a drag by so many radians: the spine stays upright, and nobody climbs over the top.
function orbited(camera, dx, dy) {
  const before = axes(camera), aside = turned(before.right, UP, -dx);
  const spun = (v) => turned(v, UP, -dx), climbed = (v) => turned(spun(v), aside, dy);
  const over = climbed(before.up)[2] < Math.min(0.02, before.up[2]);
  const turn = over ? spun : climbed;
  const position = plus(camera.focus, turn(minus(camera.position, camera.focus)));
  return { ...camera, position, up: turn(before.up) };
}

// After the scene was dragged by so many heights of the view.
function shifted(camera, dx, dy) {
  const { right, up } = axes(camera);
  const way = times(plus(times(right, dx), times(up, dy)), -heightAtFocus(camera));
  return { ...camera, position: plus(camera.position, way), focus: plus(camera.focus, way) };
}

// So many times nearer; what lies at x, y (heights of the view from its middle) stays there.
function nearer(camera, factor, x = 0, y = 0) {
  const { right, up } = axes(camera);
  const far = distance(camera);
  const share = Math.min(Math.max(far / factor, NEAREST), FARTHEST) / far;
  const fixed = plus(camera.focus, times(plus(times(right, x), times(up, y)), heightAtFocus(camera)));
  const drawn = (p) => plus(fixed, times(minus(p, fixed), share));
  return { ...camera, position: drawn(camera.position), focus: drawn(camera.focus) };
}

// Looking as before at a ball, from so far that it fills most of the view.
function toBall(camera, middle, radius, aspect) {
  const { forward } = axes(camera);
  const far = Math.max(NEAREST, (1.25 * radius) / (slope(camera) * Math.min(1, aspect)));
  return { ...camera, focus: middle, position: minus(middle, times(forward, far)) };
}

// A share (0..1) of the way from one camera to another, turning evenly.
function between(start, end, share) {
  if (share >= 1) return end;
  const a = axes(start), b = axes(end);
  const rows = [0, 1, 2].map((i) => [0, 1, 2].map(
    (j) => b.right[i] * a.right[j] + b.up[i] * a.up[j] + b.forward[i] * a.forward[j]));
  const angle = Math.acos(Math.max(-1, Math.min(1, (rows[0][0] + rows[1][1] + rows[2][2] - 1) / 2)));
  const skew = [rows[2][1] - rows[1][2], rows[0][2] - rows[2][0], rows[1][0] - rows[0][1]];
  const axis = long(skew) > 1e-6 ? unit(skew) : UP;
  const turn = (v) => turned(v, axis, angle * share);
  const focus = plus(times(start.focus, 1 - share), times(end.focus, share));
  const far = distance(start) ** (1 - share) * distance(end) ** share;
  const position = minus(focus, times(turn(a.forward), far));
  return { position, focus, up: turn(a.up), angle: start.angle * (1 - share) + end.angle * share };
}

// Column-major matrices, as WebGL wants them.
function toView(camera) {
  const { right: r, up: u, forward: f } = axes(camera), p = camera.position;
  return [r[0], u[0], -f[0], 0, r[1], u[1], -f[1], 0, r[2], u[2], -f[2], 0, -dot(r, p), -dot(u, p), dot(f, p), 1];
}

function toClip(camera, aspect, near, far) {
  const high = 1 / slope(camera), deep = near - far;
  return [high / aspect, 0, 0, 0, 0, high, 0, 0, 0, 0, (near + far) / deep, -1, 0, 0, (2 * near * far) / deep, 0];
}

// A picture narrower than it is high shows all that a square one does.
function fitted(camera, aspect) {
  const wider = Math.max(1, 1.15 / aspect);
  return { ...camera, angle: (2 * Math.atan(slope(camera) * wider) * 180) / Math.PI };
}

// A body point on a picture of this size: pixels from the upper left, and how deep it lies.
function onPicture(camera, place, width, height) {
  const { right, up, forward } = axes(camera), away = minus(place, camera.position);
  const depth = dot(away, forward), scale = height / (2 * slope(camera) * Math.max(depth, 1e-6));
  return { x: width / 2 + dot(away, right) * scale, y: height / 2 - dot(away, up) * scale, depth };
}
