"""A surface on the stage that is drawn in full, or by a smaller mesh while the camera moves."""

from __future__ import annotations

from vtkmodules.vtkCommonDataModel import vtkPlaneCollection
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper

from viewer.drawing.mesh import Mesh


class Surface:
    """An actor that draws either of two meshes. Each has a mapper of its own: exchanging meshes would upload them anew,
    and actors that share a mapper rebuild its shaders at every frame.
    """

    def __init__(self, full: Mesh, proxy: Mesh) -> None:
        self.actor = vtkActor()
        self._full, self._on = _mapper(full), False
        self._proxy = self._full if proxy is full else _mapper(proxy)
        self._mapped: tuple[str, ...] = ()
        self._planes: vtkPlaneCollection | None = None
        self.show_proxy(False)

    def map(self, array: str) -> None:
        """Hands a point array to the shaders under its own name."""
        self._mapped += (array,)
        for mapper in (self._full, self._proxy):
            mapper.MapDataArrayToVertexAttribute(array, array, 0, -1)

    def cut_by(self, planes: vtkPlaneCollection) -> None:
        """Draws only what lies on the positive side of all these planes, whatever will be in the collection."""
        self._planes = planes
        for mapper in (self._full, self._proxy):
            mapper.SetClippingPlanes(planes)

    def take_proxy(self, proxy: Mesh) -> None:
        """Has this proxy from now on."""
        self._proxy = _mapper(proxy)
        for array in self._mapped:
            self._proxy.MapDataArrayToVertexAttribute(array, array, 0, -1)
        if self._planes is not None:
            self._proxy.SetClippingPlanes(self._planes)
        self.show_proxy(self._on)

    def show_proxy(self, on: bool) -> None:
        """Draws the proxy (camera moving) or the full one."""
        self._on = on
        self.actor.SetMapper(self._proxy if on else self._full)


def _mapper(mesh: Mesh) -> vtkPolyDataMapper:
    mapper = vtkPolyDataMapper()
    mapper.SetInputData(mesh.polydata)
    mapper.SetScalarModeToUsePointFieldData()
    mapper.SelectColorArray("Colors")
    mapper.SetColorModeToDirectScalars()
    mapper.SetVBOShiftScaleMethod(0)  # normals and points in the same units, as the outline needs them
    return mapper
