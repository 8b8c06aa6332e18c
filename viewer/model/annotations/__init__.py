"""annotations.json read and checked: an atlas, or every fault with its place."""
