"""No test passes because there was nothing to look at: one that asserts in loops only says how much it looped over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ALWAYS_FILLED = {"range", "enumerate", "zip", "reversed", "sorted", "list", "tuple"}
"""Calls that yield something wherever they are given something."""
Loop = ast.For | ast.While


def every_test() -> Iterator[tuple[str, ast.FunctionDef]]:
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield f"{file.relative_to(TESTS)}:{node.lineno}: {node.name}", node


def asserts_in_loops_alone(test: ast.FunctionDef) -> bool:
    return bool(list(claims(test.body))) and not any(sure for sure in claims(test.body))


def claims(body: list[ast.stmt], sure: bool = True) -> Iterator[bool]:
    """Of each assertion (or expected error, or awaited signal) whether it is reached for sure."""
    for node in body:
        if isinstance(node, ast.Assert):
            yield sure and not is_empty_truth(node.test)
        if isinstance(node, ast.Expr) and is_called_assert(node.value):
            yield sure
        if isinstance(node, ast.With) and any(expects(item.context_expr) for item in node.items):
            yield sure
        surely = sure and not (isinstance(node, ast.While) or (isinstance(node, ast.For) and not is_filled(node.iter)))
        for inner in ("body", "orelse", "finalbody"):
            yield from claims(getattr(node, inner, []) if not isinstance(node, ast.FunctionDef) else [], surely)


def is_called_assert(value: ast.expr) -> bool:
    """Such as ``np.testing.assert_array_equal(...)``."""
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr[:6] == "assert"


def is_empty_truth(claim: ast.expr) -> bool:
    """``all(...)`` of what is computed, which holds of nothing too."""
    called = isinstance(claim, ast.Call) and isinstance(claim.func, ast.Name) and claim.func.id == "all"
    return called and not is_filled_inside(claim)


def is_filled_inside(claim: ast.expr) -> bool:
    assert isinstance(claim, ast.Call)
    (inside,) = claim.args
    return isinstance(inside, ast.GeneratorExp) and all(is_filled(one.iter) for one in inside.generators)


def is_filled(looped: ast.expr) -> bool:
    """Whether something stands there to loop over, as the source shows."""
    if isinstance(looped, ast.Tuple | ast.List | ast.Set):
        return any(not isinstance(one, ast.Starred) for one in looped.elts)
    if isinstance(looped, ast.Dict):
        return bool(looped.keys)
    if isinstance(looped, ast.Constant | ast.Name):
        return isinstance(looped, ast.Constant) or looped.id.isupper()
    if isinstance(looped, ast.Call) and isinstance(looped.func, ast.Attribute):
        return looped.func.attr in ("items", "values", "keys", "split") and is_filled(looped.func.value)
    called = isinstance(looped, ast.Call) and isinstance(looped.func, ast.Name) and looped.func.id in ALWAYS_FILLED
    return called and all(is_filled(one) for one in looped.args)


def expects(context: ast.expr) -> bool:
    called = isinstance(context, ast.Call) and isinstance(context.func, ast.Attribute)
    return called and context.func.attr in ("raises", "waitSignal", "waitSignals", "warns")


def test_no_test_can_pass_for_want_of_anything_to_look_at() -> None:
    found = dict(every_test())
    assert len(found) > 300
    assert [where for where, test in found.items() if asserts_in_loops_alone(test)] == []
