"""The last rib: what of the thorax lies on psoas and quadratus lumborum."""
