"""How faces are printed by the graphics card: flat and calm, with the grain of a tissue cut across, and rims of even
width. GLSL that takes the place of VTK's own.

Each vertex says in ``cap`` its rank (higher ones lie over lower ones), how far it is moved ``inward`` (mm; negative:
in pixels), how far at most (mm), and its grain. ``rimPixel`` is a pixel in mm, ``rankDepth`` the depth of a rank,
``fine`` 0 while there is no time for grain.
"""

from __future__ import annotations

from enum import IntEnum


class Grain(IntEnum):
    """What a tissue looks like when cut: nothing in it, or bundles, sponge, lobules, cables. Rims have none."""

    RIM = -1
    NONE = 0
    BUNDLES = 1
    SPONGE = 2
    LOBULES = 3
    CABLES = 4


VERTEX_DECLARE = """
//VTK::PositionVC::Dec
in vec3 inward;
in vec4 cap;
out vec3 facePlace;
out float faceGrain;
"""
VERTEX = """
//VTK::PositionVC::Impl
  facePlace = vertexMC.xyz;
  faceGrain = cap.w;
  float reach = cap.y < 0.0 ? min(-cap.y * rimPixel, cap.z) : min(cap.y, cap.z);
  gl_Position += MCDCMatrix * vec4(inward * reach, 0.0);
  gl_Position.z -= cap.x * rankDepth * gl_Position.w;
"""
FRAGMENT_DECLARE = """
//VTK::PositionVC::Dec
in vec3 facePlace;
in float faceGrain;
vec2 faceHash(vec2 cell)
{
  return fract(sin(vec2(dot(cell, vec2(127.1, 311.7)), dot(cell, vec2(269.5, 183.3)))) * 43758.5453);
}
vec2 faceCells(vec2 place)
{
  vec2 home = floor(place), within = place - home, nearest = vec2(8.0);
  for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++)
  {
    vec2 step = vec2(float(x), float(y));
    float apart = length(step + 0.15 + 0.7 * faceHash(home + step) - within);
    nearest = apart < nearest.x ? vec2(apart, nearest.x) : vec2(nearest.x, min(nearest.y, apart));
  }
  return nearest;
}
"""
FRAGMENT = """
  vec3 tone = diffuseColor;
  if (fine > 0.5 && faceGrain > 0.5)
  {
    float size = faceGrain < 1.5 ? 3.0 : faceGrain < 2.5 ? 1.5 : faceGrain < 3.5 ? 6.0 : 1.1;
    float seen = smoothstep(2.5, 6.0, size / rimPixel);
    vec2 place = vec2(dot(facePlace, faceAcross), dot(facePlace, faceUpward)) / size;
    vec2 cells = seen > 0.0 ? faceCells(place) : vec2(0.0, 1.0);
    float seam = 1.0 - smoothstep(0.03, 0.03 + max(0.14, 1.5 * rimPixel / size), cells.y - cells.x);
    vec3 lines = faceGrain < 1.5 ? mix(tone, vec3(0.93, 0.72, 0.62), 0.34)
               : faceGrain < 2.5 ? mix(tone, vec3(1.0, 0.97, 0.88), 0.75)
               : faceGrain < 3.5 ? mix(tone, vec3(0.86, 0.74, 0.50), 0.35)
               : tone * 0.72;
    vec3 body = faceGrain > 1.5 && faceGrain < 2.5 ? tone * (0.90 + 0.10 * cells.x) : tone * (1.02 - 0.06 * cells.x);
    tone = mix(tone, mix(body, lines, seam), seen);
  }
  fragOutput0 = vec4(tone, faceGrain < -0.5 ? rimCover : cover);
"""
