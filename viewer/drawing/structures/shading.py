"""The light of the studio, written for the graphics card: GLSL that takes the place of VTK's own lighting.

Three soft lights stand around the viewer (key at the upper left, a cool fill at the right, a faint rim behind) over
a sky-and-ground ambience; ambient occlusion comes with the meshes' colours. It is cheaper than VTK's general lights
and looks the same with and without a graphics card.

The uniforms: ``shine``, ``tightness``, ``rimLight`` (material), ``lift`` (brighter when selected), ``recede`` and
``veil`` (how much of which ground colour is mixed in), ``ghost`` (1: a silhouette, clear where it faces the viewer).
"""

from __future__ import annotations

LIGHT_SLOT = "//VTK::Light::Impl"
POSITION_SLOT = "//VTK::PositionVC::Impl"
DECLARE_SLOT = "//VTK::PositionVC::Dec"

STUDIO = """
  vec3 n = normalize(normalVCVSOutput);
  vec3 eye = normalize(-vertexVC.xyz);
  float facing = clamp(dot(n, eye), 0.0, 1.0);
  float key = clamp((dot(n, vec3(-0.452, 0.600, 0.660)) + 0.28) / 1.28, 0.0, 1.0);
  float fill = clamp((dot(n, vec3(0.800, 0.050, 0.598)) + 0.40) / 1.40, 0.0, 1.0);
  vec3 ambience = mix(vec3(0.162, 0.148, 0.140), vec3(0.238, 0.252, 0.270), 0.5 + 0.5 * n.y);
  vec3 light = ambience + vec3(0.856, 0.829, 0.786) * key * key + vec3(0.125, 0.142, 0.165) * fill;
  vec3 halfway = normalize(eye + vec3(-0.452, 0.600, 0.660));
  float glint = shine * pow(max(dot(n, halfway), 0.0), tightness);
  float edge = pow(1.0 - facing, 3.0);
  vec3 sheen = rimLight * edge * (0.35 + 0.65 * max(n.y, 0.0)) * vec3(0.90, 0.95, 1.0);
"""

# Muscle shines across its fibres, as silk does; ``fibreVC`` is their direction towards the viewer's axes.
FIBRE_VERTEX_DECLARE = """
//VTK::PositionVC::Dec
in vec3 fibre;
out vec3 fibreVC;
"""
FIBRE_VERTEX = """
//VTK::PositionVC::Impl
  fibreVC = mat3(MCVCMatrix) * fibre;
"""
FIBRE_FRAGMENT_DECLARE = """
//VTK::PositionVC::Dec
in vec3 fibreVC;
"""
SILK = """
  vec3 along = normalize(fibreVC + vec3(1e-5));
  float across = sqrt(max(1.0 - pow(dot(along, halfway), 2.0), 0.0));
  glint = 0.8 * shine * pow(across, tightness) * pow(max(dot(n, halfway), 0.0), 3.0);
"""

_TONE = """
  vec3 tone = diffuseColor * light + vec3(glint) + sheen;
  tone = tone * (1.0 + lift) + vec3(0.10 * lift);
  vec3 over = max(tone - 0.70, 0.0);
  tone = min(tone, 0.70) + 0.29 * (1.0 - exp(-over / 0.29));
  tone = mix(tone, veil, recede);
  float clear = 0.035 + 0.50 * pow(1.0 - facing, 2.2);
  vec3 shadow = mix(diffuseColor, veil, 0.15) * (0.55 + 0.45 * light);
  fragOutput0 = vec4(mix(tone, shadow, ghost), mix(1.0, clear, ghost));
"""
TISSUE = STUDIO + _TONE
MUSCLE = STUDIO + SILK + _TONE

# In a fold, which the occlusion in its colour tells, skin is seen edge on from anywhere: no rim there, it would shine.
SKIN = """
  vec3 n = normalize(normalVCVSOutput);
  float facing = clamp(dot(n, normalize(-vertexVC.xyz)), 0.0, 1.0);
  float open = smoothstep(0.665, 0.722, dot(diffuseColor, vec3(1.0 / 3.0)));
  float rim = open * pow(1.0 - facing, 3.0);
  vec3 tone = mix(diffuseColor, vec3(1.0), 0.25 * rim) * (0.75 + 0.25 * n.y + lift);
  fragOutput0 = vec4(tone, (0.030 + 0.42 * rim) * (1.0 + lift));
"""

OUTLINE = """
  fragOutput0 = vec4(outlineColour, 1.0);
"""

# Brings a lit nerve nearer by depthShift in depth only, so that it shows through what lies over it.
NEARER_VERTEX = """
//VTK::PositionVC::Impl
  gl_Position.z += depthShift * gl_Position.w;
"""

# Moves each vertex outwards on the screen by outlineWidth pixels and away from the viewer by depthShift, so that only
# the outer contour of the selected structure is drawn, at the same width near and far.
OUTLINE_VERTEX = """
//VTK::PositionVC::Impl
  vec2 outward = (MCDCMatrix * vec4(normalMC, 0.0)).xy * halfSize;
  gl_Position.xy += outward / max(length(outward), 1e-6) * outlineWidth / halfSize * gl_Position.w;
  gl_Position.z += depthShift * gl_Position.w;
"""

# Hands the body position and the distance to the edge of painted things on to the fragments.
PAINT_VERTEX_DECLARE = """
//VTK::PositionVC::Dec
in float edgeDistance;
out vec3 bodyPlace;
out float edgeMillimetres;
"""
PAINT_VERTEX = """
//VTK::PositionVC::Impl
  bodyPlace = vertexMC.xyz;
  edgeMillimetres = edgeDistance;
  gl_Position.z += depthShift * gl_Position.w;
"""
PAINT_FRAGMENT_DECLARE = """
//VTK::PositionVC::Dec
in vec3 bodyPlace;
in float edgeMillimetres;
"""

# Origin (hatched = 1): stripes across hatchWay. Insertion: round stipples. Both with a pale rim, to differ in print.
# Framed: a broad pale rim with a dark line in it, for what two muscles share.
FOOTPRINT = (
    """
  if (edgeMillimetres > 0.0) discard;
"""
    + STUDIO
    + """
  float stripe = smoothstep(-0.25, 0.25, sin(dot(bodyPlace, hatchWay)) + 0.35);
  vec3 cell = fract(bodyPlace / 2.4) - 0.5;
  float stipple = smoothstep(0.26, 0.34, length(cell));
  float pattern = mix(stipple, stripe, hatched);
  float rim = smoothstep(-0.9, -0.45, edgeMillimetres);
  vec3 paint = mix(mix(rimColour, diffuseColor, 0.62), diffuseColor, pattern);
  paint = mix(paint, rimColour, rim * (0.35 + 0.5 * lit));
  float band = framed * smoothstep(-3.4, -3.0, edgeMillimetres);
  float line = smoothstep(-2.3, -2.0, edgeMillimetres) * (1.0 - smoothstep(-1.2, -0.9, edgeMillimetres));
  paint = mix(paint, mix(rimColour, vec3(0.07, 0.05, 0.06), line), band);
  vec3 lifted = paint * (0.45 + 0.62 * light) * (1.0 + 0.25 * lit) + vec3(0.5 * glint);
  fragOutput0 = vec4(lifted, strength);
"""
)

# Essential (stippled = 0): one warm tone, fading at its edge. Spill-over: dots that shrink towards the edge.
# Framed: a line around it, for what two muscles share.
ZONE = """
  vec3 n = normalize(normalVCVSOutput);
  float facing = clamp(dot(n, normalize(-vertexVC.xyz)), 0.0, 1.0);
  float inside = smoothstep(0.0, softness, -edgeMillimetres);
  vec2 place = vec2(dot(bodyPlace, across), bodyPlace.z) / spacing;
  vec2 row = vec2(place.x + 0.5 * mod(floor(place.y), 2.0), place.y);
  float dot2d = 1.0 - smoothstep(0.27, 0.35, length(fract(row) - 0.5) / (0.55 + 0.45 * inside));
  float cover = mix(inside * (0.40 + 0.22 * lit), dot2d * step(0.02, inside) * (0.50 + 0.40 * lit), stippled);
  float line = smoothstep(-4.2, -3.6, edgeMillimetres) * (1.0 - smoothstep(-1.4, -0.8, edgeMillimetres));
  cover = max(cover, 0.92 * framed * line);
  float behind = gl_FrontFacing ? 1.0 : 0.30;
  vec3 tone = diffuseColor * (0.86 + 0.14 * facing) * (1.0 + 0.15 * lit) + vec3(0.06 * lit);
  fragOutput0 = vec4(tone, cover * behind);
"""
