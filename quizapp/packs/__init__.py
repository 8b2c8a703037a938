"""Text to pack and back, and the rubric that every question must pass."""
