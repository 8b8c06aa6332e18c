"""What is painted on surfaces: footprints, zones of pain, outlines of what is absent."""
