"""The gestures of the canvas, and which one a press begins."""
