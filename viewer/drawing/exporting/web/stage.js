// Draws pieces of a body with WebGL, in the same light as the program that wrote this page.

const STRIDE = 12;  // bytes of a corner: place 3 x 16 bits, normal 2 x 8, colour 3 x 8, edge 8 bits
const OUTLINE_DEPTH = 3.5;  // millimetres that an outline stands back
const SINK = 1;  // millimetres by which a surface with fewer triangles may stand before what is painted on it
const FOOTPRINT_DEPTH = 34;  // millimetres of tissue through which a footprint still shows faintly
const NERVE_DEPTH = 60;  // millimetres of tissue through which a chosen nerve shows

const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec2 folded;
layout(location = 2) in vec3 colour;
layout(location = 3) in float edge;
uniform vec3 low, size;
uniform mat4 toView, toClip;
uniform vec2 halfSize;
uniform float outlineWidth, depthShift;
out vec3 normalVCVSOutput, diffuseColor, body;
out vec4 vertexVC;
out float edgeMillimetres;
void main() {
  edgeMillimetres = 127.0 * 0.25 * edge;
  vec3 n = vec3(folded, 1.0 - abs(folded.x) - abs(folded.y));
  float under = max(-n.z, 0.0);
  n.xy -= vec2(n.x < 0.0 ? -under : under, n.y < 0.0 ? -under : under);
  body = low + size * place;
  vertexVC = toView * vec4(body, 1.0);
  normalVCVSOutput = mat3(toView) * normalize(n);
  diffuseColor = colour;
  gl_Position = toClip * vertexVC;
  if (outlineWidth > 0.0) {
    vec2 outward = (toClip * vec4(normalVCVSOutput, 0.0)).xy * halfSize;
    gl_Position.xy += outward / max(length(outward), 1e-6) * outlineWidth / halfSize * gl_Position.w;
  }
  gl_Position.z += depthShift * gl_Position.w;
}`;

const HEAD = `#version 300 es
precision highp float;
in vec3 normalVCVSOutput, diffuseColor, body;
in vec4 vertexVC;
in float edgeMillimetres;
#define bodyPlace body
uniform vec3 hatchWay, rimColour, across;
uniform float hatched, strength, lit, framed, stippled, softness, spacing;
uniform vec3 veil, cutAt, cutNormal, flat3;
uniform float shine, tightness, rimLight, lift, recede, ghost;
out vec4 fragOutput0;
`;
const CUT = "if (dot(body - cutAt, cutNormal) > 0.0) discard;";
const FACE = `#version 300 es
layout(location = 0) in vec3 place;
uniform mat4 toView, toClip;
void main() { gl_Position = toClip * toView * vec4(place, 1.0); }`;
const FACE_COLOUR = `#version 300 es
precision highp float;
uniform vec3 flat3;
out vec4 fragOutput0;
void main() { fragOutput0 = vec4(flat3, 1.0); }`;
const SHADERS = { tissue: TISSUE, skin: SKIN, footprint: FOOTPRINT, zone: ZONE, flat: "fragOutput0 = vec4(flat3, 1.0);" };

const mixed = (a, b, share) => a.map((one, i) => one * (1 - share) + b[i] * share);

class Stage {
  constructor(canvas, told, bytes) {
    this.canvas = canvas;
    this.told = told;
    this.bytes = bytes;
    this.gl = canvas.getContext("webgl2", { antialias: true, alpha: true, stencil: true });
    if (!this.gl) throw new Error("no WebGL");
    this.programs = new Map();
    this.meshes = new Map();
  }

  // The renderer's own loss (a computer that slept): everything is made anew when it comes back.
  forget() {
    this.programs.clear();
    this.meshes.clear();
    this.target = this.sheet = null;
  }

  // One frame of these pieces: { structure, mesh, chosen, recede, ghost }; and paints: { mesh, kind, values }.
  draw(camera, pieces, paints, cut, theme, pixel) {
    const gl = this.gl, { width, height } = this.canvas;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    gl.enable(gl.DEPTH_TEST);
    gl.enable(gl.CULL_FACE);
    this.frame = this.framed(camera, pieces, cut, width, height);
    const through = (piece) => piece.ghost || this.told.structures[piece.structure].skin;
    for (const piece of pieces.filter((one) => !through(one))) this.drawSolid(piece, theme, pixel);
    const footprints = paints.filter((one) => one.kind === "footprint");
    for (const paint of footprints) this.drawPaint(paint, { strength: 1, depthShift: -SINK * this.frame.perMillimetre });
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.depthMask(false);
    const nearer = -FOOTPRINT_DEPTH * this.frame.perMillimetre;
    for (const paint of footprints) this.drawPaint(paint, { strength: 0.55, depthShift: nearer });
    gl.disable(gl.CULL_FACE);
    for (const paint of paints.filter((one) => one.kind === "zone")) this.drawPaint(paint, {});
    gl.enable(gl.CULL_FACE);
    for (const piece of pieces.filter(through)) this.drawPiece(this.dressed(piece, theme), piece);
    gl.depthMask(true);
    gl.disable(gl.BLEND);
  }

  // The number of what is seen at a pixel from the upper left; -1 for the ground. Skin is never in the way.
  pick(camera, pieces, cut, x, y) {
    const seen = pieces.filter((one) => !this.told.structures[one.structure].skin);
    const solid = this.under(camera, seen.filter((one) => !one.ghost), cut, x, y);
    return solid >= 0 ? solid : this.under(camera, seen.filter((one) => one.ghost), cut, x, y);
  }

  under(camera, pieces, cut, x, y) {
    const gl = this.gl, { width, height } = this.canvas;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.hidden(width, height));
    gl.viewport(0, 0, width, height);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(x, height - 1 - y, 1, 1);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    this.frame = this.framed(camera, pieces, cut, width, height);
    for (const piece of pieces) {
      const number = piece.structure + 1, colour = [(number & 255) / 255, (number >> 8) / 255, 0];
      this.drawPiece(["flat", { flat3: colour }], piece);
      this.drawFace(piece, colour);
    }
    const found = new Uint8Array(4);
    gl.readPixels(x, height - 1 - y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, found);
    gl.disable(gl.SCISSOR_TEST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    return found[0] + 256 * found[1] - 1;
  }

  framed(camera, pieces, cut, width, height) {
    const { middle, radius } = this.ball(pieces), away = long(minus(middle, camera.position));
    const near = Math.max(away - radius, 0.004 * (away + radius), 1), far = away + radius;
    const perMillimetre = (2 * far * near) / ((far - near) * distance(camera) ** 2);
    const faces = cut && dot(minus(camera.position, cut.at), cut.normal) > 0;
    return { cut, faces, middle, radius, perMillimetre, halfSize: [width / 2, height / 2], toView: toView(camera),
      toClip: toClip(camera, width / height, near, far) };
  }

  // A ball around pieces.
  ball(pieces) {
    const low = [1e9, 1e9, 1e9], high = [-1e9, -1e9, -1e9];
    for (const piece of pieces) {
      const mesh = this.told.meshes[piece.mesh];
      for (let i = 0; i < 3; i++) {
        low[i] = Math.min(low[i], mesh.low[i]);
        high[i] = Math.max(high[i], mesh.low[i] + mesh.size[i]);
      }
    }
    if (!pieces.length) return { middle: [0, 0, 0], radius: 300 };
    return { middle: times(plus(low, high), 0.5), radius: long(minus(high, low)) / 2 + 10 };
  }

  drawSolid(piece, theme, pixel) {
    const gl = this.gl, one = this.told.structures[piece.structure];
    const nearer = one.nerve && piece.chosen ? -NERVE_DEPTH * this.frame.perMillimetre : 0;
    if (piece.chosen) {
      const back = OUTLINE_DEPTH * this.frame.perMillimetre + nearer;
      gl.cullFace(gl.FRONT);
      this.drawPiece(["flat", { flat3: theme.outline, outlineWidth: 2.4 * pixel, depthShift: back }], piece);
      gl.cullFace(gl.BACK);
    }
    const [kind, values] = this.dressed(piece, theme);
    this.drawPiece([kind, { ...values, depthShift: nearer }], piece);
    this.drawFace(piece, mixed(one.inside, theme.veil, piece.recede));
  }

  drawPaint(paint, values) {
    this.drawPiece([paint.kind, { ...paint.values, ...values }], paint);
  }

  dressed(piece, theme) {
    const one = this.told.structures[piece.structure], [shine, tightness, rimLight] = one.material;
    const lift = piece.chosen ? (one.skin ? 0.45 : 0.11) : 0;
    return [one.skin ? "skin" : "tissue",
      { shine, tightness, rimLight, lift, recede: piece.recede, ghost: piece.ghost ? 1 : 0, veil: theme.veil }];
  }

  drawPiece([kind, values], piece) {
    const gl = this.gl, mesh = this.mesh(piece.mesh), { cut, toView, toClip, halfSize } = this.frame;
    const program = this.program(kind, Boolean(cut)), plane = cut ? { cutAt: cut.at, cutNormal: cut.normal } : {};
    gl.useProgram(program.made);
    program.set({ low: mesh.low, size: mesh.size, outlineWidth: 0, depthShift: 0, ...values, ...plane,
      toView, toClip, halfSize });
    gl.bindVertexArray(mesh.array);
    gl.drawElements(gl.TRIANGLES, 3 * mesh.triangles, mesh.wide ? gl.UNSIGNED_INT : gl.UNSIGNED_SHORT, 0);
  }

  // The face of a section through a piece: where the eye's way to the plane's far side leaves the piece more often
  // than it enters it, the plane lies within.
  drawFace(piece, colour) {
    const gl = this.gl, { cut, faces } = this.frame;
    if (!cut || !faces || !this.meets(this.told.meshes[piece.mesh], cut)) return;
    gl.enable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.DEPTH_TEST);
    gl.colorMask(false, false, false, false);
    gl.stencilFunc(gl.ALWAYS, 0, 255);
    gl.stencilOpSeparate(gl.BACK, gl.KEEP, gl.KEEP, gl.INCR_WRAP);
    gl.stencilOpSeparate(gl.FRONT, gl.KEEP, gl.KEEP, gl.DECR_WRAP);
    this.drawPiece(["flat", { flat3: colour }], piece);
    gl.colorMask(true, true, true, true);
    gl.enable(gl.DEPTH_TEST);
    gl.stencilFunc(gl.NOTEQUAL, 0, 255);
    gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
    this.drawPlane(cut, colour);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.CULL_FACE);
    gl.clear(gl.STENCIL_BUFFER_BIT);
  }

  drawPlane(cut, colour) {
    const gl = this.gl, { toView, toClip, middle, radius } = this.frame;
    const one = unit(cross(cut.normal, Math.abs(cut.normal[2]) > 0.7 ? [1, 0, 0] : UP)), other = cross(cut.normal, one);
    const foot = minus(middle, times(cut.normal, dot(minus(middle, cut.at), cut.normal)));
    const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].flatMap(
      ([a, b]) => plus(foot, plus(times(one, a * radius), times(other, b * radius))));
    this.sheet = this.sheet || gl.createBuffer();
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.sheet);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(corners), gl.STREAM_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0);
    const program = this.program("face", false);
    gl.useProgram(program.made);
    program.set({ toView, toClip, flat3: colour });
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  // Whether a plane goes through a mesh's box.
  meets(mesh, cut) {
    const half = times(mesh.size, 0.5), middle = plus(mesh.low, half);
    const reach = half.reduce((sum, one, i) => sum + Math.abs(one * cut.normal[i]), 0);
    return Math.abs(dot(minus(middle, cut.at), cut.normal)) <= reach;
  }

  mesh(number) {
    if (!this.meshes.has(number)) this.meshes.set(number, this.uploaded(this.told.meshes[number]));
    return this.meshes.get(number);
  }

  uploaded(mesh) {
    const gl = this.gl, array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, this.bytes.subarray(mesh.corners, mesh.corners + STRIDE * mesh.points), gl.STATIC_DRAW);
    const parts = [[3, gl.UNSIGNED_SHORT, 0], [2, gl.BYTE, 6], [3, gl.UNSIGNED_BYTE, 8], [1, gl.BYTE, 11]];
    parts.forEach(([count, kind, offset], slot) => {
      gl.enableVertexAttribArray(slot);
      gl.vertexAttribPointer(slot, count, kind, true, STRIDE, offset);
    });
    const length = 3 * mesh.triangles * (mesh.wide ? 4 : 2);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.bytes.subarray(mesh.numbers, mesh.numbers + length), gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    return { ...mesh, array };
  }

  program(kind, cut) {
    const name = `${kind} ${cut}`;
    if (!this.programs.has(name)) {
      const body = `${HEAD}void main() {${cut ? CUT : ""}${SHADERS[kind]}}`;
      this.programs.set(name, kind === "face" ? this.compiled(FACE, FACE_COLOUR) : this.compiled(VERTEX, body));
    }
    return this.programs.get(name);
  }

  compiled(vertex, fragment) {
    const gl = this.gl, made = gl.createProgram();
    for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(made, shader);
    }
    gl.linkProgram(made);
    if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getAttachedShaders(made).map((one) => gl.getShaderInfoLog(one)).join("\n"));
    }
    const places = new Map();
    const place = (name) => {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(made, name));
      return places.get(name);
    };
    const setters = { 2: "uniform2fv", 3: "uniform3fv" };
    const set = (values) => {
      for (const [name, value] of Object.entries(values)) {
        if (typeof value === "number") gl.uniform1f(place(name), value);
        else if (value.length === 16) gl.uniformMatrix4fv(place(name), false, value);
        else gl[setters[value.length]](place(name), value);
      }
    };
    return { made, set };
  }

  // A picture that nobody sees, in which every structure has a colour of its own.
  hidden(width, height) {
    const gl = this.gl;
    if (this.target && this.target.width === width && this.target.height === height) return this.target.buffer;
    const buffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
    for (const [format, place] of [[gl.RGBA8, gl.COLOR_ATTACHMENT0], [gl.DEPTH24_STENCIL8, gl.DEPTH_STENCIL_ATTACHMENT]]) {
      const part = gl.createRenderbuffer();
      gl.bindRenderbuffer(gl.RENDERBUFFER, part);
      gl.renderbufferStorage(gl.RENDERBUFFER, format, width, height);
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, place, gl.RENDERBUFFER, part);
    }
    this.target = { buffer, width, height };
    return buffer;
  }
}
