"""Questions made from the atlas and from teachers' files, and how their answers are judged."""
