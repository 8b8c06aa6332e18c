from __future__ import annotations

import pytest
import vtkmodules.vtkRenderingMatplotlib  # noqa: F401  (comes with PyVista, and sets what looks like a formula)
from vtkmodules.vtkRenderingCore import vtkRenderer, vtkTextRenderer

from viewer.drawing.flat.words import Script, Words

SCRIPT = Script(40.0, (0.0, 0.0, 0.0))


@pytest.mark.parametrize("formula", ["$x^2$", r"$\frac{1}{2}$", r"a $\alpha$ b"])
def test_words_are_written_letter_by_letter_and_are_no_formulas(formula: str) -> None:
    assert vtkTextRenderer.GetInstance().MathTextIsSupported()
    words = Words(vtkRenderer())
    width, _ = words.measure(formula, SCRIPT)
    without, _ = words.measure(formula.replace("$", ""), SCRIPT)
    assert width > without + 20, "two signs of 40 pixels' height"
