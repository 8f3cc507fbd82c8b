"""The document that is judged, and the values written in it. Knows no file format and no rule."""
