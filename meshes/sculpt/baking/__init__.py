"""From recipes to baked files: what is stale, its checks, colours, footprints and proxies."""
