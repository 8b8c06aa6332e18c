"""Geometry that knows no anatomy: fields, curves and sheets, and the surfaces made from them."""
